"""Fits on cells are the fits on rows, and give the published answers."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from landsby.evaluation.estimates.clustered import cr1, cr2, cr3, t_test, without_each_cluster
from landsby.evaluation.estimates.two_way import event_study, static
from landsby.evaluation.problems import Refused
from landsby.evaluation.tests.in_memory import cells_of_rows
from landsby.evaluation.tests.panels import naive_fit, panel
from landsby.evaluation.tests.published import twelve_states

SEEDS = st.integers(0, 10**6)
FEW = settings(max_examples=12)


@FEW
@given(SEEDS, st.sampled_from([None, 7]))
def test_static_fit_and_its_clustered_errors_are_those_of_the_rows(seed, clusters):
    p = panel(seed, clusters=clusters)
    fitted = static(p.cells, p.schedule)
    b, X, u = naive_fit(p, p.treated, p.x)
    np.testing.assert_allclose(fitted.beta, b, rtol=1e-9)
    G, N, K = len(np.unique(p.cluster)), len(p.y), X.shape[1]
    bread = np.linalg.inv(X.T @ X)
    meat = sum(np.outer(s, s) for s in (X[p.cluster == c].T @ u[p.cluster == c] for c in range(G)))
    naive = np.sqrt(np.diag(bread @ meat @ bread * G / (G - 1) * (N - 1) / (N - K)))[:2]
    np.testing.assert_allclose(cr1(fitted, "full").se, naive, rtol=1e-9)
    assert cr1(fitted).df.tolist() == [G - 1, G - 1]


@FEW
@given(SEEDS)
def test_the_jackknife_fits_again_without_each_cluster(seed):
    p = panel(seed)
    without = without_each_cluster(static(p.cells, p.schedule))
    for c in (0, 5):
        kept = p.cluster != c
        rest = type(p)(p.area[kept], p.period[kept], p.y[kept], p.x[kept], p.cells, p.schedule)
        np.testing.assert_allclose(without[c], naive_fit(rest, rest.treated, rest.x)[0], rtol=1e-8)


@FEW
@given(SEEDS, st.sampled_from([None, 7]))
def test_the_bias_reduced_sandwich_is_that_of_the_rows(seed, clusters):
    p = panel(seed, clusters=clusters)
    reduced = cr2(static(p.cells, p.schedule))
    _, X, u = naive_fit(p, p.treated, p.x)
    bread = np.linalg.inv(X.T @ X)
    H = np.eye(len(p.y)) - X @ bread @ X.T
    vectors = []
    for c in range(p.cluster.max() + 1):
        mine = p.cluster == c
        level, axes = np.linalg.eigh(H[np.ix_(mine, mine)])
        root = (axes * np.where(level > 1e-9, 1 / np.sqrt(np.maximum(level, 1e-9)), 0)) @ axes.T
        full = np.zeros((len(p.y), 2))
        full[mine] = root @ X[mine] @ bread[:, :2]
        vectors.append(full)
    V = sum(np.outer(a.T @ u, a.T @ u) for a in vectors)
    np.testing.assert_allclose(reduced.V, V, rtol=1e-7)
    pulled = np.stack([H @ a[:, 0] for a in vectors])
    P = pulled @ pulled.T
    np.testing.assert_allclose(reduced.df[0], np.trace(P) ** 2 / np.sum(P * P), rtol=1e-7)


@FEW
@given(SEEDS)
def test_event_study_is_that_of_the_rows(seed):
    p = panel(seed)
    fitted = event_study(p.cells, p.schedule, earliest=-3, latest=2)
    since = np.clip(p.period - p.first, -3, 2)
    columns = [((since == e) & (p.first < 99)).astype(float) for e in (-3, -2, 0, 1, 2)]
    np.testing.assert_allclose(fitted.beta[:5], naive_fit(p, *columns, p.x)[0][:5], rtol=1e-8)
    assert fitted.terms[:5] == ("e-3", "e-2", "e0", "e1", "e2")


def test_strata_and_cohorts_can_have_effects_of_their_own():
    p = panel(3)
    rng = np.random.default_rng(3)
    sex, born = rng.integers(0, 2, len(p.y)), rng.integers(2010, 2013, len(p.y))
    keys = {"area": p.area, "period": p.period, "stratum": sex.astype(str), "cohort": born}
    cells = cells_of_rows({"y": 1000, "x": 1000}, keys, [p.y, p.x])
    extra = [sex == 1, born == 2011, born == 2012]
    naive = naive_fit(p, p.treated, p.x, *(e.astype(float) for e in extra))[0][:2]
    np.testing.assert_allclose(static(cells, p.schedule, "stratum", "cohort").beta, naive, rtol=1e-9)


def test_a_covariate_that_follows_the_treatment_is_refused_with_its_name():
    p = panel(1)
    cells = cells_of_rows({"y": 1000, "twin": 1}, {"area": p.area, "period": p.period}, [p.y, p.treated])
    with pytest.raises(Refused, match="treated"):
        static(cells, p.schedule)


def test_one_treated_cluster_has_no_jackknife():
    p = panel(1, starts=(3,))
    with pytest.raises(Refused, match="It carries them alone"):
        cr3(static(p.cells, p.schedule))


def test_no_interval_comes_from_an_error_of_zero():
    assert all(np.isnan(value) for value in t_test(1.0, 0.0, 5))


@pytest.mark.realdata
def test_twelve_states_give_the_published_coefficient_and_errors(realdata):
    """Health insurance in twelve states: t with all effects counted, CV3 (`summclust`), fixest's nested error."""
    fitted = static(*twelve_states(realdata))
    assert fitted.beta[0] == pytest.approx(0.0166213, abs=5e-8)
    assert fitted.beta[0] / cr1(fitted, "full").se[0] == pytest.approx(2.447539, abs=5e-7)
    assert cr1(fitted, "nested").se[0] == pytest.approx(0.006190, abs=5e-7)
    assert cr3(fitted).se[0] == pytest.approx(0.00700115, abs=5e-9)
