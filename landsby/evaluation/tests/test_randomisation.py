"""Schedules are exchanged whole, within their blocks, and the tests made from them are those done one by one."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from landsby.evaluation.cells.rows import rows_of
from landsby.evaluation.designs.schedules import NEVER, Schedule
from landsby.evaluation.estimates.clustered import cr1
from landsby.evaluation.estimates.two_way import static
from landsby.evaluation.inference.exchange import Exchanges, blocks_of_size, exchanges
from landsby.evaluation.inference.exchanged_fits import exchanged_fits
from landsby.evaluation.inference.randomisation import exchange_test, reached
from landsby.evaluation.problems import Refused
from landsby.evaluation.tests.panels import panel
from landsby.evaluation.tests.published import twelve_states

RNG = np.random.default_rng


@settings(max_examples=10)
@given(st.integers(0, 10**6), st.sampled_from([None, 7]), st.booleans())
def test_thousands_of_fits_at_once_are_the_fits_one_by_one(seed, clusters, covariate):
    p = panel(seed, clusters=clusters)
    cells = p.cells if covariate else p.cells.only("y")
    among = exchanges(p.schedule, RNG(seed), draws=12, enumerate_up_to=1)
    rows = rows_of(cells, p.schedule)
    fits = exchanged_fits(rows, p.schedule.cluster_index, among.first)
    d = rows.by_area(p.schedule.on(rows.periods))
    for r in (0, 3, 9):
        moved = Schedule(p.schedule.area, among.first[r], p.schedule.cluster)
        one = static(cells, moved)
        assert fits.beta[r] == pytest.approx(one.beta[0], rel=1e-8)
        factor = cr1(one).factor ** 0.5
        assert fits.studentised(0.0)[r] == pytest.approx(one.beta[0] / cr1(one).se[0] * factor, rel=1e-7)
        taken = exchanged_fits(replace(rows, y=rows.y - 0.7 * d), p.schedule.cluster_index, among.first)
        assert fits.coefficients(0.7)[r] == pytest.approx(taken.beta[r], rel=1e-7)
        assert fits.studentised(0.7)[r] == pytest.approx(taken.studentised(0.0)[r], rel=1e-6)


def test_schedules_are_enumerated_each_once():
    schedule = Schedule.of({"a": 2, "b": 3, "c": 3, "d": None, "e": None})
    among = exchanges(schedule, RNG(0))
    assert among.enumerated
    assert among.possible == len(among.first) == len(np.unique(among.first, axis=0)) == 30
    assert among.first[0].tolist() == schedule.first.tolist()
    assert all(sorted(row.tolist()) == sorted(schedule.first.tolist()) for row in among.first)


def test_schedules_stay_in_their_blocks():
    schedule = Schedule.of({"a": 2, "b": None, "c": 3, "d": None, "e": None})
    among = exchanges(schedule, RNG(0), block=np.array([0, 0, 1, 1, 1]))
    assert among.possible == len(among.first) == 6
    assert set(among.first[:, :2].ravel().tolist()) == {2, NEVER}
    assert set(among.first[:, 2:].ravel().tolist()) == {3, NEVER}


def test_a_municipality_is_exchanged_whole_and_its_profile_stretched():
    of = {"a": "m", "b": "m", "c": "n", "d": "n", "e": "n", "f": "n", "g": "o"}
    schedule = Schedule.of({"a": 2, "b": None} | dict.fromkeys("cdefg"), of)
    among = exchanges(schedule, RNG(0), size=np.array([5.0, 9, 4, 3, 2, 1, 1]))
    got = {tuple(row.tolist()) for row in among.first[1:]}
    N = NEVER
    # In m the larger area b comes first and is never treated; so the later half of n is, and none of o's one area.
    assert got == {(N, N, N, N, 2, 2, N), (N, N, N, N, N, N, N)}


def test_drawn_schedules_come_from_the_generator_alone():
    schedule = panel(1, G=30).schedule
    one, two = (exchanges(schedule, RNG(5), draws=50) for _ in range(2))
    assert not one.enumerated
    np.testing.assert_array_equal(one.first, two.first)
    assert (exchanges(schedule, RNG(6), draws=50).first != one.first).any()


def test_only_one_possible_schedule_is_refused():
    schedule = Schedule.of({"a": 2, "b": None})
    with pytest.raises(Refused, match="no other way"):
        exchanges(schedule, RNG(0), block=np.array([0, 1]))


def test_blocks_hold_clusters_of_similar_size():
    schedule = Schedule.of({"a": 2, "b": 3, "c": None, "d": None, "e": None, "f": None})
    block = blocks_of_size(schedule, np.array([10.0, 100, 15, 6, 120, 900]), ratio=2)
    assert block[0] == block[2] == block[3] != block[1] == block[4]
    assert block[5] not in block[:5]


def test_statistics_that_cannot_be_had_count_against_the_effect():
    assert reached(np.array([2.0, np.nan, 1.0, 2.0])) == 0.75


def test_the_interval_holds_what_is_not_rejected():
    p = panel(4, G=20)
    among = exchanges(p.schedule, RNG(1), draws=199, enumerate_up_to=1)
    for studentised in (False, True):
        test = exchange_test(p.cells, p.schedule, among, studentised=studentised)
        rows = rows_of(p.cells, p.schedule)
        d = rows.by_area(p.schedule.on(rows.periods))
        for delta, inside in ((test.ci_low - 0.02, False), (test.ci_low + 0.02, True), (test.ci_high - 0.02, True)):
            fits = exchanged_fits(replace(rows, y=rows.y - delta * d), p.schedule.cluster_index, among.first)
            values = fits.studentised(0.0) if studentised else fits.beta
            assert (reached(np.abs(values)) > 0.05) is inside


@pytest.mark.realdata
def test_twelve_states_give_the_exact_p_over_all_assignments(realdata):
    """Four of twelve states: 495 assignments, p = 9 / 495."""
    cells, schedule = twelve_states(realdata)
    among = exchanges(schedule, RNG(0))
    assert len(among.first) == 495
    test = exchange_test(cells, schedule, among)
    assert test.p == pytest.approx(0.0181818, abs=5e-8)
    assert isinstance(among, Exchanges)
