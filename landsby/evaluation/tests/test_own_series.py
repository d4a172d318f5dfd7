"""Areas that are compared with nothing: each is held against its own course, from its own start, and says so."""

from __future__ import annotations

import numpy as np
import pytest

from landsby.evaluation.designs.schedules import Schedule
from landsby.evaluation.findings.finding import found_of
from landsby.evaluation.findings.found import When
from landsby.evaluation.problems import Refused
from landsby.evaluation.series.held import held_against_itself
from landsby.evaluation.series.own import Cut, OwnSeries, cut_series
from landsby.evaluation.tests.in_memory import cells_of_rows
from landsby.evaluation.tests.test_estimating import design

STARTS = {"a": 2006, "b": 2006, "c": 2008}
NOISE = np.random.default_rng(5).normal(0, 0.3, (3, 14))


def cells(values, gone=()):
    """Ten alike rows a year from 2000 to 2013 in each area, at its level; without some (area, year)."""
    keys = [(area, year) for area in STARTS for year in range(2000, 2014) if (area, year) not in gone]
    y = np.repeat([values(area, year) for area, year in keys], 10)
    area, period = (np.repeat(np.array(column), 10) for column in zip(*keys, strict=True))
    return cells_of_rows({"ow": 10_000}, {"area": area, "period": period}, [np.round(y, 4)])


def course(area, year):
    """Its own level, and 1 a year; from its own start 3 more, and a half more for each year that follows."""
    since = year - STARTS[area]
    return {"a": 10.0, "b": 20.0, "c": 40.0}[area] + year - 2000 + (since >= 0) * (3 + 0.5 * since)


def noisy(area, year):
    """That course, and chance."""
    return course(area, year) + NOISE["abc".index(area), year - 2000]


@pytest.mark.parametrize("gone", [(), [("a", 2004), ("b", 2004), ("a", 2009)]], ids=["whole", "with gaps"])
def test_each_area_is_cut_at_its_own_start_and_gaps_stay_open(gone):
    series, doubts = cut_series(cells(course, gone), Schedule.of(STARTS))
    assert (series.start.tolist(), series.areas.tolist(), doubts) == ([2006, 2008], [2, 1], ())
    (all_, level, slope), error = (each[0] for each in Cut.of(series, 0.0).told(series.y[None]))
    assert (level, slope) == (pytest.approx(3, abs=1e-6), pytest.approx(0.5, abs=1e-6))
    after = np.array(
        [np.mean(since[there & (since >= 0)]) for since, there in zip(series.since, series.there, strict=True)]
    )
    assert all_ == pytest.approx(3 + 0.5 * np.sum(series.share * after))
    assert error == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize("rho", [0.0, 0.35])
def test_one_series_is_what_least_squares_make_of_it_once_its_noise_is_made_white(rho):
    y = np.random.default_rng(3).normal(size=15)
    series = OwnSeries(np.arange(2000, 2015), np.array([2009]), np.array([1]), np.ones((1, 15)), y[None])
    since, after = series.since[0], (series.since[0] >= 0).astype(float)
    R = rho ** np.abs(np.subtract.outer(np.arange(15), np.arange(15)))
    whiten = np.linalg.inv(np.linalg.cholesky(R))
    X = whiten @ np.stack([np.ones(15), since, after, after * since], axis=1)
    beta, left = np.linalg.lstsq(X, whiten @ y, rcond=None)[:2]
    C = np.array([[0, 0, 1, 2.5], [0, 0, 1, 0], [0, 0, 0, 1]])
    estimate, se = Cut.of(series, rho).told(series.y[None])
    np.testing.assert_allclose(estimate[0], C @ beta, rtol=1e-9)
    np.testing.assert_allclose(se[0], np.sqrt(left[0] / 11 * np.diag(C @ np.linalg.inv(X.T @ X) @ C.T)), rtol=1e-9)


def test_a_stricter_level_gives_a_wider_interval_about_the_same_estimate():
    series, _ = cut_series(cells(noisy), Schedule.of(STARTS))
    told, strict = (held_against_itself(series, np.random.default_rng(1), level).distances for level in (0.95, 0.99))
    assert [each.term for each in told] == ["all", "level", "slope"]
    assert all(
        b.ci_low < a.ci_low < a.estimate == b.estimate < a.ci_high < b.ci_high
        for a, b in zip(told, strict, strict=True)
    )
    assert told[0].p < 0.01


def test_areas_that_all_take_part_are_told_of_as_the_weaker_answer():
    told = design(estimators="[interrupted_series, two_way]")
    found = found_of(cells(noisy), Schedule.of(STARTS), told, told.primary, None, When(6, 2, ended=True))
    assert (found.reading.code, found.reading.why) == ("without_comparison", "changed")
    assert "nothing to compare with" in found.reading.text.en
    assert {each.estimator for each in found.estimates} == {"interrupted_series"}
    assert found.headline.ci_low < found.headline.estimate < found.headline.ci_high
    assert [each.code for each in found.problems if each.blocks] == []
    assert found.course.times.tolist() == list(range(-6, 6))
    assert found.course.run.shifted
    assert found.course.chart == "XmR"
    assert found.course.mean[-1] > found.course.expected[-1] + 4


def test_series_that_are_too_short_are_refused():
    with pytest.raises(Refused, match="2 periods before"):
        cut_series(cells(course), Schedule.of(dict.fromkeys(STARTS, 2002)))
