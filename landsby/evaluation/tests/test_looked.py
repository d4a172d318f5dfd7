"""What an outcome's effect leans on, and what is told of it: by the same exchange of schedules, never beyond it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from landsby.evaluation.designs.parts import Treated
from landsby.evaluation.estimates.group_time import grid
from landsby.evaluation.findings.dosing import OBSERVED, dose_of
from landsby.evaluation.findings.finding import found_of
from landsby.evaluation.findings.found import When
from landsby.evaluation.findings.judging import Judged, exchanging, judged, withheld
from landsby.evaluation.findings.looked import looked, one_figure, paths_of_cells
from landsby.evaluation.inference.calibration import Calibrated
from landsby.evaluation.inference.choice import Verdict
from landsby.evaluation.inference.exchanged_paths import Grid, exchanged_paths
from landsby.evaluation.inference.expected_noise import Chance
from landsby.evaluation.inference.noise import Noise
from landsby.evaluation.inference.statistics import BY_GROUP
from landsby.evaluation.problems import Refused
from landsby.evaluation.tests.panels import panel
from landsby.evaluation.tests.test_estimating import EFFECT, cells, design

WHEN = When(measured=4, needed=1, ended=True)


PARTS = ("before", *(f"e{time}" for time in range(-9, 9)), *(f"date {earlier}" for earlier in range(1, 5)))


def held(parts=PARTS, **sizes):
    """What a calibration run with these sizes leads to, in which these parts of paths hold theirs."""
    found = tuple(Calibrated(name, size, {}, 100) for name, size in sizes.items())
    first = next((each.statistic for each in found if each.holds), None)
    of_path = tuple(Calibrated(BY_GROUP[0], 0.05, {}, 100, part=each) for each in parts)
    return Judged(found, Verdict(first, OBSERVED), None, parts=of_path)


def told():
    return design(estimators="[group_time, two_way]").model_copy(
        update={"inference": design().inference.model_copy(update={"calibration": 300})}
    )


@pytest.fixture(scope="module")
def world():
    rows, areas = cells()
    plan = told()
    schedule = plan.schedule(areas)
    mine = rows.where(np.isin(rows.area, schedule.area))
    return mine, schedule, plan, exchanging(mine, schedule, plan)


@pytest.fixture(scope="module")
def found(world):
    mine, schedule, plan, how = world
    with pytest.MonkeyPatch.context() as few:
        few.setattr("landsby.evaluation.findings.judging.enough", lambda _alpha, asked: asked)
        return found_of(mine, schedule, plan, plan.primary, how, WHEN)


def test_a_plain_effect_is_found_held_and_read(found):
    assert found.judged.verdict.statistic is not None
    assert found.headline.p is not None
    assert found.headline.estimate == pytest.approx(EFFECT, abs=0.6)
    assert found.reading.code == "different"
    assert all(each.p is None for each in found.estimates if not found.judged.holds(each.asked))


def test_nothing_leaves_by_a_procedure_that_does_not_hold(world, found):
    mine, schedule, _, how = world
    for none in (held(cr1=0.3), held()):
        bare = withheld(found.estimates, none)
        assert {(each.se, each.p, each.ci_low, each.ci_high) for each in bare} == {(None, None, None, None)}
        leaning = looked(mine, schedule, how, found.paths, none, seed=1)
        assert np.isnan(leaning.pre_trend.p)
        assert not leaning.bounds
        assert {each.p for each in leaning.placebo_dates} == {None}
        assert leaning.moved_before(0.05) is None


def test_sensitivity_leaves_out_areas_and_asks_earlier_dates(world):
    mine, schedule, _, how = world
    good = held(**{BY_GROUP[0]: 0.05})
    leaning = looked(mine, schedule, how, paths_of_cells(mine, schedule, how), good, seed=1)
    assert [each.area for each in leaning.leave_one_out] == ["0101", "0102"]
    rest = schedule.among([area for area in schedule.area.tolist() if area != "0101"])
    assert leaning.leave_one_out[0].estimate == one_figure(mine.where(mine.area != "0101"), rest)
    first = dict(zip(schedule.area.tolist(), schedule.first.tolist(), strict=True))["0101"]
    since = mine.where((mine.area == "0101") & (mine.period >= first))
    assert leaning.leave_one_out[0].n == since.n.sum()
    assert [each.earlier for each in leaning.placebo_dates] == [1, 2, 3]
    assert leaning.moved_before(0.05) is False
    assert [bounds.M for kind, _, bounds, _ in leaning.bounds if kind == "relative"] == [0.0, 0.5, 1.0, 2.0]
    assert 0 < leaning.pre_trend.slope_50 < leaning.pre_trend.slope_80


def test_areas_chosen_when_they_fared_badly_show_it_before_the_start():
    """Regression to the mean: a bad last year before the start is an effect at a date that was none."""
    mine, areas = cells(jump=0.0)
    plan = told()
    schedule = plan.schedule(areas)
    mine = mine.where(np.isin(mine.area, schedule.area))
    bad = np.isin(mine.area, schedule.treated) & (mine.period == 2015)
    sums = mine.sums.copy()
    sums[bad, 0] += (300 * mine.n[bad]).astype(sums.dtype)  # three kilogrammes, as stored
    chosen = replace(mine, sums=sums)
    how = exchanging(chosen, schedule, plan)
    good = held(**{BY_GROUP[0]: 0.05})
    paths = paths_of_cells(chosen, schedule, how)
    leaning = looked(chosen, schedule, how, paths, good, seed=1)
    assert leaning.placebo_dates[0].estimate == pytest.approx(3.0, abs=0.6)
    assert leaning.moved_before(0.05)
    assert paths.overall[0] < -1, "the areas seem to fare better, and only return to what they were"


def test_a_dose_is_an_observation(world):
    mine, schedule, plan, _ = world
    assert dose_of(mine, schedule, plan) is None
    one = [Treated(area="0101", starts=2016, dose=1.0), Treated(area="0102", starts=2018, dose=2.0)]
    with pytest.raises(Refused) as refusal:
        dose_of(mine, schedule, plan.model_copy(update={"treated": tuple(one)}))
    assert [each.code for each in refusal.value.problems] == ["few_doses"]
    p = panel(4, starts=(3, 3, 4, 4))
    doses = tuple(Treated(area=f"a{g:03d}", starts=3, dose=float(g)) for g in range(4))
    found = dose_of(p.cells.only("y"), p.schedule, plan.model_copy(update={"treated": doses}))
    x, y, w = (np.array([getattr(each, name) for each in found.areas]) for name in ("dose", "effect", "n"))
    assert found.slope == pytest.approx(np.polyfit(x, y, 1, w=np.sqrt(w))[0])
    assert "observation" in found.said.en


def test_what_chance_would_do_is_what_it_does():
    """The expected noise of a figure under a schedule is the deviation of that figure over many simulated worlds."""
    p = panel(3, G=30, clusters=15, starts=(3, 4, 4))
    n, y, periods = grid(p.cells.only("y"), p.schedule)
    measured = periods != 1  # a year that nobody was measured in lies between two that were
    n, y, periods = n[:, measured], y[:, measured], periods[measured]
    noise = Noise(1.0, 0.4, 0.5, 0.6)
    index = p.schedule.cluster_index
    one = exchanged_paths(Grid(n, y, periods), p.schedule.first[None, :], Chance(noise, index, np.ones(30)))
    worlds = noise.draw(np.random.default_rng(1), n, index, 2_000, periods)
    figures = [exchanged_paths(Grid(n, each, periods), p.schedule.first[None, :]).overall[0] for each in worlds]
    assert one.overall_scale[0] == pytest.approx(np.std(figures), rel=0.08)


def test_without_anything_to_exchange_no_p_value_is_given(world):
    mine, schedule, plan, _ = world
    none = judged(mine, schedule, plan, plan.primary, None)
    assert none.verdict.statistic is None
    assert "no p-value" in none.verdict.because.en
