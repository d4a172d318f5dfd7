"""Estimators of single paths, as rows of a result: synthetic comparisons, and the interrupted series without any."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from landsby.evaluation.estimate import Row, Run
from landsby.evaluation.group_time import grid
from landsby.evaluation.problems import warning
from landsby.evaluation.schedules import NEVER
from landsby.evaluation.series.interrupted import interrupted
from landsby.evaluation.synthetic.control import augmented_control, synthetic_control
from landsby.evaluation.synthetic.differences import overall, placebos, synthetic_difference
from landsby.evaluation.synthetic.paths import Paths, paths_of

Effect = Callable[[Paths], float]


def control_rows(run: Run) -> Iterator[Row]:
    """The plain synthetic control."""
    return _rows(run, lambda paths: synthetic_control(paths).effect)


def augmented_rows(run: Run) -> Iterator[Row]:
    """The ridge-augmented synthetic control."""
    return _rows(run, lambda paths: augmented_control(paths).effect)


def difference_rows(run: Run) -> Iterator[Row]:
    """The synthetic difference in differences."""
    return _rows(run, lambda paths: synthetic_difference(paths).effect)


def _rows(run: Run, effect: Effect) -> Iterator[Row]:
    """The effect over all starts, and by start; placebos tell of chance where one area stands alone at its start."""
    every = paths_of(run.cells.only(run.cells.outcome), run.schedule)
    yield "all", overall(every, effect), None, None, None, None, "none"
    for paths in every:
        term, value = f"g{paths.start}", effect(paths)
        if len(paths.treated) > 1:
            yield term, value, None, None, None, None, "none"
            continue
        shown = placebos(paths, effect)
        yield term, value, shown.se, None, None, shown.p, f"placebos ({len(shown.effects)} donors)"


def interrupted_rows(run: Run) -> Iterator[Row]:
    """The treated areas' own series before and after the first start, which is all where nothing is compared."""
    n, y, periods = grid(run.cells.only(run.cells.outcome), run.schedule)
    treated = run.schedule.first != NEVER
    rows = n[treated].sum(axis=0)
    series = np.sum(n[treated] * y[treated], axis=0)[rows > 0] / rows[rows > 0]
    start = int((periods[rows > 0] < run.schedule.first[treated].min()).sum())
    fitted = interrupted(series, start)
    run.problems.append(warning("no_comparison_used", name="interrupted_series"))
    at = fitted.terms.index("level")
    level, low, high = fitted.ratio
    yield "level", level, float(fitted.se[at]), low, high, None, "least squares, 95 %"
