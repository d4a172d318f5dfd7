"""The counts of one choice: of the activities themselves, or, quicker by far, from what is counted ahead of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from landsby.web.activities.models import ActivityQuerySet, SeriesQuerySet
from landsby.web.overviews import queries
from landsby.web.partnerships.models import ActorQuerySet, Programme


@dataclass(frozen=True)
class Counts:
    """What the activities of one choice come to, counted one by one."""

    programme: Programme
    activities: ActivityQuerySet
    """Held ones, narrowed to what the reader may see."""

    def totals(self) -> queries.Totals:
        """The sums over all of them."""
        return queries.totals(self.activities)

    def by_half_year(self) -> Mapping[int, int]:
        """Activities by half-year."""
        return queries.by_half_year(self.activities)

    def by_goal(self) -> queries.ByHalfYear:
        """Activities by half-year and goal; one that serves two goals counts under both."""
        return queries.by_goal(self.activities)

    def by_track(self) -> queries.ByHalfYear:
        """Activities by half-year and track; one on two tracks counts under both."""
        return queries.by_track(self.activities)

    def by_community(self) -> Mapping[tuple[int, int | None], int]:
        """Activities by half-year and community (by primary key); None is those in no community."""
        return queries.by_community(self.activities)

    def by_municipality(self) -> Mapping[tuple[int, int | None], int]:
        """Activities by half-year and municipality (by primary key); None is those in no municipality."""
        return queries.by_municipality(self.activities)

    def by_kind_and_community(self, kinds: Sequence[str]) -> Mapping[tuple[str, int | None], int]:
        """Activities of some kinds by kind and community, over all the time."""
        return queries.by_kind_and_community(self.activities, kinds)

    def by_actor(self) -> Mapping[int, int]:
        """In how many of them each actor (by primary key) has a part; a department counts as its institution."""
        return queries.by_actor(self.activities)

    def by_place(self) -> Mapping[queries.Place, queries.Totals]:
        """The sums for each half-year and place, in reading order."""
        return queries.by_place(self.activities)

    def by_place_and_goal(self) -> Mapping[tuple[queries.Place, str], int]:
        """Activities for each half-year and place, and each goal."""
        return queries.by_place_and(self.activities, "goals__goal")

    def by_place_and_track(self) -> Mapping[tuple[queries.Place, str], int]:
        """Activities for each half-year and place, and each track."""
        return queries.by_place_and(self.activities, "tracks__track")

    def children_enrolled(self) -> int:
        """How many children the courses of which a session is among them have on their lists."""
        return queries.children_enrolled(self.programme, self.activities)

    def courses(self) -> SeriesQuerySet:
        """The series of which at least one session is among them, with what the list of courses shows."""
        return queries.courses(self.programme, self.activities)

    def with_taken_part(self, actors: ActorQuerySet) -> ActorQuerySet:
        """The actors, each with `taken_part`: in how many of them it, or a department of it, has a part."""
        return queries.with_taken_part(actors, self.activities)

    def series_of(self, kinds: tuple[str, ...]) -> queries.Sums:
        """The sums over the series of some kinds of which a session is held, wherever in the programme."""
        return queries.sums_of_series(self.programme.series.of_kinds(kinds))

    def sessions_of(self, kinds: tuple[str, ...]) -> queries.Sums:
        """The sums over the sessions of series among them that are of some kinds."""
        return queries.sums_of(self.activities.of_kinds(kinds).in_a_series())

    def activities_of(self, kinds: tuple[str, ...]) -> queries.Sums:
        """The sums over those of some kinds."""
        return queries.sums_of(self.activities.of_kinds(kinds))
