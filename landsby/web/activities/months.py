"""A month as weeks of days with their activities."""

from __future__ import annotations

from calendar import Calendar
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from landsby.web.activities.models import Activity, ActivityQuerySet

MOST_IN_A_MONTH = 400
"""Of a month with more than so many, each day tells how many begin on it, and leads to the list of them."""


@dataclass(frozen=True)
class Month:
    """Weeks from Monday to Sunday; the days of the neighbouring months fill the first and last week.

    Attributes:
        weeks: for each day what is on; nothing where there is so much that it is only counted.
        counts: how many begin on each day, where they are only counted.
    """

    first: date
    weeks: Sequence[Sequence[tuple[date, Sequence[Activity]]]]
    counts: Mapping[date, int] = field(default_factory=dict)

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

    @property
    def counted_weeks(self) -> list[list[tuple[date, int]]]:
        """As `weeks`, with how many begin on each day."""
        return [[(day, self.counts.get(day, 0)) for day, _found in week] for week in self.weeks]


def month_of(activities: ActivityQuerySet, first: date) -> Month:
    """The month that begins on `first`. Something that lasts several days stands on each."""
    weeks = Calendar().monthdatescalendar(first.year, first.month)
    opens, closes = weeks[0][0], weeks[-1][-1]
    if activities.between(opens, closes).order_by()[: MOST_IN_A_MONTH + 1].count() > MOST_IN_A_MONTH:
        return Month(first, [[(day, ()) for day in week] for week in weeks], activities.count_by_day(opens, closes))
    found = activities.touching(opens, closes).with_places().order_by("starts_on", "start_time", "pk")
    by_day: dict[date, list[Activity]] = defaultdict(list)
    for activity in found:
        day, last = max(activity.starts_on, opens), min(activity.ends_on or activity.starts_on, closes)
        while day <= last:
            by_day[day].append(activity)
            day += timedelta(days=1)
    return Month(first, [[(day, by_day[day]) for day in week] for week in weeks])
