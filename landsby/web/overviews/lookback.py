"""Where to look back from: today while enough is registered, else the end of the latest half-year that holds enough.

One late record after a long silence must not empty the pages that look back; nor may a page pass
over it. So a stretch of days is shown only when it holds a fair share of what was usual, and what
came after it is told beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from landsby.web.kit.periods import HalfYear

HALF_A_YEAR = timedelta(days=182)
YOUNG = timedelta(days=60)
"""A half-year younger than this says too little to be the last of a year."""

USUAL = 4
"""What is usual is the average of so many of the latest half-years with any records."""

FAIR_SHARE = 4
"""A stretch that holds less than one such part of what was usual is too thin to speak for the programme."""


def day_with_enough(held: Mapping[HalfYear, int], lately: int, today: date) -> date:
    """Today while the last half-year of days holds enough, else the last day of the latest half-year that does.

    Args:
        held: how many activities were held in each half-year; those without any may be left out.
        lately: how many were held in the half-year of days up to today.
    """
    past = {half: count for half, count in held.items() if count and half.first_day <= today}
    this_half = HalfYear.of(today)
    if lately >= _enough(past, this_half):
        return today
    for half in sorted((half for half in past if half < this_half), reverse=True):
        if past[half] >= _enough(past, half):
            return half.last_day
    return today


def _enough(held: Mapping[HalfYear, int], half: HalfYear) -> float:
    """The least that a half-year must hold, judged by those before it; where there are none, anything is enough."""
    before = sorted((each for each in held if each < half), reverse=True)[:USUAL]
    return sum(held[each] for each in before) / len(before) / FAIR_SHARE if before else 0


@dataclass(frozen=True, slots=True)
class Days:
    """From a first day to a last, both included."""

    first: date
    last: date

    @classmethod
    def up_to(cls, day: date) -> Days:
        """The half-year of days that ends on a day; January to June or July to December when the day ends those."""
        half = HalfYear.of(day)
        return cls(half.first_day, day) if day == half.last_day else cls(day - HALF_A_YEAR + timedelta(days=1), day)

    @property
    def half_year(self) -> HalfYear | None:
        """The half-year that these days are exactly, or None."""
        half = HalfYear.of(self.first)
        return half if (self.first, self.last) == (half.first_day, half.last_day) else None

    def a_year_before(self) -> Days:
        """The same half-year of the year before; or as many days, 52 weeks earlier, so that weekdays fall alike."""
        if half := self.half_year:
            earlier = HalfYear(half.year - 1, half.half)
            return Days(earlier.first_day, earlier.last_day)
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
