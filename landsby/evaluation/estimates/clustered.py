"""Cluster-robust covariances CR1, CR2 and CR3 with their small-sample factors and degrees of freedom, all stated.

CR1: Liang & Zeger 1986 with C / (C - 1) * (N - 1) / (N - K), t with C - 1 degrees of freedom.
CR2: Bell & McCaffrey 2002, Pustejovsky & Tipton 2018 (JBES 36:672), Satterthwaite degrees of freedom under equal and
independent errors. CR3: the cluster jackknife about the full estimate, (C - 1) / C times its sum (MacKinnon, Nielsen &
Webb 2023, CV3), t with C - 1. Area effects are nested in the clusters, so leaving them out of W changes none of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from scipy.special import stdtr, stdtrit

from landsby.evaluation.estimates.least_squares import Fit, cluster_moments
from landsby.evaluation.numbers import Floats, product
from landsby.evaluation.problems import named, refuse

Counted = Literal["none", "nested", "full"]
"""Which fixed effects K counts: none of them, those not nested in the clusters, or all."""


@dataclass(frozen=True, eq=False)
class Covariance:
    """A covariance of the terms.

    Attributes:
        procedure: its name, with what it counts.
        V: (k, k).
        df: (k,) degrees of freedom of each term's t.
        factor: the small-sample factor that V includes.
    """

    procedure: str
    V: Floats
    df: Floats
    factor: float

    @property
    def se(self) -> Floats:
        """(k,) standard errors."""
        return np.sqrt(np.diagonal(self.V))


def cr1(fitted: Fit, counted: Counted = "nested") -> Covariance:
    """The sandwich of cluster scores.

    K counts the terms, and of the fixed effects: "none"; "nested" those not nested in clusters and one constant; "full"
    all (areas, and the other dummies that were kept).
    """
    _more_than_one(fitted)
    _, s = cluster_moments(fitted)
    fixed = {"none": 0, "nested": fitted.q + 1, "full": fitted.G + fitted.q}[counted]
    K = len(fitted.terms) + fixed
    factor = fitted.C / (fitted.C - 1) * (fitted.N - 1) / (fitted.N - K)
    half = product(s, fitted.inverse)
    V = factor * product(half.T, half)
    return Covariance(f"CR1 ({counted})", _of_terms(V, fitted), _df(fitted), factor)


def cr2(fitted: Fit) -> Covariance:
    """The bias-reduced sandwich with Satterthwaite degrees of freedom."""
    _more_than_one(fitted)
    M, s = cluster_moments(fitted)
    B = fitted.inverse
    A = np.stack([_half_inverse(M_g, B) for M_g in M])
    half = np.einsum("pj,gjl,gl->gp", B, A, s, optimize=False)
    V = np.einsum("gp,gr->pr", half, half, optimize=False)
    df = np.array([_degrees(M, A, B, int(column)) for column in fitted.at])
    return Covariance("CR2", _of_terms(V, fitted), df, 1.0)


def _half_inverse(M_g: Floats, B: Floats) -> Floats:
    """(p, p) A with W'(I - H)^(-1/2) u = A W'u; directions that a cluster alone identifies are left out."""
    level, axes = np.linalg.eigh(M_g)
    kept = level > max(float(level[-1]), 0.0) * 1e-12
    S, V = np.sqrt(level[kept]), axes[:, kept]
    inner = np.eye(len(S)) - S[:, None] * (V.T @ B @ V) * S[None, :]
    share, turn = np.linalg.eigh((inner + inner.T) / 2)
    power = np.where(share > 1e-10, 1.0 / np.sqrt(np.maximum(share, 1e-10)), 0.0)
    root = (turn * power) @ turn.T
    out: Floats = (V * S) @ root @ (V / S).T
    return out


def bias_reduced_rows(M: Floats, B: Floats, column: int) -> Floats:
    """(C, p) what turns each cluster's scores into its part of a coefficient's CR2 error; of the design alone.

    Args:
        M: (C, p, p) sums of products by cluster.
        B: (p, p) the inverse of their sum.
        column: the coefficient's.
    """
    return np.stack([B[column] @ _half_inverse(M_g, B) for M_g in M]).astype(np.float64)


def satterthwaite(M: Floats, B: Floats, column: int) -> float:
    """The degrees of freedom that belong to `bias_reduced_rows`."""
    return _degrees(M, np.stack([_half_inverse(M_g, B) for M_g in M]), B, column)


def _degrees(M: Floats, A: Floats, B: Floats, column: int) -> float:
    """(tr P)^2 / tr P^2 for the quadratic form of one coefficient, errors equal and independent."""
    c = B[:, column]
    pulled = np.einsum("gij,i->gj", A, c, optimize=False)
    mine = np.einsum("gij,gj->gi", M, pulled, optimize=False)
    P = -np.einsum("gi,ij,hj->gh", mine, B, mine, optimize=False)
    P[np.diag_indices(len(P))] += np.einsum("gi,gi->g", mine, pulled)
    return float(np.trace(P) ** 2 / np.sum(P * P))


def cr3(fitted: Fit) -> Covariance:
    """The cluster jackknife: the fit is done again without each cluster in turn.

    Raises:
        Refused: `lost_without` if a term cannot be had without one of the clusters.
    """
    _more_than_one(fitted)
    change = without_each_cluster(fitted) - fitted.beta[None, :]
    factor = (fitted.C - 1) / fitted.C
    V = factor * np.einsum("gi,gj->ij", change, change, optimize=False)
    return Covariance("CR3", V, _df(fitted), factor)


def without_each_cluster(fitted: Fit) -> Floats:
    """(C, k) the coefficients without each cluster in turn.

    Raises:
        Refused: `lost_without`.
    """
    M, s = cluster_moments(fitted)
    total = M.sum(axis=0)
    out = np.zeros((fitted.C, len(fitted.terms)))
    for g in range(fitted.C):
        rest = total - M[g]
        level, axes = np.linalg.eigh(rest)
        kept = level > float(level[-1]) * 1e-11
        lost = np.sum(axes[:, ~kept][fitted.at] ** 2, axis=1) > 1e-9
        if lost.any():
            refuse("lost_without", unit=fitted.units[g], names=named(np.array(fitted.terms)[lost]))
        solved = (axes[:, kept] / level[kept]) @ (axes[:, kept].T @ -s[g])
        out[g] = fitted.beta + solved[fitted.at]
    return out


def jackknife_rows(M: Floats, column: int) -> Floats:
    """(C, p) what turns each cluster's scores into minus the change of one coefficient when it is left out.

    They depend on the design alone, and serve a fit of any other outcome to it.

    Args:
        M: (C, p, p) sums of products by cluster.
        column: the coefficient's.
    """
    total = M.sum(axis=0)
    return np.stack([np.linalg.pinv(total - M_g, rcond=1e-11, hermitian=True)[column] for M_g in M]).astype(np.float64)


def t_test(estimate: float, se: float, df: float, level: float = 0.95) -> tuple[float, float, float]:
    """The p-value against no effect and the interval's two ends, by Student's t."""
    if not se > 0:
        return (float("nan"),) * 3
    half = float(stdtrit(df, 0.5 + level / 2)) * se
    return float(2 * stdtr(df, -abs(estimate) / se)), estimate - half, estimate + half


def _more_than_one(fitted: Fit) -> None:
    if fitted.C < 2:
        refuse("one_cluster")


def _of_terms(V: Floats, fitted: Fit) -> Floats:
    return V[np.ix_(fitted.at, fitted.at)]


def _df(fitted: Fit) -> Floats:
    return np.full(len(fitted.terms), float(fitted.C - 1))
