"""Half-years: the rhythm in which a partnership looks back; and the periods that one asks for by name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

FIRST_YEAR, LAST_YEAR = 1990, 2100
"""No programme's day lies outside these years; a day that does is a slip of the finger."""


def is_sensible(day: date) -> bool:
    """Whether a day can be one of a programme's, past or to come."""
    return FIRST_YEAR <= day.year <= LAST_YEAR


@dataclass(frozen=True, order=True, slots=True)
class HalfYear:
    """January to June, or July to December, of one year."""

    year: int
    half: int

    @classmethod
    def of(cls, day: date) -> HalfYear:
        """The half-year that a day lies in."""
        return cls(day.year, 1 if day.month <= 6 else 2)

    @classmethod
    def from_number(cls, number: int) -> HalfYear:
        """From its number, as `number` gives it.

        Raises:
            ValueError: when the number names no half-year.
        """
        year, half = divmod(number, 10)
        if half not in (1, 2) or not 1900 <= year <= 2200:
            raise ValueError(f"{number} is no half-year")
        return cls(year, half)

    @property
    def number(self) -> int:
        """One sortable number: 20231 is January to June 2023."""
        return self.year * 10 + self.half

    @property
    def first_day(self) -> date:
        """The first day in it."""
        return date(self.year, 1 if self.half == 1 else 7, 1)

    @property
    def last_day(self) -> date:
        """The last day in it."""
        return self.next().first_day - timedelta(days=1)

    def next(self) -> HalfYear:
        """The half-year after."""
        return HalfYear(self.year, 2) if self.half == 1 else HalfYear(self.year + 1, 1)

    def before(self) -> HalfYear:
        """The half-year before."""
        return HalfYear(self.year - 1, 2) if self.half == 1 else HalfYear(self.year, 1)

    def __str__(self) -> str:
        if self.half == 1:
            return _("forår %(year)s") % {"year": self.year}
        return _("efterår %(year)s") % {"year": self.year}


@dataclass(frozen=True, slots=True)
class Period:
    """The days from the first to the last, under the name that one asks for them by."""

    title: str
    first: date
    last: date


def usual_periods(today: date) -> list[Period]:
    """The periods that one looks back on most."""
    half_year = HalfYear.of(today)
    this_month = today.replace(day=1)
    next_month = (this_month + timedelta(days=31)).replace(day=1)
    month_before = (this_month - timedelta(days=1)).replace(day=1)
    return [
        Period(_("denne måned"), this_month, next_month - timedelta(days=1)),
        Period(_("sidste måned"), month_before, this_month - timedelta(days=1)),
        Period(_("dette halvår"), half_year.first_day, half_year.last_day),
    ]


def half_years_between(first: date, last: date) -> list[HalfYear]:
    """Every half-year from the one of the first day to the one of the last."""
    found, end = [HalfYear.of(first)], HalfYear.of(last)
    while found[-1] < end:
        found.append(found[-1].next())
    return found if found[0] <= end else []
