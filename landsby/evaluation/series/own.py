"""The series of treated areas, each cut at the start of its own areas and held against its own earlier course.

Segmented regression with a change of level and of slope (Wagner et al. 2002, J Clin Pharm Ther 27:299) by generalised
least squares under AR(1) noise (Prais & Winsten 1954), the series that begin together pooled into one. Good and bad
years that series share are seen in what they leave over, and not taken for so many experiences. The persistence of the
noise is matched to what is left over, whose expectation is worked out: in short series the plain estimate is far too
small (Turner et al. 2021, BMC Med Res Methodol 21:181).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from landsby.evaluation.cells.cells import Cells
from landsby.evaluation.designs.schedules import NEVER, Schedule
from landsby.evaluation.estimates.group_time import grid
from landsby.evaluation.estimates.imputation import two_way_means
from landsby.evaluation.numbers import Flags, Floats, Ints, product
from landsby.evaluation.problems import Problem, named, refuse, warning

BEFORE, AFTER = 3, 2
"""Periods that a series must have before its start, and after it."""
RHO = tuple(round(0.05 * step, 2) for step in range(20))
"""Persistences that are told apart: how much of a shock is left after a period."""
TERMS = ("all", "level", "slope")
"""Mean distance from the earlier course since the start; its jump at the start; its change of slope a period."""


@dataclass(frozen=True, eq=False)
class OwnSeries:
    """K series of areas that began together, over T periods without gaps in the numbering.

    Attributes:
        periods: (T,) from the first to the last measured one.
        start: (K,) first treated period.
        areas: (K,) how many areas stand behind each.
        n: (K, T) rows, 0 where nothing was measured.
        y: (K, T) means, 0 there. An area that is not measured in a period does not shift them: they are its group's
            effects of periods, with effects of areas taken out.
    """

    periods: Ints
    start: Ints
    areas: Ints
    n: Floats
    y: Floats

    @property
    def there(self) -> Flags:
        """(K, T) where something was measured."""
        return np.asarray(self.n > 0)

    @property
    def share(self) -> Floats:
        """(K,) of all rows."""
        rows = self.n.sum(axis=1)
        return np.asarray(rows / rows.sum())

    @property
    def since(self) -> Ints:
        """(K, T) periods since the start."""
        return np.asarray(self.periods[None, :] - self.start[:, None])

    def among(self, kept: Flags) -> OwnSeries:
        """Some of the series."""
        return OwnSeries(self.periods, self.start[kept], self.areas[kept], self.n[kept], self.y[kept])

    @property
    def sides(self) -> Ints:
        """(2, K) measured periods before the start, and from it on."""
        return np.stack([np.sum(self.there & side, axis=1) for side in (self.since < 0, self.since >= 0)])

    @property
    def long_enough(self) -> Flags:
        """(K,) which have enough of both."""
        before, after = self.sides
        return np.asarray((before >= BEFORE) & (after >= AFTER))


def cut_series(cells: Cells, schedule: Schedule) -> tuple[OwnSeries, tuple[Problem, ...]]:
    """The series that are long enough to be cut, and which were left out.

    Raises:
        Refused: `short_series` if none is.
    """
    every = own_series(cells, schedule)
    if (kept := every.long_enough).all():
        return every, ()
    if not kept.any():
        before, after = every.sides.max(axis=1).tolist()
        refuse("short_series", before=before, after=after)
    left_out = warning("series_left_out", starts=named(every.start[~kept]), before=BEFORE, after=AFTER)
    return every.among(kept), (left_out,)


def own_series(cells: Cells, schedule: Schedule) -> OwnSeries:
    """The series of the treated areas of a schedule, one for each start.

    Args:
        cells: of the outcome, areas of the schedule alone.
        schedule: the design; at least one area is treated.
    """
    n, y, measured = grid(cells.only(cells.outcome), schedule)
    periods = np.arange(measured[0], measured[-1] + 1)
    starts = np.unique(schedule.first[schedule.first != NEVER])
    rows, means = np.zeros((2, len(starts), len(periods)))
    at = measured - measured[0]
    for k, start in enumerate(starts.tolist()):
        mine = schedule.first == start
        of_area, of_period = two_way_means(n[mine], y[mine])
        rows[k, at] = n[mine].sum(axis=0)
        level = float(np.average(of_area, weights=n[mine].sum(axis=1)))
        means[k, at] = np.where(rows[k, at] > 0, of_period + level, 0.0)
    counts = np.array([int(np.sum(schedule.first == start)) for start in starts], dtype=np.int64)
    return OwnSeries(periods, starts.astype(np.int64), counts, rows, means)


@dataclass(frozen=True, eq=False)
class Cut:
    """What the design of the series fixes under one persistence, for any number of outcomes.

    Attributes:
        rho: the persistence.
        H: (K, T, T) what a series' fit makes of it, with 0 at gaps.
        course: (K, T, T) what its course before the start, carried on, makes of it.
        weight: (3, K, T) of each mean in each of `TERMS`.
        R: (T, T) correlations, and their inverse Q.
        trace: (K, K) what is expected of products of what is left over, for a covariance of 1.
    """

    rho: float
    H: Floats
    course: Floats
    weight: Floats
    R: Floats
    Q: Floats
    trace: Floats

    @classmethod
    def of(cls, series: OwnSeries, rho: float) -> Cut:
        """Made once for a persistence."""
        T = len(series.periods)
        R = rho ** np.abs(np.subtract.outer(np.arange(T), np.arange(T))).astype(np.float64)
        Q: Floats = np.linalg.inv(R).astype(np.float64)
        parts = [_fitted(there, since, R) for there, since in zip(series.there, series.since, strict=True)]
        H, course, weight = (np.stack(each) for each in zip(*parts, strict=True))
        M = np.stack([np.diag(there) for there in series.there.astype(np.float64)]) - H
        trace = np.einsum("kts,tu,luv,sv->kl", M, Q, M, R, optimize=True)
        shared: Floats = np.swapaxes(weight, 0, 1) * series.share[None, :, None]
        return cls(rho, H, course, shared, R, Q, trace)

    def left(self, Y: Floats) -> Floats:
        """(B, K, T) what outcomes (B, K, T) leave over."""
        out: Floats = Y - np.einsum("kts,bks->bkt", self.H, Y, optimize=True)
        return out

    def told(self, Y: Floats) -> tuple[Floats, Floats]:
        """(B, 3) estimates and standard errors of outcomes (B, K, T)."""
        left = self.left(Y)
        root = np.sqrt(np.diagonal(self.trace))
        S = np.einsum("bkt,ts,bls->bkl", left, self.Q, left, optimize=True) / (root[:, None] * root)
        V = np.einsum("jkt,ts,jls->jkl", self.weight, self.R, self.weight, optimize=True)
        variance = np.einsum("bkl,jkl->bj", S, V, optimize=True)
        return np.einsum("jkt,bkt->bj", self.weight, Y, optimize=True), np.sqrt(np.maximum(variance, 0.0))

    def covariance(self, y: Floats) -> Floats:
        """(K, K) of the noise of the series (K, T), without bias and never below nothing."""
        left = self.left(y[None])[0]
        S = np.einsum("kt,ts,ls->kl", left, self.Q, left, optimize=True) / np.maximum(self.trace, 1e-9)
        level, axes = np.linalg.eigh((S + S.T) / 2)
        return product(axes * np.maximum(level, 0.0), axes.T)


def _fitted(there: Flags, since: Ints, R: Floats) -> tuple[Floats, Floats, Floats]:
    """H (T, T), the course before carried on (T, T), and the weights of `TERMS` (3, T) of one series."""
    T, after = len(there), (since >= 0).astype(np.float64)
    X = np.stack([np.ones(T), since, after, after * since], axis=1)
    own = np.flatnonzero(there)
    inverse = np.linalg.inv(R[np.ix_(own, own)])
    bread = np.einsum("ti,ts,sj->ij", X[own], inverse, X[own], optimize=True)
    A = np.zeros((4, T))
    A[:, own] = np.linalg.solve(bread, np.einsum("ti,ts->is", X[own], inverse, optimize=True))
    later = float(np.mean(since[there & (since >= 0)]))
    C = np.array([[0, 0, 1, later], [0, 0, 1, 0], [0, 0, 0, 1]])
    return np.where(there[:, None], product(X, A), 0.0), product(X[:, :2], A[:2]), product(C, A)


def cuts_of(series: OwnSeries) -> tuple[tuple[Cut, ...], int]:
    """What each persistence of `RHO` makes of the series, and the place of the one that is seen."""
    cuts = tuple(Cut.of(series, rho) for rho in RHO)
    return cuts, int(persistence(series, cuts, series.y[None])[0])


def persistence(series: OwnSeries, cuts: tuple[Cut, ...], Y: Floats) -> Ints:
    """(B,) the place among `cuts` of the persistence under which what outcomes (B, K, T) leave over is expected.

    Args:
        series: the series.
        cuts: the first of them without persistence.
        Y: outcomes.
    """
    near = series.there[:, 1:] & series.there[:, :-1]
    left = cuts[0].left(Y)
    spread = np.maximum(np.sum(left**2, axis=2), 1e-300)
    seen = np.mean(np.sum(np.where(near, left[:, :, 1:] * left[:, :, :-1], 0.0), axis=2) / spread, axis=1)
    M = np.stack([np.diag(there) for there in series.there.astype(np.float64)]) - cuts[0].H
    expected = []
    for cut in cuts:
        V = np.einsum("kts,su,kvu->ktv", M, cut.R, M, optimize=True)
        after = np.sum(np.where(near, np.diagonal(V, 1, 1, 2), 0.0), axis=1)
        expected.append(float(np.mean(after / np.trace(V, axis1=1, axis2=2))))
    out: Ints = np.argmin(np.abs(seen[:, None] - np.array(expected)), axis=1).astype(np.int64)
    return out
