"""Whether two tallies hold the same children, under other names of places or of holders."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from itertools import combinations
from typing import NamedTuple

from landsby.analysis.cells.tally import ROWS, Key, Tally

MOST = 0.5
"""Where more than this share of the children that could be the same stands in sums that agree to the last, they are."""


class Same(NamedTuple):
    """Two of several tallies that hold the same children, by their places among them."""

    one: int
    other: int


def same_children(tallies: list[Tally]) -> list[Same]:
    """The pairs of tallies that hold the same children, of the same columns.

    Places may be called otherwise, so all of one period and cohort is compared, count for count and sum for sum; and
    where they are called the same, cell is compared with cell, for one file may hold more places than the other.
    """
    pairs = combinations(range(len(tallies)), 2)
    return [Same(one, other) for one, other in pairs if _agree(tallies[one], tallies[other])]


def _agree(one: Tally, other: Tally) -> bool:
    return any(_mostly_equal(_sums(one, of), _sums(other, of), one.columns.index(ROWS)) for of in (_of_time, _of_cell))


def _of_time(key: Key) -> Hashable:
    return key.period, key.cohort


def _of_cell(key: Key) -> Hashable:
    return key


Sums = dict[Hashable, tuple[int, ...]]


def _sums(tally: Tally, of: Callable[[Key], Hashable]) -> Sums:
    sums: Sums = {}
    for key, numbers in zip(tally.keys, tally.numbers, strict=True):
        before = sums.get(of(key))
        sums[of(key)] = numbers if before is None else tuple(a + b for a, b in zip(before, numbers, strict=True))
    return sums


def _mostly_equal(one: Sums, other: Sums, rows: int) -> bool:
    """Whether most children whom both could hold stand in equal sums."""
    both = one.keys() & other.keys()
    could = sum(min(one[key][rows], other[key][rows]) for key in both)
    equal = sum(one[key][rows] for key in both if one[key] == other[key])
    return could > 0 and equal > MOST * could
