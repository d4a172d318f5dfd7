"""Synthetic comparisons reach the exact optimum, and give the published answers for California."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from landsby.evaluation.comparison.simplex import simplex_weights, spread_weights
from landsby.evaluation.problems import Refused
from landsby.evaluation.synthetic.control import augmented_control, synthetic_control
from landsby.evaluation.synthetic.differences import overall, placebos, synthetic_difference
from landsby.evaluation.synthetic.paths import Paths, paths_of
from landsby.evaluation.tests.panels import panel
from landsby.evaluation.tests.published import california, column, table

SEEDS = st.integers(0, 10**6)


def shortfall(A, b, w, ridge=0.0):
    """How much the conditions of the optimum are missed: by a move from the present weights to any one donor."""
    gradient = A.T @ (A @ w - b) + ridge * w
    return float((gradient @ w - gradient).max()) / max(float(np.abs(A.T @ b).max()), 1.0)


@settings(max_examples=40)
@given(SEEDS, st.integers(2, 12), st.integers(1, 30), st.sampled_from([0.0, 0.3]))
def test_weights_are_the_optimum_whatever_the_shape(seed, t, j, ridge):
    rng = np.random.default_rng(seed)
    A, b = rng.normal(size=(t, j)) + 5, rng.normal(size=t) + 5
    w = simplex_weights(A, b, ridge)
    assert w.min() >= 0
    assert w.sum() == pytest.approx(1)
    assert shortfall(A, b, w, ridge) < 1e-9


def test_an_optimiser_that_stays_at_equal_weights_would_be_caught():
    rng = np.random.default_rng(1)
    A, b = rng.normal(size=(8, 20)), rng.normal(size=8)
    assert shortfall(A, b, np.full(20, 1 / 20)) > 0.01


def test_equal_donors_and_scales_far_from_one_do_no_harm():
    A = np.array([[1.0, 1.0, 3.0], [2.0, 2.0, 5.0]])
    assert shortfall(A, np.array([1.5, 2.75]), simplex_weights(A, np.array([1.5, 2.75]))) < 1e-9
    for scale in (1e-8, 1e8):
        np.testing.assert_allclose(
            simplex_weights(A[:, 1:] * scale, np.array([1.5, 2.75]) * scale), [0.75, 0.25], atol=1e-9
        )


def test_a_treated_area_that_donors_can_make_is_made_exactly():
    rng = np.random.default_rng(2)
    Y0 = rng.normal(size=(5, 10)).cumsum(axis=1)
    w = np.array([0.5, 0, 0.3, 0.2, 0])
    effect = np.where(np.arange(10) >= 7, 2.0, 0.0)
    paths = Paths(7, np.arange(10), 7, np.array(list("abcde")), Y0, np.array(["t"]), (w @ Y0 + effect)[None, :])
    found = synthetic_control(paths)
    np.testing.assert_allclose(found.weights, w, atol=1e-8)
    assert found.effect == pytest.approx(2.0)
    assert found.before == pytest.approx(0, abs=1e-8)
    level = Paths(7, np.arange(10), 7, paths.donors, Y0 + 5, paths.treated, paths.Y1)
    assert synthetic_difference(level).effect == pytest.approx(synthetic_difference(paths).effect)


@settings(max_examples=8)
@given(SEEDS, st.floats(0.1, 10))
def test_augmentation_is_the_bias_that_a_ridge_regression_foretells(seed, ridge):
    rng = np.random.default_rng(seed)
    Y0, y1 = rng.normal(size=(9, 8)).cumsum(axis=1), rng.normal(size=8).cumsum() + 4
    paths = Paths(6, np.arange(8), 6, np.arange(9).astype(str), Y0, np.array(["t"]), y1[None, :])
    plain = synthetic_control(paths)
    X, centre = Y0[:, :6] - Y0[:, :6].mean(axis=0), Y0[:, :6].mean(axis=0)
    later = Y0[:, 6:].mean(axis=1)
    eta = np.linalg.solve(X.T @ X + ridge * np.eye(6), X.T @ (later - later.mean()))
    foretold = [later.mean() + (row - centre) @ eta for row in (y1[:6], *Y0[:, :6])]
    bias = foretold[0] - plain.weights @ np.array(foretold[1:])
    assert augmented_control(paths, ridge).effect == pytest.approx(plain.effect - bias, abs=1e-9)


def test_one_donor_and_one_period_before_are_too_few():
    few, early = panel(1, G=3, starts=(3, 3)), panel(1, starts=(1, 3))
    with pytest.raises(Refused, match="be put together: 1"):
        paths_of(few.cells, few.schedule)
    with pytest.raises(Refused, match="Periods before the start in 1: 1"):
        paths_of(early.cells, early.schedule)


def test_starts_are_summed_up_by_treated_cells():
    p = panel(2)
    every = paths_of(p.cells, p.schedule)
    assert [paths.start for paths in every] == [3, 4, 5]
    assert overall(every, lambda paths: float(paths.start)) == pytest.approx((3 * 3 + 4 * 4 + 5 * 1) / 8)


@pytest.mark.realdata
def test_california_gives_the_exact_optimum(realdata):
    """Published SC -19.6 is an early-stopped descent (sum of squares 52.277); the optimum is -19.5136 at 52.130."""
    (paths,) = paths_of(*california(realdata))
    found = synthetic_control(paths)
    assert found.effect == pytest.approx(-19.5136, abs=5e-5)
    assert found.sum_before == pytest.approx(52.130, abs=5e-4)
    assert shortfall(paths.Y0[:, : paths.T0].T, paths.y1[: paths.T0], found.weights) < 1e-10
    named = dict(zip(paths.donors.tolist(), found.weights.round(3).tolist(), strict=True))
    assert {name: w for name, w in named.items() if w} == {
        "Colorado": 0.015,
        "Connecticut": 0.109,
        "Montana": 0.232,
        "Nevada": 0.205,
        "New Hampshire": 0.045,
        "Utah": 0.394,
    }


@pytest.mark.realdata
def test_california_gives_the_published_synthetic_difference_and_placebos(realdata):
    """R package synthdid: -15.6 (exact -15.6054); all 38 placebos, deviation 9.497; one of them is as far from 0."""
    (paths,) = paths_of(*california(realdata))
    assert synthetic_difference(paths).effect == pytest.approx(-15.6054, abs=5e-5)
    assert paths.y1[19:].mean() - paths.y1[:19].mean() - paths.Y0[:, 19:].mean() + paths.Y0[:, :19].mean() == (
        pytest.approx(-27.3491, abs=5e-5)
    )
    found = placebos(paths, lambda each: synthetic_difference(each).effect)
    published = column(table(realdata, "prop99_sdid_placebos_R.csv"), "placebo")
    np.testing.assert_allclose(found.effects, published, atol=0.15)
    assert found.se == pytest.approx(9.4968, abs=0.005)
    assert found.p == pytest.approx(2 / 39)


@pytest.mark.parametrize(("seed", "ridge"), [(0, 0.01), (1, 0.5), (2, 10.0)])
def test_spread_weights_are_the_same_optimum(seed, ridge):
    draw = np.random.default_rng(seed)
    A = draw.normal(size=(5, 80))
    b = A[:, :4].mean(axis=1) + seed * draw.normal(size=5)
    np.testing.assert_allclose(spread_weights(A, b, ridge), simplex_weights(A, b, ridge), atol=1e-10)
