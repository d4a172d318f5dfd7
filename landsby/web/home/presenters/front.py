"""A programme's front page for one person: what waits, what is coming, and what happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from landsby.blueprint import Blueprint
from landsby.web.activities.access import activities_seen_by, tallies_seen_by
from landsby.web.activities.models import Activity, ActivityQuerySet, TallyQuerySet
from landsby.web.activities.status import Status
from landsby.web.blueprints.models import blueprint_of
from landsby.web.home.presenters.agreed import Agreed
from landsby.web.home.presenters.changes import Change, changes_between, held_in
from landsby.web.home.presenters.communities import MOST_COMPARED, CommunityNow, communities_now
from landsby.web.home.presenters.dues import Dues
from landsby.web.home.presenters.faring import Faring
from landsby.web.home.presenters.hours import hours_to_approve_now, hours_to_hand_in_now
from landsby.web.home.presenters.portfolio import PortfolioNow
from landsby.web.home.presenters.swaps import swaps_to_answer_now
from landsby.web.kit.counts import Count
from landsby.web.overviews import queries
from landsby.web.overviews.choice import address
from landsby.web.overviews.counts import Counts
from landsby.web.overviews.lookback import Days
from landsby.web.overviews.tallied import Tallied
from landsby.web.partnerships.access import Standing
from landsby.web.partnerships.models import Municipality, Right, ScopeLevel

MOST_SHOWN = 5
SOON = timedelta(days=14)


@dataclass(frozen=True)
class Front:
    """What the front page of a programme says to one person."""

    standing: Standing
    today: date

    @cached_property
    def blueprint(self) -> Blueprint:
        """The definitions that the programme works by."""
        return blueprint_of(self.standing.programme)

    @property
    def municipality(self) -> Municipality | None:
        """The municipality that the person works for, when that is their place: the page speaks of it alone."""
        return self.standing.leading.municipality

    @property
    def where(self) -> str:
        """What the page speaks of; nothing when it is the whole programme."""
        if self.municipality:
            return self.municipality.name
        return "" if self.standing.seen.everywhere else ", ".join(map(str, self.standing.seen_places))

    @cached_property
    def seen(self) -> ActivityQuerySet:
        """The activities that the page speaks of, as far as the person may read."""
        seen = activities_seen_by(self.standing)
        return seen.in_municipality(self.municipality.pk) if self.municipality else seen

    @cached_property
    def ahead(self) -> TallyQuerySet | None:
        """What is counted ahead of those activities, where it can be had."""
        tallies = tallies_seen_by(self.standing)
        return tallies.in_municipality(self.municipality.pk) if tallies is not None and self.municipality else tallies

    @property
    def may_log(self) -> bool:
        """Whether the person registers activities somewhere."""
        return self.standing.may(Right.LOG_ACTIVITIES)

    @property
    def looks_across(self) -> bool:
        """Whether the person looks after the whole rather than a place of their own."""
        return self.standing.leading.role.scope == ScopeLevel.PROGRAMME

    @property
    def sees_communities(self) -> bool:
        """Whether there is more than one community to compare."""
        return self.standing.seen.everywhere or bool(self.standing.seen.municipalities)

    @cached_property
    def dues(self) -> Dues:
        """What waits for the person to say how it went."""
        return Dues(self.standing, self.today)

    @cached_property
    def portfolio(self) -> PortfolioNow:
        """How the initiatives are doing."""
        return PortfolioNow(self.standing, self.today)

    @cached_property
    def faring(self) -> Faring:
        """Whether the children fare better, and when one can know."""
        return Faring(self.standing.programme)

    @cached_property
    def agreed(self) -> Agreed:
        """What is due of what was planned and agreed."""
        return Agreed(self.standing, self.today)

    @cached_property
    def hours_to_hand_in(self) -> Count:
        """Held sessions of one's own association that lack hours."""
        return hours_to_hand_in_now(self.standing)

    @cached_property
    def hours_to_approve(self) -> Count:
        """Hours that wait for one's approval."""
        return hours_to_approve_now(self.standing)

    @cached_property
    def swaps_to_answer(self) -> Count:
        """Duties that another association asks one's own to take."""
        return swaps_to_answer_now(self.standing, self.today)

    @cached_property
    def coming(self) -> Sequence[Activity]:
        """What is planned for the next two weeks, the nearest first."""
        days = self.seen.upcoming(self.today).between(None, self.today + SOON)
        return list(days.with_places()[:MOST_SHOWN])

    @property
    def coming_url(self) -> str:
        """The list of everything that is planned from today on."""
        planned = {"status": Status.PLANNED, "from": self.today, "municipality": self.municipality}
        return address("activities:list", self.standing.programme, planned)

    @cached_property
    def lately(self) -> Days:
        """The half-year of days that is looked back on."""
        held = self.seen.held()
        counts = Counts(self.standing.programme, held)
        if self.ahead is not None:
            counts = Tallied(self.standing.programme, held, self.ahead)
        return Days.up_to(queries.day_to_look_back_from(self.seen, self.today, counts.by_half_year))

    @property
    def is_late(self) -> bool:
        """Whether too little is registered lately for the page to look back from today."""
        return self.lately.last != self.today

    @cached_property
    def since(self) -> Count:
        """What was held after the days that are looked back on: few, but not passed over."""
        after = Days(self.lately.last + timedelta(days=1), self.today)
        held = self.seen.held().between(after.first, after.last)
        url = held_in(self.standing.programme, after, municipality=self.municipality)
        return Count(held.count() if self.is_late else 0, url)

    @cached_property
    def changes(self) -> list[Change]:
        """What moved."""
        programme, chosen = self.standing.programme, {"municipality": self.municipality}
        return changes_between(programme, self.seen, self.ahead, self.lately, **chosen)

    @cached_property
    def happened(self) -> Sequence[Activity]:
        """The latest that was held."""
        return list(self.seen.held().newest_first().with_places()[:MOST_SHOWN])

    @property
    def happened_url(self) -> str:
        """The list of everything that was held from the first of those days until today."""
        until_today = Days(self.lately.first, self.today)
        return held_in(self.standing.programme, until_today, municipality=self.municipality)

    @cached_property
    def communities(self) -> list[CommunityNow]:
        """How each community is doing, for those who see several."""
        if not self.sees_communities:
            return []
        return communities_now(self.standing, self.ahead, self.lately, self.today, self.municipality)

    @property
    def tells_the_quietest(self) -> bool:
        """Whether there are more communities than can be compared at a glance."""
        return len(self.communities) == MOST_COMPARED

    @property
    def quiet(self) -> list[CommunityNow]:
        """The communities that have gone quiet."""
        return [one for one in self.communities if one.is_quiet]

    @property
    def kinds(self) -> Any:
        """The kinds of activity by id, for their titles."""
        return self.blueprint.activity_kinds
