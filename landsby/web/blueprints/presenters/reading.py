"""One definition as a page: what it says, where it comes from, and what builds on it."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from landsby.blueprint import Blueprint, Definition
from landsby.blueprint.contents import KINDS
from landsby.blueprint.labels import choice_label, kind_name
from landsby.blueprint.links import references
from landsby.web.blueprints.presenters.facts import Address, Fact, Telling, Told, facts_of
from landsby.web.kit.text import say


@dataclass(frozen=True)
class Reading:
    """A definition for a reader.

    Attributes:
        kind: what such a thing is called; `shelf` is what several are called.
        used_by: what refers to it, by kind.
    """

    folder: str
    definition: Definition
    kind: str
    shelf: str
    origin: str
    facts: Sequence[Fact]
    used_by: Sequence[Fact]


def reading_of(
    blueprint: Blueprint, folder: str, definition: Definition, address: Address, ours: Container[str] = ()
) -> Reading:
    """A definition of the blueprint, as it is read today.

    Args:
        ours: the ways to the parts that the programme has added itself.
    """
    name = kind_name(folder)
    return Reading(
        folder=folder,
        definition=definition,
        kind=say(name.one),
        shelf=say(name.many),
        origin=say(choice_label("origin", definition.origin)),
        facts=facts_of(definition, Telling(blueprint, address, ours)),
        used_by=_used_by(blueprint, folder, definition.id, address),
    )


def _used_by(blueprint: Blueprint, folder: str, key: str, address: Address) -> list[Fact]:
    users = _users(blueprint).get((folder, key), ())
    return [
        Fact(
            say(kind_name(kind).many),
            [Told(say(getattr(blueprint, kind)[id_].title), address(kind, id_)) for of, id_ in users if of == kind],
        )
        for kind in dict.fromkeys(of for of, _id in users)
    ]


@lru_cache(maxsize=32)
def _users(blueprint: Blueprint) -> Mapping[tuple[str, str], tuple[tuple[str, str], ...]]:
    """By folder and id: the folders and ids of the definitions that refer to it, each once."""
    found: dict[tuple[str, str], dict[tuple[str, str], None]] = {}
    for folder in KINDS:
        for definition in getattr(blueprint, folder).values():
            for _way, mark, key in references(definition):
                found.setdefault((mark.to, key), {})[folder, definition.id] = None
    return {target: tuple(users) for target, users in found.items()}
