"""What the other files have no twin of is done here in the plainest way: loops over rows, areas, draws and supports."""

from __future__ import annotations

from itertools import chain, combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import optimize

from landsby.evaluation.designs.schedules import NEVER, Schedule
from landsby.evaluation.estimates.aggregation import aggregate
from landsby.evaluation.estimates.doubly_robust import Sample, doubly_robust
from landsby.evaluation.estimates.group_time import grid, group_time
from landsby.evaluation.estimates.sun_abraham import sun_abraham
from landsby.evaluation.inference.exchange import exchanges
from landsby.evaluation.inference.exchanged_paths import Grid, exchanged_paths, path_tests
from landsby.evaluation.inference.few_treated import Borrowed, borrowed_noise_test, by_cluster, drawn_stand_ins
from landsby.evaluation.inference.randomisation import reached
from landsby.evaluation.synthetic.control import synthetic_control
from landsby.evaluation.synthetic.differences import placebos, synthetic_difference
from landsby.evaluation.synthetic.paths import Paths, paths_of
from landsby.evaluation.tests.in_memory import cells_of_rows
from landsby.evaluation.tests.panels import dummies, naive_fit, panel

SEEDS = st.integers(0, 10**6)
FEW = settings(max_examples=5)


@FEW
@given(SEEDS)
def test_every_aggregate_is_a_mean_over_rows(seed):
    """Every treated row carries its group's effect in its period; each way of summing up is a mean over such rows."""
    p = panel(seed, starts=(2, 3, 3, 4), gaps=0.15)
    effects = group_time(p.cells, p.schedule)
    of = {(g, t): att for g, t, att in zip(effects.group, effects.period, effects.att, strict=True)}
    rows = {g: int(np.sum(p.first_with_base == g)) for g in (2, 3, 4)}

    def mean(kept):
        return np.average([of[each] for each in kept], weights=[rows[g] for g, _ in kept])

    after = [(g, t) for g, t in of if t >= g]
    by_time = {e: mean([(g, t) for g, t in of if t - g == e]) for e in {t - g for g, t in of}}
    by_period = [mean([each for each in after if each[1] == t]) for t in sorted({t for _, t in after})]
    by_group = {g: np.mean([of[each] for each in after if each[0] == g]) for g in sorted({g for g, _ in after})}
    expected = {
        "simple": mean(after),
        "dynamic": np.mean([value for e, value in by_time.items() if e >= 0]),
        "calendar": np.mean(by_period),
        "group": np.average(list(by_group.values()), weights=[rows[g] for g in by_group]),
    }
    for kind, value in expected.items():
        assert aggregate(effects, kind).overall == pytest.approx(value, rel=1e-9, abs=1e-11)
    np.testing.assert_allclose(aggregate(effects, "dynamic").att, [by_time[e] for e in sorted(by_time)], atol=1e-11)


@FEW
@given(SEEDS)
def test_the_error_of_sun_abraham_is_the_sandwich_on_rows(seed):
    p = panel(seed)
    fitted = sun_abraham(p.cells.only("y"), p.schedule)
    since = p.period - p.first
    cohorts = [(g, e) for g in (3, 4, 5) for e in range(-5, 4) if e != -1 and ((p.first == g) & (since == e)).any()]
    columns = [((p.first == g) & (since == e)).astype(float) for g, e in cohorts]
    _, X, u = naive_fit(p, *columns)
    bread = np.linalg.inv(X.T @ X)
    meat = sum(np.outer(s, s) for s in (X[p.cluster == c].T @ u[p.cluster == c] for c in np.unique(p.cluster)))
    G, (N, K) = len(np.unique(p.cluster)), X.shape
    V = bread @ meat @ bread * G / (G - 1) * (N - 1) / (N - K)
    weight = np.array([column.sum() if e >= 0 else 0.0 for column, (_, e) in zip(columns, cohorts, strict=True)])
    weight = np.append(weight / weight.sum(), np.zeros(K - len(columns)))
    assert fitted.effect(counted="full")[1] == pytest.approx(np.sqrt(weight @ V @ weight), rel=1e-9)


def naive_doubly_robust(change, treated, x, rows):
    """Sant'Anna & Zhao 2020, eq. 2.6 with weights that sum to 1, by a root finder and a regression."""
    X = np.column_stack([np.ones(len(x)), x])

    def score(b):
        return X.T @ (rows * (treated - 1 / (1 + np.exp(-X @ b)))) / rows.sum()

    chance = 1 / (1 + np.exp(-X @ optimize.root(score, np.zeros(2), tol=1e-13).x))
    free, root = treated == 0, np.sqrt(rows)
    b = np.linalg.lstsq(X[free] * root[free, None], change[free] * root[free], rcond=None)[0]
    left = change - X @ b
    like = np.where(free, rows * chance / (1 - chance), 0.0)
    return np.average(left, weights=rows * treated) - np.average(left, weights=like)


@FEW
@given(SEEDS)
def test_doubly_robust_is_a_regression_and_a_logit_and_its_influence_their_derivative(seed):
    draw = np.random.default_rng(seed)
    x, rows = draw.normal(size=60), draw.integers(1, 9, 60).astype(float)
    treated = (draw.random(60) < 1 / (1 + np.exp(1 - x))).astype(float)
    treated[:4] = [0, 0, 1, 1]
    change = x + 0.4 * treated + draw.normal(size=60)
    att, psi = Sample(change, treated, np.column_stack([np.ones(60), x]), rows).effect()
    assert att == pytest.approx(naive_doubly_robust(change, treated, x, rows), rel=1e-9, abs=1e-10)
    for i in (0, 2, 17, 40):
        up, down = (naive_doubly_robust(change, treated, x, rows + h * (np.arange(60) == i)) for h in (1e-4, -1e-4))
        assert psi[i] / 60 == pytest.approx(rows[i] * (up - down) / 2e-4, rel=1e-4, abs=1e-6)


def test_doubly_robust_effects_are_those_of_the_groups_and_periods_one_by_one():
    p = panel(4, G=40, starts=(3, 3, 3, 3, 4, 4, 4, 4, 4), gaps=0.1)
    found = doubly_robust(p.cells, p.schedule)
    for g, t, att in zip(found.group, found.period, found.att, strict=True):
        base = min(g, t) - 1
        units = []
        for area, first in zip(p.schedule.area, p.schedule.first, strict=True):
            late, early = ((p.area == area) & (p.period == at) for at in (t, base))
            if first in (g, NEVER) and late.any() and early.any():
                units.append((p.y[late].mean() - p.y[early].mean(), first == g, p.x[early].mean(), early.sum()))
        assert att == pytest.approx(naive_doubly_robust(*np.array(units, dtype=float).T), rel=1e-9, abs=1e-10)


def some_paths(seed, J=5, T=9, T0=6):
    draw = np.random.default_rng(seed)
    Y = draw.normal(size=(J + 1, T)).cumsum(axis=1)
    return Paths(T0, np.arange(T), T0, np.array(list("abcdefgh"[:J])), Y[:J], np.array(["t"]), Y[J:])


def best_of_every_support(A, b):
    """The least squares over weights that sum to 1, on every set of donors; the best of those without negative ones."""
    J, found = A.shape[1], []
    for support in chain.from_iterable(combinations(range(J), k) for k in range(1, J + 1)):
        S, k = A[:, support], len(support)
        system = np.block([[S.T @ S, np.ones((k, 1))], [np.ones((1, k)), np.zeros((1, 1))]])
        w = np.linalg.lstsq(system, np.append(S.T @ b, 1.0), rcond=None)[0][:k]
        if w.min() >= -1e-12:
            full = np.zeros(J)
            full[list(support)] = w
            found.append((np.sum((A @ full - b) ** 2), full))
    return min(found, key=lambda each: each[0])[1]


@settings(max_examples=10)
@given(SEEDS)
def test_the_synthetic_control_is_the_best_of_every_set_of_donors(seed):
    paths = some_paths(seed)
    w = best_of_every_support(paths.Y0[:, :6].T, paths.y1[:6])
    found = synthetic_control(paths)
    np.testing.assert_allclose(found.weights, w, atol=1e-9)
    assert found.effect == pytest.approx(np.mean((paths.y1 - w @ paths.Y0)[6:]), rel=1e-9, abs=1e-10)


@FEW
@given(SEEDS)
def test_the_synthetic_difference_is_a_weighted_two_way_fit(seed):
    """Arkhangelsky et al. 2021, eq. 1: the weighted coefficient of treatment beside area and period effects."""
    paths = some_paths(seed)
    found = synthetic_difference(paths)
    g, t = (i.ravel() for i in np.indices((6, 9)))
    weight = np.append(found.omega, 1.0)[g] * np.append(found.lambda_, np.full(3, 1 / 3))[t]
    X = np.column_stack([((g == 5) & (t >= 6)).astype(float), dummies(g), dummies(t)[:, 1:]])
    root = np.sqrt(weight)
    y = np.concatenate([paths.Y0, paths.Y1]).ravel()
    assert found.effect == pytest.approx(np.linalg.lstsq(X * root[:, None], y * root, rcond=None)[0][0], rel=1e-8)


def test_placebos_are_the_effects_with_each_donor_in_turn_as_the_treated():
    p = panel(6, G=7, starts=(4,))
    (paths,) = paths_of(p.cells, p.schedule)
    found = placebos(paths, lambda each: synthetic_control(each).effect)
    for place, donor in enumerate(paths.donors):
        others = [name for name in paths.donors if name != donor]
        first = {name: 4 if name == donor else None for name in (donor, *others)}
        alone = p.cells.where(np.isin(p.cells.area, [donor, *others]))
        (again,) = paths_of(alone, Schedule.of(first))
        assert found.effects[place] == pytest.approx(synthetic_control(again).effect, abs=1e-12)


def test_ferman_pinto_draws_every_cluster_anew_scaled_by_its_rows():
    """Residuals with the null imposed, one cluster's in the place of another's, and the fit done again, 99 times."""
    p = panel(8, G=9, T=5, starts=(3, 3), gaps=0.05)
    rows, whole = by_cluster(p.cells.only("y"), p.schedule)
    draws = drawn_stand_ins(np.random.default_rng(0), whole, "ferman_pinto", 99)
    found = borrowed_noise_test(p.cells, p.schedule, np.random.default_rng(0), draws=99)
    d, C = rows.by_area(whole.on(rows.periods)), len(whole.area)
    fixed, root = np.column_stack([dummies(rows.area), dummies(rows.period)[:, 1:]]), np.sqrt(rows.w)

    def coefficient(y):
        return np.linalg.lstsq(np.column_stack([d, fixed]) * root[:, None], y * root, rcond=None)[0][0]

    e = rows.y - fixed @ np.linalg.lstsq(fixed * root[:, None], rows.y * root, rcond=None)[0]

    def placed(place, other):
        """The other's residuals in a place, by period; where it has none there is nothing."""
        theirs = dict(zip(rows.period[rows.area == other], e[rows.area == other], strict=True))
        return np.array(
            [theirs.get(t, 0.0) if a == place else 0.0 for a, t in zip(rows.area, rows.period, strict=True)]
        )

    alone = np.array([[coefficient(placed(c, s)) for s in range(C)] for c in range(C)])
    size = np.column_stack([np.ones(C), [1 / rows.w[rows.area == c].sum() for c in range(C)]])
    variance = np.array([size @ optimize.nnls(size, square)[0] for square in alone**2])
    scaled = alone * np.sqrt(np.diagonal(variance)[:, None] / variance)
    totals = [sum(scaled[c, s] for c, s in enumerate(draw)) for draw in draws]
    assert found.estimate == pytest.approx(coefficient(rows.y), rel=1e-9)
    assert found.p == reached(np.abs([coefficient(rows.y), *totals]))
    fits = Borrowed.of(rows, whole)
    np.testing.assert_allclose(fits.weight @ fits.left(0.0).T, alone, atol=1e-10)


def test_the_exchange_of_group_time_effects_is_the_same_figure_under_every_schedule():
    """Also when an effect is taken away first, by which the interval is found."""
    p = panel(5, G=16, starts=(3, 4))
    cells = p.cells.only("y")
    among = exchanges(p.schedule, np.random.default_rng(1), draws=25, enumerate_up_to=1)
    n, y, periods = grid(cells, p.schedule)
    one, *_ = path_tests(exchanged_paths(Grid(n, y, periods), among.first), 0.8)

    def naive(delta):
        values = np.round(p.y - delta * p.treated, 12)
        less = cells_of_rows({"y": 10**6}, {"area": p.area, "period": p.period}, [values])
        figures = [
            aggregate(group_time(less, Schedule(p.schedule.area, first, p.schedule.cluster))).overall
            for first in among.first
        ]
        return reached(np.abs(figures))

    assert one.p == naive(0.0)
    step = 1e-3 * (one.ci_high - one.ci_low)
    for end, outward in ((one.ci_low, -step), (one.ci_high, step)):
        assert naive(end + outward) <= 0.2 < naive(end - outward)
