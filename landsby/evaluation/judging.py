"""What one outcome's figures may be held to: the schedules that are exchanged, and which procedures hold their size."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from landsby.blueprint.text import Text
from landsby.evaluation.calibration import Calibrated, Setting, calibrate
from landsby.evaluation.cells import Cells
from landsby.evaluation.choice import Choice, Verdict, carried, choose, verdict
from landsby.evaluation.design import Design, Outcome
from landsby.evaluation.estimate import Estimate
from landsby.evaluation.exchange import Exchanges, exchanges
from landsby.evaluation.expected_noise import Chance
from landsby.evaluation.noise import noise_of
from landsby.evaluation.patience import growing_effect
from landsby.evaluation.problems import Problem, Refused, Severity
from landsby.evaluation.procedures import sizes
from landsby.evaluation.rows import rows_of
from landsby.evaluation.schedules import Schedule

RIVALS = 499
"""Schedules that a calibration run exchanges in each draw."""
BY_GROUP = ("exchange, group-time", "exchange, scaled")
"""Exchange of group-time effects: as they are, and measured against what chance would do to areas of that size."""
OF_ESTIMATOR = {
    "two_way": ("exchange, coefficient", "exchange, studentised", "Ferman-Pinto", "Conley-Taber"),
    "group_time": (*BY_GROUP, "influence"),
    "imputation": ("influence",),
    "doubly_robust": ("influence",),
    "doubly_robust_rows": ("influence",),
}
"""The procedures that stand behind an estimator whatever the design names; on rows, those of its twin on cells."""
OF_PROCEDURE = {"cr1": "CR1", "cr2": "CR2", "cr3": "CR3", "wild_bootstrap": "WCR"}
WITH_ERRORS = ("two_way", "event_study", "sun_abraham", "logit_rows")


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
        calibrated: every procedure that the design's estimators can report.
        verdict: which p-value may be given.
        power: of that procedure, for the smallest effect that matters; None where it is not known.
        chance: what chance does to cells, where it could be learnt.
        problems: why there was no calibration, where there was none.
    """

    calibrated: tuple[Calibrated, ...]
    verdict: Verdict
    power: float | None
    chance: Chance | None = None
    problems: tuple[Problem, ...] = ()

    def holds(self, procedure: str) -> bool:
        """Whether that procedure may say how sure one may be."""
        return any(each.procedure == procedure and each.holds for each in self.calibrated)

    @property
    def by_group(self) -> str | None:
        """Which exchange of group-time effects holds its size, the plain one first; None where none does."""
        return next((name for name in BY_GROUP if self.holds(name)), None)

    @property
    def measure(self) -> Chance | None:
        """What group-time effects are measured against: nothing, unless only so they hold their size."""
        return self.chance if self.by_group == "exchange, scaled" else None


def exchanging(cells: Cells, schedule: Schedule, design: Design) -> Exchanging:
    """How schedules are exchanged in a design, by the rows of its primary outcome.

    Raises:
        Refused: `nothing_to_exchange`.
    """
    size = sizes(cells.where(np.isin(cells.area, schedule.area)), schedule)
    choice = choose(schedule, size)
    rng = np.random.default_rng([design.inference.seed, 1])
    among = exchanges(schedule, rng, block=choice.block, size=size, draws=design.inference.draws)
    return Exchanging(choice, among, carried(schedule, choice))


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
    if how is None:
        return Judged((), Verdict(None, _NOTHING_COMPARED), None)
    bare = cells.only(cells.outcome)
    try:
        noise = noise_of(bare, schedule.unweighted)
    except Refused as refusal:
        softer = tuple(replace(each, severity=Severity.WARNING) for each in refusal.problems)
        return Judged((), Verdict(None, _NOT_KNOWN), None, problems=softer)
    rng = np.random.default_rng([design.inference.seed, 5])
    setting = Setting(rows_of(bare, schedule), schedule, fewer(how.among, RIVALS, rng), noise)
    found = _calibrated(setting, design, outcome, rng, tell)
    given = verdict(how.choice, found, preferred(design, how.choice))
    matters = outcome.smallest_effect or 0.0
    power = next((each.power.get(matters) for each in found if each.procedure == given.procedure), None)
    return Judged(found, given, power, Chance(noise, schedule.cluster_index, schedule.weights))


def _calibrated(
    setting: Setting, design: Design, outcome: Outcome, rng: np.random.Generator, tell: Callable[[float], object]
) -> tuple[Calibrated, ...]:
    """The run, with power for the smallest effect that matters, growing as the design expects."""
    return calibrate(
        setting,
        rng,
        effects=(outcome.smallest_effect,) if outcome.smallest_effect else (),
        shape=growing_effect(setting.rows.periods, setting.schedule, design.too_early.onset),
        draws=design.inference.calibration,
        asked=asked(design),
        tell=tell,
    )


def fewer(among: Exchanges, most: int, rng: np.random.Generator) -> Exchanges:
    """Some of the schedules, the actual one first: enough to ask how a test by all of them would do."""
    if len(among.first) <= most + 1:
        return among
    chosen = np.sort(rng.choice(np.arange(1, len(among.first)), most, replace=False))
    return Exchanges(among.first[np.append(0, chosen)], enumerated=False, possible=among.possible)


def asked(design: Design) -> tuple[str, ...]:
    """The procedures that the design's estimators can report."""
    names = [name for estimator in design.estimators for name in OF_ESTIMATOR.get(estimator, ())]
    if set(design.estimators) & set(WITH_ERRORS):
        wanted = {OF_PROCEDURE[name] for name in design.inference.procedures if name in OF_PROCEDURE} | {"CR1", "CR3"}
        names += sorted(wanted if "two_way" in design.estimators else wanted - {"WCR"})
    return tuple(dict.fromkeys(names))


def preferred(design: Design, choice: Choice) -> str:
    """The procedure that is asked first: the exchange of the design's first estimator."""
    return "exchange, group-time" if design.estimators[0] == "group_time" else choice.procedure


def family(estimate: Estimate) -> str:
    """The calibrated procedure behind an estimate's p-value; "" where there is none."""
    said = estimate.procedure
    if said.startswith("exchange"):
        return f"exchange, {said.partition('(')[2].partition(',')[0]}"
    starts = {**OF_PROCEDURE, "ferman_pinto": "Ferman-Pinto", "conley_taber": "Conley-Taber", "influence": "influence"}
    return next((name for start, name in starts.items() if said.startswith(start)), "")


def withheld(estimates: Sequence[Estimate], found: Judged) -> tuple[Estimate, ...]:
    """The estimates, without p-values and intervals of procedures that do not hold their size in this design."""
    return tuple(
        each
        if found.verdict.procedure and found.holds(family(each))
        else replace(each, p=None, ci_low=None, ci_high=None)
        for each in estimates
    )


_NOTHING_COMPARED = Text(
    da="Der er ingen andre områder, som starterne kunne være faldet i, så intet siger, hvad tilfældet "
    "kan gøre. Derfor gives ingen p-værdi.",
    en="There are no other areas in which the starts might have fallen, so nothing tells what chance "
    "can do. So no p-value is given.",
)
_NOT_KNOWN = Text(
    da="Der er for få målinger før starten til at prøve, om en metode holder sit niveau. Derfor gives ingen p-værdi.",
    en="There are too few measurements before the start to ask whether a procedure holds its size. So "
    "no p-value is given.",
)
