"""Do the definitions fit each other? References, cycles, and what a kind knows of the others."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from landsby.blueprint.definition import Definition
from landsby.blueprint.document import Document, Way
from landsby.blueprint.fault import Fault
from landsby.blueprint.shape import guessing
from landsby.blueprint.values import Frozen, Refers


@dataclass(frozen=True)
class Entry:
    """A definition and the document that it was read from."""

    document: Document
    definition: Definition


def link_faults(entries: Mapping[str, Mapping[str, Entry]], known: Mapping[str, Collection[str]]) -> Iterator[Fault]:
    """What is wrong between definitions.

    Args:
        entries: the sound definitions, by folder and id.
        known: the ids that may be referred to, by folder or code list. Those of definitions with
            faults of their own are among them, so that one mistake is not told of twice.
    """
    sound = {folder: {id_: entry.definition for id_, entry in found.items()} for folder, found in entries.items()}
    for folder, found in entries.items():
        for entry in found.values():
            yield from _unknown_references(entry, known)
            for way, code, values in entry.definition.doubts(sound):
                yield entry.document.fault(code, way, **values)
        yield from _cycles(folder, found)


def references(part: Frozen, way: Way = ()) -> Iterator[tuple[Way, Refers, str]]:
    """Every id that a definition, or a part of one, refers to: where, what to, and the id."""
    for name, info in type(part).model_fields.items():
        value, here = getattr(part, name), (*way, name)
        marks = [mark for mark in info.metadata if isinstance(mark, Refers)]
        for place, item in _items(value, here):
            if isinstance(item, Frozen):
                yield from references(item, place)
            elif item is not None:
                yield from ((place, mark, item) for mark in marks)


def _items(value: Any, way: Way) -> Iterator[tuple[Way, Any]]:
    if isinstance(value, tuple):
        yield from (((*way, place), item) for place, item in enumerate(value))
    else:
        yield way, value


def _unknown_references(entry: Entry, known: Mapping[str, Collection[str]]) -> Iterator[Fault]:
    for way, mark, id_ in references(entry.definition):
        if id_ not in known[mark.to]:
            code, guess = guessing("unknown_reference", id_, sorted(known[mark.to]))
            yield entry.document.fault(code, way, id=id_, to=mark.to, **guess)


def _cycles(folder: str, entries: Mapping[str, Entry]) -> Iterator[Fault]:
    """Chains that come back to where they began; each is told once, at its first id in the alphabet."""
    onward: dict[str, list[tuple[Way, str]]] = {
        id_: [(way, to) for way, mark, to in references(entry.definition) if mark.acyclic and mark.to == folder]
        for id_, entry in entries.items()
    }
    for start in sorted(onward):
        for way, following in onward[start]:
            chain = _chain_back(onward, start, following)
            if chain and start == min(chain):
                told = " → ".join([start, *chain])
                yield entries[start].document.fault("cycle", way, chain=told)


def _chain_back(onward: Mapping[str, list[tuple[Way, str]]], start: str, first: str) -> list[str]:
    """The shortest chain from `first` back to `start`, both included; empty when there is none."""
    chains, seen = [[first]], {first}
    while chains:
        chain = chains.pop(0)
        if chain[-1] == start:
            return chain
        for _, to in onward.get(chain[-1], ()):
            if to not in seen:
                seen.add(to)
                chains.append([*chain, to])
    return []
