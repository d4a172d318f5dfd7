"""A declared design carried out on cells: every estimator it names, with every procedure it names, as flat rows.

Only what a calibration run asks has an error: of the rest none may be told, so none is made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import numpy as np
from scipy.special import ndtr, ndtri

from landsby.evaluation.cells.cells import Cells
from landsby.evaluation.checks.cells import problems_of_design
from landsby.evaluation.comparison.matching import Balance, features_of
from landsby.evaluation.comparison.weighting import kept_by, weighted_to_path
from landsby.evaluation.designs.design import Design
from landsby.evaluation.designs.methods import OF_ROWS, PROCEDURES, Estimator
from landsby.evaluation.designs.schedules import NEVER, Schedule
from landsby.evaluation.estimates.aggregation import KINDS, Aggregate, aggregate
from landsby.evaluation.estimates.doubly_robust import doubly_robust
from landsby.evaluation.estimates.group_time import GroupTime, group_time
from landsby.evaluation.estimates.imputation import imputation
from landsby.evaluation.estimates.sun_abraham import sun_abraham
from landsby.evaluation.estimates.two_way import event_study
from landsby.evaluation.findings.estimate import Estimate, Estimated, Row, Run
from landsby.evaluation.findings.procedures import two_way_rows
from landsby.evaluation.findings.series_rows import interrupted_rows
from landsby.evaluation.findings.synthetic_rows import augmented_rows, control_rows, difference_rows
from landsby.evaluation.inference.exchanged_paths import ExchangedPaths, path_tests
from landsby.evaluation.inference.statistics import STATISTICS, StatisticId
from landsby.evaluation.problems import Problem, Refused, each_once, refuse_on_blockers, warning


def estimated(run: Run) -> Estimated:
    """Estimate the effect on one outcome, by every estimator of the design that its cells carry."""
    estimates: list[Estimate] = []
    problems: list[Problem] = []
    for name in (each for each in run.design.estimators if _can(each, run.schedule)):
        try:
            rows = _ESTIMATORS[name](run)
            estimates.extend([row.of(name, run.cells.outcome, run.schedule) for row in rows])
        except Refused as refusal:
            # One estimator that has no answer does not take the others with it: what it lacks is told beside them.
            problems += refusal.as_warnings
    return Estimated(tuple(estimates), each_once(problems, run.problems))


def sound(cells: Cells, schedule: Schedule, design: Design) -> tuple[Cells, tuple[Problem, ...]]:
    """The cells of the areas that are compared, and what is doubtful of them under a design.

    Raises:
        Refused: with every blocker of the design on these cells.
    """
    mine = cells.where(np.isin(cells.area, schedule.area))
    doubts = _doubts(mine, schedule, design)
    refuse_on_blockers(doubts)
    return mine, tuple(doubts)


def _doubts(cells: Cells, schedule: Schedule, design: Design) -> list[Problem]:
    """That nothing is compared stops no design that names what can be had."""
    found = list(problems_of_design(cells, schedule))
    if "interrupted_series" in design.estimators:
        return [warning("alone") if each.code == "all_treated" else each for each in found]
    return found


def _can(estimator: Estimator, schedule: Schedule) -> bool:
    """Whether cells carry it: where nothing is compared there is one that can be had."""
    return estimator not in OF_ROWS and (not schedule.is_alone or estimator == "interrupted_series")


def compared(
    cells: Cells, schedule: Schedule, design: Design
) -> tuple[Schedule, tuple[Balance, ...], tuple[Problem, ...]]:
    """The schedule with the comparison areas that the design's matching keeps, and how alike they were.

    Args:
        cells: of the primary outcome, so that all outcomes are compared with the same areas.
        schedule: the design's, over the areas of the data.
        design: the declared design.

    Raises:
        Refused: where the design asks for a matching that cannot be had.
    """
    method = design.comparison.matching
    if method == "none" and not (schedule.first == NEVER).any():
        return schedule, (), ()
    try:
        if method == "synthetic":
            schedule = weighted_to_path(cells, schedule, design.window.last)
        features = features_of(cells, schedule.unweighted, design.comparison.match_on)
        kept, alike = kept_by(features, schedule, method, design.comparison.for_each)
    except Refused as refusal:
        if method != "none":
            raise
        return schedule, (), refusal.as_warnings
    return kept, alike, ()


def _event_study(run: Run) -> Iterator[Row]:
    fitted = event_study(run.cells, run.schedule)
    for term, estimate in zip(fitted.terms, fitted.beta.tolist(), strict=True):
        if term not in run.cells.covariates:
            yield Row(term, estimate)


def _group_time(run: Run) -> Iterator[Row]:
    effects = group_time(run.cells, run.schedule)
    if run.cells.covariates:
        run.problems.append(warning("covariates_unused", name="group_time"))
    rows = list(_by_influence(run, effects))
    if run.paths is None or "exchange" not in run.procedures:
        yield from rows
        return
    yield from _by_exchange(run, run.paths)
    if "influence" in run.procedures:
        # By time before the start an effect is told once, against the last period before it.
        yield from (row for row in rows if not row.term.startswith("e-"))
    else:
        yield from (Row(row.term, row.estimate) for row in rows if row.term[0] in "gt")


def _by_influence(run: Run, effects: GroupTime) -> Iterator[Row]:
    """The one figure, by time since the start, by group, by period, and one by one, with normal errors."""
    for kind in KINDS:
        summed = aggregate(effects, kind)
        for told in zip(summed.terms, summed.att.tolist(), summed.se.tolist(), strict=True):
            yield _with_error(run, *told)
    for g, t, att, se in zip(effects.group, effects.period, effects.att.tolist(), effects.se.tolist(), strict=True):
        yield _with_error(run, f"g{g} t{t}", att, se)


def _with_error(run: Run, term: str, estimate: float, se: float) -> Row:
    half = float(ndtri(0.5 + run.level / 2)) * se
    p = float(2 * ndtr(-abs(estimate) / se)) if se > 0 else None
    said = PROCEDURES["influence"].en
    return Row(term, estimate, se, estimate - half, estimate + half, p, said, "influence")


def _by_exchange(run: Run, paths: ExchangedPaths) -> Iterator[Row]:
    """The one figure and the effects by time; those before the start are against the last period before it, too."""
    statistic: StatisticId = "exchange_group_time" if (paths.overall_scale == 1.0).all() else "exchange_scaled"
    procedure = f"{STATISTICS[statistic].text.en} ({len(paths.overall)} schedules)"
    for test in path_tests(paths, run.level):
        if np.isfinite(test.estimate):
            yield Row(test.term, test.estimate, None, test.ci_low, test.ci_high, test.p, procedure, statistic)


def _parts(summed: Aggregate) -> Iterator[Row]:
    for term, att in zip(summed.terms, summed.att, strict=True):
        yield Row(term, float(att))


def _sun_abraham(run: Run) -> Iterator[Row]:
    saturated = sun_abraham(run.cells, run.schedule)
    yield Row("all", saturated.estimate())
    for time in np.unique(saturated.relative).tolist():
        yield Row(f"e{time}", saturated.estimate(time))


def _imputation(run: Run) -> Iterator[Row]:
    if run.cells.covariates:
        run.problems.append(warning("covariates_unused", name="imputation"))
    yield Row("all", imputation(run.cells, run.schedule).estimate)


def _doubly_robust(run: Run) -> Iterator[Row]:
    effects = doubly_robust(run.cells, run.schedule)
    yield Row("all", aggregate(effects).overall)
    yield from _parts(aggregate(effects, "dynamic"))


_ESTIMATORS: Mapping[Estimator, Callable[[Run], Iterator[Row]]] = {
    "two_way": two_way_rows,
    "event_study": _event_study,
    "group_time": _group_time,
    "sun_abraham": _sun_abraham,
    "imputation": _imputation,
    "doubly_robust": _doubly_robust,
    "synthetic_control": control_rows,
    "augmented_synthetic_control": augmented_rows,
    "synthetic_difference": difference_rows,
    "interrupted_series": interrupted_rows,
}
