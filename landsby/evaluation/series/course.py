"""The course of areas that are compared with nothing, by time since each one's own start, with its charts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from landsby.evaluation.cells.cells import Cells
from landsby.evaluation.designs.parts import Outcome
from landsby.evaluation.designs.schedules import Schedule
from landsby.evaluation.numbers import Floats, Ints
from landsby.evaluation.problems import Problem, Refused
from landsby.evaluation.series.charts import Control, RunChart, p_chart, run_chart, xmr_chart
from landsby.evaluation.series.own import OwnSeries, cut_series, cuts_of

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Course:
    """One series by time since the start, over the times at which all areas are measured.

    Attributes:
        times: (E,) periods since the start.
        n: (E,) rows.
        mean: (E,) means, each start by its share of the rows.
        expected: (E,) what the course before the start, carried on, would be.
        run: the run chart's rules; None where the series is too short.
        control: the control chart's limits; None likewise.
        chart: which control chart: "XmR", or "p'" for yes and no (Laney).
    """

    times: Ints
    n: Floats
    mean: Floats
    expected: Floats
    run: RunChart | None
    control: Control | None
    chart: str


def course_of(cells: Cells, schedule: Schedule, outcome: Outcome) -> tuple[Course | None, tuple[Problem, ...]]:
    """The course of the treated areas, and why something of it is missing."""
    try:
        series, _ = cut_series(cells, schedule)
    except Refused:
        # The estimator says so.
        return None, ()
    kept = [set(since[there].tolist()) for since, there in zip(series.since, series.there, strict=True)]
    times = np.array(sorted(set.intersection(*kept)), dtype=np.int64)
    n, mean, expected = (_aligned(series, times, values) for values in (series.n, series.y, _carried_on(series)))
    rows, mean, expected = n.sum(axis=0), series.share @ mean, series.share @ expected
    doubts: list[Problem] = []
    run = _tried(lambda: run_chart(mean), doubts)
    is_share = outcome.unit is None and (outcome.low, outcome.high) == (0, 1)
    control = _tried(lambda: p_chart(mean * rows, rows, laney=True) if is_share else xmr_chart(mean), doubts)
    course = Course(times, rows, mean, expected, run, control, "p'" if is_share else "XmR")
    return course, tuple(doubts)


def _tried(make: Callable[[], T], doubts: list[Problem]) -> T | None:
    try:
        return make()
    except Refused as refusal:
        doubts.extend(refusal.as_notes)
        return None


def _carried_on(series: OwnSeries) -> Floats:
    """(K, T) each series' course before its start, before it and after."""
    cuts, seen = cuts_of(series)
    out: Floats = np.einsum("kts,ks->kt", cuts[seen].course, series.y, optimize=True)
    return out


def _aligned(series: OwnSeries, times: Ints, values: Floats) -> Floats:
    """(K, E) values (K, T) at times since each start."""
    at = times[None, :] + (series.start - series.periods[0])[:, None]
    return np.take_along_axis(values, at, axis=1)
