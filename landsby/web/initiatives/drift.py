"""What a portfolio holds: how much is new, how much only amplifies what was done before, and what is put off.

Programmes drift: what is easy and known goes on, what is new and demanding is postponed. Counted here from how many
initiatives there are of each sort; whether there are enough to speak of a pattern is counted too.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from landsby.web.initiatives.stages import ASIDE, Stage

DEMANDING = 4
"""From this effort on, of five, an initiative asks much of those who do it."""

FEWEST = 5
"""With fewer than this on either side, shares say nothing: one initiative more or less turns them over."""


Key = TypeVar("Key", bound=Hashable)


class Sort(NamedTuple):
    """How many initiatives are of one sort."""

    newness: str
    stage: str
    effort: int | None
    depth: str
    many: int


@dataclass(frozen=True)
class StageTally:
    """How many of some initiatives are under way, in operation, postponed and stopped."""

    under_way: int = 0
    in_operation: int = 0
    postponed: int = 0
    stopped: int = 0

    @property
    def total(self) -> int:
        """How many there are."""
        return self.under_way + self.in_operation + self.aside

    @property
    def aside(self) -> int:
        """How many are postponed or stopped."""
        return self.postponed + self.stopped


@dataclass(frozen=True)
class Drift:
    """The demanding initiatives beside the others; those whose effort is not told are counted apart."""

    demanding: StageTally
    others: StageTally
    untold: int

    @property
    def are_few(self) -> bool:
        """Whether there are too few to see a pattern."""
        return min(self.demanding.total, self.others.total) < FEWEST

    @property
    def is_seen(self) -> bool:
        """Whether a larger share of the demanding than of the others is put off, and there are enough to say so."""
        if self.are_few:
            return False
        return self.demanding.aside * self.others.total > self.others.aside * self.demanding.total


def standing_by(sorts: Iterable[Sort], key_of: Callable[[Sort], Key]) -> dict[Key, StageTally]:
    """Where initiatives stand, by what a function says of their sort."""
    counted: dict[Key, dict[str, int]] = {}
    for sort in sorts:
        row = counted.setdefault(key_of(sort), {})
        column = _column(sort.stage)
        row[column] = row.get(column, 0) + sort.many
    return {key: StageTally(**row) for key, row in counted.items()}


def drift_of(sorts: Iterable[Sort]) -> Drift:
    """Whether the demanding is put off more than the rest."""
    known = standing_by(sorts, lambda sort: None if sort.effort is None else sort.effort >= DEMANDING)
    untold = known.get(None, StageTally()).total
    return Drift(demanding=known.get(True, StageTally()), others=known.get(False, StageTally()), untold=untold)


def _column(stage: str) -> str:
    if stage in ASIDE:
        return str(stage)
    return "in_operation" if stage == Stage.OPERATION else "under_way"
