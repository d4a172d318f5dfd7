"""What a result leans on: single areas, the dates of start, and how many outcomes were looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from landsby.evaluation.cells.cells import Cells
from landsby.evaluation.designs.schedules import NEVER, Schedule
from landsby.evaluation.inference.randomisation import TIE
from landsby.evaluation.numbers import Flags, Floats
from landsby.evaluation.problems import Refused

Figure = Callable[[Cells, Schedule], float]


@dataclass(frozen=True)
class Without:
    """An estimate without one area.

    Attributes:
        area: the area left out, or the unit with all its treated areas.
        treated: whether it is a treated one.
        estimate: the estimate without it, NaN where it cannot be had.
        n: its rows from its start on.
    """

    area: str
    treated: bool
    estimate: float
    n: int


def without_each(cells: Cells, schedule: Schedule, figure: Figure) -> tuple[Without, ...]:
    """The estimate without each treated area in turn, and without each treated unit that has several areas.

    Args:
        cells: the cells.
        schedule: the design.
        figure: any estimate.
    """
    groups = [(area, np.array([area])) for area in schedule.treated.tolist()]
    for unit in schedule.treated_clusters.tolist():
        mine = schedule.area[(schedule.cluster == unit) & (schedule.first != NEVER)]
        if len(mine) > 1:
            groups.append((unit, mine))
    out = []
    for name, gone in groups:
        rest = schedule.among(np.setdiff1d(schedule.area, gone).tolist())
        try:
            estimate = figure(cells.where(~np.isin(cells.area, gone)), rest)
        except Refused:
            estimate = float("nan")
        n = _rows_since(cells, np.isin(cells.area, gone), schedule)
        out.append(Without(name, treated=True, estimate=estimate, n=n))
    return tuple(out)


def _rows_since(cells: Cells, mine: Flags, schedule: Schedule) -> int:
    first = dict(zip(schedule.area.tolist(), schedule.first.tolist(), strict=True))
    began = np.array([first.get(area, NEVER) for area in cells.area.tolist()], dtype=np.int64)
    return int(cells.n[mine & (cells.period >= began)].sum())


def adjusted(figures: Mapping[str, Floats]) -> dict[str, float]:
    """p-values adjusted for the number of outcomes; none where there is one alone.

    Args:
        figures: by outcome, (R,) its figure under each of the same R schedules, the actual one first.
    """
    if len(figures) < 2:
        return {}
    every = np.stack(list(figures.values()), axis=1)
    p = max_t(every / np.nanstd(every, axis=0))
    return dict(zip(figures, p.tolist(), strict=True))


def max_t(statistics: Floats) -> Floats:
    """p-values adjusted for looking at several outcomes, by the step-down largest statistic (Westfall & Young 1993).

    Args:
        statistics: (R, K) statistics of K outcomes under the same R schedules or draws, the actual ones first;
            studentised, so that outcomes are alike in scale.

    Returns:
        (K,) adjusted p-values, never smaller than the plain ones.
    """
    absolute = np.abs(np.where(np.isnan(statistics), np.inf, statistics))
    actual = absolute[0]
    order = np.argsort(-actual, kind="stable")
    largest = np.maximum.accumulate(absolute[:, order[::-1]], axis=1)[:, ::-1]
    p = np.mean(largest >= actual[order] * (1 - TIE), axis=0)
    out = np.empty(len(actual))
    out[order] = np.maximum.accumulate(p)
    return out
