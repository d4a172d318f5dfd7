"""Thousands of outcomes under one design: what depends on the design alone is made once, the rest is linear."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy import sparse

from landsby.evaluation.cells.rows import Rows
from landsby.evaluation.designs.schedules import Schedule
from landsby.evaluation.inference.exchanged_fits import basis_of
from landsby.evaluation.numbers import Floats, Ints, product


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
        mean = added(self._areas, w * Y) / added(self._areas, w)
        centred = (Y - np.where(real, mean[self.rows.area], 0.0)) * self.root[:, None]
        out: Floats = centred - product(self.Q, product(self.Q.T, centred))
        return out

    def by_cluster(self, values: Floats) -> Floats:
        """(C, …) sums over the rows of each cluster."""
        return added(self._clusters, values)

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
    return added(adding(group, groups), values)


def adding(group: Ints, groups: int) -> sparse.csr_array:
    """(groups, m) a 1 where a row is of a group. A product with it adds row by row, by one thread."""
    rows_of_each = np.bincount(group, minlength=groups)
    ends = np.concatenate([[0], np.cumsum(rows_of_each)])
    return sparse.csr_array((np.ones(len(group)), np.argsort(group, kind="stable"), ends), shape=(groups, len(group)))


def added(adding: sparse.csr_array, values: Floats) -> Floats:
    """(groups, …) sums over the rows (m, …) of each group, by what `adding` made; for groupings that come again."""
    out: Floats = (adding @ values.reshape(len(values), -1)).reshape(-1, *values.shape[1:])
    return out
