"""What one outcome's figures may be held to: the schedules that are exchanged, and which procedures hold their size."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from landsby.blueprint.text import Text
from landsby.evaluation.cells.cells import Cells
from landsby.evaluation.cells.rows import rows_of
from landsby.evaluation.designs.design import Design
from landsby.evaluation.designs.parts import Outcome
from landsby.evaluation.designs.schedules import Schedule
from landsby.evaluation.findings.asking import declared, deviations, in_turn
from landsby.evaluation.findings.estimate import Estimate
from landsby.evaluation.findings.procedures import sizes
from landsby.evaluation.inference.calibrated_paths import compared_throughout
from landsby.evaluation.inference.calibration import Calibrated, Setting, calibrate, enough
from landsby.evaluation.inference.choice import (
    ALONE,
    NOT_KNOWN,
    NOTHING_COMPARED,
    Choice,
    Verdict,
    carried,
    choose,
    verdict,
)
from landsby.evaluation.inference.earlier_dates import earlier_dates
from landsby.evaluation.inference.exchange import Exchanges, exchanges
from landsby.evaluation.inference.expected_noise import Chance
from landsby.evaluation.inference.noise import Noise, noise_of
from landsby.evaluation.inference.statistics import BY_GROUP, Asked, StatisticId
from landsby.evaluation.power.patience import growing_effect
from landsby.evaluation.problems import Problem, Refused, warning

RIVALS = 499
"""Schedules that a calibration run exchanges in each draw."""


@dataclass(frozen=True, eq=False)
class Exchanging:
    """How schedules are exchanged, the same for all outcomes of a run.

    Attributes:
        choice: why they are exchanged so.
        among: the schedules of the reported test.
        said: what the design can and cannot carry.
    """

    choice: Choice
    among: Exchanges
    said: Text


@dataclass(frozen=True, eq=False)
class Judged:
    """What one outcome may be held to.

    Attributes:
        calibrated: every statistic that was asked.
        verdict: which p-value may be given.
        power: of that statistic, for the smallest effect that matters; None where it is not known.
        chance: what chance does to cells, where it could be learnt.
        problems: what is doubtful: why there was no calibration, or what differs from the design.
        parts: the parts of paths by exchange, each asked by itself.
        alpha: the level of every p-value and interval of this outcome.
    """

    calibrated: tuple[Calibrated, ...]
    verdict: Verdict
    power: float | None
    chance: Chance | None = None
    problems: tuple[Problem, ...] = ()
    parts: tuple[Calibrated, ...] = ()
    alpha: float = 0.05

    def holds(self, asked: Asked | None) -> bool:
        """Whether that statistic, or part of a path, may say how sure one may be."""
        every = (*self.calibrated, *self.parts)
        return any((each.statistic, each.part) == asked and each.holds for each in every)

    def part_holds(self, of: str) -> bool:
        """Whether a part of the path may, by the exchange that the path is told by."""
        return self.by_group is not None and self.holds(Asked(self.by_group, of))

    @property
    def by_group(self) -> StatisticId | None:
        """Which exchange of group-time effects holds its size, the plain one first; None where none does."""
        return next((name for name in BY_GROUP if self.holds(Asked(name))), None)

    @property
    def measure(self) -> Chance | None:
        """What group-time effects are measured against: nothing, unless only so they hold their size."""
        return self.chance if self.by_group == "exchange_scaled" else None


def exchanging(cells: Cells, schedule: Schedule, design: Design) -> Exchanging:
    """How schedules are exchanged in a design, by the rows of its primary outcome.

    Raises:
        Refused: `nothing_to_exchange`.
    """
    size = sizes(cells.where(np.isin(cells.area, schedule.area)), schedule)
    choice = choose(schedule, size)
    rng = np.random.default_rng([design.inference.seed, 1])
    among = exchanges(schedule, rng, block=choice.block, size=size, draws=design.inference.draws)
    return Exchanging(choice, among, carried(schedule, choice, len(among.first)))


def judged(
    cells: Cells,
    schedule: Schedule,
    design: Design,
    outcome: Outcome,
    how: Exchanging | None,
    tell: Callable[[float], object] = float,
) -> Judged:
    """The calibration run of one outcome, and what follows from it.

    Args:
        cells: of the outcome, areas of the schedule alone.
        schedule: the areas that are compared.
        design: the declared design.
        outcome: the outcome.
        how: schedules are exchanged; None where they cannot be, and nothing is calibrated.
        tell: is called with the share of the run that is done.
    """
    alpha = design.level_of(outcome)
    if how is None:
        return Judged((), Verdict(None, ALONE if schedule.is_alone else NOTHING_COMPARED), None, alpha=alpha)
    bare = cells.only(cells.outcome)
    try:
        noise = noise_of(bare, schedule.unweighted)
    except Refused as refusal:
        return Judged((), Verdict(None, NOT_KNOWN), None, problems=refusal.as_warnings, alpha=alpha)
    found = _calibrated(_setting(cells, schedule, design, how, noise), design, outcome, how.choice, alpha, tell)
    whole = tuple(each for each in found if not each.part)
    parts = tuple(each for each in found if each.part)
    given = verdict(how.choice, whole, in_turn(design, how.choice))
    power = _power(whole, given, outcome.matters)
    doubts = (*deviations(design, how.choice, given.statistic), *_of_shared_shocks(schedule, noise, given))
    chance = Chance(noise, schedule.cluster_index, schedule.weights)
    return Judged(whole, given, power, chance, doubts, parts, alpha)


def _power(found: Sequence[Calibrated], given: Verdict, effect: float | None) -> float | None:
    return next((each.power.get(effect or 0.0) for each in found if each.statistic == given.statistic), None)


def judged_group(cells: Cells, schedule: Schedule, design: Design, how: Exchanging, alpha: float) -> Judged:
    """The calibration run of a group of children: of the one figure of its group-time effects alone.

    Args:
        cells: of the outcome, of the group, areas of the schedule alone.
        schedule: the areas that are compared.
        design: the declared design.
        how: schedules are exchanged.
        alpha: the level of the group's p-value and interval.

    Raises:
        Refused: as `noise_of`.
    """
    noise = noise_of(cells, schedule.unweighted)
    setting = replace(_setting(cells, schedule, design, how, noise), dates=None)
    draws = enough(alpha, design.inference.calibration)
    rng = np.random.default_rng([design.inference.seed, 7])
    found = calibrate(setting, rng, draws=draws, asked=BY_GROUP, alpha=alpha)
    chance = Chance(noise, schedule.cluster_index, schedule.weights)
    return Judged(found, verdict(how.choice, found, BY_GROUP), None, chance, alpha=alpha)


def _setting(cells: Cells, schedule: Schedule, design: Design, how: Exchanging, noise: Noise) -> Setting:
    rng = np.random.default_rng([design.inference.seed, 5])
    among, rows = fewer(how.among, RIVALS, rng), rows_of(cells, schedule)
    n, bare = np.zeros((len(rows.areas), len(rows.periods))), rows.bare
    n[bare.area, bare.period] = bare.w
    try:
        dates = tuple(earlier_dates(n, rows.periods, schedule, how.choice.block, design.inference.seed))
    except Refused:
        # Without dates to ask there is none to tell of either.
        dates = ()
    fewer_dates = tuple(replace(each, among=fewer(each.among, RIVALS, rng)) for each in dates)
    told = fewer_dates if compared_throughout(n, schedule) else ()
    return Setting(rows, schedule, among, noise, dates=told, weights=design.inference.weights)


def _calibrated(
    setting: Setting,
    design: Design,
    outcome: Outcome,
    choice: Choice,
    alpha: float,
    tell: Callable[[float], object],
) -> tuple[Calibrated, ...]:
    """The run, with power for the smallest effect that matters, growing as the design expects.

    Procedures that the design does not name are asked where none that it names holds.
    """
    first, every = declared(design, choice), in_turn(design, choice)
    more = tuple(name for name in every if name not in first)
    found: tuple[Calibrated, ...] = ()
    for asked in (first, more):
        if asked and not any(each.holds for each in found if not each.part):
            found += calibrate(
                setting,
                np.random.default_rng([design.inference.seed, 5, 1]),
                effects=(outcome.matters,) if outcome.matters else (),
                shape=growing_effect(setting.rows.periods, setting.schedule, design.too_early.onset),
                draws=enough(alpha, design.inference.calibration),
                asked=asked,
                alpha=alpha,
                tell=tell,
            )
    return found


def _of_shared_shocks(schedule: Schedule, noise: Noise, given: Verdict) -> Iterator[Problem]:
    """Good and bad years that areas have together break inference by area; they are seen only where units are named."""
    if schedule.hides_shared_shocks:
        yield warning("shocks_unseen")
    elif given.statistic is None and noise.cluster > 0 and len(schedule.clusters) == len(schedule.area):
        yield warning("shocks_shared")


def fewer(among: Exchanges, most: int, rng: np.random.Generator) -> Exchanges:
    """Some of the schedules, the actual one first: enough to ask how a test by all of them would do."""
    if len(among.first) <= most + 1:
        return among
    chosen = np.sort(rng.choice(np.arange(1, len(among.first)), most, replace=False))
    return Exchanges(among.first[np.append(0, chosen)], enumerated=False, possible=among.possible)


def withheld(estimates: Sequence[Estimate], found: Judged) -> tuple[Estimate, ...]:
    """The estimates, without p-values, intervals and errors of all but the very statistics that hold their size."""
    return tuple(
        each
        if found.verdict.statistic and found.holds(each.asked)
        else replace(each, se=None, p=None, ci_low=None, ci_high=None)
        for each in estimates
    )
