"""What waits for an answer: the most pressing one by one, and all of it by place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.translation import gettext as _

from landsby.web.activities.access import activities_awaiting
from landsby.web.activities.models import Activity
from landsby.web.kit.counts import Count
from landsby.web.overviews.choice import address
from landsby.web.overviews.queries import by_community, over_time
from landsby.web.partnerships.access import Standing, communities_within

FEW = 5
"""So many fit on a phone; they are simply shown."""

PRESSING = 3
"""Where there are more than a few, so many stand one by one above the rest."""

FEWEST_PLACES = 2
"""With fewer places than this there is nothing to sort by."""

MOST_PLACES = 24
"""Of more places than this, so many are told: those where most waits."""


@dataclass(frozen=True)
class Dues:
    """Planned activities whose day has passed and that one person may say how went."""

    standing: Standing
    today: date

    @cached_property
    def _head(self) -> Sequence[Activity]:
        return list(activities_awaiting(self.standing, self.today).with_places()[: FEW + 1])

    @property
    def first(self) -> Sequence[Activity]:
        """The most pressing: those that have waited longest, for they are forgotten first. All, where they are few."""
        return self._head if len(self._head) <= FEW else self._head[:PRESSING]

    @cached_property
    def _by_community(self) -> dict[int | None, int]:
        return dict(over_time(by_community(activities_awaiting(self.standing, self.today))))

    @cached_property
    def all(self) -> Count:
        """How many there are in all."""
        found = sum(self._by_community.values()) if len(self._head) > FEW else len(self._head)
        return Count(found, self._list())

    @property
    def more(self) -> int:
        """How many are not among the most pressing."""
        return self.all.value - len(self.first)

    @cached_property
    def places(self) -> list[tuple[str, Count]]:
        """All of them by community, in reading order, where there are more than can be shown and several places.

        Of very many places those where most waits; the rest are found through the list of all.
        """
        if not self.more or len(self._by_community) < FEWEST_PLACES:
            return []
        known = {place.pk: place.name for place in communities_within(self.standing)}
        most = sorted(self._by_community.items(), key=lambda one: -one[1])[:MOST_PLACES]
        counts = dict(most)
        told = [(name, Count(counts.pop(pk), self._list(community=pk))) for pk, name in known.items() if pk in counts]
        without = counts.pop(None, 0)
        return told + ([(_("Uden lokalområde"), Count(without, self._list(community="none")))] if without else [])

    def _list(self, **filters: object) -> str:
        return address("activities:list", self.standing.programme, {"waiting": "yes", **filters})
