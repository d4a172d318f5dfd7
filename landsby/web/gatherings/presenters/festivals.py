"""A festival's programme, the festivals over the years, and those who first met at one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from landsby.web.activities.models import Activity, Part
from landsby.web.gatherings.access import actors_named, shown_to
from landsby.web.gatherings.first_met import FirstMet, Shared, never_before
from landsby.web.kit.dates import days_between
from landsby.web.partnerships.access import Standing
from landsby.web.partnerships.models import Actor, Community

SHOWN = 12
"""So many of what a pair went on to do are named; the others are counted."""


@dataclass(frozen=True)
class Event:
    """One event of the programme, with who hosts it and who takes part."""

    activity: Activity
    hosts: list[Actor]
    others: list[Actor]
    new: list[tuple[Actor, Actor]]

    @property
    def is_cancelled(self) -> bool:
        """Whether it does not take place."""
        return self.activity.status == "cancelled"


@dataclass(frozen=True)
class FestivalPage:
    """One community's festival of a year.

    Attributes:
        events: in the order of the programme, with places and parts at hand.
        earlier: what was held before its first day with those who take part.
    """

    community: Community
    year: int
    events: list[Activity]
    earlier: list[Shared]

    @cached_property
    def _new(self) -> dict[int, list[tuple[int, int]]]:
        planned = [self._shared(one) for one in self.events if one.status != "cancelled"]
        return never_before(planned, self.earlier)

    @staticmethod
    def _shared(event: Activity) -> Shared:
        actors = frozenset(link.actor_id for link in event.involvements.all())
        return Shared(activity=event.pk, on=event.starts_on, is_festival=True, actors=actors)

    @cached_property
    def days(self) -> list[tuple[date, list[Event]]]:
        """The events by day."""
        days: dict[date, list[Event]] = {}
        for one in self.events:
            days.setdefault(one.starts_on, []).append(self._event(one))
        return sorted(days.items())

    def _event(self, one: Activity) -> Event:
        links = list(one.involvements.all())
        actors = {link.actor_id: link.actor for link in links}
        hosts = [link.actor for link in links if link.part == Part.HOST]
        others = [actor for key, actor in actors.items() if key not in {host.pk for host in hosts}]
        new = [(actors[first], actors[second]) for first, second in self._new.get(one.pk, [])]
        return Event(one, hosts, others, new)

    @property
    def when(self) -> str:
        """From the first day to the last."""
        going = [one for one in self.events if one.status != "cancelled"] or self.events
        last = max(one.ends_on or one.starts_on for one in going)
        return days_between(min(one.starts_on for one in going), last)

    @cached_property
    def new_pairs(self) -> list[tuple[Actor, Actor]]:
        """Those who never worked together before, each pair once."""
        pairs = {(a.pk, b.pk): (a, b) for _day, events in self.days for event in events for a, b in event.new}
        return sorted(pairs.values(), key=lambda pair: (pair[0].name, pair[1].name))

    @property
    def new_by_actor(self) -> list[tuple[Actor, list[Actor]]]:
        """Those who never worked together before: each once, with those that come after it in the alphabet."""
        lines: dict[int, tuple[Actor, list[Actor]]] = {}
        for first, second in (sorted(pair, key=lambda actor: actor.name) for pair in self.new_pairs):
            lines.setdefault(first.pk, (first, []))[1].append(second)
        return list(lines.values())


@dataclass(frozen=True)
class Met:
    """A pair who first met at a festival, with what they shared that the reader may see."""

    first: Actor
    second: Actor
    found: FirstMet
    met_at: list[Activity]
    more: list[Activity]

    @property
    def unnamed(self) -> int:
        """How many more they shared than are named."""
        return len(self.found.more) - len(self.more)


def met_with_names(standing: Standing, pairs: Sequence[FirstMet]) -> list[Met]:
    """Pairs with their names and the activities behind: a fixed number of questions, however many pairs."""
    named = {pair.pair: (pair.met_at, pair.more[:SHOWN]) for pair in pairs}
    activities = shown_to(standing, {key for met, more in named.values() for key in (*met, *more)})
    actors = actors_named({actor for pair in pairs for actor in pair.pair})
    return [
        Met(
            first=actors[pair.pair[0]],
            second=actors[pair.pair[1]],
            found=pair,
            met_at=[activities[key] for key in pair.met_at if key in activities],
            more=[activities[key] for key in pair.more[:SHOWN] if key in activities],
        )
        for pair in pairs
    ]
