"""The texts of a definition that people may put in their own words, and the lists that they may add to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, get_args, get_origin

from pydantic import AfterValidator
from pydantic.fields import FieldInfo

from landsby.blueprint.kinds import Point
from landsby.blueprint.labels import field_label
from landsby.blueprint.naming import naming_of
from landsby.blueprint.shape import model_in
from landsby.blueprint.text import Text
from landsby.blueprint.values import AtMost, Frozen

SHORT = 120
"""The most characters of a text that fits on a line."""


@dataclass(frozen=True)
class EditableText:
    """One text.

    Attributes:
        path: the way to it, as an adaptation names it.
        labels: what it is called, and what it belongs to before that.
        text: what it says; None where nothing is said yet.
        limit: the most characters in each language.
    """

    path: str
    labels: tuple[Text, ...]
    text: Text | None
    limit: int
    is_required: bool


@dataclass(frozen=True)
class GrowingList:
    """A list of ideas, examples or the like, which more may be added to."""

    path: str
    labels: tuple[Text, ...]
    ids: tuple[str, ...]
    limit: int


def editable_texts(part: Frozen, path: str = "", above: tuple[Text, ...] = ()) -> Iterator[EditableText]:
    """Every text of a definition that has an address of its own, and those at its top that are still empty."""
    for name, info in type(part).model_fields.items():
        value = getattr(part, name)
        # A point is nothing but its text.
        labels = above if isinstance(part, Point) else (*above, field_label(type(part).__name__, name))
        here = f"{path}{name}"
        if model_in(info.annotation) is Text and not isinstance(value, tuple):
            if value is not None or not path:
                yield EditableText(here, labels, value, _limit_of(info), info.is_required())
        else:
            for below, item, named in _parts(value, here):
                yield from editable_texts(item, f"{below}.", (*labels, *named))


def growing_lists(part: Frozen, path: str = "", above: tuple[Text, ...] = ()) -> Iterator[GrowingList]:
    """Every list of points in a definition, empty ones too."""
    for name, info in type(part).model_fields.items():
        value, labels = getattr(part, name), (*above, field_label(type(part).__name__, name))
        here = f"{path}{name}"
        if isinstance(value, tuple) and model_in(info.annotation) is Point:
            yield GrowingList(here, labels, tuple(point.id for point in value), _limit_of(Point.model_fields["text"]))
        else:
            for below, item, named in _parts(value, here):
                yield from growing_lists(item, f"{below}.", (*labels, *named))


def _parts(value: Any, path: str) -> Iterator[tuple[str, Frozen, tuple[Text, ...]]]:
    """The parts below a field that can be told apart by name: where, which, and what each is called."""
    if isinstance(value, Frozen):
        yield path, value, ()
    elif isinstance(value, tuple):
        for number, item in enumerate(value, 1):
            if isinstance(item, Frozen) and hasattr(item, "id"):
                named = None if isinstance(item, Point) else naming_of(item)
                yield f"{path}.{item.id}", item, (named or Text(da=str(number), en=str(number)),)


def _limit_of(info: FieldInfo) -> int:
    """The most characters that a text field takes."""
    return next((mark.func.limit for mark in _marks(info.annotation, info.metadata) if _is_limit(mark)), 1000)


def _marks(annotation: Any, metadata: list[Any]) -> Iterator[Any]:
    yield from metadata
    if get_origin(annotation) is Annotated:
        yield from annotation.__metadata__
    for inner in get_args(annotation):
        yield from _marks(inner, [])


def _is_limit(mark: Any) -> bool:
    return isinstance(mark, AfterValidator) and isinstance(mark.func, AtMost)
