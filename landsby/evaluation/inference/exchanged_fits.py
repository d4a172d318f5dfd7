"""The static two-way fit under thousands of schedules at once.

Under another schedule only the column of treatment changes. With ``y~`` and an orthonormal basis Q of the dummies and
covariates, all less area effects, the coefficient and each cluster's part of it follow from sums over the treated
periods of each area, which are looked up by area and start: no schedule needs a pass over the rows.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from landsby.evaluation.cells.rows import Rows
from landsby.evaluation.estimates.least_squares import independent
from landsby.evaluation.numbers import Floats, Ints, group_sums, one_thread, product

FITS_AT_ONCE = 2_000
"""Schedules that are worked on together."""


@dataclass(frozen=True, eq=False)
class Exchanged:
    """Coefficients and what studentises them, for R schedules; the outcome less ``delta`` times the actual treatment.

    Attributes:
        beta: (R,) the coefficient at delta 0.
        slope: (R,) how much of the actual treatment each coefficient takes up: beta(delta) = beta - delta slope.
        D: (R,) what is left of the treatment's sum of squares.
        q: (R, 3) the sum of squared cluster scores is ``q0 + q1 delta + q2 delta^2``.
    """

    beta: Floats
    slope: Floats
    D: Floats
    q: Floats

    def coefficients(self, delta: float) -> Floats:
        """(R,) coefficients when an effect of delta is supposed and taken away."""
        return self.beta - delta * self.slope

    def studentised(self, delta: float) -> Floats:
        """(R,) the coefficients over the root of their summed squared scores (t up to one factor that all share)."""
        square = self.q[:, 0] + delta * self.q[:, 1] + delta**2 * self.q[:, 2]
        with np.errstate(divide="ignore", invalid="ignore"):  # a schedule without spread has no t
            return self.coefficients(delta) * self.D / np.sqrt(np.maximum(square, 0.0))


def exchanged_fits(rows: Rows, cluster_of_area: Ints, first: Ints) -> Exchanged:
    """The static fit under each schedule.

    Args:
        rows: the rows.
        cluster_of_area: (G,) from 0.
        first: (R, G) starts under each schedule, the actual one first.
    """
    tables = _Tables.of(rows, cluster_of_area, first)
    parts = [tables.fits(first[start : start + FITS_AT_ONCE]) for start in range(0, len(first), FITS_AT_ONCE)]
    beta, slope, D, q = (np.concatenate(column) for column in zip(*parts, strict=True))
    return Exchanged(beta, slope, D, q)


@dataclass(frozen=True, eq=False)
class _Tables:
    """Sums over treated periods by area and start.

    starts (F,); S2 (G, F): the treatment's sum of squares about the area's mean; A (G, F) of y~; d (G, F) of the actual
    treatment; Q (G, F, p); KA, Kd (C, p) and KQ (C, p, p): sums by cluster of Q y~, Q d~ and Q Q'.
    """

    starts: Ints
    S2: Floats
    A: Floats
    d: Floats
    Q: Floats
    KA: Floats
    Kd: Floats
    KQ: Floats
    cluster: Ints
    C: int

    @classmethod
    def of(cls, rows: Rows, cluster: Ints, first: Ints) -> _Tables:
        root, Q = np.sqrt(rows.w), basis_of(rows)
        actual = rows.by_area((rows.periods[None, :] >= first[0][:, None]).astype(np.float64))
        y, d = (_left(rows.demeaned(values) * root, Q) for values in (rows.y, actual))
        starts = np.unique(first)
        n = treated_sums(rows, starts, root[:, None])[:, :, 0]
        total = group_sums(np.where(rows.real, rows.w, 0.0), rows.area, len(rows.areas))[:, None]
        C, p = int(cluster.max()) + 1, Q.shape[1]
        mine = cluster[rows.area]
        squares = (Q[:, :, None] * Q[:, None, :]).reshape(len(Q), p * p)
        both = treated_sums(rows, starts, np.stack([y, d], axis=1))
        return cls(
            starts,
            n - n**2 / total,
            both[:, :, 0],
            both[:, :, 1],
            treated_sums(rows, starts, Q),
            group_sums(Q * y[:, None], mine, C),
            group_sums(Q * d[:, None], mine, C),
            group_sums(squares, mine, C).reshape(C, p, p),
            cluster,
            C,
        )

    def fits(self, first: Ints) -> tuple[Floats, Floats, Floats, Floats]:
        """beta, slope, D (R,) and q (R, 3) for some schedules (R, G)."""
        R, p = len(first), self.Q.shape[2]
        code = np.searchsorted(self.starts, first)
        r, g = np.nonzero(self.S2[np.arange(len(self.cluster))[None, :], code] > 0)
        f = code[r, g]
        at = r * self.C + self.cluster[g]

        def summed(values: Floats) -> Floats:
            return group_sums(values, at, R * self.C).reshape(R, self.C)

        Q, S2 = self.Q[g, f], self.S2[g, f]
        load = group_sums(Q, r, R)
        b = summed(S2 - 2 * np.sum(load[r] * Q, axis=1))
        b += product((load[:, :, None] * load[:, None, :]).reshape(R, p * p), self.KQ.reshape(self.C, p * p).T)
        a = summed(self.A[g, f]) - product(load, self.KA.T)
        c = summed(self.d[g, f]) - product(load, self.Kd.T)
        D = group_sums(S2, r, R) - np.sum(load**2, axis=1)
        with np.errstate(divide="ignore", invalid="ignore"):  # a schedule without variation has no coefficient
            beta, slope = a.sum(axis=1) / D, c.sum(axis=1) / D
        score, change = a - beta[:, None] * b, -(c - slope[:, None] * b)
        q = np.stack([np.sum(score**2, axis=1), 2 * np.sum(score * change, axis=1), np.sum(change**2, axis=1)], axis=1)
        return beta, slope, D, q


def basis_of(rows: Rows) -> Floats:
    """(m, p) an orthonormal basis of the weighted dummies and covariates, less area effects."""
    root = np.sqrt(rows.w)[:, None]
    columns = np.concatenate([rows.Z, rows.X], axis=1)
    W = rows.demeaned(columns) * root
    W = W[:, independent(W, np.sum((columns * root) ** 2, axis=0))]
    with one_thread():
        return np.linalg.qr(W)[0].astype(np.float64) if W.shape[1] else W


def treated_sums(rows: Rows, starts: Ints, values: Floats) -> Floats:
    """(G, F, k) weighted sums of columns (m, k) over the periods from each start on, by area."""
    G, T = len(rows.areas), len(rows.periods)
    weight = np.where(rows.real, np.sqrt(rows.w), 0.0)[:, None]
    grid = group_sums(weight * values, rows.area * T + rows.period, G * T).reshape(G, T, values.shape[1])
    later = (rows.periods[:, None] >= starts[None, :]).astype(np.float64)
    return np.asarray(np.einsum("gtk,tf->gfk", grid, later, optimize=False), dtype=np.float64)


def _left(values: Floats, Q: Floats) -> Floats:
    out: Floats = values - product(Q, product(Q.T, values[:, None]))[:, 0]
    return out
