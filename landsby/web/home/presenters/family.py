"""What a family may see without a sign-in: what they can come to, and what the programme has come to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from landsby.blueprint import ActivityKind, Blueprint, Goal
from landsby.web.activities.models import Activity, ActivityQuerySet
from landsby.web.blueprints.models import blueprint_of
from landsby.web.home.access import open_activities, open_actors, open_communities, open_kinds
from landsby.web.overviews.figures import Counted, figures_of
from landsby.web.partnerships.models import Actor, Community, Programme
from landsby.web.partnerships.presenters.places import grouped

MOST_SHOWN = 6

FARTHEST = timedelta(days=365)
"""What is planned for later than this is no help to a family that looks for something to do."""


@dataclass(frozen=True)
class FamilyPage:
    """The open page of a programme, or of one community in it. Attendance of single activities is not on it."""

    programme: Programme
    today: date
    chosen: str = ""
    """The primary key of the community to read about, as the address gives it; anything else is the whole."""

    @cached_property
    def blueprint(self) -> Blueprint:
        """The definitions that the programme works by."""
        return blueprint_of(self.programme)

    @cached_property
    def communities(self) -> Sequence[Community]:
        """The communities to choose among, those of a municipality together."""
        return list(open_communities(self.programme, self.today))

    @property
    def community(self) -> Community | None:
        """The one that is chosen."""
        return next((each for each in self.communities if str(each.pk) == self.chosen), None)

    @property
    def goals(self) -> list[Goal]:
        """What the programme wants more of."""
        return list(self.blueprint.goals.values())

    @property
    def kinds(self) -> list[ActivityKind]:
        """What a family can come to."""
        return [kind for kind in open_kinds(self.blueprint) if kind.ended_on is None or kind.ended_on >= self.today]

    @cached_property
    def _activities(self) -> ActivityQuerySet:
        found = open_activities(self.programme, self.blueprint)
        return found.in_community(self.community.pk) if self.community else found

    @cached_property
    def coming(self) -> Sequence[Activity]:
        """What is planned for families in the coming year, the nearest first."""
        found = self._activities.upcoming(self.today).between(self.today, self.today + FARTHEST)
        return list(found.with_places()[:MOST_SHOWN])

    @cached_property
    def latest(self) -> Sequence[Activity]:
        """What was held for families, the latest first; only asked for when nothing is planned."""
        if self.coming:
            return []
        return list(self._activities.held().newest_first().with_places()[:MOST_SHOWN])

    @cached_property
    def taking_part(self) -> list[tuple[str, int, list[Actor]]]:
        """Who takes part in the chosen community, by group."""
        return grouped(open_actors(self.community, self.today)) if self.community else []

    @cached_property
    def figures(self) -> Sequence[Counted]:
        """The figures that the programme publishes."""
        return list(figures_of(self.programme, self.today).values())
