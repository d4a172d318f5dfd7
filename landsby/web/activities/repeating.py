"""On which days something is repeated: every week, every second week, or the same weekday of every month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from landsby.web.activities.free_days import free_day
from landsby.web.activities.ical.rhythm import Rule

MOST_TIMES = 53
"""So many times something is repeated in one go: every week for a year."""
LONGEST = timedelta(days=370)

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Rhythm(TextChoices):
    """How often something is repeated."""

    NEVER = "", _("Nej, kun den ene gang")
    WEEKLY = "weekly", _("Hver uge")
    FORTNIGHTLY = "fortnightly", _("Hver anden uge")
    MONTHLY = "monthly", _("Hver måned på samme ugedag")


@dataclass(frozen=True)
class RepeatedDay:
    """One of the days.

    Attributes:
        free: what it is called where most are closed on it, else "".
    """

    day: date
    free: str

    @property
    def week(self) -> int:
        """The number of its week."""
        return self.day.isocalendar().week


def repeated_days(rhythm: Rhythm, start: date, *, until: date | None, times: int | None) -> list[RepeatedDay]:
    """The days from a start until a last day, or so many of them; whichever comes first.

    Without either, and however far the end lies, there are never more than `MOST_TIMES` within `LONGEST`.
    """
    horizon = min(until or date.max, start + LONGEST)
    days = _rule(rhythm, start).days(start, horizon)
    return [RepeatedDay(day, free_day(day)) for day in islice(days, min(times or MOST_TIMES, MOST_TIMES))]


def _rule(rhythm: Rhythm, start: date) -> Rule:
    match rhythm:
        case Rhythm.MONTHLY:
            number = (start.day - 1) // 7 + 1
            # Few months have a fifth one: then the last is meant.
            which = number if number < 5 else -1
            return Rule.of({"FREQ": ["MONTHLY"], "BYDAY": [f"{which}{_WEEKDAYS[start.weekday()]}"]})
        case Rhythm.FORTNIGHTLY:
            return Rule.of({"FREQ": ["WEEKLY"], "INTERVAL": [2]})
        case _:
            return Rule.of({"FREQ": ["WEEKLY"]})
