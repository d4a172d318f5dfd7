"""An example of each kind of definition, taken from what comes along with the product."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from landsby.blueprint.blueprint import MANIFEST, Blueprint
from landsby.blueprint.contents import KINDS
from landsby.blueprint.definition import Definition
from landsby.blueprint.fault import BlueprintError
from landsby.blueprint.files import DEFINITIONS
from landsby.blueprint.loading import MANIFEST_FILE, PROGRAMMES, builtin, load

ENOUGH = 2
"""A file that fills in so many fields of its own kind shows what the kind is about."""


@dataclass(frozen=True)
class Example:
    """A file that shows how one writes a definition.

    Attributes:
        path: from where the product lies.
    """

    path: str
    content: str


def example_of(folder: str, sound: Iterable[Blueprint]) -> Example | None:
    """The shortest file of a kind that shows enough of it; None where none of the blueprints has one.

    Args:
        folder: one of `KINDS`, or the name of the blueprint's own file.
        sound: blueprints that come along.
    """
    if folder == MANIFEST:
        return min((_read(PROGRAMMES / each.id / MANIFEST_FILE) for each in sound), key=_length, default=None)
    found = [
        (definition, PROGRAMMES / each.id / folder / f"{definition.id}.yaml")
        for each in sound
        for definition in getattr(each, folder).values()
    ]
    if not found:
        return None
    most = max(_shown(each) for each, _ in found)
    return min((_read(path) for each, path in found if _shown(each) >= min(most, ENOUGH)), key=_length)


def sound_blueprints() -> Iterator[Blueprint]:
    """The blueprints that come along, but for one with faults: nobody should learn from it."""
    for id_ in builtin():
        with suppress(BlueprintError):
            yield load(id_)


def _shown(definition: Definition) -> int:
    """How many fields of its own kind a definition fills in."""
    own = KINDS_OWN[type(definition)]
    return len(definition.model_fields_set & own)


def _read(path: Path) -> Example:
    return Example(path.relative_to(DEFINITIONS.parents[1]).as_posix(), path.read_text(encoding="utf-8"))


def _length(example: Example) -> tuple[int, str]:
    return example.content.count("\n"), example.path


KINDS_OWN = {kind: kind.model_fields.keys() - Definition.model_fields.keys() for kind in KINDS.values()}
"""The names of the fields that a kind has beyond those of all definitions."""
