"""Local adaptations: a programme's own words, laid over a version of a blueprint that stays whole below them.

An adaptation is data. Its patch may hold

- ``set``: values by the way to a field, with dots; an item of a list is named by its id, as in
  ``practice.share_fruit.text``. None takes an optional value away.
- ``add``: further items by the way to a list.
- ``own``: a whole definition that the blueprint does not have.
- ``kept``: a whole definition that the blueprint had once; where it has it again, that one counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from landsby.blueprint.blueprint import MANIFEST, Blueprint
from landsby.blueprint.contents import KINDS
from landsby.blueprint.fault import BlueprintError, Fault
from landsby.blueprint.wording.adapting import ADAPTING

Patch = Mapping[str, Any]


@dataclass(frozen=True)
class Adaptation:
    """What a programme says otherwise about one definition.

    Attributes:
        folder: the folder of the definition; ``blueprint`` for what the blueprint says of itself.
        id: the id of the definition.
        patch: JSON-able, as this module's first lines say.
    """

    folder: str
    id: str
    patch: Patch


@dataclass(frozen=True)
class Piece:
    """The least that fits or does not: one value, one item, or one whole definition.

    Attributes:
        sort: the word of the patch that it stood under.
        path: the way to the field or list; empty for a whole definition.
    """

    folder: str
    id: str
    sort: str
    path: str
    value: Any


@dataclass(frozen=True)
class Conflict:
    """A piece that does not fit, and why. It is left out of what holds today, and kept."""

    piece: Piece
    fault: Fault


@dataclass(frozen=True)
class Fitted:
    """A blueprint with all that fits laid over it, and what did not fit."""

    blueprint: Blueprint
    conflicts: tuple[Conflict, ...] = ()


Draft = dict[str, dict[str, dict[str, Any]]]
"""The data of a blueprint by folder and id; its own under `MANIFEST`."""


def adapted(blueprint: Blueprint, adaptations: Iterable[Adaptation]) -> Blueprint:
    """The blueprint with all adaptations laid over it.

    Raises:
        BlueprintError: with every piece that does not fit.
    """
    fit = fitted(blueprint, adaptations)
    if fit.conflicts:
        raise BlueprintError(conflict.fault for conflict in fit.conflicts)
    return fit.blueprint


def fitted(blueprint: Blueprint, adaptations: Iterable[Adaptation]) -> Fitted:
    """The blueprint with every piece laid over it that fits; the others are told, never lost."""
    pieces = [piece for adaptation in adaptations for piece in pieces_of(adaptation)]
    if not pieces:
        return Fitted(blueprint)
    conflicts: list[Conflict] = []
    while True:
        made, told, faults = _attempt(blueprint, pieces)
        if made is not None:
            return Fitted(made, (*conflicts, *told))
        blamed = _blamed(pieces, faults)
        if not blamed:
            return _one_by_one(blueprint, pieces, conflicts)
        conflicts.extend(Conflict(piece, fault) for piece, fault in blamed)
        left_out = [piece for piece, _fault in blamed]
        pieces = [piece for piece in pieces if piece not in left_out]


def pieces_of(adaptation: Adaptation) -> Iterator[Piece]:
    """An adaptation's pieces, whole definitions first."""
    folder, id_, patch = adaptation.folder, adaptation.id, adaptation.patch
    for sort in ("own", "kept"):
        if sort in patch:
            yield Piece(folder, id_, sort, "", patch[sort])
    for path, items in patch.get("add", {}).items():
        yield from (Piece(folder, id_, "add", path, item) for item in items)
    for path, value in patch.get("set", {}).items():
        yield Piece(folder, id_, "set", path, value)


def _attempt(
    blueprint: Blueprint, pieces: Sequence[Piece]
) -> tuple[Blueprint | None, list[Conflict], list[tuple[str, str, Fault]]]:
    """All pieces laid over: the blueprint, or the loader's faults by folder and id; and what had no place."""
    draft = _draft_of(blueprint)
    told = [Conflict(piece, fault) for piece in pieces if (fault := _lay(draft, piece))]
    places = {f"{folder}/{place}": (folder, id_) for folder in KINDS for place, id_ in enumerate(draft[folder], 1)}
    data = {folder: list(found.values()) for folder, found in draft.items() if found and folder != MANIFEST}
    try:
        return Blueprint.from_data({MANIFEST: draft[MANIFEST][blueprint.id], **data}), told, []
    except BlueprintError as error:
        found = []
        for fault in error.faults:
            folder, id_ = places.get(fault.file, (MANIFEST, blueprint.id))
            path = _by_ids(draft[folder][id_], fault.field)
            found.append((folder, id_, Fault(f"{folder}/{id_}", None, path, fault.message, fault.cure)))
        return None, told, found


def _draft_of(blueprint: Blueprint) -> Draft:
    data = blueprint.to_data()
    draft = {folder: {each["id"]: each for each in data.get(folder, [])} for folder in KINDS}
    return {MANIFEST: {blueprint.id: data[MANIFEST]}, **draft}


def _by_ids(data: Mapping[str, Any], field: str) -> str:
    """The way to a field with ids for the places in lists."""
    at: Any = data
    steps = []
    for step in field.split(".") if field else []:
        if isinstance(at, list) and step.isdecimal() and 0 < int(step) <= len(at):
            at = at[int(step) - 1]
            steps.append(str(at.get("id", step)) if isinstance(at, dict) else step)
        else:
            at = at.get(step) if isinstance(at, dict) else None
            steps.append(step)
    return ".".join(steps)


def _blamed(pieces: Sequence[Piece], faults: Iterable[tuple[str, str, Fault]]) -> list[tuple[Piece, Fault]]:
    """The pieces that the faults stand on: those at the very field, or else all of that definition."""
    found: dict[int, tuple[Piece, Fault]] = {}
    for folder, id_, fault in faults:
        of_it = [place for place, piece in enumerate(pieces) if (piece.folder, piece.id) == (folder, id_)]
        at_field = [place for place in of_it if _touches(pieces[place], fault.field)]
        for place in at_field or of_it:
            found.setdefault(place, (pieces[place], fault))
    return list(found.values())


def _touches(piece: Piece, path: str) -> bool:
    at = (
        f"{piece.path}.{piece.value.get('id')}" if piece.sort == "add" and isinstance(piece.value, dict) else piece.path
    )
    return bool(at) and f"{path}.".startswith(f"{at}.")


def _one_by_one(blueprint: Blueprint, pieces: Sequence[Piece], conflicts: list[Conflict]) -> Fitted:
    """Where the fault stands on a definition that nobody adapted, the last piece that brought it is left out."""
    made, kept = blueprint, list[Piece]()
    for piece in pieces:
        attempt, _told, faults = _attempt(blueprint, [*kept, piece])
        if attempt is None:
            conflicts.append(Conflict(piece, faults[0][2]))
        else:
            made, kept = attempt, [*kept, piece]
    return Fitted(made, (*conflicts, *_attempt(blueprint, kept)[1]))


def _lay(draft: Draft, piece: Piece) -> Fault | None:
    """Lay one piece over the draft, or say why it has no place there."""
    found = draft.get(piece.folder, {})
    if piece.sort in ("own", "kept"):
        return _lay_whole(found, piece)
    if piece.id not in found:
        return _fault(piece, "definition_gone", id=piece.id, folder=piece.folder)
    if piece.path.rpartition(".")[2] == "id":
        return _fault(piece, "id_is_fixed")
    *way, name = piece.path.split(".")
    at: Any = found[piece.id]
    for step in way:
        at = _below(at, step)
    if not isinstance(at, dict):
        return _fault(piece, "part_gone", id=".".join(way))
    if piece.sort == "add":
        return _add(at, name, piece)
    _set(at, name, piece)
    return None


def _below(at: Any, step: str) -> Any:
    if isinstance(at, list):
        return next((item for item in at if isinstance(item, dict) and item.get("id") == step), None)
    return at.get(step) if isinstance(at, dict) else None


def _lay_whole(found: dict[str, dict[str, Any]], piece: Piece) -> Fault | None:
    there = found.get(piece.id)
    if there is not None:
        same = piece.sort == "kept" or there == piece.value
        return None if same else _fault(piece, "definition_taken", id=piece.id)
    found[piece.id] = {**deepcopy(piece.value), "id": piece.id}
    for other in found.values() if piece.sort == "kept" else ():
        if piece.id in other.get("formerly", ()):
            other["formerly"] = [former for former in other["formerly"] if former != piece.id]
    return None


def _add(at: dict[str, Any], name: str, piece: Piece) -> Fault | None:
    items = at.setdefault(name, [])
    if not isinstance(items, list) or not isinstance(piece.value, dict):
        return _fault(piece, "no_list", path=piece.path)
    there = next((item for item in items if item.get("id") == piece.value.get("id")), None)
    if there is None:
        items.append(deepcopy(piece.value))
    elif there != piece.value:
        return _fault(piece, "part_taken", id=there.get("id"))
    return None


def _set(at: dict[str, Any], name: str, piece: Piece) -> None:
    if piece.value is None:
        at.pop(name, None)
    else:
        at[name] = deepcopy(piece.value)


def _fault(piece: Piece, code: str, **values: object) -> Fault:
    wording = ADAPTING[code]
    where = f"{piece.folder}/{piece.id}"
    return Fault(where, None, piece.path, wording.message.filled(**values), wording.cure.filled(**values))
