"""What the noise of a design is like, learnt from cells before the start, and more of the same.

A cell's mean is area + period + a shock of its cluster and year + a shock of its own + the chance of which children
there are. Shocks fade as AR(1). The parts are had by moments of two-way residuals of untreated cells: rough with few
years, but of the right size to ask how a procedure would do.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from landsby.evaluation.cells import Cells
from landsby.evaluation.group_time import grid
from landsby.evaluation.imputation import two_way_means
from landsby.evaluation.numbers import Floats, Ints
from landsby.evaluation.problems import refuse
from landsby.evaluation.schedules import Schedule


@dataclass(frozen=True)
class Noise:
    """Standard deviations in the outcome's unit.

    Attributes:
        child: of rows within a cell.
        area: of shocks of areas.
        cluster: of shocks that a cluster's areas share.
        rho: how much of a shock is left after a period, 0 to .95.
    """

    child: float
    area: float
    cluster: float
    rho: float

    def draw(self, rng: np.random.Generator, n: Floats, cluster: Ints, draws: int) -> Floats:
        """(draws, G, T) means of cells without any effect.

        Args:
            rng: where chance comes from.
            n: (G, T) rows; cells without rows are 0.
            cluster: (G,) from 0.
            draws: how many.
        """
        G, T = n.shape
        own = self._shocks(rng, (draws, G, T)) * self.area
        shared = self._shocks(rng, (draws, int(cluster.max()) + 1, T)) * self.cluster
        chance = rng.standard_normal((draws, G, T)) * self.child / np.sqrt(np.maximum(n, 1.0))
        out: Floats = own + shared[:, cluster] + chance
        return out

    def _shocks(self, rng: np.random.Generator, shape: tuple[int, int, int]) -> Floats:
        fresh = rng.standard_normal(shape)
        for t in range(1, shape[2]):
            fresh[:, :, t] = self.rho * fresh[:, :, t - 1] + (1 - self.rho**2) ** 0.5 * fresh[:, :, t]
        return fresh


def noise_of(cells: Cells, schedule: Schedule) -> Noise:
    """The noise of untreated cells; what areas share is learnt by the unit that the data name (`shared_index`).

    Raises:
        Refused: `few_before` with fewer than three periods or areas to learn from.
    """
    n, y, periods = grid(cells, schedule)
    changed = schedule.first[:, None] - schedule.against.anticipation
    free = np.where(periods[None, :] >= changed, 0.0, n)
    used = free > 0
    G, T = int(used.any(axis=1).sum()), int(used.any(axis=0).sum())
    if G < 3 or T < 3:
        refuse("few_before", start=int(schedule.first.min()), count=T)
    a, b = two_way_means(free, y)
    e = np.where(used, y - a[:, None] - b[None, :], 0.0)
    e *= np.sqrt(G * T / ((G - 1) * (T - 1)))
    one = cells.only(cells.outcome)
    inside = float(one.scatter().sum()) / max(int(one.n.sum()) - len(one), 1)
    chance = float(np.mean(inside / n[used]))
    total = max(float(np.mean(e[used] ** 2)) - chance, 0.0)
    shared = min(max(_shared(e, used, schedule.shared_index), 0.0), total)
    lagged = used[:, 1:] & used[:, :-1]
    raw = float(np.mean((e[:, 1:] * e[:, :-1])[lagged])) / total if total > 0 and lagged.any() else 0.0
    # Kendall 1954: with a mean taken away, short series show too little persistence.
    rho = (raw * T + 1) / (T - 3) if T > 4 else raw
    return Noise(inside**0.5, (total - shared) ** 0.5, shared**0.5, float(np.clip(rho, 0.0, 0.95)))


def _shared(e: Floats, used: np.ndarray[tuple[int, int], np.dtype[np.bool_]], cluster: Ints) -> float:
    """The mean product of residuals of two areas of one cluster in one period."""
    C = int(cluster.max()) + 1
    totals, squares, count = (np.zeros((C, e.shape[1])) for _ in range(3))
    np.add.at(totals, cluster, e)
    np.add.at(squares, cluster, e**2)
    np.add.at(count, cluster, used.astype(np.float64))
    pairs = float(np.sum(count * (count - 1)))
    return float(np.sum(totals**2 - squares)) / pairs if pairs > 0 else 0.0
