"""Inference with few treated clusters and many others: Conley & Taber 2011 and Ferman & Pinto 2019.

The noise of the treated clusters is not estimated from them but learnt from the others: what would each comparison
cluster's residuals have given in the place of a treated one? Conley and Taber (REStat 93:113) take residuals as they
are, which holds where clusters are alike; Ferman and Pinto (REStat 101:452) scale them by a variance that falls with
the number of rows, fitted to the residuals with the null imposed.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations
from math import perm
from typing import Literal

import numpy as np

from landsby.evaluation.cells import Cells
from landsby.evaluation.making_cells import cells_of_sums
from landsby.evaluation.numbers import Floats, Ints
from landsby.evaluation.problems import named, refuse
from landsby.evaluation.randomisation import interval, reached
from landsby.evaluation.rows import Rows, rows_of
from landsby.evaluation.schedules import NEVER, Schedule

Procedure = Literal["Conley-Taber", "Ferman-Pinto"]
ENUMERATED = 20_000


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

    procedure: Procedure
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
    procedure: Procedure = "Ferman-Pinto",
    draws: int = 9_999,
    level: float = 0.95,
) -> BorrowedNoise:
    """Test the static coefficient; clusters are taken as wholes, covariates are not used.

    Raises:
        Refused: `mixed_cluster` if areas of one cluster start at different times; `few_donors` with fewer than five
            clusters that are never treated.
    """
    rows, whole = by_cluster(cells.only(cells.outcome), schedule)
    donors = np.flatnonzero(whole.first == NEVER)
    treated = np.flatnonzero(whole.first != NEVER)
    if len(donors) < 5:
        refuse("few_donors", count=len(donors))
    combinations = perm(len(donors), len(treated))
    enumerated = combinations <= ENUMERATED
    chosen = _tuples(rng, len(donors), len(treated), draws, enumerated=enumerated)
    fits = _Noise.of(rows, whole, treated)
    impose = procedure == "Ferman-Pinto"
    estimate = fits.coefficient

    def p_of(delta: float) -> float:
        noise = fits.noise(delta if impose else estimate)[:, donors]
        if impose:
            noise = noise * _scale(fits.noise(delta), fits.inverse_rows, treated)[:, donors]
        total = noise[np.arange(len(treated))[None, :], chosen].sum(axis=1)
        return reached(np.abs(np.concatenate([[estimate - delta], total])))

    spread = float(np.std(fits.noise(estimate)[:, donors])) * np.sqrt(len(treated)) or 1.0
    low, high = interval(p_of, estimate, spread, 1 - level)
    return BorrowedNoise(procedure, estimate, p_of(0.0), low, high, len(chosen), enumerated)


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
class _Noise:
    """The residuals of every cluster in the place of each treated one.

    coefficient; W0, W1: (J, C) with an effect of 0 taken away, and what a unit of effect changes; inverse_rows: (C,).
    """

    coefficient: float
    W0: Floats
    W1: Floats
    inverse_rows: Floats

    @classmethod
    def of(cls, rows: Rows, whole: Schedule, treated: Ints) -> _Noise:
        C, T = len(rows.areas), len(rows.periods)
        root = np.sqrt(rows.w)
        Z = rows.demeaned(rows.Z) * root[:, None]
        on = whole.on(rows.periods)

        def left(values: Floats) -> Floats:
            centred = rows.demeaned(values) * root
            return np.asarray(centred - Z @ np.linalg.lstsq(Z, centred, rcond=None)[0], dtype=np.float64)

        d, y = left(rows.by_area(on)), left(rows.y)
        D = float(d @ d)
        weight, residual, change = np.zeros((C, T)), np.zeros((C, T)), np.zeros((C, T))
        weight[rows.area, rows.period] = root * d / D
        residual[rows.area, rows.period] = y / root
        change[rows.area, rows.period] = d / root
        load = weight[treated]
        n = np.bincount(rows.area, weights=rows.w, minlength=C)
        return cls(float(d @ y / D), load @ residual.T, load @ change.T, 1.0 / n)

    def noise(self, delta: float) -> Floats:
        """(J, C) when an effect of delta is taken away."""
        return self.W0 - delta * self.W1


def _scale(noise: Floats, inverse_rows: Floats, treated: Ints) -> Floats:
    """(J, C) the root of a treated cluster's variance over each cluster's: ``A + B / rows``, neither below 0."""
    X = np.stack([np.ones_like(inverse_rows), inverse_rows], axis=1)
    out = np.empty_like(noise)
    for j, W in enumerate(noise):
        square = W**2
        A, B = np.linalg.lstsq(X, square, rcond=None)[0]
        if B < 0 or A < 0:
            A, B = (square.mean(), 0.0) if B < 0 else (0.0, float(square @ inverse_rows / np.sum(inverse_rows**2)))
        variance = A + B * inverse_rows
        out[j] = np.sqrt(variance[treated[j]] / variance)
    return out


def _tuples(rng: np.random.Generator, donors: int, treated: int, draws: int, *, enumerated: bool) -> Ints:
    """(R, J) different comparison clusters for the treated ones."""
    if enumerated:
        return np.array(list(permutations(range(donors), treated)), dtype=np.int64)
    places = np.tile(np.arange(donors), (draws, 1))
    return rng.permuted(places, axis=1)[:, :treated].astype(np.int64)
