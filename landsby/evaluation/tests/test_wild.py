"""The wild cluster bootstrap and borrowed noise: naive twins on rows, and the published enumeration."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from landsby.evaluation.estimates.two_way import static
from landsby.evaluation.inference.few_treated import borrowed_noise_test
from landsby.evaluation.inference.wild import every_sign, wild_test
from landsby.evaluation.problems import Refused
from landsby.evaluation.tests.panels import dummies, panel
from landsby.evaluation.tests.published import twelve_states

RNG = np.random.default_rng


class Naive:
    """The bootstrap as it is told: draw residuals, make outcomes, fit again, on all rows."""

    def __init__(self, p, jackknife):
        self.p, self.jackknife = p, jackknife
        self.X = np.column_stack([p.treated, p.x, dummies(p.area), dummies(p.period)[:, 1:]])
        self.C = p.cluster.max() + 1

    def fit(self, y, X):
        return np.linalg.pinv(X.T @ X, rcond=1e-11, hermitian=True) @ (X.T @ y)

    def t(self, y):
        X, p = self.X, self.p
        b = self.fit(y, X)
        if self.jackknife:
            without = [self.fit(y[p.cluster != c], X[p.cluster != c])[0] for c in range(self.C)]
            return b[0] / np.sqrt(np.sum((np.array(without) - b[0]) ** 2))
        bread = np.linalg.pinv(X.T @ X, rcond=1e-11, hermitian=True)
        u = y - X @ b
        return b[0] / np.sqrt(sum((bread[0] @ X[p.cluster == c].T @ u[p.cluster == c]) ** 2 for c in range(self.C)))

    def p_value(self, kind, delta):
        p, X = self.p, self.X
        y = p.y - delta * p.treated
        R = X if kind == "WCU" else X[:, 1:]
        mean = R @ self.fit(y, R)
        u = y - mean
        if self.jackknife:
            for c in range(self.C):
                mine = p.cluster == c
                u[mine] = y[mine] - R[mine] @ self.fit(y[~mine], R[~mine])
        if kind == "WCU":
            mean = mean - X[:, 0] * self.fit(y, X)[0]
        draws = np.array([self.t(mean + v[p.cluster] * u) for v in every_sign(self.C)])
        actual = abs(self.t(y))
        return np.mean(np.abs(draws) >= actual * (1 - 1e-9))


@settings(max_examples=3)
@given(st.integers(0, 10**6))
@pytest.mark.parametrize("kind", ["WCR", "WCU", "WCR-33"])
def test_draws_by_kernel_are_draws_by_rows(kind, seed):
    p = panel(seed, G=6, T=4, per_cell=2, starts=(2, 2, 3))
    found = wild_test(static(p.cells, p.schedule), "treated", RNG(0), kind=kind)
    naive = Naive(p, kind == "WCR-33")
    assert found.enumerated
    assert found.p == naive.p_value(kind, 0.0)
    if np.isfinite(found.ci_low) and kind == "WCR":
        assert naive.p_value(kind, found.ci_low + 1e-6) > 0.05 >= naive.p_value(kind, found.ci_low - 1e-6)


def test_webb_draws_come_from_the_generator_alone():
    p = panel(2)
    fitted = static(p.cells, p.schedule)
    one, two = (wild_test(fitted, "treated", RNG(3), weights="webb", draws=199) for _ in range(2))
    assert one == two
    assert not one.enumerated


@pytest.mark.realdata
def test_twelve_states_give_the_published_enumeration(realdata):
    """2^12 draws: WCR without and with ties, WCU (`fwildclusterboot`)."""
    fitted = static(*twelve_states(realdata))
    p = {
        (kind, ties): wild_test(fitted, "treated", RNG(0), kind=kind, ties=ties).p
        for kind in ("WCR", "WCU")
        for ties in ("excluded", "counted")
    }
    assert p["WCR", "excluded"] == 0.0205078125
    assert p["WCR", "counted"] == pytest.approx(0.0209960938, abs=6e-11)
    assert p["WCU", "excluded"] == pytest.approx(0.0483398438, abs=6e-11)


@pytest.mark.realdata
def test_what_is_published_as_the_jackknifed_bootstrap_of_twelve_states(realdata):
    """.0634765625 comes of scores without the null imposed, held against CR1's t; with it imposed it is WCR's .0205."""
    cells, schedule = twelve_states(realdata)
    jackknifed = wild_test(static(cells, schedule), "treated", RNG(0), kind="WCR-33", ties="excluded")
    assert jackknifed.p == 0.0205078125
    y, place = cells.means()[:, 0], np.searchsorted(schedule.area, cells.area)
    d = (cells.period >= schedule.first[place]).astype(float)
    X = np.column_stack([d, dummies(cells.area), dummies(cells.period)[:, 1:]])
    G, (N, k) = len(schedule.area), X.shape
    mine = [place == g for g in range(G)]
    M, z = np.stack([X[i].T @ X[i] for i in mine]), np.stack([X[i].T @ y[i] for i in mine])
    B, rest = np.linalg.inv(M.sum(axis=0)), [np.linalg.pinv(M.sum(axis=0) - M_g) for M_g in M]
    b = B @ z.sum(axis=0)
    u = z - M @ b
    t = b[0] / np.sqrt(np.sum((u @ B[0]) ** 2) * G / (G - 1) * (N - 1) / (N - k))
    scores = np.stack([z[g] - M[g] @ rest[g] @ (z.sum(axis=0) - z[g]) for g in range(G)])
    v = every_sign(G)
    total = v @ scores
    change = [(total - v[:, [g]] * scores[g]) @ rest[g][0] - total @ B[0] for g in range(G)]
    drawn = total @ B[0] / np.sqrt((G - 1) / G * np.sum(np.square(change), axis=0))
    assert np.mean(np.abs(drawn) > abs(t)) == 0.0634765625


def naive_conley_taber(p):
    """One start, equal cells: the noise of a treated cluster is a difference of a donor's means."""
    on = p.period >= 3
    change = np.array([p.y[(p.area == a) & on].mean() - p.y[(p.area == a) & ~on].mean() for a in p.schedule.area])
    treated = p.schedule.first < 99
    effect = change[treated].mean() - change[~treated].mean()
    noise = change[~treated] - change[~treated].mean()
    pairs = [(noise[i] + noise[j]) / 2 for i in range(len(noise)) for j in range(len(noise)) if i != j]
    return effect, np.mean(np.abs([*pairs, effect]) >= abs(effect) - 1e-12)


def test_conley_taber_is_the_difference_of_donors_residuals():
    p = panel(3, starts=(3, 3), unbalanced=False)
    found = borrowed_noise_test(p.cells, p.schedule, RNG(0), procedure="conley_taber")
    effect, p_value = naive_conley_taber(p)
    assert found.enumerated
    assert (found.estimate, found.p) == (pytest.approx(effect), pytest.approx(p_value))
    assert found.ci_low < found.estimate < found.ci_high


def test_small_donors_noise_is_scaled_down_in_the_place_of_a_large_cluster():
    p = panel(3, starts=(3, 3), G=30)
    plain, scaled = (
        borrowed_noise_test(p.cells, p.schedule, RNG(0), procedure=name) for name in ("conley_taber", "ferman_pinto")
    )
    assert plain.estimate == scaled.estimate
    assert plain.p != scaled.p


def test_too_few_donors_are_refused():
    p = panel(3, G=6, starts=(3, 3))
    with pytest.raises(Refused, match="what chance does: 4"):
        borrowed_noise_test(p.cells, p.schedule, RNG(0))


def test_clusters_of_mixed_starts_are_refused():
    p = panel(3, clusters=7)
    with pytest.raises(Refused, match="start at different times"):
        borrowed_noise_test(p.cells, p.schedule, RNG(0))
