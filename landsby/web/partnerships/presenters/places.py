"""Places with the actors in them, counted by group."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from landsby.blueprint import codelist
from landsby.web.kit.text import say
from landsby.web.partnerships.access import Standing, actors_seen_by, communities_within, municipalities_seen_by
from landsby.web.partnerships.groups import group_of
from landsby.web.partnerships.models import Actor, Community, Municipality

GroupCount = tuple[str, int]
"""A group's title and how many of its actors there are."""


@dataclass(frozen=True)
class CommunityRow:
    """A community and who is in it."""

    community: Community
    groups: list[GroupCount]
    is_open: bool


@dataclass(frozen=True)
class MunicipalityRow:
    """A municipality, its communities, and how many of its actors stand in none.

    Attributes:
        folded: how many communities are told as a number only, since the page would be too long.
    """

    municipality: Municipality
    communities: list[CommunityRow]
    unplaced: int
    folded: int = 0


MOST_TOGETHER = 60
"""Of more communities than this, those of one municipality are told at a time."""


def places_of(standing: Standing, today: date, opened: str = "") -> list[MunicipalityRow]:
    """The municipalities and communities that somebody sees: three queries, however many there are.

    Actors are those open today. A department counts with its institution, save where the number leads to
    the list of those that stand in no community: there each is a row.

    Args:
        opened: the municipality whose communities are told where there are very many, as the address gives it.
    """
    communities: dict[int, list[Community]] = defaultdict(list)
    for community in communities_within(standing):
        communities[community.municipality_id].append(community)
    are_many = sum(map(len, communities.values())) > MOST_TOGETHER
    in_community: dict[int | None, Counter[str]] = defaultdict(Counter)
    unplaced: Counter[int | None] = Counter()
    for tally in actors_seen_by(standing).open_on(today).tally():
        in_community[tally.community][group_of(tally.kind)] += tally.wholes
        if tally.community is None:
            unplaced[tally.municipality] += tally.actors
    rows = []
    for municipality in municipalities_seen_by(standing):
        here = communities[municipality.pk]
        told = [] if are_many and str(municipality.pk) != opened else here
        listed = [
            CommunityRow(c, _in_words(in_community[c.pk]), c.ended_on is None or c.ended_on > today) for c in told
        ]
        rows.append(MunicipalityRow(municipality, listed, unplaced[municipality.pk], len(here) - len(told)))
    return rows


def grouped(actors: Iterable[Actor]) -> list[tuple[str, int, list[Actor]]]:
    """Actors by the group of their kind: its title, how many there are without departments, and all of them."""
    found: dict[str, list[Actor]] = defaultdict(list)
    for actor in actors:
        found[group_of(actor.kind)].append(actor)
    return [
        (title, sum(actor.parent_id is None for actor in found[key]), found[key])
        for key, title in _titles()
        if found[key]
    ]


def _titles() -> list[tuple[str, str]]:
    return [*((key, say(group.title)) for key, group in codelist("actor_groups").items()), ("", "–")]


def _in_words(counts: Counter[str]) -> list[GroupCount]:
    return [(title, counts[key]) for key, title in _titles() if counts[key]]
