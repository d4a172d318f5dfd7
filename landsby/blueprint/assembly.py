"""Putting documents together: each in the shape of its kind, each id once, all fitting each other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from landsby.blueprint.definition import Definition
from landsby.blueprint.document import Document
from landsby.blueprint.fault import Fault
from landsby.blueprint.files import id_of, ids_told_of
from landsby.blueprint.links import Entry, link_faults, unsound_link_faults
from landsby.blueprint.shape import shaped

Definitions = dict[str, dict[str, Any]]
"""Definitions by folder and id, in reading order."""


def assembled(
    documents: Mapping[str, list[Document]],
    kinds: Mapping[str, type[Definition]],
    also_known: Mapping[str, Collection[str]],
) -> tuple[Definitions, list[Fault]]:
    """The sound definitions in the documents, and everything that is wrong.

    Args:
        documents: by folder.
        kinds: which kind of definition each folder holds.
        also_known: ids outside these documents that they may refer to, by name of code list.
    """
    entries = {folder: dict(_entries(documents[folder], kind)) for folder, kind in kinds.items()}
    faults = [fault for found in documents.values() for document in found for fault in document.faults]
    known = {folder: ids_told_of(documents[folder]) for folder in kinds} | dict(also_known)
    faults.extend(link_faults(entries, known))
    for folder, kind in kinds.items():
        sound = {entry.document.file for entry in entries[folder].values()}
        for document in documents[folder]:
            if document.file not in sound:
                faults.extend(unsound_link_faults(document, kind, known))
    return {folder: _in_order(found.values()) for folder, found in entries.items()}, faults


def _entries(documents: Iterable[Document], kind: type[Definition]) -> Iterator[tuple[str, Entry]]:
    """The sound definitions of one kind; an id that comes a second time is a fault."""
    first_with: dict[str, str] = {}
    for document in documents:
        definition = shaped(document, kind)
        id_ = id_of(document)
        if id_ is not None and first_with.setdefault(id_, document.file) != document.file:
            document.faults.append(document.fault("duplicate_id", ("id",), id=id_, other=first_with[id_]))
        elif definition is not None:
            yield definition.id, Entry(document, definition)


def _in_order(entries: Iterable[Entry]) -> dict[str, Any]:
    definitions = sorted((entry.definition for entry in entries), key=lambda each: (each.order, each.id))
    return {definition.id: definition for definition in definitions}
