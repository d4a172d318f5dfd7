"""What one figure covers, as one sortable number: a half-year, a school year, a calendar year or a year of birth.

A school year goes by the year in which it begins; a half-year by the number that the kit gives it (20231).
"""

from __future__ import annotations

import re
from datetime import date
from typing import get_args

from django.utils.translation import gettext as _

from landsby.blueprint.kinds.indicator import IndicatorPeriod
from landsby.web.kit.periods import FIRST_YEAR, LAST_YEAR, HalfYear

_YEAR = re.compile(r"(\d{4})")
_SCHOOL_YEAR = re.compile(r"(\d{4})\s*[/\-–]\s*(\d{4}|\d{2})")
_HALF_YEARS = (
    re.compile(r"(?P<year>\d{4})\s*[-/ ]?\s*[hH]?\s*(?P<half>[12])"),
    re.compile(r"(?P<half>[12])\.?\s*(?:halvår|half-?year|half)\s*(?P<year>\d{4})", re.IGNORECASE),
    re.compile(r"(?P<word>forår|efterår|spring|autumn)\s*(?P<year>\d{4})", re.IGNORECASE),
)
_SECOND = ("efterår", "autumn")


def period_meant_by(text: str, kind: IndicatorPeriod) -> int | None:
    """The number of the period that a cell of a file means; None when it means none, or could mean two."""
    written = text.strip()
    if kind == "half_year":
        return _half_year(written)
    if kind == "school_year":
        return _school_year(written)
    match = _YEAR.fullmatch(written)
    return _sensible(int(match[1])) if match else None


def looks_like_period(text: str) -> bool:
    """Whether a heading is a period of any kind."""
    return kind_of_period(text) is not None


def kind_of_period(text: str) -> IndicatorPeriod | None:
    """Which kind of period a text is; a year alone is a calendar year."""
    kinds = sorted(get_args(IndicatorPeriod), key=lambda kind: kind != "calendar_year")
    return next((kind for kind in kinds if period_meant_by(text, kind) is not None), None)


def _half_year(written: str) -> int | None:
    for form in _HALF_YEARS:
        match = form.fullmatch(written)
        if match:
            told = match.groupdict()
            half = int(told["half"]) if told.get("half") else 2 if told["word"].casefold() in _SECOND else 1
            year = _sensible(int(told["year"]))
            return None if year is None else HalfYear(year, half).number
    return None


def _school_year(written: str) -> int | None:
    """The year in which it begins. One year alone could be that or the one in which it ends."""
    match = _SCHOOL_YEAR.fullmatch(written)
    if not match:
        return None
    first = int(match[1])
    last = int(match[2]) if len(match[2]) == 4 else (first + 1) // 100 * 100 + int(match[2])
    return _sensible(first) if last == first + 1 else None


def _sensible(year: int) -> int | None:
    return year if FIRST_YEAR <= year <= LAST_YEAR else None


def is_period(number: int, kind: IndicatorPeriod) -> bool:
    """Whether a number names a period of a kind."""
    if kind == "half_year":
        return number % 10 in (1, 2) and FIRST_YEAR <= number // 10 <= LAST_YEAR
    return FIRST_YEAR <= number <= LAST_YEAR


def place_of(number: int, kind: IndicatorPeriod) -> int:
    """Where a period stands in the row of all periods of its kind: one more than the one before."""
    return number // 10 * 2 + number % 10 - 1 if kind == "half_year" else number


def number_at(place: int, kind: IndicatorPeriod) -> int:
    """The number of the period that stands at a place."""
    return place // 2 * 10 + place % 2 + 1 if kind == "half_year" else place


def years_as_places(years: int, kind: IndicatorPeriod) -> int:
    """How many periods so many years are."""
    return years * 2 if kind == "half_year" else years


def period_of(day: date, kind: IndicatorPeriod) -> int:
    """The number of the period that a day lies in."""
    if kind == "half_year":
        return HalfYear.of(day).number
    return day.year if kind != "school_year" or day.month >= 8 else day.year - 1


def first_day(number: int, kind: IndicatorPeriod) -> date:
    """The first day of a period."""
    if kind == "half_year":
        return HalfYear.from_number(number).first_day
    return date(number, 8 if kind == "school_year" else 1, 1)


def period_name(number: int, kind: IndicatorPeriod) -> str:
    """What people call a period."""
    if kind == "half_year":
        return str(HalfYear.from_number(number))
    if kind == "school_year":
        return f"{number}/{(number + 1) % 100:02d}"
    if kind == "birth_cohort":
        return _("årgang %(year)s") % {"year": number}
    return str(number)


def span_name(first: int, last: int, kind: IndicatorPeriod) -> str:
    """What people call the time from one period to another."""
    if kind == "school_year":
        return f"{first}/{(first + 1) % 100:02d}–{last}/{(last + 1) % 100:02d}"
    if kind == "half_year":
        return f"{period_name(first, kind)} – {period_name(last, kind)}"
    if kind == "birth_cohort":
        return _("årgang %(first)s–%(last)s") % {"first": first, "last": last}
    return f"{first}–{last}"


def example_of(kind: IndicatorPeriod) -> str:
    """How such a period is written in a file."""
    return {"half_year": "2024-1", "school_year": "2023/24"}.get(kind, "2024")
