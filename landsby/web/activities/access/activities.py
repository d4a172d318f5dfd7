"""Which activities and series somebody may see and change: by where they take place, and by who has a part."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404

from landsby.web.accounts.models import User
from landsby.web.activities.details import Details
from landsby.web.activities.models import (
    Activity,
    ActivityQuerySet,
    Part,
    Series,
    SeriesQuerySet,
)
from landsby.web.blueprints.models import blueprint_of
from landsby.web.partnerships.access import (
    SEE,
    Reach,
    Standing,
    To,
    Visitor,
    actors_seen_by,
    communities_within,
    reach_of,
    standing_in,
)
from landsby.web.partnerships.models import (
    Actor,
    ActorQuerySet,
    Community,
    CommunityQuerySet,
    Membership,
    Programme,
    Right,
)

LATELY = timedelta(minutes=10)
"""For so long somebody is asked before the same words are stored a second time."""


REMEMBERED = timedelta(days=60)
"""For so long after its day somebody is asked how an opening went, of many alike."""


def activities_seen_by(standing: Standing) -> ActivityQuerySet:
    """The programme's activities that somebody may read."""
    return Activity.objects.of(standing.programme).within(standing.seen)


def activities_led_by(standing: Standing) -> ActivityQuerySet:
    """The programme's activities that somebody may change, and is asked about."""
    if not standing.may(Right.LOG_ACTIVITIES):
        return Activity.objects.none()
    return Activity.objects.of(standing.programme).led_within(standing.reach(Right.LOG_ACTIVITIES), standing.user)


def activities_awaiting(standing: Standing, today: date) -> ActivityQuerySet:
    """The planned activities whose day has passed and that somebody may say how went, the oldest first.

    What opens by a rota, week after week, is asked about for a while only: nobody remembers how many came last winter.
    """
    kinds = blueprint_of(standing.programme).activity_kinds.values()
    by_rota = [kind.id for kind in kinds if kind.rota]
    waiting = activities_led_by(standing).within(standing.seen).awaiting_report(today)
    return waiting.but_for_old(by_rota, today - REMEMBERED)


def series_seen_by(standing: Standing) -> SeriesQuerySet:
    """The programme's series that somebody may read."""
    return Series.objects.of(standing.programme).within(standing.seen)


def activity_for(user: Visitor, pk: int, *, to: To = SEE) -> tuple[Activity, Standing]:
    """An activity that the user may see, and change where that is asked.

    Raises:
        Http404: to a stranger, and where the activity lies outside what the user may read.
        PermissionDenied: to a member who does not answer for it.
    """
    activity = Activity.objects.with_places().with_parts().filter(pk=pk).first()
    if activity is None:
        raise Http404
    standing = standing_in(user, activity.programme)
    if not Activity.objects.filter(pk=pk).within(standing.seen).exists():
        raise Http404
    if to != SEE and not may_change(standing, activity):
        raise PermissionDenied
    return activity, standing


def series_for(user: Visitor, pk: int, *, to: To = SEE) -> tuple[Series, Standing]:
    """A series that the user may see, and change where that is asked.

    Raises:
        Http404, PermissionDenied: as `activity_for`.
    """
    series = Series.objects.with_places().filter(pk=pk).first()
    if series is None:
        raise Http404
    standing = standing_in(user, series.programme)
    if not Series.objects.filter(pk=pk).within(standing.seen).exists():
        raise Http404
    if to != SEE and not may_change_series(standing, series):
        raise PermissionDenied
    return series, standing


def may_change(standing: Standing, activity: Activity) -> bool:
    """Whether somebody answers for an activity: by place, as host or facilitator, or having registered it."""
    return activities_led_by(standing).filter(pk=activity.pk).exists()


def may_change_series(standing: Standing, series: Series) -> bool:
    """Whether somebody answers for a series: for every one of its sessions."""
    led = activities_led_by(standing).filter(series=series).values("pk")
    return standing.may(Right.LOG_ACTIVITIES) and not series.sessions.exclude(pk__in=led).exists()


def may_register(reach: Reach, details: Details) -> bool:
    """Whether an activity as told lies where somebody may register."""
    return reach.covers(
        municipality=details.municipality.pk if details.municipality else None,
        community=details.community.pk if details.community else None,
        actors=[actor.pk for actor in details.actors],
    )


def actors_to_choose(standing: Standing, today: date, activity: Activity | None = None) -> ActorQuerySet:
    """The actors to offer: those that somebody sees and that are open, and those that have a part already."""
    seen = actors_seen_by(standing).open_on(today).values("pk")
    chosen = Q(pk__in=seen)
    if activity is not None:
        chosen |= Q(pk__in=activity.involvements.values("actor"))
    return Actor.objects.filter(chosen).in_reading_order()


def communities_to_choose(standing: Standing, activity: Activity | None = None) -> CommunityQuerySet:
    """The communities to offer: those where somebody may register, and the one that is chosen already."""
    own = communities_within(standing, Right.LOG_ACTIVITIES).values("pk")
    kept = activity.community_id if activity else None
    return Community.objects.of(standing.programme).filter(Q(pk__in=own) | Q(pk=kept))


def registered_lately(details: Details, *, programme: Programme, by: User, now: datetime) -> Activity | None:
    """What somebody has just registered in the same words, with the same hosts."""
    told = Activity.objects.of(programme).logged_by(by).logged_since(now - LATELY).told_as(details).with_parts()
    hosts = {host.pk for host in details.hosts}
    return next(
        (one for one in told if {i.actor_id for i in one.involvements.all() if i.part == Part.HOST} == hosts), None
    )


def stored_before(client_key: UUID | None, by: User) -> Activity | None:
    """What the same form of the same person has stored already."""
    return Activity.objects.filter(client_key=client_key, created_by=by).first() if client_key else None


def planned_by(membership: Membership) -> list[Activity]:
    """What the holder of a membership has registered that is still to come or to be told of, where it acts."""
    planned = Activity.objects.of(membership.role.programme).within(reach_of(membership)).planned()
    return list(planned.registered_by(membership.user).select_related("programme", "created_by"))


def series_planned_by(membership: Membership) -> list[Series]:
    """The series that the holder of a membership has registered and that have such sessions left."""
    planned = Series.objects.of(membership.role.programme).within(reach_of(membership)).with_planned_sessions()
    return list(planned.registered_by(membership.user).select_related("programme", "created_by"))
