"""Who has learnt what: institutions and professions that were there when a competence was given. Pure counting."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
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
        wanted: the actors who should have it, by primary key, in the order in which they were given.
        reached: those of them who have it.
        by_profession: how many times somebody of a profession was there; "" is of no profession that was told.
        lacking: professions that should have it and of which nobody was there.
    """

    competence: str
    wanted: tuple[int, ...]
    reached: tuple[int, ...]
    by_profession: dict[str, int]
    lacking: tuple[str, ...]

    @property
    def missing(self) -> tuple[int, ...]:
        """Those who should have it and have not."""
        there = frozenset(self.reached)
        return tuple(actor for actor in self.wanted if actor not in there)

    @property
    def due(self) -> int:
        """How many actors should have it."""
        return len(self.wanted)

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
    due: dict[frozenset[str], dict[int, int]] = {}
    told = {}
    for each in wanted:
        if each.groups not in due:  # the same groups are asked for again and again, and actors are many
            keys = (actor for actor, group in actors if not each.groups or group in each.groups)
            due[each.groups] = {actor: place for place, actor in enumerate(keys)}
        told[each.competence] = _of(each, due[each.groups], there[each.competence], people[each.competence])
    return told


def _of(one: Wanted, due: Mapping[int, int], there: set[int], people: Counter[str]) -> Coverage:
    return Coverage(
        competence=one.competence,
        wanted=tuple(due),
        reached=tuple(sorted(there & due.keys(), key=due.__getitem__)),
        by_profession=dict(people),
        lacking=tuple(sorted(key for key in one.professions if not people[key])),
    )
