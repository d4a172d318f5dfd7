"""What this room tells on the page of an initiative: the activities that are a part of it."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from landsby.web.activities.access import activities_seen_by
from landsby.web.activities.stopping import doubts_of_stopping
from landsby.web.initiatives.beside import Beside, tell_beside
from landsby.web.initiatives.closing import ask_before_stopping
from landsby.web.initiatives.models import Initiative
from landsby.web.kit.dates import short_day
from landsby.web.partnerships.access import Standing

SHOWN = 5
"""So many of the latest are shown before the list is opened."""


def register() -> None:
    """Tell the room below what stands on an initiative's page, and what to look at before it stops."""
    tell_beside(activities_beside)
    ask_before_stopping(doubts_of_stopping)


def activities_beside(standing: Standing, initiative: Initiative) -> Beside:
    """The latest activities of an initiative that somebody sees: two queries."""
    found = activities_seen_by(standing).under_initiative(initiative.pk)
    latest = found.newest_first()[:SHOWN]
    return Beside(
        title=_("Aktiviteter"),
        rows=[
            (f"{one.title}, {short_day(one.starts_on)}", reverse("activities:detail", args=[one.pk])) for one in latest
        ],
        count=found.count(),
        url=f"{reverse('activities:list', args=[initiative.programme.slug])}?initiative={initiative.pk}",
        nothing=_("Ingen aktiviteter hører til den endnu. Vælg indsatsen, når du registrerer en."),
    )
