"""Which changes a design holds against which, before any outcome is seen.

Every group-time effect is a mean change of the areas that start together less that of the areas they are compared with,
and so a weighted sum of outcomes by weights that the design fixes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Literal, NamedTuple

import numpy as np

from landsby.evaluation.designs.schedules import NEVER, Schedule
from landsby.evaluation.estimates.own_change import last_before, rows_with_base, worth_of_two
from landsby.evaluation.numbers import Flags, Floats, Ints
from landsby.evaluation.problems import refuse

Base = Literal["varying", "universal"]
"""What effects before the start are held against: the period just before, or the last one before the start."""


class Pair(NamedTuple):
    """A change of one group, and who it is compared with.

    Attributes:
        group: the start of the group.
        now: the place of the period.
        base: the place of the period it is held against.
        treated: (G,) the areas of the group.
        compared: (G,) the areas it is compared with.
    """

    group: int
    now: int
    base: int
    treated: Flags
    compared: Flags


def groups_of(schedule: Schedule, periods: Ints) -> Ints:
    """(F,) the starts that lie among the periods, with one before them.

    Raises:
        Refused: `none_treated` if there are none.
    """
    groups = np.unique(schedule.first[(schedule.first <= periods[-1]) & (schedule.first > periods[0])])
    return groups if len(groups) else refuse("none_treated")


def pairs(schedule: Schedule, periods: Ints, base: Base = "varying") -> Iterator[Pair]:
    """Every change that a design asks for, by group and period.

    Raises:
        Refused: `none_treated`.
    """
    for g, t in product(groups_of(schedule, periods).tolist(), range(len(periods))):
        b = _base(periods, g - schedule.against.anticipation, t, base)
        if b is not None and b != t:
            latest = max(int(periods[t]), int(periods[b]))
            yield Pair(g, t, b, schedule.first == g, _compared(schedule, g, latest))


def _base(periods: Ints, g: int, t: int, base: Base) -> int | None:
    """The place of the period to compare with, before anything may have changed; None where there is none."""
    if base == "varying" and periods[t] < g:
        return t - 1 if t > 0 else None
    return last_before(periods, g)


def _compared(schedule: Schedule, g: int, latest: int) -> Flags:
    """(G,) the areas that a group is compared with until a period."""
    if not schedule.against.later:
        return np.asarray(schedule.first == NEVER)
    out: Flags = (schedule.first > latest + schedule.against.anticipation) & (schedule.first != g)
    return out


@dataclass(frozen=True, eq=False)
class Changes:
    """The changes of which there are rows on both sides.

    Attributes:
        group: (K,) start of the group.
        period: (K,) period.
        now: (K,) its place.
        base: (K,) place of the period it is held against.
        sides: (2, G, K) each area's share in the mean change of the group, and of those it is compared with.
    """

    group: Ints
    period: Ints
    now: Ints
    base: Ints
    sides: Floats

    @classmethod
    def of(cls, n: Floats, periods: Ints, schedule: Schedule, base: Base = "varying") -> Changes:
        """From (G, T) rows and the (T,) periods.

        Raises:
            Refused: `none_treated`.
        """
        n, found, sides = rows_with_base(n, periods, schedule), [], []
        for pair in pairs(schedule, periods, base):
            worth = worth_of_two(n[:, pair.now], n[:, pair.base])
            counted = np.where(np.stack([pair.treated, pair.compared]), worth, 0.0)
            whole = counted.sum(axis=1, keepdims=True)
            if (whole > 0).all():
                found.append((pair.group, int(periods[pair.now]), pair.now, pair.base))
                sides.append(counted / whole)
        group, period, now, before = np.array(found, dtype=np.int64).reshape(-1, 4).T
        return cls(group, period, now, before, np.moveaxis(np.array(sides).reshape(-1, 2, len(n)), 0, 2))

    def effects(self, y: Floats) -> tuple[Floats, Floats]:
        """(K, B) effects on outcomes (G, T, B), and (G, K, B) each area's influence on them."""
        change = y[:, self.now] - y[:, self.base]
        att, psi = np.zeros(change.shape[1:]), np.zeros_like(change)
        for share, sign in zip(self.sides, (1.0, -1.0), strict=True):
            mean = np.einsum("gk,gkb->kb", share, change, optimize=False)
            att += sign * mean
            psi += sign * share[:, :, None] * (change - mean)
        return att, psi
