"""Who stands above whom in each column, so that few arrows cross.

The method is the usual one for layered drawings (Sugiyama, Tagawa and Toda 1981): sweeps to and fro, in which
each thing is put near the middle of what it is joined to, and the best order met is kept. Here nobody leaves
their lane.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right, insort
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

Item = TypeVar("Item", bound=Hashable)
Columns = list[list[list[Item]]]
"""For each column and lane, what stands there from above."""

SWEEPS = 12


def put_in_order(columns: Columns[Item], segments: Sequence[tuple[Item, Item]]) -> Columns[Item]:
    """The same things in the same cells, each cell in an order with few crossings; the same input gives the same.

    Args:
        columns: the order to begin with.
        segments: each from a thing in one column to one in the next.
    """
    before, after = _neighbours(segments)
    best, fewest = columns, crossings(columns, segments)
    tried = [[list(cell) for cell in column] for column in columns]
    for sweep in range(SWEEPS):
        rightwards = sweep % 2 == 0
        places = range(1, len(tried)) if rightwards else range(len(tried) - 2, -1, -1)
        for place in places:
            beside = _positions(tried[place - 1 if rightwards else place + 1])
            tried[place] = _sorted_by_middle(tried[place], before if rightwards else after, beside)
        found = crossings(tried, segments)
        if found < fewest:
            best, fewest = [[list(cell) for cell in column] for column in tried], found
    return best


def crossings(columns: Columns[Item], segments: Sequence[tuple[Item, Item]]) -> int:
    """How many pairs of segments cross between the columns.

    Two cross where one begins above the other and ends below it.
    """
    positions = [_positions(column) for column in columns]
    total = 0
    for left, right in itertools.pairwise(positions):
        ends = sorted((left[source], right[target]) for source, target in segments if source in left)
        seen: list[int] = []
        place = 0
        while place < len(ends):
            together = [end for start, end in ends if start == ends[place][0]]
            total += sum(len(seen) - bisect_right(seen, end) for end in together)
            for end in together:
                insort(seen, end)
            place += len(together)
    return total


def _positions(column: Sequence[Sequence[Item]]) -> dict[Item, int]:
    """How far down each thing of a column stands."""
    return {item: place for place, item in enumerate(item for cell in column for item in cell)}


def _sorted_by_middle(
    column: list[list[Item]], joined: Mapping[Item, Sequence[Item]], beside: Mapping[Item, int]
) -> list[list[Item]]:
    """Each cell by the middle of what its things are joined to beside it; what is joined to nothing stays put."""
    own, below = _positions(column), max(len(beside) - 1, 1)
    scale = below / max(len(own) - 1, 1)

    def middle(item: Item) -> float:
        there = [beside[each] for each in joined.get(item, ()) if each in beside]
        return sum(there) / len(there) if there else own[item] * scale

    def by_middle(item: Item) -> tuple[float, int]:
        return middle(item), own[item]

    return [sorted(cell, key=by_middle) for cell in column]


def _neighbours(segments: Sequence[tuple[Item, Item]]) -> tuple[dict[Item, list[Item]], dict[Item, list[Item]]]:
    before: dict[Item, list[Item]] = {}
    after: dict[Item, list[Item]] = {}
    for source, target in segments:
        before.setdefault(target, []).append(source)
        after.setdefault(source, []).append(target)
    return before, after
