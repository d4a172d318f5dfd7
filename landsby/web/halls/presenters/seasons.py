"""The list of seasons, and the page of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.translation import gettext as _

from landsby.web.activities.presenters import BADGES, when_of
from landsby.web.activities.status import Status
from landsby.web.halls.models import Opening, Season
from landsby.web.halls.words import hours_of
from landsby.web.kit.dates import days_between
from landsby.web.kit.listing import Column

NEXT = 4
"""So many openings ahead are shown before the rest is folded away."""


def season_columns() -> list[Column]:
    """The columns of the list of seasons."""
    return [
        Column("title", _("Sæson"), lambda s: s.title, ("title",)),
        Column("starts_on", _("Hvornår"), lambda s: days_between(s.starts_on, s.ends_on), ("starts_on",)),
        Column("community", _("Lokalområde"), lambda s: s.community and s.community.name, ("community__name",)),
        Column("held", _("Holdt"), lambda s: s.openings_held, ("openings_held",), is_number=True),
        Column("ahead", _("Endnu"), lambda s: s.openings_ahead, ("openings_ahead",), is_number=True),
    ]


@dataclass(frozen=True)
class OpeningRow:
    """One opening in words."""

    opening: Opening
    today: date

    @property
    def when(self) -> str:
        """Day and time."""
        return when_of(self.opening.activity)

    @property
    def status(self) -> str:
        """Where it stands."""
        return self.opening.activity.get_status_display()

    @property
    def badge(self) -> str:
        """The badge class of its status."""
        return BADGES[Status(self.opening.activity.status)]

    @property
    def hosts(self) -> str:
        """Who is host, on one line."""
        return ", ".join(host.name for host in self.opening.hosts)

    @property
    def lacks(self) -> int:
        """How many hosts are missing."""
        return max(0, self.opening.season.hosts_each - len(self.opening.hosts))

    @property
    def may_be_counted(self) -> bool:
        """Whether its day has come, and it was not cancelled."""
        activity = self.opening.activity
        return activity.has_come(self.today) and activity.status != Status.CANCELLED


@dataclass(frozen=True)
class SeasonPage:
    """One season with its openings.

    Attributes:
        openings: all of them in order, with their activities.
    """

    season: Season
    openings: Sequence[Opening]
    today: date

    @property
    def days(self) -> str:
        """From when to when."""
        return days_between(self.season.starts_on, self.season.ends_on)

    @property
    def hours(self) -> str:
        """On which days of the week, and when."""
        return hours_of(self.season)

    @property
    def pauses(self) -> list[tuple[str, str]]:
        """When it is closed, and why."""
        return [(days_between(pause.first_on, pause.last_on), pause.why) for pause in self.season.pauses.all()]

    @cached_property
    def ahead(self) -> list[OpeningRow]:
        """What is planned for today or later."""
        return [
            OpeningRow(one, self.today)
            for one in self.openings
            if one.activity.is_planned and one.activity.starts_on >= self.today
        ]

    @property
    def next(self) -> list[OpeningRow]:
        """The nearest ones."""
        return self.ahead[:NEXT]

    @property
    def later(self) -> list[OpeningRow]:
        """The others that are to come."""
        return self.ahead[NEXT:]

    @property
    def past(self) -> list[OpeningRow]:
        """What has been or was cancelled, the latest on top; a day that the plan no longer has is not told of."""
        shown = {row.opening.pk for row in self.ahead}
        rest = [one for one in self.openings if one.pk not in shown and not one.left_out]
        return [OpeningRow(one, self.today) for one in reversed(rest)]

    @property
    def gaps(self) -> int:
        """How many openings ahead lack a host."""
        return sum(row.lacks > 0 for row in self.ahead)
