"""What the noise of a design is like, learnt from cells before the start, and more of the same.

A cell's mean is area + period + a shock of its cluster and year + a shock of its own + the chance of which children
there are. Shocks fade as AR(1). The parts are had by moments of two-way residuals of untreated cells: rough with few
years, but of the right size to ask how a procedure would do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from landsby.evaluation.cells.cells import Cells
from landsby.evaluation.designs.schedules import Schedule
from landsby.evaluation.estimates.group_time import grid
from landsby.evaluation.estimates.imputation import two_way_means
from landsby.evaluation.numbers import Flags, Floats, Ints, product
from landsby.evaluation.problems import refuse

PERSISTENCE = np.linspace(0, 0.9, 91)
"""The shares of a shock left after a period that are tried; beyond, a short series hardly tells shocks from places."""


@dataclass(frozen=True)
class Noise:
    """Standard deviations in the outcome's unit.

    Attributes:
        child: of rows within a cell.
        area: of shocks of areas.
        cluster: of shocks that a cluster's areas share.
        rho: how much of a shock is left after a period, 0 to .9.
    """

    child: float
    area: float
    cluster: float
    rho: float

    def draw(self, rng: np.random.Generator, n: Floats, cluster: Ints, draws: int, periods: Ints) -> Floats:
        """(draws, G, T) means of cells without any effect.

        Args:
            rng: where chance comes from.
            n: (G, T) rows; cells without rows are 0.
            cluster: (G,) from 0.
            draws: how many.
            periods: (T,) periods; where some are not measured, more of a shock is gone when the next is.
        """
        G, T = n.shape
        own = self._shocks(rng, (draws, G, T), periods) * self.area
        shared = self._shocks(rng, (draws, int(cluster.max()) + 1, T), periods) * self.cluster
        chance = rng.standard_normal((draws, G, T)) * self.child / np.sqrt(np.maximum(n, 1.0))
        out: Floats = own + shared[:, cluster] + chance
        return out

    def _shocks(self, rng: np.random.Generator, shape: tuple[int, int, int], periods: Ints) -> Floats:
        # One period after the other, each of them together in memory: it is read again for the next.
        by_period = np.ascontiguousarray(np.moveaxis(rng.standard_normal(shape), 2, 0))
        for t, since in enumerate(np.diff(periods).tolist(), start=1):
            left = self.rho**since
            by_period[t] = left * by_period[t - 1] + (1 - left**2) ** 0.5 * by_period[t]
        return np.ascontiguousarray(np.moveaxis(by_period, 0, 2))


def noise_of(cells: Cells, schedule: Schedule) -> Noise:
    """The noise of untreated cells; what areas share is learnt by the unit that the data name (`shared_index`).

    By moments: the squares of the residuals and their products from one period to the next are what shocks of some
    variance and persistence, and the chance of which children there are, would make them after means are taken away.

    Raises:
        Refused: `little_to_learn_from` with fewer than three periods or areas.
    """
    n, y, periods = grid(cells, schedule)
    changed = schedule.first[:, None] - schedule.against.anticipation
    free = np.where(periods[None, :] >= changed, 0.0, n)
    used = free > 0
    G, T = int(used.any(axis=1).sum()), int(used.any(axis=0).sum())
    if G < 3 or T < 3:
        refuse("little_to_learn_from", areas=G, periods=T)
    one = cells.only(cells.outcome)
    inside = float(one.scatter().sum()) / max(int(one.n.sum()) - len(one), 1)
    a, b = two_way_means(free, y)
    e = np.where(used, y - a[:, None] - b[None, :], 0.0) * np.sqrt(G / (G - 1))
    chance = np.divide(inside, n, out=np.zeros_like(n), where=used)
    by_chance = _left(chance, used, np.eye(len(periods)))
    squares, products = float(np.sum(e**2)) - by_chance[0], float(np.sum(e[:, 1:] * e[:, :-1])) - by_chance[1]
    if squares <= 0:
        return Noise(inside**0.5, 0.0, 0.0, 0.0)
    apart = np.abs(periods[:, None] - periods[None, :])
    left = np.array([_left(used.astype(np.float64), used, rho**apart) for rho in PERSISTENCE])
    rho = float(np.interp(products / squares, left[:, 1] / left[:, 0], PERSISTENCE))
    kept = float(np.interp(rho, PERSISTENCE, left[:, 0])) / float(used.sum())
    total = squares / float(used.sum()) / kept
    lost = (total + float(chance[used].mean())) / G
    shared = min(max(_shared(e, used, schedule.shared_index, lost) / kept, 0.0), total)
    return Noise(inside**0.5, (total - shared) ** 0.5, shared**0.5, rho)


def _left(variance: Floats, used: Flags, R: Floats) -> tuple[float, float]:
    """What is left of shocks when each area's mean is taken away: their squares, and products of neighbouring periods.

    Args:
        variance: (G, T) of each cell's shock.
        used: (G, T) the cells.
        R: (T, T) correlations of an area's shocks.

    Returns:
        The expected sums over all cells, and over all pairs of cells of an area one after the other.
    """
    squares = products = 0.0
    for mask, mine in _by_mask(used):
        P = np.diag(mask.astype(np.float64)) - np.outer(mask, mask) / mask.sum()
        spread = np.sqrt(variance[mine])
        # The mean over the areas of one mask: what is left is linear in the covariance.
        covariance = R * np.einsum("gs,gt->st", spread, spread, optimize=False)
        kept = product(product(P, covariance), P)
        squares += float(np.trace(kept))
        products += float(np.diagonal(kept, 1)[mask[1:] & mask[:-1]].sum())
    return squares, products


def _by_mask(used: Flags) -> Iterator[tuple[Flags, Flags]]:
    """Each pattern of cells that areas have, and which areas have it."""
    masks, place = np.unique(used, axis=0, return_inverse=True)
    for k, mask in enumerate(masks):
        if mask.any():
            yield mask, place.ravel() == k


def _shared(e: Floats, used: Flags, cluster: Ints, lost: float) -> float:
    """The mean product of residuals of two areas of one cluster in one period; 0 where no cluster has two.

    Args:
        e: (G, T) residuals.
        used: (G, T) where there are any.
        cluster: (G,) from 0.
        lost: what a product lost with the mean of all areas.
    """
    C = int(cluster.max()) + 1
    totals, squares, count = (np.zeros((C, e.shape[1])) for _ in range(3))
    np.add.at(totals, cluster, e)
    np.add.at(squares, cluster, e**2)
    np.add.at(count, cluster, used.astype(np.float64))
    pairs = float(np.sum(count * (count - 1)))
    return float(np.sum(totals**2 - squares)) / pairs + lost if pairs > 0 else 0.0
