"""Comparison areas are those that were alike before: optimal, balanced, and refused where there are none."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from landsby.evaluation.comparison.matching import (
    Features,
    balance,
    coarsened,
    distances,
    entropy_weights,
    features_of,
    nearest_together,
)
from landsby.evaluation.comparison.simplex import simplex_weights
from landsby.evaluation.comparison.weighting import kept_by, weighted_to_path
from landsby.evaluation.designs.schedules import Schedule
from landsby.evaluation.estimates.two_way import static
from landsby.evaluation.problems import Refused
from landsby.evaluation.tests.in_memory import cells_of_rows


def some_features(seed, treated=3, pool=9, f=2):
    draw = np.random.default_rng(seed)
    G = treated + pool
    return Features(tuple("ab"[:f]), draw.normal(size=(G, f)), np.arange(G) < treated, np.ones(G))


@settings(max_examples=20)
@given(st.integers(0, 10_000))
def test_no_other_assignment_is_nearer(seed):
    features = some_features(seed, treated=3, pool=6)
    D = distances(features)
    least = min(D[range(3), list(chosen)].sum() for chosen in permutations(range(6), 3))
    mine = nearest_together(features, 1)[:, 0] - 3
    assert D[range(3), mine].sum() == pytest.approx(least, rel=1e-12)


def test_each_treated_area_gets_its_own_and_too_small_a_pool_is_refused():
    chosen = nearest_together(some_features(1), 3)
    assert len(set(chosen.ravel().tolist())) == 9
    with pytest.raises(Refused, match="12 comparison areas"):
        nearest_together(some_features(1), 4)


@settings(max_examples=20)
@given(st.integers(0, 10_000))
@example(343)
def test_entropy_weights_balance_the_means_and_are_a_tilt(seed):
    features = some_features(seed, treated=4, pool=60)
    features.X[features.treated] *= 0.3
    weights = entropy_weights(features)
    assert weights.sum() == pytest.approx(1)
    assert all(abs(row.after) < 1e-8 for row in balance(features, weights))
    # A tilt: the logarithm of the weights is linear in the features.
    pool = features.X[~features.treated]
    design = np.column_stack([np.ones(len(pool)), pool])
    log = np.log(weights[~features.treated])
    assert np.allclose(design @ np.linalg.lstsq(design, log, rcond=None)[0], log, atol=1e-6)


def test_treated_areas_beyond_the_pool_cannot_be_balanced():
    features = some_features(1)
    features.X[features.treated] += 50
    with pytest.raises(Refused):
        entropy_weights(features)


def test_coarsened_matching_keeps_those_in_the_same_bins():
    X = np.array([[0.1], [0.9], [0.0], [0.2], [0.5], [0.55], [0.8], [1.0]])
    kept = coarsened(Features(("a",), X, np.arange(8) < 2, np.ones(8)))
    assert kept.tolist() == [False, False, True, False, False, False, False, True]


def test_features_are_those_before_the_first_start():
    area = np.repeat(["a", "b", "c"], 8)
    year = np.tile(np.repeat([2018, 2019, 2020, 2021], 2), 3)
    y = np.where(area == "a", 10.0, 20.0) + 2.0 * (year - 2018) * (area == "a") + np.tile([-1.0, 1.0], 12)
    y[year >= 2020] = 99
    cells = cells_of_rows({"y": 1}, {"area": area, "period": year}, [y])
    features = features_of(cells, Schedule.of({"a": 2020, "b": None, "c": None}), ["level", "trend", "size", "last"])
    assert features.names == ("level", "last", "trend", "size")
    assert features.X[:, 0].tolist() == [11, 20, 20]
    assert features.X[:, 1].tolist() == [12, 20, 20]
    assert features.X[:, 2].tolist() == [2, 0, 0]
    assert np.allclose(features.X[:, 3], np.log(4))


def test_matching_answers_regression_to_the_mean():
    """Areas chosen for one bad year fare better the next by themselves; matched ones do so too."""
    draw = np.random.default_rng(3)
    level = draw.normal(0, 1, 1200)
    years = level[:, None] + draw.normal(0, 1, (1200, 4))
    worst = np.argsort(-years[:, 1])[:60]
    schedule = Schedule.of({f"{place:04d}": 2020 if place in set(worst) else None for place in range(1200)})
    area, year = np.repeat(schedule.area, 4), np.tile([2018, 2019, 2020, 2021], 1200)
    cells = cells_of_rows({"y": 1000}, {"area": area, "period": year}, [years.ravel()])

    def change(kept):
        after, before = years[:, 2:].mean(axis=1), years[:, :2].mean(axis=1)
        treated = schedule.first < 3000
        mine = np.isin(schedule.area, kept.area)
        gain = after - before
        return gain[treated].mean() - gain[mine & ~treated].mean()

    matched, alike = kept_by(features_of(cells, schedule, ["level"]), schedule, "mahalanobis", 3)
    assert change(schedule) < -0.3
    assert abs(change(matched)) < 0.15
    assert abs(alike[0].after) < abs(alike[0].before)


def weighted_world():
    """Forty areas of different size and level, four of them treated; what they were bad at wears off."""
    draw = np.random.default_rng(5)
    names = [f"{place:02d}" for place in range(40)]
    n = draw.integers(5, 30, 40)
    level = draw.normal(0, 1, 40)
    first = {name: 2020 if place < 4 else None for place, name in enumerate(names)}
    level[:4] += 0.8
    area, year = (
        np.repeat(each, np.repeat(n, 6)) for each in (np.repeat(names, 6), np.tile(np.arange(2016, 2022), 40))
    )
    place = area.astype(int)
    y = np.round(level[place] + (year >= 2020) * -0.5 * level[place] + draw.normal(0, 0.2, len(area)), 3)
    return cells_of_rows({"y": 1000}, {"area": area, "period": year}, [y]), Schedule.of(first), (area, year, y)


@pytest.mark.parametrize("method", ["entropy", "synthetic"])
def test_weights_weigh_every_estimate(method):
    cells, schedule, (area, year, y) = weighted_world()
    start = weighted_to_path(cells, schedule, 2021) if method == "synthetic" else schedule
    features = features_of(cells, start.unweighted, ["level"])
    kept, alike = kept_by(features, start, method, 1)
    assert abs(alike[0].after) < abs(alike[0].before) / 4
    known = dict(zip(kept.area.tolist(), kept.weights.tolist(), strict=True))
    mine = np.isin(area, kept.area)
    weight = np.array([known[each] for each in area[mine].tolist()])
    treated = np.isin(area[mine], schedule.treated)

    def change(rows):
        late = year[mine] >= 2020
        parts = [np.average(y[mine][rows & side], weights=weight[rows & side]) for side in (late, ~late)]
        return parts[0] - parts[1]

    plain = static(cells, schedule).beta[0]
    weighted = static(cells.where(np.isin(cells.area, kept.area)), kept).beta[0]
    assert weighted == pytest.approx(change(treated) - change(~treated))
    assert abs(weighted) < abs(plain) / 2, "areas that were alike wear off alike"


def test_synthetic_weights_are_the_same_at_every_reading_of_a_design():
    cells, schedule, (area, year, y) = weighted_world()
    whole = weighted_to_path(cells, schedule, 2021)
    early = weighted_to_path(cells.where(cells.period <= 2020), schedule, 2021)
    assert early.area.tolist() == whole.area.tolist()
    np.testing.assert_allclose(early.weights, whole.weights, rtol=1e-12)
    # The naive twin: means by hand, and the ridge of the declared window in the active-set optimum.
    names = np.unique(area)
    before = np.array([[y[(area == one) & (year == when)].mean() for when in range(2016, 2020)] for one in names])
    rows = np.array([((area == one) & (year < 2020)).sum() for one in names])
    noise = np.std(np.diff(before[4:], axis=1), ddof=1)
    path = np.average(before[:4], axis=0, weights=rows[:4])
    shares = simplex_weights(before[4:].T, path, (4 * 2) ** 0.5 * noise**2 * 4)
    kept = np.isin(names[4:], whole.area)
    by_rows = whole.weights[4:] * rows[4:][kept]
    np.testing.assert_allclose(by_rows / by_rows.sum(), shares[kept] / shares[kept].sum(), atol=1e-8)


def test_an_outcome_that_stands_still_everywhere_is_weighed_evenly():
    names, years = [f"{place}" for place in range(8)], np.tile(np.arange(2016, 2020), 8)
    cells = cells_of_rows({"y": 1}, {"area": np.repeat(names, 4), "period": years}, [np.full(32, 3.0)])
    schedule = Schedule.of({name: 2018 if name == "0" else None for name in names})
    np.testing.assert_allclose(weighted_to_path(cells, schedule, 2019).weights, 1.0)
