"""Who can take part where, on a given day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from landsby.demo import vocabulary as words
from landsby.demo.actors import last_day_of
from landsby.demo.places import INSTITUTIONS
from landsby.demo.plan import PlannedActor


def taking_part(
    actors: Iterable[PlannedActor], day: date, *, kinds: Iterable[str], community: str = "", municipality: str = ""
) -> list[PlannedActor]:
    """The whole actors of some kinds that are there on the day, in a community or a municipality if given."""
    wanted = frozenset(kinds)
    return [
        actor
        for actor in actors
        if actor.kind in wanted
        and (not actor.parent or actor.kind == words.SFO)
        and (not community or actor.community == community)
        and (not municipality or actor.municipality == municipality)
        and is_there(actor, day)
    ]


def is_there(actor: PlannedActor, day: date) -> bool:
    """Whether an actor has come, and has not left."""
    last = last_day_of(actor.name)
    return (actor.joined_on is None or actor.joined_on <= day) and (last is None or day < last)


def daycares_in(actors: Iterable[PlannedActor], day: date, community: str) -> list[PlannedActor]:
    """The community's daycares on the day."""
    return taking_part(actors, day, kinds=words.DAYCARES, community=community)


def institutions_in(actors: Iterable[PlannedActor], day: date, community: str) -> list[PlannedActor]:
    """The community's daycares, schools and SFOs on the day."""
    return taking_part(actors, day, kinds=words.INSTITUTIONS, community=community)


def neighbours_in(actors: Iterable[PlannedActor], day: date, community: str) -> list[PlannedActor]:
    """Library, shop, church and the like in the community on the day."""
    return taking_part(actors, day, kinds=words.NEIGHBOURS, community=community)


def school_of(community: str) -> str:
    """The community's school, by name."""
    return INSTITUTIONS[community][0]


def names(actors: Sequence[PlannedActor]) -> tuple[str, ...]:
    """The actors by name."""
    return tuple(actor.name for actor in actors)
