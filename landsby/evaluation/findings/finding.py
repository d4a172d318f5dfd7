"""Everything that a declared design says of one outcome, from its cells to the one plain sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from landsby.evaluation.cells.cells import Cells
from landsby.evaluation.cells.description import Before, Sides, before_start, rows_behind, sides
from landsby.evaluation.designs.design import Design
from landsby.evaluation.designs.methods import Procedure
from landsby.evaluation.designs.parts import Outcome
from landsby.evaluation.designs.schedules import Schedule
from landsby.evaluation.designs.selection import problems_of_selection
from landsby.evaluation.findings.dosing import Dose, dose_of
from landsby.evaluation.findings.estimate import Estimate, Run
from landsby.evaluation.findings.estimating import estimated, sound
from landsby.evaluation.findings.found import Found, When
from landsby.evaluation.findings.judging import Exchanging, Judged, judged, withheld
from landsby.evaluation.findings.looked import Sensitivity, looked, paths_of_cells
from landsby.evaluation.findings.reading import Basis, read
from landsby.evaluation.findings.subgrouping import SubgroupEffect, subgroup_effects
from landsby.evaluation.inference.exchange import Exchanges
from landsby.evaluation.inference.exchanged_paths import ExchangedPaths
from landsby.evaluation.inference.statistics import BY_COEFFICIENT, STATISTICS, StatisticId
from landsby.evaluation.problems import Problem, Refused, each_once, note, warning
from landsby.evaluation.series.course import course_of


def found_of(
    cells: Cells,
    schedule: Schedule,
    design: Design,
    outcome: Outcome,
    how: Exchanging | None,
    when: When,
    tell: Callable[[float], object] = float,
    of_rows: tuple[Estimate, ...] = (),
) -> Found:
    """Everything about one outcome.

    Args:
        cells: of the outcome.
        schedule: the areas that are compared.
        design: the declared design.
        outcome: the outcome.
        how: schedules are exchanged; None where they cannot be.
        when: how far the data reach.
        tell: is called with the share of the calibration run that is done.
        of_rows: estimates of the design that were made on rows; they are held to the same rule.

    Raises:
        Refused: with every blocker of the design on these cells.
    """
    mine, doubts = sound(cells, schedule, design)
    if schedule.is_alone:
        return _found_alone(mine, schedule, design, outcome, when, doubts)
    held = judged(mine, schedule, design, outcome, how, tell)
    paths, unasked = _paths(mine, schedule, how, held)
    done = estimated(Run(mine, schedule, design, 1 - held.alpha, paths, _beside(held), _exchanged(how, held)))
    estimates = withheld(_in_order((*done.estimates, *of_rows), design), held)
    leaning = _leaning(mine, schedule, design, how, paths, held)
    headline = headline_of(estimates, held)
    reading = read(_basis(outcome, design, held, headline, when, moved_before=_moved_before(leaning, design)))
    groups, (dose, more) = _groups(mine, schedule, design, how, held), _dose(mine, schedule, design)
    problems = each_once(held.problems, _of_design(outcome, design), unasked, doubts, done.problems, more)
    shown, behind = _shown(mine, schedule), rows_behind(mine, schedule)
    told = outcome, estimates, held, *shown, paths, leaning, groups, dose, headline, reading, problems
    return Found(*told, behind=behind)


def _beside(held: Judged) -> Procedure | None:
    """What is reported beside the design's own procedures."""
    return STATISTICS[held.verdict.statistic].declared_as if held.verdict.statistic else None


def _groups(
    cells: Cells, schedule: Schedule, design: Design, how: Exchanging | None, held: Judged
) -> tuple[SubgroupEffect, ...]:
    return subgroup_effects(cells, schedule, design, how, held) if how else ()


def _shown(cells: Cells, schedule: Schedule) -> tuple[Sides, tuple[Before, ...]]:
    return sides(cells, schedule), _before_start(cells, schedule)


def _of_design(outcome: Outcome, design: Design) -> Iterator[Problem]:
    yield from _of_level(outcome, design)
    yield from problems_of_selection(design, outcome)


def _found_alone(
    cells: Cells, schedule: Schedule, design: Design, outcome: Outcome, when: When, doubts: tuple[Problem, ...]
) -> Found:
    """What can be found where nothing is compared: the areas against their own earlier course, clearly weaker."""
    held = judged(cells, schedule, design, outcome, None)
    done = estimated(Run(cells, schedule, design, 1 - held.alpha))
    headline = next(iter(done.estimates), None)
    reading = read(replace(_basis(outcome, design, held, headline, when, moved_before=None), is_alone=True))
    course, of_course = course_of(cells, schedule, outcome)
    problems = each_once(_of_level(outcome, design), doubts, done.problems, of_course)
    told = sides(cells, schedule), (), None, None, (), None, headline, reading, problems, course
    return Found(outcome, done.estimates, held, *told)


def _moved_before(leaning: Sensitivity | None, design: Design) -> bool | None:
    return leaning.moved_before(design.inference.alpha) if leaning else None


def _in_order(estimates: tuple[Estimate, ...], design: Design) -> tuple[Estimate, ...]:
    """By estimator, as the design names them."""
    return tuple(sorted(estimates, key=lambda each: design.estimators.index(each.estimator)))


def _of_level(outcome: Outcome, design: Design) -> Iterator[Problem]:
    """What the reader of an outcome that decides should know of how it is read."""
    if outcome.role != "primary":
        return
    if outcome.matters is None:
        yield warning("no_smallest_effect", name=outcome.title)
    alpha, level = design.inference.alpha, design.level_of(outcome)
    if level < alpha:
        primaries = sum(each.role == "primary" for each in design.outcomes)
        looks = max(1, len(design.looks_that_conclude))
        shown = {"alpha": f"{100 * alpha:.3g}", "level": f"{100 * level:.3g}"}
        yield note("level_shared", outcomes=primaries, looks=looks, **shown)


def _leaning(
    cells: Cells,
    schedule: Schedule,
    design: Design,
    how: Exchanging | None,
    paths: ExchangedPaths | None,
    held: Judged,
) -> Sensitivity | None:
    if how is None or paths is None or not len(paths.times):
        return None
    return looked(cells, schedule, how, paths, held, seed=design.inference.seed)


def _paths(
    cells: Cells, schedule: Schedule, how: Exchanging | None, held: Judged
) -> tuple[ExchangedPaths | None, tuple[Problem, ...]]:
    if how is None:
        return None, ()
    try:
        return paths_of_cells(cells, schedule, how, held.measure), ()
    except Refused as refusal:
        return None, refusal.as_warnings


def _exchanged(how: Exchanging | None, held: Judged) -> tuple[StatisticId, Exchanges] | None:
    """The exchange of the coefficient that holds its size, else that of the choice."""
    if how is None:
        return None
    held_to = held.verdict.statistic
    return (held_to if held_to in BY_COEFFICIENT else how.choice.statistic), how.among


def _before_start(cells: Cells, schedule: Schedule) -> tuple[Before, ...]:
    try:
        return before_start(cells, schedule)
    except Refused:
        # Nothing to compare with, which the run says elsewhere.
        return ()


def _dose(cells: Cells, schedule: Schedule, design: Design) -> tuple[Dose | None, tuple[Problem, ...]]:
    try:
        return dose_of(cells, schedule, design), ()
    except Refused as refusal:
        return None, refusal.as_warnings


def headline_of(estimates: tuple[Estimate, ...], held: Judged) -> Estimate | None:
    """The summary estimate by the procedure that holds its size; the first summary where none does."""
    # What areas are against themselves is no answer where there is something to compare them with.
    summaries = [each for each in estimates if each.is_summary and each.estimator != "interrupted_series"]
    good = [each for each in summaries if each.p is not None and each.statistic == held.verdict.statistic]
    return next(iter([*good, *summaries]), None)


def _basis(
    outcome: Outcome, design: Design, held: Judged, headline: Estimate | None, when: When, *, moved_before: bool | None
) -> Basis:
    bare = Basis(
        outcome,
        when.measured,
        when.needed,
        when.ended,
        alpha=held.alpha,
        power=held.power,
        least_power=design.too_early.least_power,
        moved_before=moved_before,
        periods=design.periods,
    )
    if headline is None:
        return bare
    return replace(bare, estimate=headline.estimate, ci_low=headline.ci_low, ci_high=headline.ci_high, p=headline.p)
