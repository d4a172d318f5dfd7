"""The same counts from tallies: a few thousand rows are added up instead of a million."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Max, Min, OuterRef, Subquery, Sum
from django.db.models.functions import Coalesce

from landsby.web.activities.access import tallies_of
from landsby.web.activities.models import About, ActivityQuerySet, SeriesQuerySet, TallyQuerySet
from landsby.web.kit.alphabet import Alphabetical
from landsby.web.overviews import queries
from landsby.web.overviews.counts import Counts
from landsby.web.overviews.lookback import Days
from landsby.web.partnerships.models import ActorQuerySet, Programme


def counts_in(days: Days, programme: Programme, held: ActivityQuerySet, ahead: TallyQuerySet | None) -> Counts:
    """The counts of what was held in some days: from tallies where the days are a half-year, which is all they know.

    Args:
        held: held activities.
        ahead: the tallies of exactly those; None where they cannot be had.
    """
    activities, half = held.between(days.first, days.last), days.half_year
    if ahead is None or half is None:
        return Counts(programme, activities)
    return Tallied(programme, activities, ahead.between(half, half))


@dataclass(frozen=True)
class Tallied(Counts):
    """What the activities of one choice come to, added up from their tallies."""

    tallies: TallyQuerySet
    """Those of the same cells."""
    _known: dict[tuple[str, ...], queries.Sums] = field(default_factory=dict, compare=False)

    def totals(self) -> queries.Totals:
        """The sums over all activities."""
        sums = self._about(About.PLACE).aggregate(*map(Sum, ("activities", "children", "new_families")))
        return queries.Totals(*(value or 0 for value in sums.values()))

    def by_half_year(self) -> Mapping[int, int]:
        """Activities by half-year."""
        return dict(self._about(About.PLACE).values_list("half_year").annotate(Sum("activities")))

    def by_goal(self) -> queries.ByHalfYear:
        """Activities by half-year and goal."""
        return self._by_half_year_and("key", About.GOAL)

    def by_track(self) -> queries.ByHalfYear:
        """Activities by half-year and track."""
        return self._by_half_year_and("key", About.TRACK)

    def by_community(self) -> Mapping[tuple[int, int | None], int]:
        """Activities by half-year and community."""
        return self._by_half_year_and("community", About.PLACE)

    def by_municipality(self) -> Mapping[tuple[int, int | None], int]:
        """Activities by half-year and municipality."""
        return self._by_half_year_and("municipality", About.PLACE)

    def by_kind_and_community(self, kinds: Sequence[str]) -> Mapping[tuple[str, int | None], int]:
        """Activities of some kinds by kind and community."""
        rows = self._about(About.KIND).filter(key__in=kinds).values_list("key", "community").annotate(Sum("activities"))
        return {(kind, community): count for kind, community, count in rows}

    def by_actor(self) -> Mapping[int, int]:
        """In how many activities each actor has a part."""
        return dict(self._about(About.ACTOR).values_list("thing").annotate(Sum("activities")))

    def by_place(self) -> Mapping[queries.Place, queries.Totals]:
        """The sums for each half-year and place, in reading order."""
        in_order = self._about(About.PLACE).order_by("half_year", *map(Alphabetical, queries.PLACE[1:]))
        rows = in_order.values_list(*queries.PLACE).annotate(Sum("activities"), Sum("children"), Sum("new_families"))
        return {queries.place_of(row): queries.Totals(*row[3:]) for row in rows}

    def by_place_and_goal(self) -> Mapping[tuple[queries.Place, str], int]:
        """Activities for each half-year and place, and each goal."""
        return self._by_place_and(About.GOAL)

    def by_place_and_track(self) -> Mapping[tuple[queries.Place, str], int]:
        """Activities for each half-year and place, and each track."""
        return self._by_place_and(About.TRACK)

    def children_enrolled(self) -> int:
        """How many children the courses have on their lists."""
        return self._series().aggregate(children=Sum("children_enrolled"))["children"] or 0

    def courses(self) -> SeriesQuerySet:
        """The series with what the list of courses shows."""
        told = self._series().annotate(
            held=self._of_one(About.SERIES, Sum("activities")),
            participations=self._of_one(About.SERIES, Sum("children")),
            first_on=self._of_one(About.SERIES, Min("first_on")),
        )
        in_order: SeriesQuerySet = told.select_related("community").order_by("-first_on", "pk")
        return in_order

    def with_taken_part(self, actors: ActorQuerySet) -> ActorQuerySet:
        """The actors, each with `taken_part`."""
        return actors.annotate(taken_part=Coalesce(self._of_one(About.ACTOR, Sum("activities")), 0))

    def series_of(self, kinds: tuple[str, ...]) -> queries.Sums:
        """The sums over the series of some kinds of which a session is held; asked once for each kinds."""
        if kinds not in self._known:
            self._known[kinds] = self._series_of(kinds)
        return self._known[kinds]

    def _series_of(self, kinds: tuple[str, ...]) -> queries.Sums:
        series = self.programme.series.of_kinds(kinds)
        last = self._about(About.SERIES).filter(thing__in=series.values("pk")).aggregate(on=Max("last_on"))["on"]
        held = series.filter(pk__in=self._about(About.SERIES).values("thing"))
        found = held.aggregate(held=Count("pk"), children=Sum("children_enrolled"), counted=Count("children_enrolled"))
        return queries.Sums(found["held"], found["children"] or 0, found["counted"], last)

    def sessions_of(self, kinds: tuple[str, ...]) -> queries.Sums:
        """The sums over the sessions of series that are of some kinds."""
        return self._sums_of(About.SESSION, kinds)

    def activities_of(self, kinds: tuple[str, ...]) -> queries.Sums:
        """The sums over the activities of some kinds."""
        return self._sums_of(About.KIND, kinds)

    def _sums_of(self, about: About, kinds: tuple[str, ...]) -> queries.Sums:
        found = (
            self._about(about)
            .filter(key__in=kinds)
            .aggregate(held=Sum("activities"), total=Sum("children"), with_number=Sum("counted"), on=Max("last_on"))
        )
        return queries.Sums(found["held"] or 0, found["total"] or 0, found["with_number"] or 0, found["on"])

    def _about(self, about: About) -> TallyQuerySet:
        return self.tallies.about(about).order_by()

    def _by_half_year_and(self, column: str, about: About) -> dict[tuple[int, Any], int]:
        rows = self._about(about).values_list(column, "half_year").annotate(Sum("activities"))
        return {(half, key): count for key, half, count in rows}

    def _by_place_and(self, about: About) -> dict[tuple[queries.Place, str], int]:
        rows = self._about(about).values_list(*queries.PLACE, "key").annotate(Sum("activities"))
        return {(queries.place_of(row), row[3]): row[4] for row in rows}

    def _series(self) -> SeriesQuerySet:
        return self.programme.series.filter(pk__in=self._about(About.SERIES).values("thing"))

    def _of_one(self, about: About, how: Any) -> Subquery:
        """One number of the series or actor that a row is about."""
        own = self._about(about).filter(thing=OuterRef("pk")).values("thing")
        return Subquery(own.annotate(told=how).values("told"))


def counts_of(programme: Programme) -> Counts:
    """What everything held in a programme comes to, by the quicker way where it can be used."""
    held, tallies = programme.activities.held(), tallies_of(programme)
    return Counts(programme, held) if tallies is None else Tallied(programme, held, tallies)
