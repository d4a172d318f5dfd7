"""The columns of this room that hold ids of definitions."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from landsby.web.activities.models.activity import Activity
from landsby.web.activities.models.links import ActivityGoal, ActivityTrack
from landsby.web.activities.models.series import Series
from landsby.web.blueprints.referring import Referrer, refers_to_definitions
from landsby.web.partnerships.models import Programme


def register() -> None:
    """Tell the blueprints room of the columns."""
    refers_to_definitions(Referrer("activity_kinds", _("aktiviteter"), _activities, "kind", _listed("kind")))
    refers_to_definitions(Referrer("activity_kinds", _("forløb"), _series, "kind"))
    refers_to_definitions(Referrer("goals", _("aktiviteter"), _goals, "goal", _listed("goal")))
    refers_to_definitions(Referrer("tracks", _("aktiviteter"), _tracks, "track", _listed("track")))


def _activities(programme: Programme) -> QuerySet[Activity]:
    return Activity.objects.of(programme)


def _series(programme: Programme) -> QuerySet[Series]:
    return Series.objects.of(programme)


def _goals(programme: Programme) -> QuerySet[ActivityGoal]:
    return ActivityGoal.objects.filter(activity__programme=programme)


def _tracks(programme: Programme) -> QuerySet[ActivityTrack]:
    return ActivityTrack.objects.filter(activity__programme=programme)


def _listed(parameter: str) -> Callable[[Programme, str], str]:
    """Where the activities of a definition are listed."""

    def address(programme: Programme, id_: str) -> str:
        return f"{reverse('activities:list', args=[programme.slug])}?{urlencode({parameter: id_})}"

    return address
