"""Thousands of outcomes under one design: what depends on the design alone is made once, the rest is linear."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy import sparse

from landsby.evaluation.cells.rows import Rows
from landsby.evaluation.designs.schedules import Schedule
from landsby.evaluation.inference.exchanged_fits import basis_of, treated_sums
from landsby.evaluation.numbers import Floats, Ints, group_sums, product


@dataclass(frozen=True, eq=False)
class Fixed:
    """A design's rows, its effects of area and period and its covariates taken out once.

    Attributes:
        rows: the m rows.
        root: (m,) roots of their weights.
        Q: (m, p) an orthonormal basis of the period dummies and the covariates, less area effects.
        d: (m,) the treatment less all of these, weighted; D: its sum of squares.
        cluster: (m,) of each row, from 0.
        C: how many clusters.
    """

    rows: Rows
    root: Floats
    Q: Floats
    d: Floats
    D: float
    cluster: Ints
    C: int

    @classmethod
    def of(cls, rows: Rows, schedule: Schedule) -> Fixed:
        """Made once for a design."""
        root, Q = np.sqrt(rows.w), basis_of(rows)
        bare = cls(rows, root, Q, root, 1.0, schedule.cluster_index[rows.area], len(schedule.clusters))
        d = bare.left(rows.by_area(schedule.on(rows.periods))[:, None])[:, 0]
        return cls(rows, root, Q, d, float(np.sum(d * d)), bare.cluster, bare.C)

    def left(self, Y: Floats) -> Floats:
        """(m, B) what outcomes (m, B) keep when areas, periods and covariates are taken out, weighted."""
        real = self.rows.real[:, None]
        w = np.where(real, self.rows.w[:, None], 0.0)
        mean = _added(self._areas, w * Y) / _added(self._areas, w)
        centred = (Y - np.where(real, mean[self.rows.area], 0.0)) * self.root[:, None]
        out: Floats = centred - product(self.Q, product(self.Q.T, centred))
        return out

    def by_cluster(self, values: Floats) -> Floats:
        """(C, …) sums over the rows of each cluster."""
        return _added(self._clusters, values)

    def scores(self, left: Floats) -> Floats:
        """(C, p + 1, B) sums by cluster of `basis` times outcomes (m, B) as `left` leaves them."""
        out: Floats = (self._scoring @ left).reshape(self.C, -1, left.shape[1])
        return out

    @cached_property
    def basis(self) -> Floats:
        """(m, p + 1) an orthonormal basis of the period dummies and, last, the treatment."""
        return np.concatenate([self.Q, self.d[:, None] / self.D**0.5], axis=1)

    @cached_property
    def _scoring(self) -> sparse.csr_array:
        m, columns = self.basis.shape
        score = self.cluster[:, None] * columns + np.arange(columns)
        places = score.ravel(), np.repeat(np.arange(m), columns)
        return sparse.coo_array((self.basis.ravel(), places), shape=(self.C * columns, m)).tocsr()

    @cached_property
    def _areas(self) -> sparse.csr_array:
        return adding(self.rows.area, len(self.rows.areas))

    @cached_property
    def _clusters(self) -> sparse.csr_array:
        return adding(self.cluster, self.C)


def added_by(values: Floats, group: Ints, groups: int) -> Floats:
    """(groups, …) sums over the rows (m, …) of each group, in the order of the rows; 0 for groups without rows."""
    return _added(adding(group, groups), values)


def adding(group: Ints, groups: int) -> sparse.csr_array:
    """(groups, m) a 1 where a row is of a group. A product with it adds row by row, by one thread."""
    rows_of_each = np.bincount(group, minlength=groups)
    ends = np.concatenate([[0], np.cumsum(rows_of_each)])
    return sparse.csr_array((np.ones(len(group)), np.argsort(group, kind="stable"), ends), shape=(groups, len(group)))


def _added(adding: sparse.csr_array, values: Floats) -> Floats:
    out: Floats = (adding @ values.reshape(len(values), -1)).reshape(-1, *values.shape[1:])
    return out


@dataclass(frozen=True, eq=False)
class Rivals:
    """The static coefficient under R schedules, for many outcomes.

    D (R,): what is left of each treatment's sum of squares; b (R, C): each cluster's part of it; load (R, p): on Q;
    r, g, f (P,): schedules and areas that are treated at all, with the place of the start.
    """

    fixed: Fixed
    starts: Ints
    r: Ints
    g: Ints
    f: Ints
    D: Floats
    b: Floats
    load: Floats

    @classmethod
    def of(cls, fixed: Fixed, cluster_of_area: Ints, first: Ints) -> Rivals:
        """Made once.

        Args:
            fixed: the design.
            cluster_of_area: (G,) from 0.
            first: (R, G) schedules, the actual one first.
        """
        rows, R, C, p = fixed.rows, len(first), fixed.C, fixed.Q.shape[1]
        starts = np.unique(first)
        n = treated_sums(rows, starts, fixed.root[:, None])[:, :, 0]
        weight = group_sums(np.where(rows.real, rows.w, 0.0), rows.area, len(rows.areas))
        S2 = n - n**2 / weight[:, None]
        Q = treated_sums(rows, starts, fixed.Q)
        r, g = (each.astype(np.int64) for each in np.nonzero(first <= rows.periods[-1]))
        f = np.searchsorted(starts, first[r, g]).astype(np.int64)
        code = r * C + cluster_of_area[g]
        dQ = added_by(Q[g, f], code, R * C).reshape(R, C, p)
        load = dQ.sum(axis=1)
        KQ = fixed.by_cluster((fixed.Q[:, :, None] * fixed.Q[:, None, :]).reshape(-1, p * p))
        b = added_by(S2[g, f], code, R * C).reshape(R, C) - 2 * np.einsum("rp,rcp->rc", load, dQ, optimize=False)
        b += product((load[:, :, None] * load[:, None, :]).reshape(R, p * p), KQ.T)
        return cls(fixed, starts, r, g, f, b.sum(axis=1), b, load)

    def coefficients(self, left: Floats) -> Floats:
        """(R, B) coefficients for outcomes (m, B) as `Fixed.left` leaves them."""
        A = treated_sums(self.fixed.rows, self.starts, left)
        with np.errstate(divide="ignore", invalid="ignore"):  # a schedule without variation has no coefficient
            return added_by(A[self.g, self.f], self.r, len(self.D)) / self.D[:, None]

    def studentised(self, left: Floats, beta: Floats) -> Floats:
        """(R, B) coefficients (R, B) over the roots of their summed squared scores; t up to a factor that all share."""
        fixed, R, p = self.fixed, len(self.D), self.fixed.Q.shape[1]
        A = treated_sums(fixed.rows, self.starts, left)
        cluster = np.zeros(len(fixed.rows.areas), dtype=np.int64)
        cluster[fixed.rows.area] = fixed.cluster
        mine = added_by(A[self.g, self.f], self.r * fixed.C + cluster[self.g], R * fixed.C).reshape(R, fixed.C, -1)
        out, scores = np.empty_like(beta), fixed.scores(left)[:, :p]
        for k in range(left.shape[1]):
            score = mine[:, :, k] - product(self.load, scores[:, :, k].T) - beta[:, [k]] * self.b
            with np.errstate(divide="ignore", invalid="ignore"):  # a world without spread has no t
                out[:, k] = beta[:, k] * self.D / np.sqrt(np.sum(score**2, axis=1))
        return out
