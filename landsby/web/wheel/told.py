"""What is told of an own date and of a change to a milestone, as the actions take it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class EntryTold:
    """An own date; of a whole month, any of its days."""

    title: str
    on: date
    is_whole_month: bool = False
    is_yearly: bool = False

    @property
    def first_day(self) -> date:
        """The day that is stored."""
        return self.on.replace(day=1) if self.is_whole_month else self.on


@dataclass(frozen=True)
class DeviationTold:
    """A change to a milestone; without a new date it is given up."""

    what: str
    why: str
    decided_by: str
    decided_on: date
    now_due_on: date | None = None
