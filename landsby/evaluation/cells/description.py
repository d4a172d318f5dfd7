"""What the cells show before anything is estimated: means by side and period, and every variable before the start."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np

from landsby.evaluation.cells.cells import Cells
from landsby.evaluation.designs.schedules import NEVER, Schedule
from landsby.evaluation.numbers import Flags, Floats, Ints
from landsby.evaluation.problems import refuse


@dataclass(frozen=True, eq=False)
class Sides:
    """Means of the outcome by side and period.

    Attributes:
        periods: (T,) periods.
        n: (2, T) rows among treated areas, and among the others.
        mean: (2, T) means, NaN where there are no rows.
    """

    periods: Ints
    n: Ints
    mean: Floats


def sides(cells: Cells, schedule: Schedule) -> Sides:
    """The outcome among areas that are treated at some time, and among those that are not, period by period."""
    treated = np.isin(cells.area, schedule.treated)
    periods = cells.periods
    n, total = np.zeros((2, len(periods)), dtype=np.int64), np.zeros((2, len(periods)))
    at = np.searchsorted(periods, cells.period)
    for side, rows in enumerate((treated, ~treated)):
        np.add.at(n[side], at[rows], cells.n[rows])
        np.add.at(total[side], at[rows], cells.sums[rows, 0].astype(np.float64))
    with np.errstate(invalid="ignore"):  # a period without rows has no mean
        mean = total / (n * float(cells.scale[0]))
    return Sides(periods, n, np.where(n > 0, mean, np.nan))


def rows_behind(cells: Cells, schedule: Schedule) -> dict[str, int]:
    """How many rows of treated areas each effect is made of, by its term: "e2", "g2020", "t2022", "g2020 t2022".

    An effect of one group in one period is a change, and counts the fewer of its rows now and in the base period.
    """
    first = schedule.first[np.searchsorted(schedule.area, cells.area)]
    counted: Counter[tuple[int, int]] = Counter()
    for start, period, n in zip(first.tolist(), cells.period.tolist(), cells.n.tolist(), strict=True):
        if start != NEVER:
            counted[start, period] += n
    out: Counter[str] = Counter()
    for (start, period), n in counted.items():
        earlier = [at for g, at in counted if g == start and at < start - schedule.against.anticipation]
        out[f"g{start} t{period}"] = min(n, counted[start, max(earlier)]) if earlier else n
        out[f"e{period - start}"] += n
        if period >= start:
            out[f"g{start}"] += n
            out[f"t{period}"] += n
    return dict(out)


@dataclass(frozen=True)
class Before:
    """One variable before the start.

    Attributes:
        variable: its name.
        treated: its mean among treated areas.
        comparison: its mean among the others.
        difference: the difference over the pooled standard deviation of rows.
        n_treated: rows among treated areas.
        n_comparison: rows among the others.
    """

    variable: str
    treated: float
    comparison: float
    difference: float
    n_treated: int
    n_comparison: int


def before_start(cells: Cells, schedule: Schedule) -> tuple[Before, ...]:
    """Every variable before the first start, among treated areas and the others.

    Raises:
        Refused: `none_treated`; `no_pre_period` if either side has no rows before the first start.
    """
    if not len(schedule.treated):
        refuse("none_treated")
    before = cells.period < schedule.first[schedule.first != NEVER].min()
    treated = np.isin(cells.area, schedule.treated)
    for name, rows in (("–", before & treated), ("–", before & ~treated)):
        if not rows.any():
            refuse("no_pre_period", names=name)
    means, spread = zip(*(_moments(cells, before & rows) for rows in (treated, ~treated)), strict=True)
    pooled = np.sqrt((spread[0] + spread[1]) / 2)
    with np.errstate(divide="ignore", invalid="ignore"):  # without spread the difference is NaN, and shown as none
        difference = (means[0] - means[1]) / pooled
    n = [int(cells.n[before & rows].sum()) for rows in (treated, ~treated)]
    return tuple(
        Before(name, float(means[0][v]), float(means[1][v]), float(difference[v]), *n)
        for v, name in enumerate(cells.variables)
    )


def _moments(cells: Cells, rows: Flags) -> tuple[Floats, Floats]:
    """Means and variances of the rows behind some cells."""
    mine = cells.where(rows)
    n = mine.n.astype(np.float64)
    centre, means = np.sum(n[:, None] * mine.means(), axis=0) / n.sum(), mine.means()
    within = np.diagonal(mine.scatter(), axis1=1, axis2=2).sum(axis=0)
    between = np.sum(n[:, None] * (means - centre) ** 2, axis=0)
    return centre, (within + between) / (n.sum() - 1)
