"""What one reader sees of one choice: the records that every part of the picture counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from landsby.blueprint import Blueprint
from landsby.web.activities.access import activities_seen_by, tallies_seen_by
from landsby.web.activities.models import ActivityQuerySet, TallyQuerySet
from landsby.web.blueprints.models import blueprint_of
from landsby.web.kit.periods import HalfYear, half_years_between
from landsby.web.overviews import queries
from landsby.web.overviews.choice import Choice
from landsby.web.overviews.counts import Counts
from landsby.web.overviews.lookback import last_year
from landsby.web.overviews.tallied import Tallied
from landsby.web.partnerships.access import Standing, actors_seen_by, communities_within
from landsby.web.partnerships.models import ActorQuerySet, Community


@dataclass(frozen=True)
class Sight:
    """A choice, as far as the reader may see. What is asked for twice is fetched once."""

    standing: Standing
    choice: Choice
    today: date
    wider: Sight | None = None
    """The sight that this one is a part of, where what was fetched for that serves here too."""

    @cached_property
    def blueprint(self) -> Blueprint:
        """The definitions that the programme works by."""
        return blueprint_of(self.choice.programme)

    @cached_property
    def everything(self) -> ActivityQuerySet:
        """All activities that the reader may see, whatever was chosen."""
        return activities_seen_by(self.standing)

    @cached_property
    def activities(self) -> ActivityQuerySet:
        """The held activities that were chosen."""
        return self.choice.narrowed(self.everything)

    @cached_property
    def tallies(self) -> TallyQuerySet | None:
        """What is counted ahead of everything that the reader may see; None when it cannot be used."""
        return self.wider.tallies if self.wider else tallies_seen_by(self.standing)

    @cached_property
    def counts(self) -> Counts:
        """What the chosen activities come to."""
        return self._counts(self.choice)

    @cached_property
    def back_from(self) -> date:
        """The day that the last year is counted back from."""
        held = self._counts(Choice(self.choice.programme)).by_half_year
        return queries.day_to_look_back_from(self.everything, self.today, held)

    @property
    def is_late(self) -> bool:
        """Whether too little is registered lately to count back from today."""
        return self.back_from != self.today

    @cached_property
    def lately(self) -> Sight:
        """The same place in about the last year."""
        first, last = last_year(self.back_from)
        choice = Choice(self.choice.programme, first, last, self.choice.municipality)
        return replace(self, choice=choice, wider=self)

    @cached_property
    def by_community(self) -> Mapping[tuple[int, int | None], int]:
        """The activities by half-year and community."""
        return self.counts.by_community()

    @cached_property
    def halves(self) -> list[HalfYear]:
        """The half-years that were chosen, wide enough for every activity among them."""
        held = [HalfYear.from_number(number) for number in self.counts.by_half_year()]
        first = self.choice.first or min([HalfYear.of(self.choice.programme.starts_on), *held])
        last = self.choice.last or max([HalfYear.of(self.back_from), *held])
        return half_years_between(first.first_day, last.first_day)

    @cached_property
    def communities(self) -> list[Community]:
        """The communities that the reader may see there, in reading order."""
        if self.wider:
            return self.wider.communities
        municipality = self.choice.municipality
        return [
            community
            for community in communities_within(self.standing)
            if municipality is None or community.municipality_id == municipality.pk
        ]

    @property
    def actors(self) -> ActorQuerySet:
        """The actors that the reader may see there and that existed in the chosen time.

        A department counts as part of its institution.
        """
        found = actors_seen_by(self.standing).whole().open_between(self.choice.first_day, self.choice.last_day)
        return found.in_municipality(self.choice.municipality.pk) if self.choice.municipality else found

    def _counts(self, choice: Choice) -> Counts:
        activities = choice.narrowed(self.everything)
        if self.tallies is None:
            return Counts(choice.programme, activities)
        return Tallied(choice.programme, activities, choice.tallied(self.tallies))
