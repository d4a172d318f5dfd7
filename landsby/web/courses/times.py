"""The times of an offer as they are today: how many weeks and places are left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from landsby.blueprint import ActivityKind
from landsby.web.courses.models import FrameworkOffer, TimeWindow
from landsby.web.courses.sessions import days_left
from landsby.web.kit.dates import clock, short_day


@dataclass(frozen=True)
class WindowRow:
    """A time of an offer, as it is today.

    Attributes:
        coming: the days that a group would come on that signed up today.
        needed: the fewest that it must get.
    """

    window: TimeWindow
    coming: Sequence[date]
    needed: int
    is_closed: bool

    @property
    def days(self) -> int:
        """How many sessions such a group would get."""
        return len(self.coming)

    @property
    def free(self) -> int:
        """Places left."""
        taken: int = self.window.taken  # type: ignore[attr-defined]  # counted by `with_taken`
        return max(0, self.window.groups - taken)

    @property
    def can_be_chosen(self) -> bool:
        """Whether somebody may sign up for it, if only to wait."""
        return not self.is_closed and self.days >= self.needed

    @property
    def when(self) -> str:
        """»Mandag kl. 9.30–11.00, 4. jan. 2027 – 1. mar. 2027«."""
        window = self.window
        return _("%(weekday)s kl. %(start)s–%(end)s, %(first)s – %(last)s") % {
            "weekday": capfirst(window.get_weekday_display()),
            "start": clock(window.start_time),
            "end": clock(window.end_time),
            "first": short_day(window.first_on),
            "last": short_day(window.last_on),
        }

    @property
    def room(self) -> str:
        """How much room there is, in words."""
        if not self.can_be_chosen:
            return _("Lukket for tilmelding")
        if not self.free:
            return _("Fuldt: skriv jer på ventelisten")
        return ngettext("%(count)s ledig plads", "%(count)s ledige pladser", self.free) % {"count": self.free}

    @property
    def choice(self) -> str:
        """When, on which days of those it would be, and whether there is room, for the one who chooses."""
        if not self.free or not self.coming:
            return _("%(when)s. %(room)s") % {"when": self.when, "room": self.room}
        days = {"first": short_day(self.coming[0]), "last": short_day(self.coming[-1])}
        told = _("%(when)s. Jeres gange bliver fra %(first)s til %(last)s. %(room)s")
        return told % {"when": self.when, "room": self.room, **days}


def windows_of(offer: FrameworkOffer, today: date, kind: ActivityKind | None = None) -> list[WindowRow]:
    """The times of an offer whose parts are at hand.

    Args:
        kind: its definition, for how often it must meet at least; None asks for one session only.
    """
    needed = kind.sessions.min if kind and kind.sessions else 1
    is_closed = offer.closed_on is not None
    return [WindowRow(window, days_left(offer, window, today), needed, is_closed) for window in offer.windows.all()]
