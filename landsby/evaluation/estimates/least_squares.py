"""Weighted least squares with area effects taken out, on the few rows that stand for all."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from landsby.evaluation.cells.rows import Rows
from landsby.evaluation.designs.schedules import Schedule
from landsby.evaluation.numbers import Floats, Ints, Labels, product
from landsby.evaluation.problems import named, refuse

TOLERANCE = 1e-9
"""A column of which less than this share is left after the columns before it follows from them."""


@dataclass(frozen=True, eq=False)
class Fit:
    """A fit, with what its standard errors need.

    Attributes:
        outcome: the outcome's name.
        terms: (k) names of the design's terms and then the covariates.
        beta: (k,) their coefficients.
        W: (m, p) the weighted columns without area effects: dummies that were kept, then covariates, then design.
        u: (m,) the weighted residuals.
        inverse: (p, p) inverse of W'W.
        b: (p,) the coefficients of all columns.
        at: (k,) the column of each term in W.
        cluster: (m,) the cluster of each row, from 0.
        C: how many clusters.
        N: original rows.
        G: areas, whose effects are nested in the clusters.
        q: dummies that were kept.
        units: (C,) what the clusters are called.
    """

    outcome: str
    terms: tuple[str, ...]
    beta: Floats
    W: Floats
    u: Floats
    inverse: Floats
    b: Floats
    at: Ints
    cluster: Ints
    C: int
    N: int
    G: int
    q: int
    units: Labels

    def term(self, name: str) -> int:
        """The place of a term."""
        return self.terms.index(name)


def fit(rows: Rows, D: Floats, terms: tuple[str, ...], schedule: Schedule) -> Fit:
    """Regress the outcome on the design, the covariates, and effects of area, period and what else is absorbed.

    Args:
        rows: the rows.
        D: (m, d) columns of the design, 0 on rows of scatter.
        terms: (d) their names.
        schedule: the areas' units.

    Raises:
        Refused: `collinear` if a term or covariate follows from the rest.
    """
    root = np.sqrt(rows.w)[:, None]
    q, k = rows.Z.shape[1], rows.X.shape[1]
    columns = np.concatenate([rows.Z, rows.X, D], axis=1)
    W = rows.demeaned(columns) * root
    size = np.sum((columns * root) ** 2, axis=0)
    y = rows.demeaned(rows.y) * root[:, 0]
    kept = independent(W, size)
    if lost := sorted(set(range(q, W.shape[1])) - set(kept.tolist())):
        names = (*rows.covariates, *terms)
        refuse("collinear", names=named(names[column - q] for column in lost))
    W = W[:, kept]
    inverse: Floats = np.linalg.inv(product(W.T, W)).astype(np.float64)
    b = product(inverse, product(W.T, y[:, None]))[:, 0]
    first = W.shape[1] - k - len(terms)
    at = np.concatenate([np.arange(first + k, W.shape[1]), np.arange(first, first + k)]).astype(np.int64)
    u = y - product(W, b[:, None])[:, 0]
    cluster, C = schedule.cluster_index[rows.area], len(schedule.clusters)
    names = (*terms, *rows.covariates)
    counts = C, rows.N, len(rows.areas), first
    return Fit(rows.outcome, names, b[at], W, u, inverse, b, at, cluster, *counts, schedule.clusters)


def independent(W: Floats, size: Floats | None = None) -> Ints:
    """The columns, from the left, that do not follow from those before them.

    Args:
        W: (m, p).
        size: (p,) squared length of each column before anything was taken out; without it, the columns' own.
    """
    left = W.copy()
    full = np.sum(W**2, axis=0) if size is None else size
    kept = []
    for column in range(W.shape[1]):
        length = float(np.sum(left[:, column] ** 2))
        if length <= TOLERANCE * max(float(full[column]), 1e-300):
            continue
        kept.append(column)
        rest = left[:, column + 1 :]
        share = np.einsum("i,ij->j", left[:, column], rest) / length
        left[:, column + 1 :] = rest - left[:, column][:, None] * share[None, :]
    return np.array(kept, dtype=np.int64)


def cluster_moments(fitted: Fit) -> tuple[Floats, Floats]:
    """Sums of products and scores by cluster.

    Returns:
        (C, p, p) W_g'W_g and (C, p) W_g'u_g.
    """
    p = fitted.W.shape[1]
    order = np.argsort(fitted.cluster, kind="stable")
    starts = np.searchsorted(fitted.cluster[order], np.arange(fitted.C + 1))
    M = np.zeros((fitted.C, p, p))
    s = np.zeros((fitted.C, p))
    for g in range(fitted.C):
        mine = order[starts[g] : starts[g + 1]]
        W = fitted.W[mine]
        M[g] = product(W.T, W)
        s[g] = np.einsum("ij,i->j", W, fitted.u[mine])
    return M, s
