"""The days that a weekday falls on, from one day to another."""

from __future__ import annotations

from datetime import date, timedelta

A_WEEK = timedelta(weeks=1)


def weekly(weekday: int, first: date, last: date, most: int) -> list[date]:
    """The days of a weekday from the first to the last day, both included, and no more than so many.

    Args:
        weekday: 0 is Monday.
    """
    day = first + timedelta(days=(weekday - first.weekday()) % 7)
    days: list[date] = []
    while day <= last and len(days) < most:
        days.append(day)
        day += A_WEEK
    return days
