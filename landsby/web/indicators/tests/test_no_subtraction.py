"""Nothing that is too small comes back by subtraction, whatever is told of a country, its parts and their groups."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from landsby.web.indicators.figures import Cell
from landsby.web.indicators.hiding import hiding_of
from landsby.web.indicators.wholes import Lump, divisions_among

pytestmark = pytest.mark.once

COUNTRY, NORTH, SOUTH = "m0000", "m0901", "m0902"
WITHIN = {"c1": NORTH, "c2": NORTH, "c3": NORTH, "c4": SOUTH}
UNSEEN = {"u1": NORTH, "u2": SOUTH, "u3": COUNTRY}
"""Whoever lives in none of the parts that figures are told of."""
GROUPS = ("Piger", "Drenge")
PARTS = {
    NORTH: ("c1", "c2", "c3", "u1"),
    SOUTH: ("c4", "u2"),
    COUNTRY: (NORTH, SOUTH, "u3"),
}
LEAVES = (*WITHIN, *UNSEEN)

Counts = dict[tuple[str, str], tuple[int, int]]
"""By place and stratum: how many were counted, and among how many."""


def counted(leaves: list[tuple[int, int]]) -> Counts:
    """Everybody, by place and group; of each leaf two groups, as (counted, not counted)."""
    found: Counts = {}
    for at, place in enumerate(LEAVES):
        for group, (yes, no) in zip(GROUPS, leaves[2 * at : 2 * at + 2], strict=True):
            found[place, group] = (yes, yes + no)
    for whole in (NORTH, SOUTH, COUNTRY):
        for group in GROUPS:
            found[whole, group] = tuple(map(sum, zip(*(found[part, group] for part in PARTS[whole]), strict=True)))
    for place in (*LEAVES, *PARTS):
        found[place, ""] = tuple(map(sum, zip(*(found[place, group] for group in GROUPS), strict=True)))
    return found


def sums() -> Iterator[dict[tuple[str, str], int]]:
    """What the reader knows without being told: that parts make up wholes."""
    for whole, parts in PARTS.items():
        for stratum in ("", *GROUPS):
            yield {(whole, stratum): -1, **{(part, stratum): 1 for part in parts}}
    for place in (*LEAVES, *PARTS):
        yield {(place, ""): -1, **{(place, group): 1 for group in GROUPS}}


def worked_out(everything: Counts, told: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """What follows from what is told, and is not told: whatever no solution can change."""
    unknown = sorted(set(everything) - told)
    lines = np.array([[line.get(key, 0) for key in unknown] for line in sums()], dtype=float)
    _u, sizes, right = np.linalg.svd(lines)
    free = right[int((sizes > 1e-9).sum()) :]
    return {key for key, moves in zip(unknown, free.T, strict=True) if not np.abs(moves).max(initial=0) > 1e-9}


some = st.tuples(st.integers(0, 9), st.integers(0, 40))
nobody = st.just((0, 0))
trees = st.tuples(
    st.lists(some, min_size=8, max_size=8),
    st.lists(st.one_of(nobody, some), min_size=6, max_size=6),
    st.sets(st.sampled_from(GROUPS)),
    st.sets(st.sampled_from(tuple(PARTS))),
)
PLENTY = (20, 20)


@settings(max_examples=60)
@given(trees)
@example(([(11, 46), (1, 2), *[PLENTY] * 6], [PLENTY] * 6, {"Piger"}, {NORTH}))
@example(([PLENTY] * 8, [(1, 2), (0, 0), *[PLENTY] * 4], set(), {NORTH, COUNTRY}))
@example(([(1, 9), (1, 9), (0, 30), (0, 30), *[PLENTY] * 4], [(0, 0)] * 6, set(GROUPS), {NORTH, SOUTH, COUNTRY}))
def test_nothing_small_comes_back_by_subtraction(tree):
    communities, unseen, groups, wholes = tree
    everything = counted([*communities, *unseen])
    series = [(place, stratum) for place in (*WITHIN, *wholes) for stratum in ("", *groups)]
    cells = [
        Cell(place, 2021, 0.0, *everything[place, stratum], stratum=stratum)
        for place, stratum in series
        if everything[place, stratum][1]
    ]
    hidden = hiding_of(cells, (), WITHIN).coarse
    told = {(cell.place, cell.stratum) for cell in cells} - hidden
    known = worked_out(everything, told) | told
    few = {key for key in known if Lump(*everything[key]).is_few}
    assert not few, (few, sorted(told))


def test_ways_of_parting_the_people_are_found_and_a_lone_part_is_one_of_its_own():
    parts = {"": (30, 90), "Piger": (10, 50), "Drenge": (20, 40), "4. klasse": (12, 48), "5. klasse": (18, 42)}
    cells = [Cell("c1", 2021, 0.0, *of, stratum=stratum) for stratum, of in parts.items()]
    assert divisions_among(cells) == [frozenset({"4. klasse", "5. klasse"}), frozenset({"Piger", "Drenge"})]
    assert divisions_among(cells[:4]) == [frozenset({"Piger", "Drenge"}), frozenset({"4. klasse"})]
    assert divisions_among(cells[:1]) == []
