"""When can we know? The smallest effect that a design finds, as years of follow-up are added, before they exist.

Simulated from the noise before the start with the very test that will be reported (Burlig, Preonas & Woerman 2020;
Black et al. 2022).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from landsby.evaluation.exchange import Exchanges
from landsby.evaluation.many_outcomes import Fixed, Rivals
from landsby.evaluation.noise import Noise
from landsby.evaluation.numbers import Floats, Ints
from landsby.evaluation.problems import refuse
from landsby.evaluation.randomisation import Statistic, reached_each
from landsby.evaluation.rows import Rows
from landsby.evaluation.schedules import NEVER, Schedule

AT = 0.05 * (1 + 1e-12)
"""The level of the test."""


@dataclass(frozen=True, eq=False)
class Known:
    """What would be known after the last period of follow-up.

    Attributes:
        last: that period.
        smallest: the smallest full effect found with the power asked for; infinite if none of those tried.
        effects: (E,) full effects tried.
        power: (E,) share of draws in which each is found at 5 %.
        draws: how many.
    """

    last: int
    smallest: float
    effects: Floats
    power: Floats
    draws: int


def expected_rows(n: Floats, periods: Ints, schedule: Schedule) -> Rows:
    """Rows of a design whose outcomes are not there yet.

    Args:
        n: (G, T) rows expected in each area and period.
        periods: (T,) periods.
        schedule: the design.
    """
    area, period = np.nonzero(n > 0)
    Z = (period[:, None] == np.arange(1, len(periods))[None, :]).astype(np.float64)
    return Rows(
        outcome="",
        covariates=(),
        areas=schedule.area,
        periods=periods,
        N=int(n.sum()),
        w=n[area, period] * schedule.weights[area],
        area=area.astype(np.int64),
        period=period.astype(np.int64),
        real=np.ones(len(area), dtype=np.bool_),
        Z=Z,
        y=np.zeros(len(area)),
        X=np.zeros((len(area), 0)),
    )


def growing_effect(periods: Ints, schedule: Schedule, onset: Sequence[float]) -> Floats:
    """(G, T) the share of the full effect in each area and period.

    Args:
        periods: (T,) periods.
        schedule: the design.
        onset: the share in the first treated period, the second, …; the last holds from then on.
    """
    since = periods[None, :] - np.minimum(schedule.first, NEVER)[:, None]
    steps = np.asarray(onset, dtype=np.float64)
    out: Floats = np.where(since >= 0, steps[np.clip(since, 0, len(steps) - 1)], 0.0)
    return out


@dataclass(frozen=True, eq=False)
class Plan:
    """A design whose outcomes are not there yet.

    Attributes:
        n: (G, T) rows in each area and period, expected where they lie ahead.
        periods: (T,) periods, in order, from before the starts to the horizon.
        schedule: the design, its clusters at the level of the shocks.
        among: the schedules that the reported test will exchange.
        noise: from cells before the start.
    """

    n: Floats
    periods: Ints
    schedule: Schedule
    among: Exchanges
    noise: Noise


def when_known(
    plan: Plan,
    rng: np.random.Generator,
    *,
    effects: Floats,
    onset: Sequence[float] = (1.0,),
    statistic: Statistic = "coefficient",
    power: float = 0.8,
    draws: int = 500,
) -> tuple[Known, ...]:
    """What would be known after each period of follow-up.

    Args:
        plan: the design and what is expected of it.
        rng: where chance comes from.
        effects: (E,) full effects to try, ascending.
        onset: how the effect grows, as in `growing_effect`.
        statistic: of the test.
        power: asked for.
        draws: of the noise, the same for every period of follow-up.

    Raises:
        Refused: `none_treated` if nothing is treated within the periods.
    """
    n, periods, schedule = plan.n, plan.periods, plan.schedule
    if not (begun := periods[periods >= schedule.first.min()]).size:
        refuse("none_treated")
    shocks = plan.noise.draw(rng, n, schedule.cluster_index, draws)
    grown = growing_effect(periods, schedule, onset)
    out = []
    for last in begun.tolist():
        T = int((periods <= last).sum())
        rows = expected_rows(n[:, :T], periods[:T], schedule)
        fixed = Fixed.of(rows, schedule)
        rivals = Rivals.of(fixed, schedule.cluster_index, plan.among.first)
        found = _found(rivals, shocks[:, rows.area, rows.period].T, rows.by_area(grown[:, :T]), effects, statistic)
        smallest = min(effects[found >= power], default=np.inf)
        out.append(Known(int(last), smallest, effects, found, draws))
    return tuple(out)


def _found(rivals: Rivals, shocks: Floats, grown: Floats, effects: Floats, statistic: Statistic) -> Floats:
    """(E,) how often each effect is found. Coefficients are linear in the outcome, so every draw serves all effects."""
    left, step = rivals.fixed.left(shocks), rivals.fixed.left(grown[:, None])
    beta, more = rivals.coefficients(left), rivals.coefficients(step)
    hits = np.zeros(len(effects))
    for e, effect in enumerate(effects.tolist()):
        values = beta + effect * more
        if statistic == "studentised":
            values = rivals.studentised(left + effect * step, values)
        hits[e] = int(np.sum(reached_each(values) <= AT))
    out: Floats = hits / shocks.shape[1]
    return out
