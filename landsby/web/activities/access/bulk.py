"""For whom a whole table may be registered, and what of it is there already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple
from datetime import date
from typing import Any

from landsby.web.activities.access.activities import activities_seen_by
from landsby.web.activities.counts import COUNTS
from landsby.web.activities.details import Details
from landsby.web.activities.models import Activity, Part
from landsby.web.partnerships.access import Standing, actors_within
from landsby.web.partnerships.models import ActorQuerySet, Right


def registrable_hosts(standing: Standing, today: date) -> ActorQuerySet:
    """The actors that are open and for whom somebody registers, with their places at hand."""
    return actors_within(standing, Right.LOG_ACTIVITIES).open_on(today).select_related("community", "municipality")


def likeness_of(details: Details) -> tuple[Any, ...]:
    """What makes two registrations look alike: name, kind, day, place, counts and hosts."""
    place = details.community.pk if details.community else None
    hosts = frozenset(host.pk for host in details.hosts)
    return (details.title, details.kind.id, details.starts_on, place, astuple(details.attendance), hosts)


def held_alike(standing: Standing, details: Sequence[Details]) -> set[tuple[Any, ...]]:
    """The likenesses of what was held on the same days, of the same kinds, as far as somebody sees it."""
    days, kinds = {told.starts_on for told in details}, {told.kind.id for told in details}
    found = activities_seen_by(standing).held().of_kinds(kinds).filter(starts_on__in=days, start_time=None)
    return {_likeness_of_stored(activity) for activity in found.with_parts()}


def _likeness_of_stored(activity: Activity) -> tuple[Any, ...]:
    counts = tuple(getattr(activity, group) for group in COUNTS)
    hosts = frozenset(link.actor_id for link in activity.involvements.all() if link.part == Part.HOST)
    return (activity.title, activity.kind, activity.starts_on, activity.community_id, counts, hosts)
