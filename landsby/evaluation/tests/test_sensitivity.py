"""Pre-trends with their power, bounds under trends that differ, and what a result leans on."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import optimize, stats

from landsby.evaluation.cells.description import before_start, sides
from landsby.evaluation.estimates.two_way import static
from landsby.evaluation.problems import Refused
from landsby.evaluation.sensitivity.event_path import EventPath
from landsby.evaluation.sensitivity.leaning import adjusted, max_t, without_each
from landsby.evaluation.sensitivity.parallel_trends import folded_quantile, relative_magnitudes, smoothness
from landsby.evaluation.sensitivity.pre_trend import pre_trend_test
from landsby.evaluation.tests.panels import panel


def path(beta, se=0.1, times=(-4, -3, -2, 0, 1)):
    return EventPath(np.array(times), np.array(beta, dtype=float), np.eye(len(times)) * se**2, np.inf)


def estimate(cells, schedule):
    return float(static(cells, schedule).beta[0])


def test_the_joint_test_is_walds():
    found = pre_trend_test(path([0.1, 0.2, -0.1, 1, 2]))
    assert pytest.approx((1 + 4 + 1) / 3) == found.F
    assert found.p == pytest.approx(stats.chi2.sf(6, 3))


def test_the_slope_that_would_be_found_is_found_that_often():
    found = pre_trend_test(path([0, 0, 0, 1, 1]))
    rng = np.random.default_rng(1)
    for slope, power in ((found.slope_50, 0.5), (found.slope_80, 0.8)):
        beta = slope * np.array([-3, -2, -1]) + rng.normal(size=(20_000, 3)) * 0.1
        often = np.mean(np.sum((beta / 0.1) ** 2, axis=1) > stats.chi2.ppf(0.95, 3))
        assert often == pytest.approx(power, abs=0.012)


def test_no_departure_gives_the_plain_interval_and_larger_ones_wider():
    p = path([0.1, 0.0, 0.1, 1, 2])
    plain = relative_magnitudes(p, 0, 0.0)
    assert (plain.ci_low, plain.ci_high) == (pytest.approx(1 - 0.196, abs=1e-3), pytest.approx(1.196, abs=1e-3))
    wide = [relative_magnitudes(p, 1, M) for M in (0.5, 1.0, 2.0)]
    assert wide[0].ci_low > wide[1].ci_low > wide[2].ci_low
    most = 0.1 + stats.norm.ppf(1 - 0.05 / 12) * 0.1 * np.sqrt(2)
    assert wide[1].ci_high == pytest.approx(2 + stats.norm.ppf(1 - 0.05 / 4) * 0.1 + 2 * most)


def test_without_curves_a_straight_line_before_the_start_is_taken_away():
    """At M = 0 the interval is the best straight line's forecast error, by generalised least squares."""
    p = path([0.3, 0.2, 0.1, 0.9, 2])
    found = smoothness(p, 0, 0.0)
    X = np.array([-3.0, -2, -1])
    slope = X @ np.array([0.3, 0.2, 0.1]) / (X @ X)
    sd = 0.1 * np.sqrt(1 + 1 / (X @ X))
    assert (found.ci_low + found.ci_high) / 2 == pytest.approx(0.9 - slope, abs=1e-6)
    assert (found.ci_high - found.ci_low) / 2 == pytest.approx(1.959964 * sd, rel=1e-6)


def test_the_worst_curve_is_the_one_that_a_linear_programme_finds():
    p = path([0.3, 0.2, 0.1, 0.9, 2])
    found = smoothness(p, 1, 0.05)
    half, centre = (found.ci_high - found.ci_low) / 2, (found.ci_high + found.ci_low) / 2
    best = np.inf
    rng = np.random.default_rng(0)
    A = np.array([[1, -2, 1, 0, 0, 0], [0, 1, -2, 1, 0, 0], [0, 0, 1, -2, 1, 0], [0, 0, 0, 1, -2, 1]], dtype=float)
    for v in [*rng.normal(size=(30, 2)) * 0.5, [0.2, 0.3]]:
        w = np.array([v[0], v[1], 0, 0, 0, 1.0])
        w[2] = -(w[0] * -3 + w[1] * -2 + 2) / -1
        worst = optimize.linprog(
            -w, np.vstack([A, -A]), np.full(8, 0.05), [[0, 0, 0, 1, 0, 0]], [0], bounds=[(-50, 50)] * 6
        )
        sd = 0.1 * np.sqrt(w @ w)
        best = min(best, sd * folded_quantile(-worst.fun / sd, 0.95))
    assert half <= best + 1e-9
    assert centre - half < 2 < centre + half + 1


def test_a_period_that_no_effect_is_at_is_named():
    with pytest.raises(Refused, match="no period 9"):
        path([0.1, 0, 0, 1, 2]).at(9)


def test_each_treated_area_and_each_unit_of_several_is_left_out_in_turn():
    p = panel(1, G=8, clusters=3)
    found = without_each(p.cells, p.schedule, estimate)
    assert [each.area for each in found] == ["a000", "a001", "a002", "a003", "c00"]
    rest = p.schedule.among(p.schedule.area[1:].tolist())
    assert found[0].estimate == estimate(p.cells.where(p.cells.area != p.schedule.area[0]), rest)
    gone = ["a000", "a003"]
    rest = p.schedule.among(np.setdiff1d(p.schedule.area, gone).tolist())
    assert found[-1].estimate == estimate(p.cells.where(~np.isin(p.cells.area, gone)), rest)


def test_looking_at_many_outcomes_costs():
    rng = np.random.default_rng(1)
    t = rng.normal(size=(2000, 3))
    t[0] = [2.6, 0.1, 2.2]
    p = max_t(t)
    assert p[0] == pytest.approx(np.mean(np.abs(t).max(axis=1) >= 2.6))
    assert p[2] == pytest.approx(max(p[0], np.mean(np.abs(t[:, 1:]).max(axis=1) >= 2.2)))
    assert (p >= np.mean(np.abs(t) >= np.abs(t[0]), axis=0)).all()


def test_outcomes_are_adjusted_for_each_other_whatever_their_units():
    draws = np.random.default_rng(3).normal(size=(500, 2))
    draws[0] = [2.5, 2.0]
    expected = max_t(draws / draws.std(axis=0))
    assert adjusted({"cm": 100 * draws[:, 0], "kg": draws[:, 1]}) == pytest.approx(
        {"cm": expected[0], "kg": expected[1]}
    )
    assert adjusted({"cm": draws[:, 0]}) == {}


def test_sides_and_balance_are_those_of_the_rows():
    p = panel(3)
    some = p.first < 99
    found = sides(p.cells, p.schedule)
    assert found.mean[0, 2] == pytest.approx(p.y[some & (p.period == 2)].mean())
    assert found.n[1, 4] == np.sum(~some & (p.period == 4))
    before = p.period < 3
    for one, values in zip(before_start(p.cells, p.schedule), (p.y, p.x), strict=True):
        a, b = values[before & some], values[before & ~some]
        pooled = np.sqrt((a.var(ddof=1) + b.var(ddof=1)) / 2)
        assert one.difference == pytest.approx((a.mean() - b.mean()) / pooled)
