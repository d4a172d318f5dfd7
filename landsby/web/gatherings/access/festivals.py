"""Festivals: their events in a place and year, and what their actors have shared before and after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db.models import Count, QuerySet

from landsby.web.activities.access import activities_seen_by
from landsby.web.activities.models import Activity, ActivityQuerySet, Involvement
from landsby.web.activities.status import Status
from landsby.web.blueprints.models import blueprint_of
from landsby.web.gatherings.first_met import Shared
from landsby.web.gatherings.kinds import kinds_for
from landsby.web.partnerships.access import Standing
from landsby.web.partnerships.models import Actor, Programme


def festival_kinds_of(programme: Programme) -> tuple[str, ...]:
    """The kinds of activity that belong to a festival."""
    return kinds_for(blueprint_of(programme), "festival")


def festival_events(standing: Standing) -> ActivityQuerySet:
    """The events of festivals that somebody may read."""
    return activities_seen_by(standing).of_kinds(festival_kinds_of(standing.programme))


def events_of(standing: Standing, community: int, year: int) -> ActivityQuerySet:
    """The events of one community's festival of a year, in the order of the programme."""
    during = festival_events(standing).in_community(community).between(date(year, 1, 1), date(year, 12, 31))
    return during.with_places().with_parts().in_order()


def festivals_by_year(events: ActivityQuerySet) -> dict[tuple[int, int], int]:
    """How many of some events that were not cancelled each community has in each year: one query."""
    # Those that count are named, for what an index holds in order is not what is left when something is taken out.
    events = events.filter(status__in=(Status.HELD, Status.PLANNED)).exclude(community=None).order_by()
    rows = events.with_year().values_list("community", "year").annotate(n=Count("pk"))
    return {(community, year): count for community, year, count in rows}


def shared_after_festivals(standing: Standing, events: ActivityQuerySet) -> tuple[list[Shared], list[Shared]]:
    """The festivals' events that were held, and all that was held with anybody who took part in one: two queries.

    What is shared is looked for in the whole programme: who has met elsewhere, has met.
    """
    kinds = frozenset(festival_kinds_of(standing.programme))
    festivals = _shared(_parts_in(events.held()), kinds)
    actors = {actor for event in festivals for actor in event.actors}
    held = Involvement.objects.filter(activity__programme=standing.programme, activity__status=Status.HELD)
    return festivals, _shared(held.filter(actor__in=actors), kinds)


def shared_before(programme: Programme, actors: Iterable[int], day: date) -> list[Shared]:
    """What was held before a day with some actors, by primary key: one query."""
    before = Involvement.objects.filter(
        activity__programme=programme, activity__status=Status.HELD, activity__starts_on__lt=day
    )
    return _shared(before.filter(actor__in=list(actors)), frozenset())


def shown_to(standing: Standing, activities: Iterable[int]) -> dict[int, Activity]:
    """Those of some activities, by primary key, that somebody may read: one query and those of their places."""
    seen = activities_seen_by(standing).filter(pk__in=list(activities))
    return {one.pk: one for one in seen.with_places()}


def actors_named(keys: Iterable[int]) -> dict[int, Actor]:
    """Actors by primary key."""
    return {actor.pk: actor for actor in Actor.objects.among(keys)}


def _parts_in(activities: ActivityQuerySet) -> QuerySet[Involvement]:
    return Involvement.objects.filter(activity__in=activities.order_by().values("pk"))


def _shared(parts: QuerySet[Involvement], festival_kinds: frozenset[str]) -> list[Shared]:
    """Parts gathered by activity."""
    actors: dict[int, set[int]] = defaultdict(set)
    told: dict[int, tuple[date, bool]] = {}
    rows = parts.order_by().values_list("activity", "actor", "activity__starts_on", "activity__kind")
    for activity, actor, day, kind in rows.iterator(chunk_size=5000):
        actors[activity].add(actor)
        told[activity] = (day, kind in festival_kinds)
    return [Shared(key, *told[key], frozenset(who)) for key, who in actors.items()]
