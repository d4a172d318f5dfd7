"""The columns of this room that hold ids of definitions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from landsby.web.activities.models.activity import Activity
from landsby.web.activities.models.calendar_draft import CalendarDraft
from landsby.web.activities.models.links import ActivityGoal, ActivityTrack
from landsby.web.activities.models.series import Series
from landsby.web.activities.status import Status
from landsby.web.blueprints.referring import Planned, Referrer, refers_to_definitions
from landsby.web.kit.text import in_digits
from landsby.web.partnerships.models import Programme


def register() -> None:
    """Tell the blueprints room of the columns."""
    another_kind = _("Registrér det under en anden slags, og slet det så her.")
    another_goal = _("Ret dem, og vælg en anden målsætning.")
    another_track = _("Ret dem, og vælg et andet spor.")
    for folder, rows, column, parameter, cure in (
        ("activity_kinds", _activities, "kind", "kind", another_kind),
        ("goals", _goals, "goal", "goal", another_goal),
        ("tracks", _tracks, "track", "track", another_track),
    ):
        planned = Planned(_planned(rows, "activity__" if rows is not _activities else ""), _planned_told)
        refers_to_definitions(Referrer(folder, _told, rows, column, _listed(parameter), planned, cure))
    refers_to_definitions(Referrer("activity_kinds", _series_told, _series, "kind", _listed("kind"), cure=another_kind))
    refers_to_definitions(Referrer("activity_kinds", None, _calendars, "kind"))


def _told(count: int) -> str:
    return ngettext("%(count)s aktivitet", "%(count)s aktiviteter", count) % {"count": in_digits(count)}


def _planned_told(count: int) -> str:
    told = ngettext("%(count)s planlagt aktivitet", "%(count)s planlagte aktiviteter", count)
    return told % {"count": in_digits(count)}


def _series_told(count: int) -> str:
    return ngettext("%(count)s forløb", "%(count)s forløb", count) % {"count": in_digits(count)}


def _planned(rows: Callable[[Programme], QuerySet[Any]], way: str) -> Callable[[Programme, date], QuerySet[Any]]:
    """Those of the rows whose activity is planned after a day."""

    def after(programme: Programme, day: date) -> QuerySet[Any]:
        return rows(programme).filter(**{f"{way}status": Status.PLANNED, f"{way}starts_on__gt": day})

    return after


def _activities(programme: Programme) -> QuerySet[Activity]:
    return Activity.objects.of(programme)


def _series(programme: Programme) -> QuerySet[Series]:
    return Series.objects.of(programme)


def _calendars(programme: Programme) -> QuerySet[CalendarDraft]:
    return CalendarDraft.objects.filter(programme=programme)


def _goals(programme: Programme) -> QuerySet[ActivityGoal]:
    return ActivityGoal.objects.filter(activity__programme=programme)


def _tracks(programme: Programme) -> QuerySet[ActivityTrack]:
    return ActivityTrack.objects.filter(activity__programme=programme)


def _listed(parameter: str) -> Callable[[Programme, str, date | None], str]:
    """Where the activities of a definition are listed."""

    def address(programme: Programme, id_: str, after: date | None) -> str:
        ahead = {"status": Status.PLANNED.value, "from": (after + timedelta(days=1)).isoformat()} if after else {}
        return f"{reverse('activities:list', args=[programme.slug])}?{urlencode({parameter: id_, **ahead})}"

    return address
