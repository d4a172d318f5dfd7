"""What is counted, each in one query however many rows there are.

Every function takes activities that are already narrowed to what the reader may see, and counts
exactly those; the links beside the numbers give the same records. Attendance is summed as
participations: the same child counts each time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Case, Count, IntegerField, Max, Min, OuterRef, Q, QuerySet, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce

from landsby.web.activities.models import ActivityQuerySet, SeriesQuerySet
from landsby.web.kit.alphabet import Alphabetical
from landsby.web.kit.periods import HalfYear
from landsby.web.overviews.lookback import Days, day_with_enough
from landsby.web.partnerships.models import ActorQuerySet, Community, CommunityQuerySet, Programme

ByHalfYear = Mapping[tuple[int, str], int]
"""Activities by half-year (its number) and a definition's id; "" is those without any."""


@dataclass(frozen=True, slots=True)
class Totals:
    """How much took place.

    Attributes:
        participations: how many times a child took part.
        new_families: how many families came for the first time.
    """

    activities: int
    participations: int
    new_families: int


def totals(activities: ActivityQuerySet) -> Totals:
    """The sums over some activities; what was not counted adds nothing."""
    sums = activities.aggregate(held=Count("pk"), children=Sum("children"), families=Sum("new_families"))
    return Totals(sums["held"], sums["children"] or 0, sums["families"] or 0)


class Sums(NamedTuple):
    """What is counted of some series, or of some activities.

    Attributes:
        counted: how many of them have a number of children.
        last_on: the day of the latest that was held, or None.
    """

    held: int
    children: int
    counted: int
    last_on: date | None


def sums_of_series(series: SeriesQuerySet) -> Sums:
    """The sums over those of some series of which a session has been held; the children are those enrolled."""
    found = series.held_with_last_day().aggregate(
        held=Count("pk"), children=Sum("children_enrolled"), counted=Count("children_enrolled"), on=Max("last_held_on")
    )
    return Sums(found["held"], found["children"] or 0, found["counted"], found["on"])


def sums_of(activities: ActivityQuerySet) -> Sums:
    """The sums over some activities."""
    found = activities.aggregate(
        held=Count("pk"), total=Sum("children"), counted=Count("children"), on=Max("starts_on")
    )
    return Sums(found["held"], found["total"] or 0, found["counted"], found["on"])


def by_goal(activities: ActivityQuerySet) -> ByHalfYear:
    """Activities by half-year and goal; one that serves two goals counts under both."""
    return _by_half_year(activities, "goals__goal")


def by_track(activities: ActivityQuerySet) -> ByHalfYear:
    """Activities by half-year and track; one on two tracks counts under both."""
    return _by_half_year(activities, "tracks__track")


def by_community(activities: ActivityQuerySet) -> Mapping[tuple[int, int | None], int]:
    """Activities by half-year and community (by primary key); None is those in no community."""
    return _by_half_year_and(activities, "community")


def by_municipality(activities: ActivityQuerySet) -> Mapping[tuple[int, int | None], int]:
    """Activities by half-year and municipality (by primary key); None is those in no municipality."""
    return _by_half_year_and(activities, "municipality")


def by_kind_and_community(activities: ActivityQuerySet, kinds: Sequence[str]) -> Mapping[tuple[str, int | None], int]:
    """Activities of some kinds by kind and community; None is those in no community."""
    rows = activities.of_kinds(kinds).order_by().values_list("kind", "community").annotate(Count("pk"))
    return {(kind, community): count for kind, community, count in rows}


class Place(NamedTuple):
    """A half-year (its number), and where; the names are empty for what is in no municipality or community."""

    half_year: int
    municipality: str
    community: str


PLACE = ("half_year", "municipality__name", "community__name")
"""The columns that `place_of` reads."""


def by_place(activities: ActivityQuerySet) -> Mapping[Place, Totals]:
    """The sums for each half-year and place, in reading order."""
    in_order = activities.order_by("half_year", *(Alphabetical(name) for name in PLACE[1:]))
    rows = in_order.values_list(*PLACE).annotate(Count("pk"), Sum("children"), Sum("new_families"))
    return {place_of(row): Totals(row[3], row[4] or 0, row[5] or 0) for row in rows}


def by_place_and(activities: ActivityQuerySet, link: str) -> Mapping[tuple[Place, str], int]:
    """Activities for each half-year and place, and each definition that `link` leads to; "" is without any."""
    rows = activities.order_by().values_list(*PLACE, link).annotate(Count("pk"))
    return {(place_of(row), row[3] or ""): row[4] for row in rows}


def with_latest(communities: CommunityQuerySet, activities: ActivityQuerySet) -> dict[Community, date | None]:
    """The communities in their order, each with the day of the latest of the activities there, or None.

    Each is looked up in the index by itself: to go through all activities for it takes a country too long.
    """
    there = activities.filter(community=OuterRef("pk")).order_by("-starts_on").values("starts_on")[:1]
    looked_up: Any = communities.annotate(latest_on=Subquery(there))
    return {community: community.latest_on for community in looked_up}


def by_half_year(activities: ActivityQuerySet) -> Mapping[int, int]:
    """Activities by half-year."""
    return dict(activities.order_by().values_list("half_year").annotate(Count("pk")))


def day_to_look_back_from(
    activities: ActivityQuerySet, today: date, by_half_year_of: Callable[[], Mapping[int, int]] | None = None
) -> date:
    """The day that pages about these activities look back from.

    Args:
        by_half_year_of: gives the held ones by half-year, where they are counted already.
    """
    held, lately = activities.held(), Days.up_to(today)
    counts = by_half_year_of() if by_half_year_of else by_half_year(held)
    by_half = {HalfYear.from_number(half): count for half, count in counts.items()}
    return day_with_enough(by_half, held.between(lately.first, lately.last).count(), today)


def courses(programme: Programme, activities: ActivityQuerySet) -> SeriesQuerySet:
    """The series of which at least one session is among the activities, with what the list of them shows.

    Each carries `held` (its sessions among the activities), `participations` in those, and
    `first_on`, the day of the first of them. Who sees a session sees its series.
    """
    among = Q(sessions__in=activities.order_by().values("pk"))
    return (
        _series(programme, activities)
        .annotate(
            held=Count("sessions", filter=among),
            participations=Coalesce(Sum("sessions__children", filter=among), 0),
            first_on=Min("sessions__starts_on", filter=among),
        )
        .select_related("community")
        .order_by("-first_on", "pk")
    )


def children_enrolled(programme: Programme, activities: ActivityQuerySet) -> int:
    """How many children the courses of which a session is among the activities have on their lists."""
    return _series(programme, activities).aggregate(children=Sum("children_enrolled"))["children"] or 0


def by_actor(activities: ActivityQuerySet) -> Mapping[int, int]:
    """In how many of the activities each actor (by primary key) has a part; a department counts as its institution."""
    whole = Coalesce("involvements__actor__parent", "involvements__actor")
    rows = activities.order_by().annotate(whole=whole).values_list("whole").annotate(Count("pk", distinct=True))
    return {actor: count for actor, count in rows if actor is not None}


def with_taken_part(actors: ActorQuerySet, activities: ActivityQuerySet) -> ActorQuerySet:
    """The actors, each with `taken_part`: in how many of the activities it, or a department of it, has a part.

    For whole institutions; what a department has a part in is told of its institution alone.

    Counted in one pass and then attached, since a count of its own for each actor takes a database
    many times longer.
    """
    counted = [When(pk=actor, then=Value(count)) for actor, count in by_actor(activities).items()]
    return actors.annotate(taken_part=Case(*counted, default=Value(0), output_field=IntegerField()))


def those_who_took_part(actors: QuerySet[Any], *, did: bool) -> QuerySet[Any]:
    """Those of `with_taken_part` that took part in something, or in nothing."""
    return actors.filter(taken_part__gt=0) if did else actors.filter(taken_part=0)


def over_time(counts: Mapping[tuple[int, Any], int]) -> Counter[Any]:
    """Counts by half-year and key, added up over the half-years."""
    sums: Counter[Any] = Counter()
    for (_half, key), count in counts.items():
        sums[key] += count
    return sums


def _series(programme: Programme, activities: ActivityQuerySet) -> SeriesQuerySet:
    # Their keys at once: asked series by series, a database finds what somebody sees anew for each.
    return programme.series.filter(pk__in=activities.in_a_series().order_by().values("series"))


def place_of(row: Sequence[Any]) -> Place:
    """The place in the first columns of a row."""
    return Place(row[0], row[1] or "", row[2] or "")


def _by_half_year_and(activities: ActivityQuerySet, column: str) -> dict[tuple[int, int | None], int]:
    rows = activities.order_by().values_list("half_year", column).annotate(Count("pk"))
    return {(half, key): count for half, key, count in rows}


def _by_half_year(activities: ActivityQuerySet, link: str) -> ByHalfYear:
    # By the link first: a database that has the half-years in order would go through them all for one municipality.
    rows = activities.order_by().values_list(link, "half_year").annotate(Count("pk"))
    return {(half, key or ""): count for key, half, count in rows}
