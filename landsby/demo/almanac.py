"""The days of the demo's five years: holidays, school terms, seasons, and the months of closing down."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import lru_cache

FIRST_DAY = date(2020, 1, 1)
LAST_DAY = date(2024, 12, 31)
YEARS = range(2020, 2025)

# Gatherings across groups were called off in these spells; each is its first and last day.
CLOSED_DOWN = (
    (date(2020, 3, 12), date(2020, 5, 31)),
    (date(2020, 12, 9), date(2021, 5, 21)),
    (date(2021, 12, 15), date(2022, 1, 31)),
)

# How much of a full month's activity outdoors and in the halls a month sees, January to December.
SEASON = (0.75, 0.7, 1.0, 1.15, 1.35, 1.2, 0.3, 0.95, 1.35, 1.1, 0.95, 0.6)


def easter(year: int) -> date:
    """Easter Sunday, by the anonymous Gregorian rule."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


@lru_cache(maxsize=32)
def public_holidays(year: int) -> frozenset[date]:
    """The days on which Danish institutions are closed."""
    offsets = [-3, -2, 1, 39, 50]
    if year < 2024:
        offsets.append(26)  # the Great Prayer Day was abolished from 2024
    moving = {easter(year) + timedelta(days=offset) for offset in offsets}
    fixed = {date(year, 1, 1), date(year, 6, 5), *(date(year, 12, day) for day in (24, 25, 26, 31))}
    return frozenset(moving | fixed)


def is_working_day(day: date) -> bool:
    """Monday to Friday, and no public holiday."""
    return day.weekday() < 5 and day not in public_holidays(day.year)


def is_school_holiday(day: date) -> bool:
    """Winter, Easter, summer, autumn and Christmas holidays, weekends in them included."""
    week = day.isocalendar().week
    before_easter = easter(day.year) - timedelta(days=9)
    return (
        week in (7, 42)
        or before_easter < day <= easter(day.year) + timedelta(days=1)
        or date(day.year, 6, 27) <= day <= date(day.year, 8, 10)
        or day >= date(day.year, 12, 21)
        or day <= date(day.year, 1, 3)
    )


def is_school_day(day: date) -> bool:
    """A working day in term."""
    return is_working_day(day) and not is_school_holiday(day)


def is_closed_down(day: date) -> bool:
    """Whether gatherings across groups were called off that day."""
    return any(first <= day <= last for first, last in CLOSED_DOWN)


def season_of(day: date) -> float:
    """The share of a full month's activity that the day's month sees."""
    return SEASON[day.month - 1]


def days_between(first: date, last: date, fits: Callable[[date], bool] = lambda _: True) -> Iterator[date]:
    """The days from the first to the last that fit, both included."""
    day = first
    while day <= last:
        if fits(day):
            yield day
        day += timedelta(days=1)


def months_between(first: date, last: date) -> Iterator[date]:
    """The first day of every month from one day's month to the other's."""
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = (month + timedelta(days=32)).replace(day=1)


def days_of_month(month: date, fits: Callable[[date], bool]) -> list[date]:
    """The days of the month that begins on `month` and that fit."""
    following = (month + timedelta(days=32)).replace(day=1)
    return list(days_between(month, following - timedelta(days=1), fits))


def next_fitting(day: date, fits: Callable[[date], bool]) -> date:
    """The day itself, or the first after it that fits."""
    while not fits(day):
        day += timedelta(days=1)
    return day
