"""Inference with few treated clusters and many others: Conley & Taber 2011 and Ferman & Pinto 2019.

The noise of the treated clusters is not estimated from them but learnt from the others: what would each comparison
cluster's residuals have given in the place of a treated one? Conley and Taber (REStat 93:113) take residuals as they
are, from comparison clusters, which holds where clusters are alike and comparisons many. Ferman and Pinto (REStat
101:452) draw all clusters anew from all residuals with the null imposed, scaled by a variance that falls with the
number of rows.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from itertools import permutations
from math import perm
from typing import Literal

import numpy as np

from landsby.evaluation.cells.cells import Cells
from landsby.evaluation.cells.making import cells_of_sums
from landsby.evaluation.cells.rows import Rows, rows_of
from landsby.evaluation.designs.schedules import NEVER, Schedule
from landsby.evaluation.inference.exchange import MOST_ENUMERATED
from landsby.evaluation.inference.exchanged_fits import basis_of
from landsby.evaluation.inference.randomisation import bar_of, interval, share_of
from landsby.evaluation.inference.stand_ins import StandIns, totals, variances
from landsby.evaluation.numbers import Floats, Ints, product
from landsby.evaluation.problems import named, refuse

Borrowing = Literal["conley_taber", "ferman_pinto"]
FEWEST_DONORS = 5
"""Of fewer comparison clusters the noise of treated ones cannot be learnt."""


@dataclass(frozen=True)
class BorrowedNoise:
    """A test with noise borrowed from comparison clusters.

    Attributes:
        procedure: whose.
        estimate: the static two-way coefficient on cluster means.
        p: its p-value.
        ci_low: the least effect that is not rejected.
        ci_high: the greatest.
        draws: how many assignments of comparison clusters were compared.
        enumerated: whether they are all that there are.
    """

    procedure: Borrowing
    estimate: float
    p: float
    ci_low: float
    ci_high: float
    draws: int
    enumerated: bool


def borrowed_noise_test(
    cells: Cells,
    schedule: Schedule,
    rng: np.random.Generator,
    *,
    procedure: Borrowing = "ferman_pinto",
    draws: int = 9_999,
    level: float = 0.95,
) -> BorrowedNoise:
    """Test the static coefficient; clusters are taken as wholes, covariates are not used.

    Raises:
        Refused: `mixed_cluster` if areas of one cluster start at different times; `few_clusters` with fewer than five
            clusters that are never treated.
    """
    rows, whole = by_cluster(cells.only(cells.outcome), schedule)
    if schedule.weight is not None:
        rows, whole = rows_by_cluster(rows_of(cells.only(cells.outcome), schedule), schedule)
    donors = np.flatnonzero(whole.first == NEVER).astype(np.int64)
    treated = np.flatnonzero(whole.first != NEVER)
    if len(donors) < FEWEST_DONORS:
        refuse("few_clusters", count=len(donors), least=FEWEST_DONORS)
    enumerated = procedure == "conley_taber" and perm(len(donors), len(treated)) <= MOST_ENUMERATED
    every = permutations(donors.tolist(), len(treated)) if enumerated else ()
    stand_ins = np.array(list(every)) if enumerated else drawn_stand_ins(rng, whole, procedure, draws)
    fits = Borrowed.of(rows, whole)
    estimate = fits.coefficient
    p_of = partial(fits.p, stand_ins=StandIns.of(stand_ins, fits.inverse_rows), procedure=procedure)
    spread = fits.spread or 1.0
    low, high = interval(p_of, estimate, spread, 1 - level)
    return BorrowedNoise(procedure, estimate, p_of(0.0), low, high, len(stand_ins), enumerated)


def drawn_stand_ins(rng: np.random.Generator, schedule: Schedule, procedure: Borrowing, draws: int) -> Ints:
    """Which clusters' residuals stand in, for each draw.

    Conley-Taber: (draws, J) different comparison clusters for the treated ones. Ferman-Pinto: (draws, C) any clusters
    for all, with repetition.
    """
    index = schedule.cluster_index
    C = len(schedule.clusters)
    if procedure == "ferman_pinto":
        return rng.integers(0, C, (draws, C))
    treated = np.isin(np.arange(C), index[schedule.first != NEVER])
    donors = np.flatnonzero(~treated).astype(np.int64)
    return rng.permuted(np.tile(donors, (draws, 1)), axis=1)[:, : int(treated.sum())]


def rows_by_cluster(rows: Rows, schedule: Schedule) -> tuple[Rows, Schedule]:
    """Rows without covariates with each cluster as one area, and its schedule."""
    C, T, index = len(schedule.clusters), len(rows.periods), schedule.cluster_index
    at = index[rows.area] * T + rows.period
    sums = [np.bincount(at, weights=each, minlength=C * T) for each in (rows.w, rows.w * rows.y)]
    w, y = (each.astype(np.float64).reshape(C, T) for each in sums)
    first = np.array([schedule.first[index == c].min() for c in range(C)], dtype=np.int64)
    there = w > 0
    means = np.divide(y, w, out=np.zeros((C, T)), where=there)
    joined = Rows.of_means(schedule.clusters, rows.periods, there, w=w, y=means, N=rows.N)
    return joined, Schedule(schedule.clusters, first, schedule.clusters)


def by_cluster(cells: Cells, schedule: Schedule) -> tuple[Rows, Schedule]:
    """The rows and the schedule with each cluster as one area.

    Raises:
        Refused: `mixed_cluster`.
    """
    C, index = len(schedule.clusters), schedule.cluster_index
    starts = [np.unique(schedule.first[index == c]) for c in range(C)]
    if mixed := [schedule.clusters[c] for c in range(C) if len(starts[c]) > 1]:
        refuse("mixed_cluster", names=named(mixed))
    of = dict(zip(schedule.area.tolist(), schedule.cluster.tolist(), strict=True))
    if len(strangers := np.setdiff1d(cells.areas, schedule.area)):
        refuse("area_absent", names=named(strangers))
    keys = {"area": np.array([of[area] for area in cells.area.tolist()]), "period": cells.period}
    variables = dict(zip(cells.variables, cells.scale, strict=True))
    joined = cells_of_sums(variables, keys, cells.n, cells.sums, cells.products)
    whole = Schedule(schedule.clusters, np.concatenate(starts).astype(np.int64), schedule.clusters)
    return rows_of(joined, whole), whole


@dataclass(frozen=True, eq=False)
class Borrowed:
    """The residuals of every cluster in the place of every other.

    coefficient; weight: (C, T) of means in the coefficient; residual, change: (C, T) what means keep, and what a unit
    of effect changes; inverse_rows: (C,); treated: (J,) places.
    """

    coefficient: float
    weight: Floats
    residual: Floats
    change: Floats
    inverse_rows: Floats
    treated: Ints

    @classmethod
    def of(cls, rows: Rows, whole: Schedule) -> Borrowed:
        """From rows by cluster, without covariates, and their schedule."""
        C, T = len(rows.areas), len(rows.periods)
        root, Q = np.sqrt(rows.w), basis_of(rows)

        def left(values: Floats) -> Floats:
            centred = rows.demeaned(values) * root
            return centred - product(Q, product(Q.T, centred[:, None]))[:, 0]

        d, y = left(rows.by_area(whole.on(rows.periods))), left(rows.y)
        D = float(np.sum(d * d))
        weight, residual, change = np.zeros((C, T)), np.zeros((C, T)), np.zeros((C, T))
        weight[rows.area, rows.period] = root * d / D
        residual[rows.area, rows.period] = y / root
        change[rows.area, rows.period] = d / root
        n = np.bincount(rows.area, weights=rows.w, minlength=C)
        treated = np.flatnonzero(whole.first != NEVER).astype(np.int64)
        return cls(float(np.sum(d * y) / D), weight, residual, change, 1.0 / n, treated)

    def about(self, residual: Floats) -> Borrowed:
        """The same design with other residuals (C, T) of means: what calibration runs ask thousands of times."""
        return replace(self, residual=residual, coefficient=float(np.sum(self.weight * residual)))

    def left(self, delta: float) -> Floats:
        """(C, T) what means keep when an effect of delta is taken away."""
        return self.residual - delta * self.change

    @property
    def spread(self) -> float:
        """How much the coefficient would vary, were each treated cluster's noise drawn from all."""
        noise = product(self.weight[self.treated], self.left(self.coefficient).T)
        return float(np.std(noise) * np.sqrt(len(self.treated)))

    def p(self, delta: float, stand_ins: StandIns, procedure: Borrowing, at: float = 1.0) -> float:
        """The p-value of a supposed effect; as `share_of`, where it is held against a level."""
        if procedure == "ferman_pinto":
            left = self.left(delta)
            parts = totals(self.weight, left, stand_ins, variances(self.weight, left, self.inverse_rows))
        else:
            parts = totals(self.weight[self.treated], self.left(self.coefficient), stand_ins, None)
        bar = bar_of(abs(self.coefficient - delta))
        reaching = ((np.abs(some) >= bar) | np.isnan(some) for some in parts)
        return share_of(reaching, stand_ins.draws + 1, at, already=1)
