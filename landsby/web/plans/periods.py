"""How long a plan holds, and when it is looked at again: days in, days out."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from landsby.blueprint.kinds.parts import Rhythm
from landsby.blueprint.kinds.plan_template import Period
from landsby.web.kit.periods import HalfYear

_MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
_DAYS = {"week": 7, "fortnight": 14}
_SCHOOL_YEAR_BEGINS = 8
_USUAL = {"half_year": 6, "school_year": 12, "calendar_year": 12}
_A_DAY = timedelta(days=1)


class Span(NamedTuple):
    """The first and the last day; the last is None where no end is known."""

    first: date
    last: date | None


def span_around(period: Period, day: date, whole: Span) -> Span:
    """The period that a day lies in.

    Args:
        whole: the programme's own days.
    """
    match period:
        case "half_year":
            half = HalfYear.of(day)
            return Span(half.first_day, half.last_day)
        case "school_year":
            year = day.year if day.month >= _SCHOOL_YEAR_BEGINS else day.year - 1
            return Span(date(year, _SCHOOL_YEAR_BEGINS, 1), date(year + 1, _SCHOOL_YEAR_BEGINS - 1, 31))
        case "calendar_year":
            return Span(date(day.year, 1, 1), date(day.year, 12, 31))
        case "programme":
            return whole


def span_after(period: Period, span: Span, whole: Span, today: date) -> Span:
    """The period that follows one: the first that is not over yet.

    It lasts as long as the template says; where the plan has kept other whole months, as long as it did. For what
    lasts the whole programme it is a year.
    """
    if span.last is None:
        return whole
    months = 12 if period == "programme" else _months_of(span, usual=_USUAL[period])
    following = _from_on(period, span.last + _A_DAY, months)
    while following.last is not None and following.last < today:
        following = _from_on(period, following.last + _A_DAY, months)
    return following


def _months_of(span: Span, *, usual: int) -> int | None:
    """How many months a plan has kept, where it is another number of whole ones than is usual."""
    assert span.last is not None  # asked by its only caller
    is_whole = span.first.day == 1 and span.last == last_day_of(span.last)
    months = 12 * (span.last.year - span.first.year) + span.last.month - span.first.month + 1
    # A plan that was begun in the middle of a period is shorter than usual, and the next one is not.
    return months if is_whole and months > usual else None


def _from_on(period: Period, first: date, months: int | None) -> Span:
    if months is None:
        return Span(first, span_around(period, first, Span(first, None)).last)
    return Span(first, months_after(first, months) - _A_DAY)


def review_due(reviewed: Rhythm | None, since: date, last: date | None) -> date | None:
    """The day on which a plan is to be looked at again; None where nobody has said one.

    Args:
        reviewed: how often; None is once, when the plan ends.
        since: the latest review, or the first day of the plan.
        last: the last day of the plan.
    """
    if reviewed is None or reviewed.every == "once":
        return last if last is not None and last > since else None
    if reviewed.every == "as_needed":
        return None
    if reviewed.times > 1:
        days = _DAYS.get(reviewed.every) or 30 * _MONTHS[reviewed.every]
        return since + timedelta(days=max(1, days // reviewed.times))
    if reviewed.every in _DAYS:
        return since + timedelta(days=_DAYS[reviewed.every])
    return months_after(since, _MONTHS[reviewed.every])


def months_after(day: date, months: int) -> date:
    """The same day of the month so many months on, or back, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, last_day_of(date(year, month + 1, 1)).day))


def last_day_of(month: date) -> date:
    """The last day of the month that a day lies in."""
    return (month.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)
