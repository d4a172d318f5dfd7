"""The fields of a kind of definition as people read about them: label, help, and what may be written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from landsby.blueprint.labels import choice_label, field_label
from landsby.blueprint.labels.help import HELP
from landsby.blueprint.reference.sorts import Sort, sort_of
from landsby.blueprint.text import Text
from landsby.blueprint.values import Frozen


@dataclass(frozen=True)
class DescribedField:
    """One field.

    Attributes:
        name: as it is written in a file.
        label: as it is called on pages and in forms.
        help: what it is for, in a sentence.
        required: whether it must be there.
        sort: what may be written.
        choices: the words to choose among, each with what it is called.
    """

    name: str
    label: Text
    help: Text
    required: bool
    sort: Sort
    choices: tuple[tuple[str, Text], ...] = ()


def described(model: type[Frozen]) -> tuple[DescribedField, ...]:
    """The fields of a kind of definition, or of a part of one, in the order in which they stand in the model.

    Raises:
        KeyError: for a field that has no label, or no help in Danish.
    """
    return tuple(_fields(model))


def _fields(model: type[Frozen]) -> Iterator[DescribedField]:
    for name, info in model.model_fields.items():
        sort = sort_of(info)
        english = info.description or ""
        yield DescribedField(
            name=name,
            label=field_label(model.__name__, name),
            help=Text(da=HELP[english], en=english),
            required=info.is_required(),
            sort=sort,
            choices=tuple((choice, choice_label(name, choice)) for choice in sort.choices),
        )


def parts_of(model: type[Frozen]) -> tuple[type[Frozen], ...]:
    """The models of the fields within a definition, however deep, each once."""
    found: dict[type[Frozen], None] = {}
    for info in model.model_fields.values():
        part = sort_of(info).part
        if part is not None:
            found |= dict.fromkeys((part, *parts_of(part)))
    return tuple(found)
