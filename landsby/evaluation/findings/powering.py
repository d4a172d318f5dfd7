"""When can we know? A declared design, and the cells from before it can have worked, turned into years of patience.

The design is tried by the procedure that a run of it would report, chosen as a run chooses it. The same design with
fewer or more places is tried by the same procedure, so that what differs between them is the places alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from landsby.evaluation.cells.cells import Cells
from landsby.evaluation.designs.design import Design
from landsby.evaluation.designs.schedules import Schedule
from landsby.evaluation.estimates.group_time import grid
from landsby.evaluation.findings.asking import in_turn
from landsby.evaluation.inference.calibration import Calibrated, Setting, calibrate, enough
from landsby.evaluation.inference.choice import Verdict, choose, verdict
from landsby.evaluation.inference.exchange import exchanges
from landsby.evaluation.inference.noise import Noise, noise_of
from landsby.evaluation.inference.statistics import StatisticId
from landsby.evaluation.numbers import Floats, Ints
from landsby.evaluation.power.foreseeing import when_known
from landsby.evaluation.power.other_sizes import Sized, sizes_of
from landsby.evaluation.power.patience import Known, Plan, expected_rows
from landsby.evaluation.problems import Refused

EFFECTS_TRIED = np.array([0.0, *np.geomspace(0.2, 8.0, 24)])
"""The full effects that are tried, in units of the smallest that matters (or of a tenth of a child's deviation)."""
RECENT = 3
"""Over so many of the last measured periods the rows of an area are averaged, to tell what is to come."""
NOISE_DRAWS, SCHEDULES = 300, 399
"""Draws of the noise for each number of places, and schedules that are exchanged."""


@dataclass(frozen=True, eq=False)
class Way:
    """A design with so many places, and what it would know, year by year.

    Attributes:
        areas: treated areas; units: their units at the level of the shocks.
        compared_areas: areas to compare with; compared_units: their units.
        is_declared: whether these are the numbers of the design itself.
        known: after each period of follow-up; nothing where no procedure holds its size.
        since: the first period from which on the smallest effect that matters is found with the power asked for, or
            None.
    """

    areas: int
    units: int
    compared_areas: int
    compared_units: int
    is_declared: bool
    known: tuple[Known, ...]
    since: int | None


@dataclass(frozen=True, eq=False)
class Patience:
    """What a design would know, year by year.

    Attributes:
        outcome: of which outcome.
        smallest_that_matters: as the design says; None where it does not.
        noise: what it was simulated from.
        given: the statistic by which it would be reported, or None where none holds its size and nothing would be.
        ways: the design as it is first, then with other numbers of places.
    """

    outcome: str
    smallest_that_matters: float | None
    noise: Noise
    given: Verdict
    ways: tuple[Way, ...]

    @property
    def known(self) -> tuple[Known, ...]:
        """Of the design as it is, after each period of follow-up; nothing where no procedure holds its size."""
        return self.ways[0].known if self.ways else ()

    @property
    def since(self) -> int | None:
        """Of the design as it is."""
        return self.ways[0].since if self.ways else None


def patience(
    cells: Cells,
    schedule: Schedule,
    design: Design,
    draws: int = NOISE_DRAWS,
    tell: Callable[[float], object] = float,
) -> Patience:
    """Simulate the design to the end of its window with the noise of what was not treated.

    Args:
        cells: of the primary outcome; periods that have been measured.
        schedule: the areas that are compared.
        design: the declared design.
        draws: of the noise, for each number of places.
        tell: is called with the share that is done.

    Raises:
        Refused: as `noise_of`, `when_known` and `grid`.
    """
    mine = cells.where(np.isin(cells.area, schedule.area))
    noise = noise_of(mine, schedule.unweighted)
    n, periods = expected(mine, schedule, design)
    given = reported(_plan(n, periods, schedule, noise, design), design)
    if given.statistic is None:
        return Patience(design.primary.id, design.primary.matters, noise, given, ())
    sizes, ways = list(sizes_of(n, schedule)), list[Way]()
    for number, sized in enumerate(sizes):
        try:
            plan = _plan(sized.n, periods, sized.schedule, noise, design)
            ways.append(_way(sized, plan, design, given.statistic, draws))
        except Refused:
            # With so few places there is nothing to exchange; for the design itself that is what there is to say.
            if sized.is_declared:
                raise
        tell((number + 1) / len(sizes))
    return Patience(design.primary.id, design.primary.matters, noise, given, tuple(ways))


def _rng(design: Design, purpose: int) -> np.random.Generator:
    """Chance for one purpose, the same whatever else is asked."""
    return np.random.default_rng([design.inference.seed, 4, purpose])


def _plan(n: Floats, periods: Ints, schedule: Schedule, noise: Noise, design: Design) -> Plan:
    size = n.sum(axis=1)
    block = choose(schedule, size).block
    among = exchanges(schedule, _rng(design, 0), block=block, size=size, draws=SCHEDULES, enumerate_up_to=SCHEDULES)
    return Plan(n, periods, schedule, among, noise, design.inference.weights)


def _way(sized: Sized, plan: Plan, design: Design, statistic: StatisticId, draws: int) -> Way:
    outcome, too_early = design.primary, design.too_early
    known = when_known(
        plan,
        _rng(design, 2),
        effects=EFFECTS_TRIED * (outcome.matters or plan.noise.child / 10),
        onset=too_early.onset,
        statistic=statistic,
        alpha=design.level_of(outcome),
        power=too_early.least_power,
        draws=draws,
    )
    return Way(*sized.numbers, sized.is_declared, known, _since(known, outcome.matters))


def reported(plan: Plan, design: Design) -> Verdict:
    """The procedure that a run at the end of the window would report, by a calibration run as its.

    They are asked one by one, in the order of a verdict, until one holds.
    """
    choice = choose(plan.schedule, plan.n.sum(axis=1))
    turn, alpha = in_turn(design, choice), design.level_of(design.primary)
    draws = enough(alpha, design.inference.calibration)
    setting = Setting(expected_rows(plan.n, plan.periods, plan.schedule), plan.schedule, plan.among, plan.noise)
    found: tuple[Calibrated, ...] = ()
    for name in turn:
        found += calibrate(setting, _rng(design, 1), draws=draws, asked=(name,), alpha=alpha)
        if (given := verdict(choice, found, turn)).statistic:
            return given
    return verdict(choice, found, turn)


def _since(known: tuple[Known, ...], matters: float | None) -> int | None:
    """The first period from which on an effect that matters is found."""
    since = None
    for each in reversed(known):
        if matters is None or each.smallest > matters:
            break
        since = each.last
    return since


def expected(cells: Cells, schedule: Schedule, design: Design) -> tuple[Floats, Ints]:
    """(G, T) rows to the end of the window: as measured, and what lies ahead as in the last measured periods."""
    n, _, measured = grid(cells, schedule.unweighted)
    ahead = np.arange(int(measured[-1]) + 1, design.window.last + 1, dtype=np.int64)
    like_lately = np.round(n[:, -RECENT:].mean(axis=1))
    return np.concatenate([n, np.tile(like_lately[:, None], len(ahead))], axis=1), np.concatenate([measured, ahead])
