"""Do the definitions fit each other? References, cycles, and what a kind knows of the others."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from landsby.blueprint.definition import Definition
from landsby.blueprint.document import Document, Way
from landsby.blueprint.fault import Fault
from landsby.blueprint.shape import guessing, model_in
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
        told = {id_: tuple(references(entry.definition)) for id_, entry in found.items()}
        for id_, entry in found.items():
            yield from _unknown(entry.document, told[id_], known)
            for way, code, values in entry.definition.doubts(sound):
                yield entry.document.fault(code, way, **values)
            for place, former in enumerate(entry.definition.formerly):
                if former in found:
                    yield entry.document.fault("formerly_in_use", ("formerly", place), id=former)
        yield from _cycles(folder, found, told)


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


def unsound_link_faults(
    document: Document, kind: type[Definition], known: Mapping[str, Collection[str]]
) -> Iterator[Fault]:
    """What a document refers to in vain, though it has not the shape of its kind.

    Args:
        known: as for `link_faults`.
    """
    told = [(*fault.field.split("."), "") for fault in document.faults]
    for fault in _unknown(document, written_references(kind, document.data or {}), known):
        way = (*fault.field.split("."), "")
        # A value whose own fault has been told may not be the id that was meant.
        if not any(way[: len(before) - 1] == before[:-1] for before in told):
            yield fault


def written_references(
    part: type[BaseModel], data: Mapping[str, Any], way: Way = ()
) -> Iterator[tuple[Way, Refers, str]]:
    """As `references`, of what is written rather than of what it means: what has another shape is passed by."""
    for name, info in part.model_fields.items():
        marks = [mark for mark in info.metadata if isinstance(mark, Refers)]
        within = model_in(info.annotation)
        value = data.get(name)
        for place, item in _items(tuple(value) if isinstance(value, list) else value, (*way, name)):
            if isinstance(item, dict) and within:
                yield from written_references(within, item, place)
            elif isinstance(item, str):
                yield from ((place, mark, item.strip()) for mark in marks)


def _unknown(
    document: Document, told: Iterable[tuple[Way, Refers, str]], known: Mapping[str, Collection[str]]
) -> Iterator[Fault]:
    for way, mark, id_ in told:
        if id_ not in known[mark.to]:
            code, guess = guessing("unknown_reference", id_, sorted(known[mark.to]))
            yield document.fault(code, way, id=id_, to=mark.to, **guess)


def _cycles(
    folder: str, entries: Mapping[str, Entry], told: Mapping[str, tuple[tuple[Way, Refers, str], ...]]
) -> Iterator[Fault]:
    """Chains that come back to where they began; each is told once, at its first id in the alphabet."""
    onward: dict[str, list[tuple[Way, str]]] = {
        id_: [(way, to) for way, mark, to in referred if mark.acyclic and mark.to == folder]
        for id_, referred in told.items()
    }
    for start in sorted(onward):
        for way, following in onward[start]:
            chain = _chain_back(onward, start, following)
            if chain and start == min(chain):
                chained = " → ".join([start, *chain])
                yield entries[start].document.fault("cycle", way, chain=chained)


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
