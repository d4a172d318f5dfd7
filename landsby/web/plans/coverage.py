"""How far a place has come through its principles: stretches of time in, which have had their turn out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from landsby.web.plans.periods import months_after


@dataclass(frozen=True)
class Stretch:
    """A principle was in focus from the first day to the last; None while it still is."""

    principle: str
    first: date
    last: date | None

    def lies_in(self, day: date) -> bool:
        """Whether it is in focus on a day."""
        return self.first <= day and (self.last is None or self.last >= day)


@dataclass(frozen=True)
class Turn:
    """One principle's turns so far.

    Attributes:
        stretches: when it was in focus, as far back as is counted, the earliest first.
    """

    principle: str
    stretches: tuple[Stretch, ...]
    is_now: bool

    @property
    def has_been(self) -> bool:
        """Whether it has had its turn, or has it now."""
        return bool(self.stretches)


@dataclass(frozen=True)
class Coverage:
    """How far a place has come through its principles.

    Attributes:
        turns: each principle in the order of the template.
        until: the last day by which all should have had their turn, the first time round; None later, and where no
            time is set.
    """

    turns: tuple[Turn, ...]
    until: date | None

    @property
    def covered(self) -> int:
        """How many have had their turn, or have it now."""
        return sum(turn.has_been for turn in self.turns)

    @property
    def is_whole(self) -> bool:
        """Whether all have."""
        return self.covered == len(self.turns)

    @property
    def missing(self) -> list[str]:
        """Those that have not, in order."""
        return [turn.principle for turn in self.turns if not turn.has_been]


def coverage(principles: Iterable[str], told: Iterable[Stretch], years: int | None, today: date) -> Coverage:
    """Which principles have had their turn in the last so many years, or have it now.

    Args:
        principles: all that are to be gone through, in order.
        told: when each was in focus.
        years: within how many years all should have been; None is no limit.
        today: the day from which one looks back.
    """
    known = list(principles)
    stretches = [one for one in told if one.principle in known and one.first <= today]
    back_to = None if years is None else months_after(today, -12 * years)
    counted = [one for one in stretches if back_to is None or one.last is None or one.last > back_to]
    turns = []
    for id_ in known:
        own = sorted((one for one in counted if one.principle == id_), key=lambda one: one.first)
        turns.append(Turn(id_, tuple(own), any(one.lies_in(today) for one in own)))
    first = min((one.first for one in stretches), default=None)
    until = months_after(first, 12 * years) - timedelta(days=1) if first and years else None
    return Coverage(tuple(turns), until if until and until >= today else None)
