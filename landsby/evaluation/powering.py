"""When can we know? A declared design, and the cells from before it can have worked, turned into years of patience."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from landsby.evaluation.calibration import Setting, calibrate
from landsby.evaluation.cells import Cells
from landsby.evaluation.choice import Choice, choose, verdict
from landsby.evaluation.design import Design
from landsby.evaluation.exchange import exchanges
from landsby.evaluation.group_time import grid
from landsby.evaluation.noise import Noise, noise_of
from landsby.evaluation.numbers import Floats, Ints
from landsby.evaluation.patience import Known, Plan, expected_rows, when_known
from landsby.evaluation.randomisation import Statistic
from landsby.evaluation.schedules import Schedule

STEPS = np.array([0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 6.0])
"""The full effects that are tried, in units of the smallest that matters (or of a tenth of a child's deviation)."""
RECENT = 3
"""Over so many of the last measured periods the rows of an area are averaged, to tell what is to come."""
DRAWS, SCHEDULES = 200, 399
TRIED = 400
"""Draws by which the statistic is chosen."""


@dataclass(frozen=True, eq=False)
class Patience:
    """What a design would know, year by year.

    Attributes:
        outcome: of which outcome.
        smallest_that_matters: as the design says; None where it does not.
        noise: what it was simulated from.
        known: after each period of follow-up.
        since: the first period after which the smallest effect that matters is found with the power asked for, or None.
    """

    outcome: str
    smallest_that_matters: float | None
    noise: Noise
    known: tuple[Known, ...]
    since: int | None


def patience(cells: Cells, schedule: Schedule, design: Design, draws: int = DRAWS) -> Patience:
    """Simulate the design to the end of its window with the noise of what was not treated.

    Args:
        cells: of the primary outcome; periods that have been measured.
        schedule: the areas that are compared.
        design: the declared design.
        draws: of the noise.

    Raises:
        Refused: as `noise_of`, `when_known` and `grid`.
    """
    mine = cells.where(np.isin(cells.area, schedule.area))
    noise = noise_of(mine, schedule.unweighted)
    outcome, too_early = design.primary, design.too_early
    rng = np.random.default_rng([design.inference.seed, 4])
    n, periods = expected(mine, schedule, design)
    size = n.sum(axis=1)
    choice = choose(schedule, size)
    among = exchanges(schedule, rng, block=choice.block, size=size, draws=SCHEDULES, enumerate_up_to=SCHEDULES)
    plan = Plan(n, periods, schedule, among, noise)
    known = when_known(
        plan,
        rng,
        effects=STEPS * (outcome.smallest_effect or noise.child / 10),
        onset=too_early.onset,
        statistic=_that_holds(plan, choice, rng),
        power=too_early.least_power,
        draws=draws,
    )
    matters = outcome.smallest_effect
    enough = [each.last for each in known if matters is not None and each.smallest <= matters]
    return Patience(outcome.id, matters, noise, known, enough[0] if enough else None)


def _that_holds(plan: Plan, choice: Choice, rng: np.random.Generator) -> Statistic:
    """The chosen statistic, or the studentised one where at the end of the window only that holds its size."""
    setting = Setting(expected_rows(plan.n, plan.periods, plan.schedule), plan.schedule, plan.among, plan.noise)
    exchanged = ("exchange, coefficient", "exchange, studentised")
    found = calibrate(setting, rng, draws=TRIED, asked=exchanged)
    given = verdict(choice, found).procedure
    return "studentised" if given == "exchange, studentised" else choice.statistic


def expected(cells: Cells, schedule: Schedule, design: Design) -> tuple[Floats, Ints]:
    """(G, T) rows to the end of the window: as measured, and what lies ahead as in the last measured periods."""
    n, _, measured = grid(cells, schedule.unweighted)
    ahead = np.arange(int(measured[-1]) + 1, design.window.last + 1, dtype=np.int64)
    like_lately = np.round(n[:, -RECENT:].mean(axis=1))
    return np.concatenate([n, np.tile(like_lately[:, None], len(ahead))], axis=1), np.concatenate([measured, ahead])
