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
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from landsby.blueprint.blueprint import MANIFEST, Blueprint, Manifest
from landsby.blueprint.contents import KINDS
from landsby.blueprint.definition import Described
from landsby.blueprint.fault import BlueprintError, Fault
from landsby.blueprint.laying import Draft, Piece, lay

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
class Conflict:
    """A piece that does not fit, and why. It is left out of what holds today, and kept."""

    piece: Piece
    fault: Fault


@dataclass(frozen=True)
class Fitted:
    """A blueprint with all that fits laid over it, and what did not fit."""

    blueprint: Blueprint
    conflicts: tuple[Conflict, ...] = ()


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
            return _by_halves(blueprint, pieces, conflicts)
        conflicts.extend(Conflict(piece, fault) for piece, fault in blamed)
        left_out = [piece for piece, _fault in blamed]
        pieces = [piece for piece in pieces if piece not in left_out]


def worded(folder: str, definition: Described | None, adaptation: Adaptation) -> Described | None:
    """One definition with an adaptation laid over it, alone; None where that makes no definition.

    Args:
        definition: None where the adaptation brings its own.
    """
    there = {definition.id: definition.to_data()} if definition else {}
    for piece in pieces_of(adaptation):
        lay({folder: there}, piece)
    model = Manifest if folder == MANIFEST else KINDS[folder]
    try:
        return model.model_validate(there[adaptation.id]) if adaptation.id in there else None
    except ValidationError:
        return None


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
    told = [Conflict(piece, fault) for piece in pieces if (fault := lay(draft, piece))]
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


def _by_halves(blueprint: Blueprint, pieces: Sequence[Piece], conflicts: Sequence[Conflict]) -> Fitted:
    """Where the fault stands on a definition that nobody adapted, the last piece that brought it is left out.

    It is looked for by halves: an attempt takes a tenth of a second where there are hundreds of definitions, and one
    for each piece would take a minute.
    """
    kept, found = list[Piece](), list[Conflict]()

    def lay_all(block: Sequence[Piece]) -> None:
        attempt, _told, faults = _attempt(blueprint, [*kept, *block])
        if attempt is not None:
            kept.extend(block)
        elif len(block) == 1:
            found.append(Conflict(block[0], faults[0][2]))
        else:
            lay_all(block[: len(block) // 2])
            lay_all(block[len(block) // 2 :])

    lay_all(pieces)
    made, told, _faults = _attempt(blueprint, kept)
    assert made is not None  # the blueprint is sound, and each piece was kept because what it made was
    return Fitted(made, (*conflicts, *found, *told))
