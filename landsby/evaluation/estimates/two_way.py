"""Two-way fixed effects and event study: treatment on area and period effects, and what else is absorbed.

With staggered starts and effects that grow, the static coefficient weighs some effects negatively (Goodman-Bacon 2021;
de Chaisemartin & D'Haultfoeuille 2020); it stands beside the group-time effects, never alone.
"""

from __future__ import annotations

import numpy as np

from landsby.evaluation.cells.cells import Cells
from landsby.evaluation.cells.rows import Rows, rows_of
from landsby.evaluation.designs.schedules import NEVER, Schedule
from landsby.evaluation.estimates.least_squares import Fit, fit
from landsby.evaluation.numbers import Floats

TREATED = "treated"
"""The term of the static fit."""


def static(cells: Cells, schedule: Schedule, *absorb: str) -> Fit:
    """One coefficient: treated areas from their first treated period on.

    Raises:
        Refused: as `rows_of` and `fit`.
    """
    rows = rows_of(cells, schedule, *absorb)
    return fit(rows, rows.by_area(schedule.on(rows.periods))[:, None], (TREATED,), schedule)


def event_study(
    cells: Cells, schedule: Schedule, *absorb: str, earliest: int | None = None, latest: int | None = None
) -> Fit:
    """A coefficient for each period relative to the start, against the last period before it (Roth et al. 2023).

    Args:
        cells: the cells.
        schedule: the design.
        absorb: "cohort", "stratum" or both.
        earliest: relative periods before it are counted with it; without it all have their own.
        latest: relative periods after it are counted with it.
    """
    rows = rows_of(cells, schedule, *absorb)
    relative = relative_periods(rows, schedule, earliest, latest)
    measured = relative[rows.area[rows.real], rows.period[rows.real]]
    times = set(measured[~np.isnan(measured)].astype(int).tolist())
    # Where the period just before the start was not measured, the last one before it takes its place.
    times -= {max((time for time in times if time < 0), default=-1)}
    D = np.stack([rows.by_area((relative == time).astype(np.float64)) for time in sorted(times)], axis=1)
    return fit(rows, D, tuple(event_term(time) for time in sorted(times)), schedule)


def event_term(time: int) -> str:
    """The name of a relative period's term: "e-3", "e0", "e2"."""
    return f"e{time}"


def relative_periods(rows: Rows, schedule: Schedule, earliest: int | None, latest: int | None) -> Floats:
    """(G, T) periods since the start, ends counted together; NaN for areas that are never treated."""
    since = (rows.periods[None, :] - schedule.first[:, None]).astype(np.float64)
    since = np.clip(since, earliest, latest) if (earliest, latest) != (None, None) else since
    return np.where((schedule.first == NEVER)[:, None], np.nan, since)
