"""Patience is told before the data are there: by the test that will be reported, for fewer and for more places."""

from __future__ import annotations

import numpy as np
import pytest

from landsby.evaluation.designs.schedules import NEVER, Schedule
from landsby.evaluation.inference.calibrated_procedures import Batch, procedures
from landsby.evaluation.inference.exchange import exchanges
from landsby.evaluation.inference.many_outcomes import Fixed
from landsby.evaluation.inference.noise import Noise
from landsby.evaluation.inference.statistics import BY_COEFFICIENT, BY_GROUP, Asked
from landsby.evaluation.power.foreseeing import _hits, when_known
from landsby.evaluation.power.other_sizes import sizes_of
from landsby.evaluation.power.patience import Plan, growing_effect, smallest_found

RNG = np.random.default_rng


def design(G=40, clusters=20, treated=2, start=6):
    names = [f"a{g:02d}" for g in range(G)]
    of = {name: f"c{g % clusters:02d}" for g, name in enumerate(names)}
    starts = {name: start + g % clusters if g % clusters < treated else None for g, name in enumerate(names)}
    return Schedule.of(starts, of)


def planned(schedule, n):
    among = exchanges(schedule, RNG(1), size=n.sum(axis=1), draws=99, enumerate_up_to=1)
    return Plan(n, np.arange(n.shape[1]), schedule, among, Noise(1.0, 0.1, 0.1, 0.3))


def test_more_years_and_larger_effects_are_known_sooner():
    plan = planned(design(), np.full((40, 12), 50.0))
    effects = np.array([0.0, 0.1, 0.2, 0.4, 0.8, 1.6])
    known = when_known(plan, RNG(2), effects=effects, onset=(0.0, 0.25, 0.5, 1.0), draws=60)
    assert [each.last for each in known] == [6, 7, 8, 9, 10, 11]
    assert known[0].smallest == np.inf
    assert known[-1].smallest <= known[2].smallest
    assert known[-1].power[0] < 0.15
    assert known[-1].power[-1] > 0.8


@pytest.mark.parametrize("statistic", [*BY_GROUP, *BY_COEFFICIENT, "cr3"])
def test_all_years_at_once_say_what_a_run_of_each_year_alone_says(statistic):
    schedule, rng = design(G=24, clusters=12), RNG(5)
    n = np.exp(rng.normal(3, 0.6, (24, 1))) * np.ones((1, 10))
    plan, effects = planned(schedule, n), np.array([0.0, 0.3])
    grown = growing_effect(plan.periods, schedule, (0.5, 1.0))
    Y = plan.noise.draw(rng, n, schedule.cluster_index, 8, plan.periods)
    found = _hits(plan, grown, effects, statistic, RNG(0))(Y)
    for year, last in enumerate(plan.begun.tolist()):
        rows = plan.until(last)
        T, fixed = len(rows.periods), Fixed.of(rows, schedule)
        test = procedures(fixed, schedule, plan.among, plan.noise, RNG(0))[Asked(statistic)]
        for e, effect in enumerate(effects):
            outcome = (Y + effect * grown)[:, :, :T]
            p = test(Batch(outcome, fixed.left(outcome[:, rows.area, rows.period].T)))
            assert found[year, e] == np.sum(p <= 0.05 + 1e-12), (last, effect)


def test_an_effect_grows_as_it_is_said_to():
    schedule = Schedule.of({"a": 2, "b": None})
    np.testing.assert_array_equal(
        growing_effect(np.arange(6), schedule, (0.0, 0.5, 1.0)), [[0, 0, 0, 0.5, 1, 1], [0] * 6]
    )


def test_the_smallest_effect_lies_between_those_tried_and_is_none_where_the_test_cries_wolf():
    effects = np.array([0.0, 1.0, 2.0, 4.0])
    assert smallest_found(effects, np.array([0.05, 0.2, 0.6, 1.0]), 0.8) == pytest.approx(3.0)
    assert smallest_found(effects, np.array([0.05, 0.2, 0.6, 0.7]), 0.8) == np.inf
    assert smallest_found(effects, np.array([0.3, 0.9, 1.0, 1.0]), 0.8) == np.inf


def test_a_design_is_tried_with_fewer_and_more_places_of_the_same_kind():
    schedule = design(G=40, clusters=20, treated=3)
    n = np.arange(40.0)[:, None] * np.ones((1, 12)) + 10
    sizes = list(sizes_of(n, schedule))
    assert sizes[0].is_declared
    assert sizes[0].numbers == (6, 3, 34, 17)
    assert {one.numbers[1] for one in sizes} == {2, 3, 6, 9}
    assert {one.numbers[2] for one in sizes} == {16, 34, 68}
    assert len({one.numbers for one in sizes}) == len(sizes)
    for one in sizes:
        starts, areas = one.schedule.first[one.schedule.first != NEVER], one.schedule.area
        assert list(areas) == sorted(set(areas.tolist()))
        assert set(starts.tolist()) <= {6, 7, 8}
        assert len(one.n) == len(areas)
