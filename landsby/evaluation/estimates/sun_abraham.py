"""Interaction-weighted event study of Sun & Abraham (2021, J. Econometrics 225:175)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from landsby.evaluation.cells.cells import Cells
from landsby.evaluation.cells.rows import rows_of
from landsby.evaluation.designs.schedules import NEVER, Schedule
from landsby.evaluation.estimates.clustered import Counted, cr1
from landsby.evaluation.estimates.least_squares import Fit, fit
from landsby.evaluation.estimates.two_way import relative_periods
from landsby.evaluation.numbers import Floats, Ints
from landsby.evaluation.problems import refuse


@dataclass(frozen=True, eq=False)
class Saturated:
    """A fit with a coefficient for every group and relative period, and the shares that sum them up.

    Attributes:
        fitted: the fit; its first terms are the M coefficients.
        relative: (M,) relative period of each.
        rows: (M,) how many rows each stands for.
    """

    fitted: Fit
    relative: Ints
    rows: Floats

    def estimate(self, *relative: int) -> float:
        """The effect over some relative periods, by their rows; without any, over all from the start on."""
        return float(self._weight(relative) @ self.fitted.beta)

    def effect(self, *relative: int, counted: Counted = "nested") -> tuple[float, float]:
        """The effect over some relative periods, by their rows, and its CR1 standard error.

        Args:
            relative: relative periods; without any, all from the start on.
            counted: which fixed effects K counts.
        """
        weight, V = self._weight(relative), cr1(self.fitted, counted).V
        return self.estimate(*relative), float(np.sqrt(weight @ V @ weight))

    def _weight(self, relative: tuple[int, ...]) -> Floats:
        mine = np.isin(self.relative, relative) if relative else self.relative >= 0
        weight = np.zeros(len(self.fitted.terms))
        weight[: len(mine)] = np.where(mine, self.rows, 0.0) / self.rows[mine].sum()
        return weight


def sun_abraham(cells: Cells, schedule: Schedule, *absorb: str) -> Saturated:
    """Every group's own path against the areas that are never treated, relative to the period before its start.

    Groups treated from the first period on are left out, for they have no period before.

    Raises:
        Refused: `all_treated` if no area is never treated; as `rows_of` and `fit`.
    """
    if not (schedule.first == NEVER).any():
        refuse("all_treated")
    begun = int(cells.period.min())
    schedule = schedule.among(schedule.area[schedule.first > begun].tolist())
    rows = rows_of(cells.where(np.isin(cells.area, schedule.area)), schedule, *absorb)
    since = relative_periods(rows, schedule, None, None)
    group, relative = np.meshgrid(
        np.unique(schedule.first[schedule.first != NEVER]), np.unique(since[~np.isnan(since)]), indexing="ij"
    )
    columns, times, count, names = [], [], [], []
    for g, e in zip(group.ravel().tolist(), relative.ravel().astype(int).tolist(), strict=True):
        member = ((schedule.first[:, None] == g) & (since == e)).astype(np.float64)
        column = rows.by_area(member)
        if e == -1 or not column.any():
            continue
        columns.append(column)
        times.append(e)
        count.append(float(np.sum(column * rows.w)))
        names.append(f"g{g}e{e}")
    fitted = fit(rows, np.stack(columns, axis=1), tuple(names), schedule)
    return Saturated(fitted, np.array(times, dtype=np.int64), np.array(count))
