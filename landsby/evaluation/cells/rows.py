"""A few weighted rows that stand for all rows behind the cells in any least-squares fit with area effects.

Each cell becomes one row at its means with its number of rows as weight. How the rows scatter about the means of their
cells has nothing to do with area, period or treatment, so it enters a fit only through sums of squares and products.
Any square root of those sums, taken as extra rows without fixed effects or treatment, enters alike: as many rows for
each area as there are variables. Coefficients, scores by area and all that is made of them are those of the rows.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from landsby.evaluation.cells.cells import Cells
from landsby.evaluation.cells.making import collapse
from landsby.evaluation.designs.schedules import Schedule
from landsby.evaluation.numbers import Flags, Floats, Ints, Labels, group_sums
from landsby.evaluation.problems import named, refuse


@dataclass(frozen=True, eq=False)
class Rows:
    """Weighted rows with what is absorbed beside the area effects.

    Attributes:
        outcome: the outcome's name.
        covariates: (k) names.
        areas: (G,) labels.
        periods: (T,) periods.
        N: how many original rows there are.
        w: (m,) weights.
        area: (m,) place in `areas`.
        period: (m,) place in `periods`.
        real: (m,) True for the means of cells, False for the scatter within them.
        Z: (m, q) dummies of periods, and of cohorts and strata where absorbed, the first of each left out.
        y: (m,) the outcome.
        X: (m, k) the covariates.
    """

    outcome: str
    covariates: tuple[str, ...]
    areas: Labels
    periods: Ints
    N: int
    w: Floats
    area: Ints
    period: Ints
    real: Flags
    Z: Floats
    y: Floats
    X: Floats

    @classmethod
    def of_means(cls, areas: Labels, periods: Ints, there: Flags, *, w: Floats, y: Floats, N: int) -> Rows:
        """The rows of means without covariates, for the areas and periods that are there.

        Args:
            areas: (G,) labels.
            periods: (T,) periods.
            there: (G, T) which means there are.
            w: (G, T) weights.
            y: (G, T) means.
            N: how many original rows there are.
        """
        area, period = (place.astype(np.int64) for place in np.nonzero(there))
        Z, every = _dummies(period, np.arange(len(periods))), np.ones(len(area), dtype=np.bool_)
        bare = np.zeros((len(area), 0))
        return cls("", (), areas, periods, N, w[there], area, period, every, Z, y[there], bare)

    def demeaned(self, values: Floats) -> Floats:
        """Values less their weighted mean in the area, for the rows that are means of cells.

        Args:
            values: (m,) or (m, c).
        """
        weight = np.where(self.real, self.w, 0.0)
        total = group_sums(weight, self.area, len(self.areas))
        shaped = weight if values.ndim == 1 else weight[:, None]
        sums = group_sums(shaped * values, self.area, len(self.areas))
        mean = sums / (total if values.ndim == 1 else total[:, None])
        kept = self.real if values.ndim == 1 else self.real[:, None]
        out: Floats = values - np.where(kept, mean[self.area], 0.0)
        return out

    def by_area(self, values: Floats) -> Floats:
        """(m,) values of areas and periods spread over the rows; 0 where a row is scatter.

        Args:
            values: (G, T).
        """
        out: Floats = np.where(self.real, values[self.area, self.period], 0.0)
        return out

    @property
    def bare(self) -> Rows:
        """The means of cells alone, without covariates."""
        kept = self.real
        parts = {name: getattr(self, name)[kept] for name in ("w", "area", "period", "real", "Z", "y")}
        return replace(self, covariates=(), X=self.X[kept, :0], **parts)


def rows_of(cells: Cells, schedule: Schedule, *absorb: str) -> Rows:
    """The rows that stand for the cells of the schedule's areas.

    Args:
        cells: the cells, whose areas are all in the schedule.
        schedule: the design; rows follow the order of its areas.
        absorb: "cohort", "stratum" or both, for effects of their own.

    Raises:
        Refused: `area_absent`, `area_without_cells`.
    """
    _refuse_strangers(cells, schedule)
    few = collapse(cells, *absorb)
    order = np.argsort(schedule.area, kind="stable")
    area = order[np.searchsorted(schedule.area[order], few.area)].astype(np.int64)
    periods, period = np.unique(few.period, return_inverse=True)
    keys = (getattr(few, key) for key in ("period", *absorb))
    Z = np.concatenate([_dummies(key, np.unique(key)) for key in keys], axis=1)
    means = few.means()
    real = Rows(
        few.outcome,
        few.covariates,
        schedule.area,
        periods,
        int(few.n.sum()),
        few.n * schedule.weights[area],
        area,
        period.astype(np.int64),
        np.ones(len(few), dtype=np.bool_),
        Z,
        means[:, 0],
        means[:, 1:],
    )
    scatter = few.scatter() * schedule.weights[area][:, None, None]
    return _with_scatter(real, scatter) if few.covariates else real


def _refuse_strangers(cells: Cells, schedule: Schedule) -> None:
    if len(strangers := np.setdiff1d(cells.areas, schedule.area)):
        refuse("area_absent", names=named(strangers))
    if len(empty := np.setdiff1d(schedule.area, cells.areas)):
        refuse("area_without_cells", names=named(empty))


def _dummies(key: Labels | Ints, values: Labels | Ints) -> Floats:
    """One column for each of the values but the first."""
    out: Floats = (key[:, None] == values[None, 1:]).astype(np.float64)
    return out


def _with_scatter(rows: Rows, scatter: Floats) -> Rows:
    """The rows, and for each area a square root of the scatter within its cells as rows more."""
    G, k = len(rows.areas), scatter.shape[1]
    total = group_sums(scatter.reshape(len(scatter), k * k), rows.area, G).reshape(G, k, k)
    level, axes = np.linalg.eigh(total)
    root = np.sqrt(np.maximum(level, 0.0))[:, :, None] * np.swapaxes(axes, 1, 2)
    more = root.reshape(G * k, k)
    extra = G * k
    return replace(
        rows,
        w=np.concatenate([rows.w, np.ones(extra)]),
        area=np.concatenate([rows.area, np.repeat(np.arange(G), k)]),
        period=np.concatenate([rows.period, np.zeros(extra, dtype=np.int64)]),
        real=np.concatenate([rows.real, np.zeros(extra, dtype=np.bool_)]),
        Z=np.concatenate([rows.Z, np.zeros((extra, rows.Z.shape[1]))]),
        y=np.concatenate([rows.y, more[:, 0]]),
        X=np.concatenate([rows.X, more[:, 1:]]),
    )
