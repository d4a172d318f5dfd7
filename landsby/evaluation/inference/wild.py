"""Wild cluster bootstrap of one coefficient, from cluster sums alone.

A draw multiplies every cluster's scores by one number of mean 0 and variance 1. The t of each draw follows from a C x C
kernel, so that ten thousand draws are one product of matrices, however many rows there are. With the null imposed: WCR;
without: WCU (Cameron, Gelbach & Miller 2008; Roodman et al. 2019). "33" takes scores and errors by the jackknife
(MacKinnon, Nielsen & Webb 2023). Scores are linear in the supposed effect, so the interval needs no draws of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from landsby.evaluation.designs.methods import Weights
from landsby.evaluation.estimates.clustered import jackknife_rows
from landsby.evaluation.estimates.least_squares import Fit, cluster_moments
from landsby.evaluation.inference.randomisation import TIE, interval, share_of
from landsby.evaluation.numbers import Flags, Floats, product
from landsby.evaluation.problems import refuse

Kind = Literal["WCR", "WCU", "WCR-33"]
Ties = Literal["counted", "excluded"]
MOST_CLUSTERS_ENUMERATED = 12
"""Up to this many clusters all 2^C Rademacher draws are gone through."""
TOGETHER = 2**15
"""Weights of clusters that are worked on together where it may soon be known that enough draws reach the bar."""
WEBB = np.sqrt(np.array([1.5, 1.0, 0.5]))


@dataclass(frozen=True)
class WildTest:
    """A wild cluster bootstrap.

    Attributes:
        procedure: kind, weights and tie rule.
        estimate: the coefficient.
        p: its p-value.
        ci_low: the least effect that is not rejected; -inf where none is.
        ci_high: the greatest.
        draws: how many.
        enumerated: whether they are all that there are.
    """

    procedure: str
    estimate: float
    p: float
    ci_low: float
    ci_high: float
    draws: int
    enumerated: bool


def wild_test(
    fitted: Fit,
    term: str,
    rng: np.random.Generator,
    *,
    kind: Kind = "WCR",
    weights: Weights = "rademacher",
    draws: int = 9_999,
    ties: Ties = "counted",
    level: float = 0.95,
) -> WildTest:
    """Test that a coefficient is 0.

    Args:
        fitted: the fit.
        term: the coefficient.
        rng: where chance comes from; not used where draws are enumerated.
        kind: "WCR" with the null imposed, "WCU" without, "WCR-33" imposed and jackknifed.
        weights: "rademacher", or Webb's six points where there are very few clusters.
        draws: how many where they are not enumerated.
        ties: a draw with the actual t (within 1e-9) counts as reaching it, or does not. Enumerated draws hold the
            sample itself and its mirror, so counting is what makes the test exact; other programs exclude.
        level: of the interval.
    """
    if fitted.C < 2:
        refuse("one_cluster")
    enumerated = weights == "rademacher" and fitted.C <= MOST_CLUSTERS_ENUMERATED
    v = every_sign(fitted.C) if enumerated else drawn_weights(rng, weights, draws, fitted.C)
    column = int(fitted.at[fitted.term(term)])
    kernels = _Kernels.of(fitted, column, kind)
    p_of = _p_of(kernels, v, ties)
    se = kernels.root_sum * 1.5
    low, high = interval(p_of, kernels.estimate, se, 1 - level)
    name = f"{kind}, {weights}, ties {ties}"
    return WildTest(name, kernels.estimate, p_of(0.0), low, high, len(v), enumerated)


def wild_share(v: Floats, scores: Floats, load: Floats, t: float, at: float = 1.0) -> float:
    """The share of draws (R, C) whose t reaches the actual one: what calibration runs ask thousands of times.

    Args:
        v: the draws.
        scores: (C, p) scores by cluster of an orthonormal basis whose last column is the treatment.
        load: (C, p) sums of products of that column with all columns, by cluster.
        t: the actual one, without small-sample factor.
        at: the level that the share is held against, as in `share_of`.
    """
    together = max(64, TOGETHER // len(scores))
    parts = (v[begin : begin + together] for begin in range(0, len(v), together))
    return share_of((_reaching(some, scores, load, abs(t) * (1 - TIE)) for some in parts), len(v), at)


def _reaching(v: Floats, scores: Floats, load: Floats, bar: float) -> Flags:
    top = product(v, scores)
    error = v * scores[:, -1] - product(top, load.T)
    with np.errstate(divide="ignore", invalid="ignore"):  # a draw without spread has an endless t, and counts as one
        t = np.abs(top[:, -1]) / np.sqrt(np.sum(error**2, axis=1))
    out: Flags = t >= bar
    return out


def every_sign(C: int) -> Floats:
    """(2^C, C) all draws of signs."""
    bits = (np.arange(2**C)[:, None] >> np.arange(C)[None, :]) & 1
    out: Floats = (bits * 2.0 - 1.0).astype(np.float64)
    return out


def drawn_weights(rng: np.random.Generator, weights: Weights, draws: int, C: int) -> Floats:
    """(draws, C) weights of units: signs, or Webb's six points."""
    points = np.array([-1.0, 1.0]) if weights == "rademacher" else np.concatenate([-WEBB, WEBB])
    return points[rng.integers(0, len(points), (draws, C))]


@dataclass(frozen=True, eq=False)
class _Kernels:
    """What turns a draw v into its coefficient and error, when an effect of delta is supposed.

    estimate; root_sum: the actual error without small-sample factor; a: (2, C) coefficient of a draw, for the outcome
    and for the term's own column; K: (2, C, C) the parts whose squares sum to its squared error. WCU: the second is 0.
    """

    estimate: float
    root_sum: float
    a: Floats
    K: Floats

    @classmethod
    def of(cls, fitted: Fit, column: int, kind: Kind) -> _Kernels:
        M, s = cluster_moments(fitted)
        B, b = fitted.inverse, fitted.b
        jackknife = kind == "WCR-33"
        y = s + np.einsum("gij,j->gi", M, b, optimize=False)
        d = M[:, :, column]
        unrestricted = np.stack([s, np.zeros_like(s)])
        scores = (
            unrestricted
            if kind == "WCU"
            else np.stack([_restricted(M, z, column, jackknife=jackknife) for z in (y, d)])
        )
        a = np.einsum("j,zgj->zg", B[column], scores, optimize=False)
        diagonal = np.arange(fitted.C)
        if not jackknife:
            pulled = np.einsum("i,hij,jk->hk", B[column], M, B, optimize=False)
            K = -np.einsum("hk,zgk->zhg", pulled, scores, optimize=False)
            K[:, diagonal, diagonal] += a
            own = np.einsum("j,gj->g", B[column], s, optimize=False)
        else:
            rest = jackknife_rows(M, column)
            K = np.einsum("hk,zgk->zhg", rest, scores, optimize=False) - a[:, None, :]
            K[:, diagonal, diagonal] -= np.einsum("gk,zgk->zg", rest, scores, optimize=False)
            own = -np.einsum("gk,gk->g", rest, s, optimize=False)
        return cls(float(b[column]), float(np.sqrt(np.sum(own**2))), a, K)


def _restricted(M: Floats, z: Floats, column: int, *, jackknife: bool) -> Floats:
    """(C, p) scores when the term is left out of the fit, or out of the fit to all other clusters.

    Args:
        M: (C, p, p) sums of products by cluster.
        z: (C, p) sums of products with the left-hand side.
        column: the term's.
        jackknife: fit to the other clusters.
    """
    others = np.delete(np.arange(M.shape[1]), column)
    total, load = M.sum(axis=0), z.sum(axis=0)
    out = np.empty_like(z)
    whole = np.linalg.pinv(total[np.ix_(others, others)], rcond=1e-12, hermitian=True)
    for g, M_g in enumerate(M):
        if jackknife:
            inverse = np.linalg.pinv((total - M_g)[np.ix_(others, others)], rcond=1e-12, hermitian=True)
            b = inverse @ (load - z[g])[others]
        else:
            b = whole @ load[others]
        out[g] = z[g] - M_g[:, others] @ b
    return out


def _p_of(kernels: _Kernels, v: Floats, ties: Ties) -> Callable[[float], float]:
    """The p-value as a function of the supposed effect."""
    top = product(v, kernels.a.T)
    Ky, Kd = (product(v, K.T) for K in kernels.K)
    q = np.stack([np.sum(Ky**2, axis=1), -2 * np.sum(Ky * Kd, axis=1), np.sum(Kd**2, axis=1)], axis=1)

    def p(delta: float) -> float:
        square = np.maximum(q[:, 0] + delta * q[:, 1] + delta**2 * q[:, 2], 0.0)
        with np.errstate(
            divide="ignore", invalid="ignore"
        ):  # a draw without spread has an endless t, and counts as one
            t = np.abs(top[:, 0] - delta * top[:, 1]) / np.sqrt(square)
        actual = abs(kernels.estimate - delta) / kernels.root_sum
        bar = actual * (1 - TIE) if ties == "counted" else actual * (1 + TIE)
        return float(np.mean(t >= bar)) if ties == "counted" else float(np.mean(t > bar))

    return p
