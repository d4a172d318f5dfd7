"""Laying one piece of an adaptation over a blueprint's data, or saying why it has no place there."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from landsby.blueprint.fault import Fault
from landsby.blueprint.wording.adapting import ADAPTING


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


Draft = dict[str, dict[str, dict[str, Any]]]
"""The data of a blueprint by folder and id; its own under `MANIFEST`."""


def lay(draft: Draft, piece: Piece) -> Fault | None:
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
