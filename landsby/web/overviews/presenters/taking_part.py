"""Which actors take part: how many of each group, and who most often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest

from landsby.blueprint import codelist
from landsby.web.kit.alphabet import alphabet_key
from landsby.web.kit.counts import Count
from landsby.web.kit.text import say
from landsby.web.overviews.sight import Sight
from landsby.web.partnerships.models import Actor

MOST_SHOWN = 10


@dataclass(frozen=True)
class GroupPart:
    """How many of a group of actors took part in something; `share` is in percent."""

    key: str
    title: str
    took_part: Count
    of: Count

    @property
    def share(self) -> int:
        """How many took part of each hundred."""
        return self.took_part.value * 100 // self.of.value


@dataclass(frozen=True)
class TakingPart:
    """The actors of a sight."""

    sight: Sight

    @cached_property
    def _times(self) -> Mapping[int, int]:
        """How often each actor took part."""
        return self.sight.counts.by_actor()

    @cached_property
    def _kinds(self) -> Mapping[int, str]:
        """The kind of each actor, by primary key; there may be many thousands."""
        return self.sight.actors.kinds()

    @property
    def count(self) -> Count:
        """How many took part in something."""
        took_part = len(self._times.keys() & self._kinds.keys())
        return Count(took_part, self.sight.choice.page("overviews:actors", took_part="yes"))

    @property
    def parts(self) -> list[tuple[str, str, int, int]]:
        """Per group that has an actor: id, title, how many took part, of how many; in the code list's order."""
        of = _by_group(Counter(self._kinds.values()))
        took_part = _by_group(Counter(kind for actor, kind in self._kinds.items() if actor in self._times))
        groups = codelist("actor_groups").items()
        return [(key, say(group.title), took_part[key], of[key]) for key, group in groups if of[key]]

    @property
    def groups(self) -> list[GroupPart]:
        """How many of each group took part."""
        page = self.sight.choice.page
        return [
            GroupPart(
                key,
                title,
                Count(took_part, page("overviews:actors", group=key, took_part="yes")),
                Count(of, page("overviews:actors", group=key)),
            )
            for key, title, took_part, of in self.parts
        ]

    @property
    def most_active(self) -> list[tuple[Actor, Count]]:
        """The actors that took part most often."""
        found = self.sight.actors.in_bulk(self._foremost).values()
        ranked = sorted(found, key=lambda actor: (-self._times[actor.pk], alphabet_key(actor.name)))
        return [
            (actor, Count(self._times[actor.pk], self.sight.choice.activities(actor=actor.pk)))
            for actor in ranked[:MOST_SHOWN]
        ]

    @property
    def _foremost(self) -> list[int]:
        """Those that may be among the most active: with as many as the last that is shown, there may be more."""
        times = {actor: self._times[actor] for actor in self._kinds if actor in self._times}
        fewest = min(nlargest(MOST_SHOWN, times.values()), default=0)
        return [actor for actor, count in times.items() if count >= fewest]


def _by_group(kinds: Mapping[str, int]) -> Counter[str | None]:
    """Counts by kind of actor as counts by group."""
    known = codelist("actor_kinds")
    sums: Counter[str | None] = Counter()
    for kind, count in kinds.items():
        sums[known[kind].group if kind in known else None] += count
    return sums
