"""Every sensitivity analysis of one outcome that its cells carry, by the same exchange of schedules as the effect."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

import numpy as np

from landsby.evaluation.cells.cells import Cells
from landsby.evaluation.designs.schedules import NEVER, Schedule
from landsby.evaluation.estimates.aggregation import aggregate
from landsby.evaluation.estimates.group_time import grid, group_time
from landsby.evaluation.findings.judging import Exchanging, Judged
from landsby.evaluation.inference.calibrated_paths import BEFORE, shared_times, wald_each
from landsby.evaluation.inference.earlier_dates import earlier_dates
from landsby.evaluation.inference.exchanged_paths import ExchangedPaths, Grid, exchanged_paths, path_tests
from landsby.evaluation.inference.expected_noise import Chance
from landsby.evaluation.inference.randomisation import reached
from landsby.evaluation.inference.statistics import StatisticId
from landsby.evaluation.numbers import Floats
from landsby.evaluation.problems import Problem, Refused, each_once, named, refuse
from landsby.evaluation.sensitivity.event_path import EventPath
from landsby.evaluation.sensitivity.leaning import Without, without_each
from landsby.evaluation.sensitivity.parallel_trends import Bounds, relative_magnitudes, smoothness
from landsby.evaluation.sensitivity.pre_trend import PreTrend, pre_trend_test

MAGNITUDES = (0.0, 0.5, 1.0, 2.0)
T = TypeVar("T")


@dataclass(frozen=True)
class PlaceboDate:
    """The effect when all are said to have started `earlier` periods before the first start, on cells before it."""

    earlier: int
    estimate: float
    ci_low: float | None
    ci_high: float | None
    p: float | None


@dataclass(frozen=True, eq=False)
class Sensitivity:
    """What the effect on one outcome leans on.

    Attributes:
        pre_trend: the joint test before the start, with what it could have seen; p is None where none may be given.
        bounds: (kind, time, interval, the statistic that was asked) when trends may differ; none where nothing may be
            given of that time. With trends that do not differ (relative, M = 0) it is the effect's own interval, by
            exchange; the others are normal, by the covariance over exchanged schedules, and nothing asks them.
        leave_one_out: without each treated area, and without each treated unit of several areas.
        placebo_dates: starts that were not.
        not_had: why something is missing.
    """

    pre_trend: PreTrend | None
    bounds: tuple[tuple[str, int, Bounds, StatisticId | None], ...]
    leave_one_out: tuple[Without, ...]
    placebo_dates: tuple[PlaceboDate, ...]
    not_had: tuple[Problem, ...]

    def moved_before(self, alpha: float) -> bool | None:
        """Whether the areas went apart before the start; None where it cannot be told."""
        known = [each.p for each in self.placebo_dates if each.p is not None]
        return min(known) * len(known) <= alpha if known else None


def paths_of_cells(cells: Cells, schedule: Schedule, how: Exchanging, measure: Chance | None = None) -> ExchangedPaths:
    """The effects by time since the start under every schedule.

    Raises:
        Refused: `all_treated` if a period has no rows in areas that are never treated; `no_post_period` or `no_base` if
            no treated area has a path yet.
    """
    n, y, periods = grid(cells.only(cells.outcome), schedule)
    if not (n[schedule.first == NEVER].sum(axis=0) > 0).all():
        refuse("all_treated")
    paths = exchanged_paths(Grid(n, y, periods, schedule.against), how.among.first, measure)
    if not len(paths.times):
        code = "no_base" if (schedule.first <= periods[-1]).any() else "no_post_period"
        refuse(code, names=named(schedule.treated))
    return paths


def looked(
    cells: Cells, schedule: Schedule, how: Exchanging, paths: ExchangedPaths, held: Judged, *, seed: int
) -> Sensitivity:
    """All of it.

    Args:
        cells: of the outcome, areas of the schedule alone.
        schedule: the design.
        how: schedules are exchanged.
        paths: from `paths_of_cells`.
        held: which statistics hold their size; of the others there are no p-values and intervals.
        seed: of the design.
    """
    not_had: list[Problem] = []

    def tried(make: Callable[[], T], other: T) -> T:
        try:
            return make()
        except Refused as refusal:
            not_had.extend(refusal.as_notes)
            return other

    bare = cells.only(cells.outcome)
    whole, earlier = whole_path(paths, schedule), schedule.against.anticipation
    return Sensitivity(
        tried(lambda: pre_trend_by_exchange(paths, whole, earlier, holds=held.part_holds(BEFORE)), None),
        tried(lambda: bounds_of(whole, paths, held, earlier), ()),
        tried(lambda: without_each(bare, schedule, one_figure), ()),
        tried(lambda: placebo_dates(bare, schedule, how, held, seed=seed), ()),
        each_once(not_had),
    )


def one_figure(cells: Cells, schedule: Schedule) -> float:
    """All group-time effects from the start on, each by its group's share of the rows."""
    return aggregate(group_time(cells, schedule)).overall


def whole_path(paths: ExchangedPaths, schedule: Schedule) -> EventPath:
    """The times that all groups have, with the covariance over the schedules: what chance alone would have given.

    Counted from the first period in which anything may have changed.
    """
    shared = shared_times(np.isfinite(paths.beta), paths.times, schedule)
    beta = paths.beta[:, shared] / paths.scale[:, shared]
    centred = beta - beta.mean(axis=0)
    V: Floats = np.einsum("rm,rn->mn", centred, centred, optimize=False) / len(beta)
    actual = paths.scale[0, shared]
    return EventPath(
        paths.times[shared] + schedule.against.anticipation,
        paths.beta[0, shared],
        V * actual[:, None] * actual,
        float("inf"),
    )


def pre_trend_by_exchange(paths: ExchangedPaths, path: EventPath, earlier: int = 0, *, holds: bool) -> PreTrend:
    """The joint test before the start, its p-value the share of schedules whose path before it is as far from 0.

    Raises:
        Refused: as `pre_trend_test`.
    """
    told = pre_trend_test(path)
    before = path.before
    there = np.isin(paths.times, path.times[before] - earlier)
    wald = wald_each(paths.beta[:, there] / paths.scale[:, there])
    return replace(told, p=reached(wald) if holds else float("nan"), p_slope=float("nan"))


def bounds_of(
    path: EventPath, paths: ExchangedPaths, held: Judged, earlier: int = 0
) -> tuple[tuple[str, int, Bounds, StatisticId | None], ...]:
    """Intervals for the last effect that all groups have, when later trends may differ more and more.

    None where nothing may be given of that effect even with trends that do not differ.

    Raises:
        Refused: as `relative_magnitudes` and `smoothness`.
    """
    last, level = int(path.times[-1]), 1 - held.alpha
    time = last - earlier
    if time < 0:
        refuse("no_such_time", time=0, known="–")
    if not held.part_holds(f"e{time}"):
        return ()
    own = next(test for test in path_tests(paths, level) if test.term == f"e{time}")
    found = [("relative", time, relative_magnitudes(path, last, M, level), None) for M in MAGNITUDES if M]
    step = float(np.sqrt(np.mean(np.diagonal(path.V))))
    smooth = [("smooth", time, smoothness(path, last, M * step, level), None) for M in (0.0, 0.1)]
    return ("relative", time, Bounds(0.0, own.ci_low, own.ci_high), held.by_group), *found, *smooth


def placebo_dates(
    cells: Cells, schedule: Schedule, how: Exchanging, held: Judged, *, seed: int
) -> tuple[PlaceboDate, ...]:
    """The effect of starts that were not, one to four periods before the first, on cells from before it.

    Raises:
        Refused: `few_before` with fewer than two periods before the first start.
    """
    n, y, periods = grid(cells, schedule)
    out = []
    for date in earlier_dates(n, periods, schedule, how.choice.block, seed):
        early = Grid(date.n, y[:, : len(date.periods)], date.periods)
        test = path_tests(exchanged_paths(early, date.among.first, held.measure), 1 - held.alpha)[0]
        if not np.isfinite(test.estimate):
            continue
        shown = (test.ci_low, test.ci_high, test.p) if held.part_holds(date.name) else (None, None, None)
        out.append(PlaceboDate(date.earlier, test.estimate, *shown))
    return tuple(out)
