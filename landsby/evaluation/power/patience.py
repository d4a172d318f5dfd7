"""When can we know? The smallest effect that a design finds, as years of follow-up are added, before they exist.

Simulated from the noise before the start with the very test that will be reported (Burlig, Preonas & Woerman 2020;
Black et al. 2022). Figures of an exchange are linear in the outcome, so each draw of noise serves every effect.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from landsby.evaluation.cells.rows import Rows
from landsby.evaluation.designs.methods import Weights
from landsby.evaluation.designs.schedules import NEVER, Schedule
from landsby.evaluation.inference.exchange import Exchanges
from landsby.evaluation.inference.noise import Noise
from landsby.evaluation.numbers import Floats, Ints
from landsby.evaluation.problems import refuse

TOO_OFTEN = 0.1
"""A test that rejects a true null more often than this, as the draws without an effect tell, finds nothing."""


@dataclass(frozen=True, eq=False)
class Known:
    """What would be known after the last period of follow-up.

    Attributes:
        last: that period.
        smallest: the smallest full effect found with the power asked for, between those tried; infinite if none of
            them is, or the test rejects too often where there is no effect.
        effects: (E,) full effects tried.
        power: (E,) share of draws in which each is found at the level of the test.
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
    w, nothing = n * schedule.weights[:, None], np.zeros(n.shape)
    return Rows.of_means(schedule.area, periods, n > 0, w=w, y=nothing, N=int(n.sum()))


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
        weights: what the wild bootstrap multiplies by.
    """

    n: Floats
    periods: Ints
    schedule: Schedule
    among: Exchanges
    noise: Noise
    weights: Weights = "rademacher"

    @property
    def begun(self) -> Ints:
        """The periods since the first start.

        Raises:
            Refused: `none_treated` if nothing is treated within the periods.
        """
        begun: Ints = self.periods[self.periods >= self.schedule.first.min()]
        if not begun.size:
            refuse("none_treated")
        return begun

    @property
    def weighted(self) -> Floats:
        """(G, T) rows as they count."""
        out: Floats = self.n * self.schedule.weights[:, None]
        return out

    def until(self, last: int) -> Rows:
        """Its rows up to a period."""
        T = int((self.periods <= last).sum())
        return expected_rows(self.n[:, :T], self.periods[:T], self.schedule)


def smallest_found(effects: Floats, power: Floats, wanted: float) -> float:
    """The smallest effect found with the power that is wanted, on the line between those tried; infinite if none is.

    Args:
        effects: (E,) full effects tried, ascending, the first of them 0.
        power: (E,) share of draws in which each is found.
        wanted: the power.
    """
    rising = np.maximum.accumulate(power)
    if rising[-1] < wanted or power[0] > TOO_OFTEN:
        return float("inf")
    place = max(1, int(np.argmax(rising >= wanted)))
    low, high = rising[place - 1], rising[place]
    share = 1.0 if high <= low else float((wanted - low) / (high - low))
    return float(effects[place - 1] + share * (effects[place] - effects[place - 1]))
