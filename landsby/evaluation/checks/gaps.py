"""Periods that are not there: for all areas, for some, or with so few rows that an area says next to nothing."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from landsby.evaluation.cells.cells import Cells
from landsby.evaluation.designs.schedules import NEVER, Schedule
from landsby.evaluation.estimates.own_change import last_before
from landsby.evaluation.numbers import Floats, group_sums
from landsby.evaluation.problems import Problem, named, warning

FALLEN = 0.1
"""An area with less than this share of its usual rows in a period has fallen away there."""
USUAL = 20
"""Areas that usually have fewer rows than this are small, and swing by themselves."""


def problems_of_gaps(cells: Cells, schedule: Schedule) -> Iterator[Problem]:
    """Areas and periods that are not measured in full, and what that does to the estimates."""
    known = schedule.among(cells.areas.tolist())
    n = _rows(cells, known)
    without: list[str] = []
    for start in np.unique(known.first).tolist():
        ready = start - known.against.anticipation
        base = last_before(cells.periods, ready)
        if start > cells.periods[-1] or base is None:
            continue
        if (earlier := int(cells.periods[base])) != ready - 1:
            yield warning("base_earlier", start=start, base=earlier)
        without += known.area[(known.first == start) & (n[:, base] == 0) & n[:, :base].any(axis=1)].tolist()
    if without:
        yield warning("no_base", names=named(without))
    lacking = known.area[(n == 0).any(axis=1) & ~np.isin(known.area, without)]
    if len(lacking):
        yield warning("areas_with_gaps", names=named(lacking))
    usual = np.median(n, axis=1)
    few = ((n > 0) & (n < FALLEN * usual[:, None])).any(axis=1) & (usual >= USUAL)
    if (few & (known.first != NEVER)).any():
        yield warning("rows_fallen", names=named(known.area[few & (known.first != NEVER)]))


def _rows(cells: Cells, schedule: Schedule) -> Floats:
    """(G, T) rows of each area of the schedule in each period of the cells."""
    mine, periods = cells.where(np.isin(cells.area, schedule.area)), cells.periods
    at = np.searchsorted(schedule.area, mine.area) * len(periods) + np.searchsorted(periods, mine.period)
    G, T = len(schedule.area), len(periods)
    return group_sums(mine.n.astype(np.float64), at.astype(np.int64), G * T).reshape(G, T)
