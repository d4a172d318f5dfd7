"""Who has learnt what: institutions and professions that were there when a competence was given. Pure counting."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wanted:
    """A competence, and who should have it; no groups and no professions are all."""

    competence: str
    groups: frozenset[str]
    professions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Learnt:
    """How many of one profession at one actor were there when a competence was given, over all times."""

    competence: str
    actor: int
    profession: str
    people: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far a competence has come.

    Attributes:
        reached, missing: the actors who should have it, by primary key, in the order in which they were given.
        by_profession: how many times somebody of a profession was there; "" is of no profession that was told.
        lacking: professions that should have it and of which nobody was there.
    """

    competence: str
    reached: tuple[int, ...]
    missing: tuple[int, ...]
    by_profession: dict[str, int]
    lacking: tuple[str, ...]

    @property
    def due(self) -> int:
        """How many actors should have it."""
        return len(self.reached) + len(self.missing)

    @property
    def share(self) -> int:
        """Reached of all, in whole percent, rounded down; nobody to reach is 0."""
        return len(self.reached) * 100 // self.due if self.due else 0


def coverage(
    wanted: Iterable[Wanted], actors: Sequence[tuple[int, str]], learnt: Iterable[Learnt]
) -> dict[str, Coverage]:
    """The coverage of each competence.

    Args:
        wanted: the competences, and who should have them.
        actors: those that are there, as primary key and group.
        learnt: who was there when; somebody from an actor that is not among `actors` counts by profession only.
    """
    there: dict[str, set[int]] = defaultdict(set)
    people: dict[str, Counter[str]] = defaultdict(Counter)
    for one in learnt:
        if one.people > 0:
            there[one.competence].add(one.actor)
            people[one.competence][one.profession] += one.people
    return {one.competence: _of(one, actors, there[one.competence], people[one.competence]) for one in wanted}


def _of(one: Wanted, actors: Sequence[tuple[int, str]], there: set[int], people: Counter[str]) -> Coverage:
    due = [actor for actor, group in actors if not one.groups or group in one.groups]
    return Coverage(
        competence=one.competence,
        reached=tuple(actor for actor in due if actor in there),
        missing=tuple(actor for actor in due if actor not in there),
        by_profession=dict(people),
        lacking=tuple(sorted(key for key in one.professions if not people[key])),
    )
