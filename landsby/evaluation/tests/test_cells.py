"""Cells carry the rows' sums exactly, and say what is wrong with themselves and with a design."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from landsby.evaluation.cells.cells import pairs
from landsby.evaluation.cells.making import cells_of_sums, merge
from landsby.evaluation.checks.cells import problems_of_cells, problems_of_design
from landsby.evaluation.designs.schedules import NEVER, Schedule
from landsby.evaluation.problems import Refused
from landsby.evaluation.tests.in_memory import cells_of_rows

ROWS = st.lists(
    st.tuples(
        st.sampled_from("abc"), st.integers(2000, 2003), st.integers(-(10**9), 10**9), st.integers(-(10**6), 10**6)
    ),
    min_size=2,
    max_size=40,
)


def cells_from(rows, scales=(1000, 10)):
    area, period, y, x = zip(*rows, strict=True)
    values = [np.array(y) / scales[0], np.array(x) / scales[1]]
    return cells_of_rows({"y": scales[0], "x": scales[1]}, {"area": area, "period": period}, values)


def codes(problems):
    return {problem.code for problem in problems}


@settings(max_examples=60)
@given(ROWS)
def test_means_and_scatter_are_those_of_the_rows(rows):
    cells = cells_from(rows)
    for c in range(len(cells)):
        mine = [(y, x) for a, t, y, x in rows if (a, t) == (cells.area[c], cells.period[c])]
        values = np.array(mine, dtype=object)
        n = len(mine)
        assert cells.n[c] == n
        mean = [sum(values[:, 0]) / n / 1000, sum(values[:, 1]) / n / 10]
        np.testing.assert_allclose(cells.means()[c], mean, rtol=1e-14, atol=1e-14)
        cross = sum(n * y * x for y, x in mine) - sum(values[:, 0]) * sum(values[:, 1])
        np.testing.assert_allclose(cells.scatter()[c, 0, 1], cross / (n * 10_000), rtol=1e-12)


@settings(max_examples=60)
@given(ROWS, st.randoms(use_true_random=False))
def test_cells_merged_from_several_holders_are_the_cells_of_all_rows(rows, random):
    whole = cells_from(rows)
    shuffled = rows[:]
    random.shuffle(shuffled)
    cut = random.randint(1, len(rows) - 1)
    one, two = cells_from(shuffled[:cut]), cells_from(shuffled[cut:])
    assert merge(one, two).fingerprint() == whole.fingerprint() == merge(two, one).fingerprint()


def test_sums_that_pass_sixty_four_bits_stay_exact():
    big = 3 * 10**9
    cells = cells_of_rows({"y": 1}, {"area": ["a"] * 4, "period": [1] * 4}, [[big, big + 1, big, big + 1]])
    assert int(cells.products[0, 0]) == 2 * big**2 + 2 * (big + 1) ** 2
    assert cells.scatter()[0, 0, 0] == 1.0


def test_the_pairs_stand_row_by_row():
    assert list(zip(*pairs(3), strict=True)) == [(0, 0), (0, 1), (0, 2), (1, 1), (1, 2), (2, 2)]


def test_some_variables_can_be_taken_in_another_order():
    cells = cells_from([("a", 1, 3, 7), ("a", 1, 4, 9), ("b", 1, 5, 1)])
    turned = cells.only("x", "y")
    np.testing.assert_array_equal(turned.scatter(), cells.scatter()[:, ::-1, ::-1])
    with pytest.raises(Refused, match="no variable z"):
        cells.only("z")


def test_cells_made_by_other_recipes_are_not_added_up():
    rows = [("a", 1, 3, 7), ("a", 1, 4, 9)]
    with pytest.raises(Refused, match="same variables and scales"):
        merge(cells_from(rows), cells_from(rows, scales=(100, 10)))


def test_columns_of_different_length_are_refused():
    with pytest.raises(Refused, match="make cells that fit"):
        cells_of_sums({"y": 1}, {"area": ["a"], "period": [1]}, [1, 1], [[1], [1]], [[1], [1]])
    with pytest.raises(Refused, match="zero rows"):
        cells_of_sums({"y": 1}, {"area": ["a"], "period": [1]}, [0], [[1]], [[1]])


def design(first, cluster=None):
    return Schedule.of(first, cluster)


def panel(areas="abcd", periods=(1, 2, 3), strata=("",)):
    rows = [(a, t, s, hash_free(a, t, s)) for a in areas for t in periods for s in strata]
    area, period, stratum, y = zip(*rows, strict=True)
    return cells_of_rows({"y": 100}, {"area": area, "period": period, "stratum": stratum}, [np.array(y)])


def hash_free(area, period, stratum):
    return ord(area) % 7 + period * 0.5 + len(stratum)


@pytest.mark.parametrize(
    ("first", "code"),
    [
        ({"a": None, "b": None, "c": None, "d": None}, "none_treated"),
        ({"a": 2, "b": 2, "c": 2, "d": 3}, "all_treated"),
        ({"a": 2, "b": None, "c": None, "d": None}, "one_treated"),
        ({"a": 1, "b": 2, "c": None, "d": None}, "no_pre_period"),
        ({"a": 4, "b": 2, "c": None, "d": None}, "no_post_period"),
        ({"a": 2, "b": 2, "c": None}, "area_absent"),
        ({"a": 2, "b": 2, "c": None, "d": None, "e": None}, "area_without_cells"),
    ],
)
def test_a_design_that_cannot_carry_an_answer_is_told_so(first, code):
    assert code in codes(problems_of_design(panel(), design(first)))


def test_a_sound_design_has_no_problems():
    assert not codes(problems_of_design(panel(), design({"a": 2, "b": 3, "c": None, "d": None})))


def test_strata_on_one_side_only_are_told():
    cells = panel(strata=("boys", "girls"))
    lonely = cells.where(~((cells.stratum == "girls") & np.isin(cells.area, ["a", "b"])))
    found = [p for p in problems_of_design(lonely, design({"a": 2, "b": 3, "c": None, "d": None})) if p.blocks]
    assert codes(found) == {"empty_strata"}
    assert "girls" in found[0].say("da")


def test_an_outcome_without_variation_is_told():
    flat = cells_of_rows({"y": 1}, {"area": list("ab"), "period": [1, 1]}, [[3, 3]])
    assert codes(problems_of_cells(flat)) == {"no_variation"}


def test_two_areas_of_one_municipality_are_one_treated_cluster():
    schedule = design({"a": 2, "b": 3, "c": None}, {"a": "m1", "b": "m1", "c": "m2"})
    assert schedule.treated_clusters.tolist() == ["m1"]
    assert schedule.first.tolist() == [2, 3, NEVER]
    np.testing.assert_array_equal(schedule.on(np.array([1, 2, 3])), [[0, 1, 1], [0, 0, 1], [0, 0, 0]])
