"""Who may see and change which activity: rooted in where it takes place and who has a part in it."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404

from landsby.web.activities.details import Details
from landsby.web.activities.models import Activity, ActivityQuerySet, Series, SeriesQuerySet
from landsby.web.partnerships.access import SEE, Reach, Standing, To, Visitor, standing_in

__all__ = [
    "activities_seen_by",
    "activities_within",
    "activity_for",
    "may_change",
    "may_register",
    "series_for",
    "series_seen_by",
]


def activities_seen_by(standing: Standing) -> ActivityQuerySet:
    """The programme's activities that somebody may read."""
    return activities_within(standing, SEE)


def activities_within(standing: Standing, right: To) -> ActivityQuerySet:
    """The programme's activities to which somebody has a right."""
    return Activity.objects.of(standing.programme).within(standing.reach(right))


def series_seen_by(standing: Standing) -> SeriesQuerySet:
    """The programme's series that somebody may read."""
    return Series.objects.of(standing.programme).within(standing.seen)


def activity_for(user: Visitor, pk: int, *, to: To = SEE) -> tuple[Activity, Standing]:
    """An activity that the user may see, and has the right to.

    Raises:
        Http404: to a stranger, and where the activity lies outside what the user may read.
        PermissionDenied: to a member without the right there.
    """
    activity = Activity.objects.with_places().with_parts().filter(pk=pk).first()
    if activity is None:
        raise Http404
    standing = standing_in(user, activity.programme)
    if not _covers(standing.seen, activity):
        raise Http404
    if not _covers(standing.reach(to), activity):
        raise PermissionDenied
    return activity, standing


def series_for(user: Visitor, pk: int, *, to: To = SEE) -> tuple[Series, Standing]:
    """A series that the user may see, and has the right to in at least one session.

    Raises:
        Http404, PermissionDenied: as `activity_for`.
    """
    series = Series.objects.with_places().filter(pk=pk).first()
    if series is None:
        raise Http404
    standing = standing_in(user, series.programme)
    here = Series.objects.filter(pk=pk)
    if not here.within(standing.seen).exists():
        raise Http404
    if not here.within(standing.reach(to)).exists():
        raise PermissionDenied
    return series, standing


def may_change(standing: Standing, activity: Activity, to: To) -> bool:
    """Whether the person has a right to this activity, whose parts are at hand."""
    return _covers(standing.reach(to), activity)


def may_register(reach: Reach, details: Details) -> bool:
    """Whether an activity as told lies where somebody may register."""
    return reach.covers(
        municipality=details.municipality.pk if details.municipality else None,
        community=details.community.pk if details.community else None,
        actors=[actor.pk for actor in details.actors],
    )


def _covers(reach: Reach, activity: Activity) -> bool:
    return reach.covers(
        municipality=activity.municipality_id,
        community=activity.community_id,
        actors=[involvement.actor_id for involvement in activity.involvements.all()],
    )
