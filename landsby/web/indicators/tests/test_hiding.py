"""What is hidden cannot be worked out: not from a whole and its parts, and not from what was told before."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from landsby.evaluation.disclosure.tables import TOTAL, width, with_totals
from landsby.web.indicators.figures import Cell
from landsby.web.indicators.hiding import Hiding, hiding_of
from landsby.web.indicators.windows import hiding_from
from landsby.web.kit.small_cells import SMALL, differs_by_few

pytestmark = pytest.mark.once

QUAY, HILL, BAY, NORTH, SOUTH, ISLE, COUNTRY = "c1", "c2", "c3", "m0901", "m0902", "m0903", "m0000"
WITHIN = {QUAY: NORTH, HILL: NORTH, BAY: NORTH}


def cell(place, period, part, among, stratum=""):
    return Cell(place, period, part / among * 100 if among else 0, part, among, stratum=stratum)


def coarse(*cells, before=()):
    """The places and strata that are told three years at a time only."""
    return hiding_of(cells, (), WITHIN, before).coarse


def test_a_hidden_municipality_cannot_be_worked_out_from_the_country():
    told = [cell(NORTH, 2021, 20, 50), cell(SOUTH, 2021, 30, 60), cell(ISLE, 2021, 1, 9)]
    assert coarse(*told, cell(COUNTRY, 2021, 51, 119)) == {(ISLE, ""), (NORTH, "")}
    assert coarse(*told, cell(COUNTRY, 2021, 900, 2000)) == {(ISLE, "")}
    assert coarse(*told) == {(ISLE, "")}


def test_nor_when_a_handful_of_children_live_in_no_municipality():
    told = [cell(NORTH, 2021, 20, 50), cell(SOUTH, 2021, 30, 60), cell(ISLE, 2021, 1, 9)]
    assert (NORTH, "") in coarse(*told, cell(COUNTRY, 2021, 52, 122))


def test_a_municipality_that_shields_another_is_not_the_sum_of_its_communities():
    told = [cell(NORTH, 2021, 50, 100), cell(ISLE, 2021, 1, 9), cell(COUNTRY, 2021, 51, 109)]
    parts = [cell(QUAY, 2021, 20, 50), cell(HILL, 2021, 30, 50)]
    assert coarse(*told, *parts) == {(ISLE, ""), (NORTH, ""), (QUAY, "")}


def test_a_hidden_group_of_a_community_cannot_be_worked_out_from_its_municipality():
    girls = [cell(QUAY, 2021, 1, 20, "Piger"), cell(HILL, 2021, 9, 30, "Piger"), cell(NORTH, 2021, 10, 50, "Piger")]
    assert coarse(*girls) == {(QUAY, "Piger"), (HILL, "Piger")}


def test_where_one_group_is_small_no_group_of_the_place_is_told_for_there_may_be_two_ways_of_parting_it():
    parts = {"Piger": (1, 20), "Drenge": (19, 30), "4. klasse": (1, 10), "5. klasse": (19, 40)}
    told = [cell(QUAY, 2021, *of, stratum) for stratum, of in parts.items()]
    assert coarse(cell(QUAY, 2021, 20, 50), *told) == {(QUAY, stratum) for stratum in parts}


def test_two_that_are_hidden_together_tell_of_more_than_a_few():
    """One more is hidden where the other has nobody on the side that is small."""
    told = [cell(QUAY, 2021, 1, 30), cell(HILL, 2021, 0, 40), cell(BAY, 2021, 9, 60), cell(NORTH, 2021, 10, 130)]
    assert coarse(*told) == {(QUAY, ""), (HILL, ""), (BAY, "")}


def test_three_small_years_cannot_be_worked_out_from_the_three_of_the_others(blueprint):
    years = range(2020, 2023)
    cells = [cell(QUAY, year, int(year == 2021), 30) for year in years]
    cells += [cell(HILL, year, 12, 40) for year in years] + [cell(BAY, year, 20, 60) for year in years]
    cells += [cell(NORTH, year, 32 + int(year == 2021), 130) for year in years]
    found = hiding_from(cells, blueprint.indicators["dares_at_seven"], date(2021, 1, 1), WITHIN)
    assert found.coarse == {(QUAY, ""), (HILL, "")}
    assert found.windows == {(QUAY, "", 2020), (HILL, "", 2020)}
    assert Hiding.from_data(found.to_data()) == found


def test_what_was_once_hidden_stays_so_for_the_old_three_years_and_new_single_ones_would_tell_it():
    now = cell(QUAY, 2021, 9, 30)
    assert coarse(now) == frozenset()
    assert coarse(now, before=[(QUAY, "")]) == {(QUAY, "")}


few = st.integers(0, 6)


@settings(max_examples=25)
@given(st.lists(st.tuples(few, st.integers(5, 60)), min_size=3, max_size=3))
def test_who_knows_all_that_is_told_cannot_tell_a_small_number(parts):
    """The reader of `evaluation.disclosure`, who knows that counts are whole numbers and not negative."""
    communities = dict(zip((QUAY, HILL, BAY), parts, strict=True))
    counts = {(place, side): n for place, (yes, no) in communities.items() for side, n in (("yes", yes), ("no", no))}
    whole = with_totals(counts)
    cells = [cell(place, 2021, yes, yes + no) for place, (yes, no) in communities.items()]
    cells.append(cell(NORTH, 2021, whole[TOTAL, "yes"], whole[TOTAL, TOTAL]))
    hidden = {place for place, _stratum in coarse(*cells)}
    rows = {TOTAL if each == NORTH else each for each in (*communities, NORTH) if each not in hidden}
    known = {(row, side): whole[row, side] for row, side in product(rows, ("yes", "no", TOTAL))}
    for entry, count in counts.items():
        if 0 < count < SMALL:
            assert width(entry, known, whole) >= SMALL


@pytest.mark.parametrize(
    ("before", "after", "few"),
    [
        ((45, 100), (46, 100), True),
        ((45, 100), (45, 103), True),
        ((45, 100), (48, 105), True),
        ((45, 100), (55, 100), False),
        ((45, 100), (50, 110), False),
        ((45, 100), (45, 100), False),
        ((None, 40), (None, 41), True),
        ((None, None), (None, None), False),
        ((12, None), (13, None), True),
    ],
)
def test_a_difference_may_itself_speak_of_few(before, after, few):
    assert differs_by_few(before, after) is few


def test_three_years_are_not_told_where_two_of_them_were_told_before_and_the_third_is_small(blueprint):
    share, start = blueprint.indicators["dares_at_seven"], date(2021, 1, 1)
    cells = [cell(QUAY, year, counted, 60) for year, counted in ((2020, 6), (2021, 7), (2022, 4))]
    kept = {(QUAY, ""): frozenset({2020, 2021})}
    assert hiding_from(cells, share, start, WITHIN).windows == frozenset()
    found = hiding_from(cells, share, start, WITHIN, told=kept)
    assert (found.coarse, found.windows) == ({(QUAY, "")}, {(QUAY, "", 2020)})
    assert Hiding.from_data(found.to_data()) == found
    later = [*cells, *(cell(QUAY, year, 6, 60) for year in range(2023, 2026))]
    assert hiding_from(later, share, start, WITHIN, found.coarse, found.told).windows == {(QUAY, "", 2020)}
