"""Who has learnt what, and who has not yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.urls import reverse

from landsby.blueprint import Blueprint
from landsby.web.activities.presenters import title_of
from landsby.web.gatherings.coverage import Coverage, Learnt, Wanted, coverage
from landsby.web.gatherings.kinds import profession_titles
from landsby.web.kit.counts import Count
from landsby.web.partnerships.models import Programme


@dataclass(frozen=True)
class Lift:
    """One competence: how far it has come, in words and numbers."""

    key: str
    title: str
    coverage: Coverage
    professions: list[tuple[str, int]]
    lacking: list[str]
    times: Count


@dataclass(frozen=True)
class Lifts:
    """Every competence of a programme.

    Attributes:
        actors: those within sight that are open today, as primary key and group.
        learnt: who was there when.
    """

    programme: Programme
    blueprint: Blueprint
    actors: Sequence[tuple[int, str]]
    learnt: list[Learnt]

    @cached_property
    def every(self) -> list[Lift]:
        """The competences in the blueprint's order."""
        wanted = [
            Wanted(key, frozenset(one.groups), frozenset(one.professions))
            for key, one in self.blueprint.competences.items()
        ]
        found = coverage(wanted, self.actors, self.learnt)
        return [self._told(found[key]) for key in self.blueprint.competences]

    def one(self, key: str) -> Lift | None:
        """The competence of that id."""
        return next((lift for lift in self.every if lift.key == key), None)

    def _told(self, found: Coverage) -> Lift:
        titles = profession_titles(self.blueprint)
        people = sorted(found.by_profession.items(), key=lambda one: -one[1])
        url = reverse("gatherings:list", args=[self.programme.slug])
        return Lift(
            key=found.competence,
            title=title_of(self.blueprint.competences, found.competence),
            coverage=found,
            professions=[(titles.get(key, key), count) for key, count in people],
            lacking=[titles.get(key, key) for key in found.lacking],
            times=Count(sum(found.by_profession.values()), f"{url}?{urlencode({'competence': found.competence})}"),
        )
