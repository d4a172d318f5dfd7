"""The stretches of a year that activities are copied from: half-years, and seasons from summer to summer."""

from __future__ import annotations

from calendar import isleap
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from landsby.web.kit.periods import HalfYear

HALF_YEARS_BACK, SEASONS_BACK = 6, 3


@dataclass(frozen=True)
class Span:
    """The days from the first to the last.

    Attributes:
        key: what it is called in an address: `20261` for a half-year, `2025s` for the season that begins in 2025.
    """

    key: str
    title: str
    first: date
    last: date

    def years_ahead(self, today: date) -> int:
        """How many years on it lies next time, counted so that it is not all over by then."""
        years = 1
        while years_later(self.last, years) < today:
            years += 1
        return years


def spans_before(today: date) -> list[Span]:
    """The half-years and the seasons on offer, the one whose next time is nearest on top."""
    half = HalfYear.of(today)
    halves = [half.before(), half]
    while len(halves) < HALF_YEARS_BACK:
        halves.append(halves[0].before() if len(halves) == 2 else halves[-1].before())
    begins = half.year if half.half == 2 else half.year - 1
    return [*map(_of_half_year, halves), *(_season(begins - back) for back in range(SEASONS_BACK))]


def _of_half_year(half: HalfYear) -> Span:
    return Span(str(half.number), str(half), half.first_day, half.last_day)


def _season(year: int) -> Span:
    title = _("sæson %(first)s/%(last)s") % {"first": year, "last": year + 1}
    return Span(f"{year}s", title, date(year, 7, 1), date(year + 1, 6, 30))


def years_later(day: date, years: int) -> date:
    """The same date some years later; the 29th of February becomes the 28th where there is none."""
    year = day.year + years
    is_gone = day.month == 2 and day.day == 29 and not isleap(year)
    return date(year, 2, 28) if is_gone else day.replace(year=year)


def same_weekday_later(day: date, years: int) -> date:
    """The same weekday nearest the same date some years later."""
    later = years_later(day, years)
    return later + timedelta(days=(day.weekday() - later.weekday() + 3) % 7 - 3)
