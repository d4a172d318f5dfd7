"""How far down each thing of a drawing stands, once its order is known."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from landsby.blueprint.theory.ordering import Columns

APART = 16.0
"""Between two things of one cell."""
TRACK = 12.0
"""What an arrow that passes a column takes up there."""
PADDING = 12.0
"""Inside a band, above and below."""
NAME = 16.0
"""For the name of a band, above what stands in it."""


@dataclass
class Stacks:
    """Where things stand.

    Attributes:
        tops: how far down each thing begins.
        middles: how far down the middle of each is.
        columns: the column of each.
        bands: the beginning and height of each lane; those in which nothing stands have none.
        bottom: where the lowest band ends.
    """

    tops: dict[Any, float] = field(default_factory=dict)
    middles: dict[Any, float] = field(default_factory=dict)
    columns: dict[Any, int] = field(default_factory=dict)
    bands: list[tuple[float, float]] = field(default_factory=list)
    bottom: float = 0.0


def stacked(columns: Columns[Any], heights: Mapping[Hashable, float], loose: frozenset[int], *, top: float) -> Stacks:
    """Put the things of each cell under each other, in the middle of their band.

    Args:
        heights: of the boxes; what has none is a track.
        loose: the columns whose things stand in the middle of the whole drawing, whatever the bands are.
        top: where the first band begins.
    """
    made = Stacks()
    bands = max((len(column) for column in columns), default=0)
    made.bottom = top
    for band in range(bands):
        cells = [column[band] for place, column in enumerate(columns) if place not in loose]
        height = max((_height(cell, heights) for cell in cells), default=0.0)
        room = NAME + height + 2 * PADDING if height else 0.0
        made.bands.append((made.bottom, room))
        for place, column in enumerate(columns):
            if place not in loose:
                _put(made, place, column[band], heights, made.bottom + (room + NAME) / 2)
        made.bottom += room
    needed = max((_height(_all_of(columns[place]), heights) for place in loose), default=0.0)
    made.bottom = max(made.bottom, top + needed)
    for place in loose:
        _put(made, place, _all_of(columns[place]), heights, (top + made.bottom) / 2)
    return made


def _all_of(column: Sequence[Sequence[Any]]) -> list[Any]:
    return [item for cell in column for item in cell]


def _height(cell: Sequence[Any], heights: Mapping[Hashable, float]) -> float:
    return sum(heights.get(item, TRACK) for item in cell) + APART * max(len(cell) - 1, 0)


def _put(made: Stacks, place: int, cell: Sequence[Any], heights: Mapping[Hashable, float], middle: float) -> None:
    at = middle - _height(cell, heights) / 2
    for item in cell:
        height = heights.get(item, TRACK)
        made.tops[item], made.middles[item], made.columns[item] = at, at + height / 2, place
        at += height + APART
