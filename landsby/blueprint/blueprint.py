"""A blueprint: everything that a programme is made of, as data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any

from pydantic import model_validator

from landsby.blueprint.assembly import assembled
from landsby.blueprint.codelists import codelist_ids
from landsby.blueprint.contents import KINDS, Contents
from landsby.blueprint.definition import Described
from landsby.blueprint.document import Document
from landsby.blueprint.fault import BlueprintError, Fault, in_reading_order
from landsby.blueprint.hashing import hash_of
from landsby.blueprint.kinds import ActivityKind
from landsby.blueprint.shape import shaped
from landsby.blueprint.text import Text
from landsby.blueprint.values import Day, Line, Prose, fault_code
from landsby.blueprint.wording import EXPECTED

MANIFEST = "blueprint"
"""The name of the file, and of the part of the data, that says what the blueprint itself is."""


class Manifest(Described):
    """What the blueprint itself is."""

    version: Line
    """The version, in quotes; it changes with every change that programmes should hear of."""
    starts_on: Day | None = None
    """The first day of the programme that it was written for, if it was written for one."""
    ends_on: Day | None = None
    """The last day of that programme."""
    mission: Prose | None = None
    """What those who take part want to reach together, in their own words."""
    contact: Line | None = None
    """Who keeps the blueprint, for those who would ask."""

    @model_validator(mode="after")
    def _ends_after_its_start(self) -> Manifest:
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise fault_code("dates_reversed", field="ends_on", first="starts_on", last="ends_on")
        return self


@dataclass(frozen=True, eq=False)
class Blueprint(Contents):
    """One version of a blueprint: read-only, and the same for everybody who holds it."""

    manifest: Manifest

    @property
    def id(self) -> str:
        """The name that a programme keeps of it."""
        return self.manifest.id

    @property
    def version(self) -> str:
        """Which version it is."""
        return self.manifest.version

    @property
    def title(self) -> Text:
        """What it is called."""
        return self.manifest.title

    @property
    def summary(self) -> Text | None:
        """What it is about."""
        return self.manifest.summary

    @property
    def starts_on(self) -> date | None:
        """The first day of the programme it was written for."""
        return self.manifest.starts_on

    @property
    def ends_on(self) -> date | None:
        """The last day of the programme it was written for."""
        return self.manifest.ends_on

    @cached_property
    def content_hash(self) -> str:
        """The hash of the whole content; two blueprints with the same hash say the same."""
        return hash_of(self.to_data())

    def usual_tracks(self, kind: ActivityKind, host_groups: Iterable[str]) -> tuple[str, ...]:
        """The tracks that an activity usually belongs to: its kind's own, or else those of its hosts.

        Args:
            host_groups: the groups (code list ``actor_groups``) of the actors who host it.
        """
        groups = frozenset(host_groups)
        of_hosts = (track.id for track in self.tracks.values() if not groups.isdisjoint(track.hosts))
        return kind.tracks or tuple(of_hosts)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Blueprint) and other.content_hash == self.content_hash

    def __hash__(self) -> int:
        return hash(self.content_hash)

    def to_data(self) -> dict[str, Any]:
        """The content as JSON-able data, to be stored; `from_data` reads it again.

        What is left at its default is left out, so that a field that is added to the schema later
        changes neither stored data nor hashes.
        """
        kinds = {folder: [definition.to_data() for definition in getattr(self, folder).values()] for folder in KINDS}
        return {MANIFEST: self.manifest.to_data(), **{folder: kept for folder, kept in kinds.items() if kept}}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Blueprint:
        """The blueprint that `to_data` wrote.

        Raises:
            BlueprintError: with everything that is wrong.
        """
        manifest, documents, faults = _documents_in(data)
        blueprint, more = put_together(manifest, documents)
        if blueprint is None or faults:
            raise BlueprintError(in_reading_order([*faults, *more]))
        return blueprint


def put_together(manifest: Document, documents: Mapping[str, list[Document]]) -> tuple[Blueprint | None, list[Fault]]:
    """The blueprint that the documents, by folder, make up; or None, and everything that is wrong."""
    head = shaped(manifest, Manifest)
    complete = {folder: documents.get(folder, []) for folder in KINDS}
    definitions, faults = assembled(complete, KINDS, codelist_ids())
    faults.extend(manifest.faults)
    if faults or head is None:
        return None, faults
    return Blueprint(manifest=head, **{folder: MappingProxyType(found) for folder, found in definitions.items()}), []


def _documents_in(data: Mapping[str, Any]) -> tuple[Document, dict[str, list[Document]], list[Fault]]:
    """Stored data as documents, which are named by their place in it."""
    manifest = Document(MANIFEST, data=_fields(data.get(MANIFEST)))
    faults = [] if manifest.data is not None else [manifest.fault("not_fields")]
    documents: dict[str, list[Document]] = {}
    for folder in data.keys() - {MANIFEST}:
        kept = data[folder]
        if folder not in KINDS:
            faults.append(Document(folder).fault("unknown_folder", name=folder, known=", ".join(KINDS)))
        elif not isinstance(kept, list):
            faults.append(Document(folder).fault("wrong_type", expected=EXPECTED["list"]))
        else:
            documents[folder] = [
                Document(f"{folder}/{place}", data=_fields(item)) for place, item in enumerate(kept, 1)
            ]
            faults.extend(found.fault("not_fields") for found in documents[folder] if found.data is None)
    return manifest, documents, faults


def _fields(value: object) -> dict[str, Any] | None:
    return value if isinstance(value, dict) else None
