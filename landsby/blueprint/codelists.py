"""Code lists: what is the same for every programme, such as the kinds of actor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import model_validator

from landsby.blueprint.assembly import assembled
from landsby.blueprint.definition import Definition, Described
from landsby.blueprint.fault import BlueprintError, Fault
from landsby.blueprint.files import DEFINITIONS, RawFile, documents_of, files_below
from landsby.blueprint.kinds.own_field import refuse_repeated
from landsby.blueprint.shape import shaped
from landsby.blueprint.text import Text
from landsby.blueprint.values import Form, Frozen, Id, Line, Refers, Title


class ActorGroup(Definition):
    """A group of kinds of actor, for colours, figures and who usually hosts."""


class ActorKind(Definition):
    """A kind of actor."""

    plural: Title
    """What several of them are called."""
    group: Annotated[Id, Refers("actor_groups")]
    """The group that it belongs to."""


class Municipality(Frozen):
    """A municipality by its official code."""

    code: Annotated[str, Form(r"[0-9]{4}", "not_a_municipality_code")]
    """Four digits, in quotes."""
    name: Line
    """Its name."""


class Municipalities(Described):
    """All municipalities, in one list."""

    municipalities: tuple[Municipality, ...]
    """One line for each."""

    @model_validator(mode="after")
    def _codes_once(self) -> Municipalities:
        refuse_repeated("municipalities", (entry.code for entry in self.municipalities))
        return self


class CodelistEntry(Frozen):
    """One entry of a code list."""

    id: str
    """The code that records keep."""
    title: Text
    """What it is called."""
    plural: Text | None = None
    """What several are called."""
    group: str | None = None
    """The group that it belongs to."""
    ended_on: date | None = None
    """The last day that it was used."""


FOLDERS: Mapping[str, type[Definition]] = {"actor_groups": ActorGroup, "actor_kinds": ActorKind}
"""The code lists with one file for each entry."""

MUNICIPALITIES = "municipalities"
"""The code list that others keep, in one file."""

Codelists = Mapping[str, Mapping[str, CodelistEntry]]


def read_codelists(files: Iterable[RawFile]) -> tuple[Codelists, list[Fault]]:
    """The code lists among the files by name, and everything that is wrong with them."""
    known = list(files)
    documents = {folder: list(documents_of(f for f in known if f.folder == folder)) for folder in FOLDERS}
    definitions, faults = assembled(documents, FOLDERS, {})
    lists = {
        folder: MappingProxyType({id_: _entry(definition) for id_, definition in found.items()})
        for folder, found in definitions.items()
    }
    for document in documents_of(f for f in known if f.folder not in FOLDERS):
        whole = shaped(document, Municipalities)
        faults.extend(document.faults)
        if whole is not None:
            lists[whole.id] = MappingProxyType(_municipalities(whole))
    return MappingProxyType(lists), faults


def codelist(name: str) -> Mapping[str, CodelistEntry]:
    """A code list by its name: its entries by code, in reading order.

    Raises:
        KeyError: for a name that is none.
    """
    return _shipped()[name]


def codelist_ids() -> dict[str, frozenset[str]]:
    """The codes of every code list, by its name."""
    return {name: frozenset(entries) for name, entries in _shipped().items()}


def kinds_in_groups(groups: Iterable[str]) -> tuple[str, ...]:
    """The kinds of actor that belong to some groups, in reading order."""
    wanted = frozenset(groups)
    return tuple(kind.id for kind in codelist("actor_kinds").values() if kind.group in wanted)


@lru_cache(maxsize=1)
def _shipped() -> Codelists:
    lists, faults = read_codelists(files_below(DEFINITIONS / "codelists"))
    if faults:
        raise BlueprintError(faults)
    return lists


def _entry(definition: Any) -> CodelistEntry:
    return CodelistEntry(
        id=definition.id,
        title=definition.title,
        plural=getattr(definition, "plural", None),
        group=getattr(definition, "group", None),
        ended_on=definition.ended_on,
    )


def _municipalities(whole: Municipalities) -> dict[str, CodelistEntry]:
    return {
        entry.code: CodelistEntry(id=entry.code, title=Text(da=entry.name, en=entry.name))
        for entry in whole.municipalities
    }
