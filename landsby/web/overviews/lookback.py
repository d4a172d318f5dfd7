"""From which day to look back, so that a programme whose records have stopped still shows its last time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from landsby.web.kit.periods import HalfYear

HALF_A_YEAR = timedelta(days=182)
YOUNG = timedelta(days=60)
"""A half-year younger than this says too little to be the last of a year."""


def day_to_look_back_from(latest: date | None, today: date) -> date:
    """Today while something has been held in the last half-year, else the day of the latest activity."""
    if latest is None or latest > today or today - latest <= HALF_A_YEAR:
        return today
    return latest


@dataclass(frozen=True, slots=True)
class Days:
    """From a first day to a last, both included."""

    first: date
    last: date

    @classmethod
    def up_to(cls, day: date) -> Days:
        """The half-year of days that ends on a day."""
        return cls(day - HALF_A_YEAR + timedelta(days=1), day)

    def a_year_before(self) -> Days:
        """As many days, 52 weeks earlier, so that weekdays fall alike."""
        weeks = timedelta(weeks=52)
        return Days(self.first - weeks, self.last - weeks)


def last_year(day: date) -> tuple[HalfYear, HalfYear]:
    """The half-years that make up about the last year before a day: its own and the one before it.

    A half-year that has only just begun counts as an extra one.
    """
    current = HalfYear.of(day)
    steps = 2 if day - current.first_day < YOUNG else 1
    first = current
    for _ in range(steps):
        first = first.before()
    return first, current
