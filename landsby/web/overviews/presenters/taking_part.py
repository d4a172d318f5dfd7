"""Which actors take part: how many of each group, and who most often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from landsby.blueprint import codelist
from landsby.web.kit.alphabet import alphabet_key
from landsby.web.kit.counts import Count
from landsby.web.kit.text import say
from landsby.web.overviews import queries
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
    def actors(self) -> list[Any]:
        """The actors, each with how often it took part."""
        return queries.all_with_taken_part(self.sight.actors, self.sight.activities)

    @property
    def count(self) -> Count:
        """How many took part in something."""
        took_part = sum(actor.taken_part > 0 for actor in self.actors)
        return Count(took_part, self.sight.choice.page("overviews:actors", took_part="yes"))

    @property
    def groups(self) -> list[GroupPart]:
        """How many of each group took part, in the code list's order."""
        page = self.sight.choice.page
        return [
            GroupPart(
                key,
                title,
                Count(took_part, page("overviews:actors", group=key, took_part="yes")),
                Count(of, page("overviews:actors", group=key)),
            )
            for key, title, took_part, of in group_parts(self.actors)
        ]

    @property
    def most_active(self) -> list[tuple[Actor, Count]]:
        """The actors that took part most often."""
        ranked = sorted((a for a in self.actors if a.taken_part), key=lambda a: (-a.taken_part, alphabet_key(a.name)))
        return [
            (actor, Count(actor.taken_part, self.sight.choice.activities(actor=actor.pk)))
            for actor in ranked[:MOST_SHOWN]
        ]


def group_parts(actors: Iterable[Any]) -> list[tuple[str, str, int, int]]:
    """Per group that has an actor: id, title, how many took part, of how many."""
    kinds = codelist("actor_kinds")
    of: Counter[str | None] = Counter()
    took_part: Counter[str | None] = Counter()
    for actor in actors:
        group = kinds[actor.kind].group if actor.kind in kinds else None
        of[group] += 1
        took_part[group] += actor.taken_part > 0
    return [
        (key, say(group.title), took_part[key], of[key]) for key, group in codelist("actor_groups").items() if of[key]
    ]
