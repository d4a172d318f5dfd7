"""Areas that come, go or shrink, areas not yet begun, and periods that nobody measured: none of it is an effect."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from landsby.evaluation.cells.making import cells_of_sums
from landsby.evaluation.cells.rows import rows_of
from landsby.evaluation.checks.cells import problems_of_design
from landsby.evaluation.designs.schedules import NEVER, Schedule
from landsby.evaluation.estimates.aggregation import aggregate
from landsby.evaluation.estimates.group_time import group_time
from landsby.evaluation.estimates.two_way import event_study
from landsby.evaluation.findings.looked import paths_of_cells
from landsby.evaluation.inference.calibrated_procedures import procedures
from landsby.evaluation.inference.exchange import Exchanges
from landsby.evaluation.inference.exchanged_paths import Grid, exchanged_paths, path_tests
from landsby.evaluation.inference.many_outcomes import Fixed
from landsby.evaluation.inference.noise import Noise
from landsby.evaluation.inference.statistics import Asked
from landsby.evaluation.problems import Refused

LEVELS = np.array([1.0, 3.0, 2.0, 2.4, 1.6, 2.2, 1.8, 2.1, 2.6, 1.4])
PERIODS = np.arange(2000, 2008)
STARTS = np.array([2004, 2004, 2005, *[NEVER] * 7])


def world(n=None, starts=STARTS, periods=PERIODS, effect=0.0):
    """Areas of different level that all follow one trend, with (G, T) rows; the cells and the schedule."""
    n = np.full((10, len(periods)), 50) if n is None else n
    y = LEVELS[:, None] + 0.1 * (periods - 2000) + effect * (periods >= starts[:, None])
    g, t = np.nonzero(n)
    sums = np.round(1000 * y[g, t]).astype(int) * n[g, t]
    keys = {"area": [f"a{area}" for area in g], "period": periods[t].tolist()}
    cells = cells_of_sums({"y": 1000}, keys, n[g, t], sums[:, None], (sums**2 // n[g, t])[:, None])
    return cells, Schedule.of({f"a{area}": None if s == NEVER else int(s) for area, s in enumerate(starts)}), (n, y)


def figures(n=None, **more):
    """The one figure as Callaway and Sant'Anna give it, and as the exchange does."""
    cells, schedule, (n, y) = world(n, **more)
    grid = Grid(n.astype(float), np.where(n > 0, y, 0.0), cells.periods)
    paths = exchanged_paths(grid, np.stack([schedule.first, np.roll(schedule.first, 3)]))
    return aggregate(group_time(cells, schedule)).overall, paths


def codes(cells, schedule):
    return {each.code: each.text.say("en") for each in problems_of_design(cells, schedule)}


@pytest.mark.parametrize("rows", [0, 3])
@pytest.mark.parametrize(("area", "at"), [(0, 3), (0, 5), (8, 3), (8, 6), (2, slice(5, None))])
def test_an_area_that_lacks_rows_somewhere_moves_nothing(area, at, rows):
    """The world has no effect: another is only found if levels of areas pass for change."""
    n = np.full((10, 8), 50)
    n[area, at] = rows
    for effect in (0.0, 0.5):
        one, paths = figures(n, effect=effect)
        assert one == pytest.approx(effect, abs=1e-9)
        assert paths.overall[0] == pytest.approx(effect, abs=1e-9)
        assert paths.overall[1] == pytest.approx(paths.overall_slope[1] * effect, abs=1e-9)
        np.testing.assert_allclose(paths.beta[0], effect * (paths.times >= 0), atol=1e-9)


def test_areas_with_gaps_are_told_by_name():
    n = np.full((10, 8), 50)
    n[0, 3] = n[8, 3] = 0
    n[2, 5:] = 3
    told = codes(*world(n)[:2])
    assert "a0" in told["no_base"]
    assert "a8" in told["areas_with_gaps"]
    assert "a2" in told["rows_fallen"]
    assert not {"no_base", "areas_with_gaps", "rows_fallen", "base_earlier"} & set(codes(*world()[:2]))


def test_areas_that_have_not_begun_do_not_dilute_the_path():
    """What was seen of those that have begun, with and without two areas that start after the data end."""
    y = np.zeros((10, 10))
    y[:2, 1] = -1.0
    later = np.array([5, 5, 12, 12, *[NEVER] * 6])
    paths = exchanged_paths(Grid(np.full((10, 10), 50.0), y, np.arange(10)), np.stack([later, np.roll(later, 3)]))
    assert dict(zip(paths.times.tolist(), paths.beta[0], strict=True))[-4] == pytest.approx(-1.0)
    assert paths.times.max() == 4


def test_a_period_that_nobody_measured_is_said_and_the_one_before_takes_its_place():
    starts = np.where(STARTS == 2005, 2004, STARTS)
    cells, schedule, _ = world(starts=starts, periods=np.array([2000, 2001, 2002, 2004, 2005]), effect=0.5)
    assert "2002" in codes(cells, schedule)["base_earlier"]
    one, paths = figures(starts=starts, periods=cells.periods, effect=0.5)
    assert one == pytest.approx(0.5)
    assert paths.times.tolist() == [-4, -3, 0, 1]
    fitted = event_study(cells, schedule)
    assert fitted.terms == ("e-4", "e-3", "e0", "e1")
    np.testing.assert_allclose(fitted.beta, [0, 0, 0.5, 0.5], atol=1e-9)


def test_where_there_is_no_effect_there_is_no_test():
    """A rival that is there never stands in for an actual figure that is not."""
    n = np.full((10, 8), 50.0)
    n[:3] = 0
    first = np.stack([STARTS, np.roll(STARTS, 3)])
    one, *_ = path_tests(exchanged_paths(Grid(n, np.zeros((10, 8)), PERIODS), first), 0.95)
    assert np.isnan([one.estimate, one.p, one.ci_low, one.ci_high]).all()


@pytest.mark.parametrize("base", [True, False])
def test_where_no_area_has_a_path_yet_it_is_said_why_and_nothing_is_asked(base):
    """Nobody has begun, or nobody who has begun was measured just before."""
    n = np.full((10, 8), 50)
    n[:3, 3] = 50 if base else 0
    starts = np.where(STARTS == NEVER, NEVER, 2010 if base else 2004)
    cells, schedule, _ = world(n, starts=starts)
    among = Exchanges(np.stack([schedule.first, np.roll(schedule.first, 3)]), enumerated=False, possible=2)
    with pytest.raises(Refused) as refusal:
        paths_of_cells(cells, schedule, SimpleNamespace(among=among))
    assert [each.code for each in refusal.value.problems] == ["no_post_period" if base else "no_base"]
    if base:
        return
    fixed = Fixed.of(rows_of(cells, schedule), schedule)
    assert Asked("influence") not in procedures(
        fixed, schedule, among, Noise(1, 0.1, 0.1, 0.2), np.random.default_rng(1)
    )
