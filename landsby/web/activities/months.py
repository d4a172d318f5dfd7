"""A month as weeks of days with their activities."""

from __future__ import annotations

from calendar import Calendar
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from landsby.web.activities.models import Activity, ActivityQuerySet

MOST_IN_A_MONTH = 2000
"""So many are fetched at the most; a month with more is better read as a list."""


@dataclass(frozen=True)
class Month:
    """Weeks from Monday to Sunday; the days of the neighbouring months fill the first and last week."""

    first: date
    weeks: Sequence[Sequence[tuple[date, Sequence[Activity]]]]

    @property
    def previous(self) -> date:
        """The first day of the month before."""
        return (self.first - timedelta(days=1)).replace(day=1)

    @property
    def next(self) -> date:
        """The first day of the month after."""
        return (self.first + timedelta(days=31)).replace(day=1)

    @property
    def days(self) -> list[tuple[date, Sequence[Activity]]]:
        """The days of the month on which something is on: the list on a phone."""
        return [(day, found) for week in self.weeks for day, found in week if found and day.month == self.first.month]


def month_of(activities: ActivityQuerySet, first: date) -> Month:
    """The month that begins on `first`, in one query. Something that lasts several days stands on each."""
    weeks = Calendar().monthdatescalendar(first.year, first.month)
    opens, closes = weeks[0][0], weeks[-1][-1]
    found = activities.touching(opens, closes).with_places().order_by("starts_on", "start_time", "pk")
    by_day: dict[date, list[Activity]] = defaultdict(list)
    for activity in found[:MOST_IN_A_MONTH]:
        day, last = max(activity.starts_on, opens), min(activity.ends_on or activity.starts_on, closes)
        while day <= last:
            by_day[day].append(activity)
            day += timedelta(days=1)
    return Month(first, [[(day, by_day[day]) for day in week] for week in weeks])
