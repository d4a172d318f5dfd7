"""A stored activity told anew, as forms tell one: to be copied, or changed together with others."""

from __future__ import annotations

from landsby.blueprint import ActivityKind
from landsby.web.activities.counts import COUNTS
from landsby.web.activities.details import Attendance, Details
from landsby.web.activities.models import Activity, Part
from landsby.web.activities.status import Status
from landsby.web.partnerships.models import Actor

AS_IT_STANDS = ("title", "starts_on", "ends_on", "start_time", "end_time", "municipality", "community", "place")
AFTERWARDS = ("cancelled_because", "hours", "notes", "extra")


def details_of(activity: Activity, kind: ActivityKind) -> Details:
    """Everything that is said about an activity, whose places and parts are at hand."""
    return Details(
        kind=kind,
        **{name: getattr(activity, name) for name in (*AS_IT_STANDS, *AFTERWARDS)},
        status=Status(activity.status),
        attendance=Attendance(**{group: getattr(activity, group) for group in COUNTS}),
        goals=tuple(link.goal for link in activity.goals.all()),
        tracks=tuple(link.track for link in activity.tracks.all()),
        hosts=_with(activity, Part.HOST),
        participants=_with(activity, Part.PARTICIPANT),
        facilitators=_with(activity, Part.FACILITATOR),
        initiatives=tuple(link.initiative for link in activity.initiatives.all()),
    )


def plan_of(activity: Activity, kind: ActivityKind) -> Details:
    """As it was planned: who, what and where, without anything that was said of how it went."""
    told = details_of(activity, kind)
    return Details(
        kind=kind,
        **{name: getattr(told, name) for name in AS_IT_STANDS},
        goals=told.goals,
        tracks=told.tracks,
        hosts=told.hosts,
        participants=told.participants,
        facilitators=told.facilitators,
        initiatives=told.initiatives,
    )


def _with(activity: Activity, part: Part) -> tuple[Actor, ...]:
    return tuple(link.actor for link in activity.involvements.all() if link.part == part)
