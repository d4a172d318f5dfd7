"""How far a place has come through its principles: stretches of time in, which have had their turn out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
        stretches: when it was in focus in this round, the earliest first.
    """

    principle: str
    stretches: tuple[Stretch, ...]
    is_now: bool

    @property
    def has_been(self) -> bool:
        """Whether it has had its turn in this round, or has it now."""
        return bool(self.stretches)


@dataclass(frozen=True)
class Coverage:
    """One round through the principles.

    Attributes:
        turns: each principle in the order of the template.
        since: the first day of the round; None before anything was in focus.
        until: the last day by which all should have had their turn; None where no time is set.
    """

    turns: tuple[Turn, ...]
    since: date | None
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
    """Which principles have had their turn in the round that a day lies in.

    A round begins on the first day on which any of them was in focus, and again every `years` years.

    Args:
        principles: all that are to be gone through, in order.
        told: when each was in focus.
        years: within how many years all should have been; None is no limit, and then there is one round only.
    """
    known = list(principles)
    stretches = sorted((one for one in told if one.principle in known), key=lambda one: (one.first, one.principle))
    since, until = _round(stretches[0].first, years, today) if stretches else (None, None)
    in_round = [one for one in stretches if since is not None and (one.last is None or one.last >= since)]
    by_principle: Mapping[str, list[Stretch]] = {
        id_: [one for one in in_round if one.principle == id_ and one.first <= today] for id_ in known
    }
    turns = (Turn(id_, tuple(by_principle[id_]), any(s.lies_in(today) for s in by_principle[id_])) for id_ in known)
    return Coverage(tuple(turns), since, until)


def _round(first: date, years: int | None, today: date) -> tuple[date, date | None]:
    """The first and last day of the round that today lies in."""
    if years is None:
        return first, None
    gone = 0
    while months_after(first, 12 * years * (gone + 1)) <= today:
        gone += 1
    begins = months_after(first, 12 * years * gone)
    return begins, months_after(begins, 12 * years) - timedelta(days=1)
