"""What somebody usually registers, so that the quick log has it chosen already."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from landsby.blueprint import ActivityKind, Blueprint
from landsby.web.activities.access import activities_seen_by
from landsby.web.activities.kinds import quick_kinds_on
from landsby.web.activities.models import Part
from landsby.web.partnerships.access import Standing, actors_within
from landsby.web.partnerships.models import Actor, Right

LOOKED_BACK = 30
MOST_ACTORS = 6

T = TypeVar("T")


@dataclass(frozen=True)
class Habits:
    """The kinds and actors to offer, the last used first."""

    kinds: Sequence[ActivityKind]
    actors: Sequence[Actor]


def habits_of(standing: Standing, blueprint: Blueprint, today: date) -> Habits:
    """From the last thirty registrations of this person in this programme: no new storage is needed."""
    latest = activities_seen_by(standing).logged_by(standing.user).with_parts()[:LOOKED_BACK]
    kinds = {kind.id: kind for kind in quick_kinds_on(blueprint, today)}
    used = [kinds[activity.kind] for activity in latest if activity.kind in kinds]
    allowed = actors_within(standing, Right.LOG_ACTIVITIES).open_on(today)
    hosts = [i.actor for activity in latest for i in activity.involvements.all() if i.part == Part.HOST]
    still = {actor.pk for actor in allowed.filter(pk__in=[host.pk for host in hosts])}
    known = [*(host for host in hosts if host.pk in still), *standing.own_actors]
    others = allowed[:MOST_ACTORS] if len(_once(known)) < MOST_ACTORS else []
    return Habits(kinds=_once([*used, *kinds.values()]), actors=_once([*known, *others])[:MOST_ACTORS])


def _once(things: Iterable[T]) -> list[T]:
    """Each thing at its first place."""
    return list(dict.fromkeys(things))
