"""Initiatives across tracks: which of them share actors, goals, target groups and themes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext as _

from landsby.blueprint import Blueprint
from landsby.web.initiatives.models import Initiative
from landsby.web.initiatives.sharing import Pair, Thing, shared_counts, strongest_pairs
from landsby.web.kit.text import say
from landsby.web.partnerships.models import Actor

ACTORS, GOALS, AUDIENCES, THEMES = "actors", "goals", "audiences", "themes"
SORT_OF = {"goals": GOALS, "audiences": AUDIENCES, "elements": THEMES, "topics": THEMES}
"""What sort of thing a link to a folder is."""

MOST_DRAWN = 40
"""A larger grid is read by nobody; the strongest pairs are listed instead."""

MOST_PAIRS = 25
SHADES = 4


@dataclass(frozen=True)
class Cell:
    """How much the initiative of a row shares with that of a column."""

    first: int
    second: int
    strength: int
    shade: int
    is_across: bool


@dataclass(frozen=True)
class GridRow:
    """One initiative and its cells to the left of itself."""

    number: int
    initiative: Initiative
    cells: Sequence[Cell]


@dataclass(frozen=True)
class SharingPair:
    """Two initiatives with what they share most of."""

    first: Initiative
    second: Initiative
    strength: int
    is_across: bool


@dataclass(frozen=True, kw_only=True)
class Sharing:
    """What some initiatives hold, each by sort and id, and the tracks that each runs on."""

    initiatives: Sequence[Initiative]
    held: Mapping[int, frozenset[Thing]]
    tracks: Mapping[int, frozenset[str]]
    only_across: bool = False

    @property
    def fits(self) -> bool:
        """Whether all of them can be drawn beside each other."""
        return 1 < len(self.initiatives) <= MOST_DRAWN

    @cached_property
    def pairs(self) -> list[SharingPair]:
        """The strongest pairs."""
        by_key = {each.pk: each for each in self.initiatives}
        apart = self.tracks if self.only_across else None
        return [self._told(pair, by_key) for pair in strongest_pairs(self.held, MOST_PAIRS, apart)]

    @cached_property
    def rows(self) -> list[GridRow]:
        """The lower half of the grid; the upper would say the same again."""
        keys = [each.pk for each in self.initiatives]
        counts = shared_counts([self.held[key] for key in keys]).tolist()
        most = max((max(row) for row in counts), default=0)
        return [
            GridRow(at + 1, each, [self._cell(each.pk, keys[to], counts[at][to], most) for to in range(at)])
            for at, each in enumerate(self.initiatives)
        ]

    def _cell(self, first: int, second: int, strength: int, most: int) -> Cell:
        across = self.is_across(first, second)
        shown = strength if across or not self.only_across else 0
        return Cell(first, second, shown, shade(shown, most), across)

    def _told(self, pair: Pair, by_key: Mapping[int, Initiative]) -> SharingPair:
        across = self.is_across(pair.first, pair.second)
        return SharingPair(by_key[pair.first], by_key[pair.second], pair.strength, across)

    def is_across(self, first: int, second: int) -> bool:
        """Whether two run on no common track."""
        return not self.tracks[first] & self.tracks[second]


def held_by(
    keys: Iterable[int], links: Iterable[tuple[int, str, str]], actors: Iterable[tuple[int, int]], wanted: str = ""
) -> dict[int, frozenset[Thing]]:
    """What each initiative holds.

    Args:
        wanted: the one sort that is asked for; "" for all.
    """
    held: dict[int, set[Thing]] = {key: set() for key in keys}
    for initiative, folder, key in links:
        if folder in SORT_OF and wanted in ("", SORT_OF[folder]):
            held[initiative].add((folder, key))
    if wanted in ("", ACTORS):
        for initiative, actor in actors:
            held[initiative].add((ACTORS, actor))
    return {key: frozenset(things) for key, things in held.items()}


def tracks_of(keys: Iterable[int], links: Iterable[tuple[int, str, str]]) -> dict[int, frozenset[str]]:
    """The tracks that each initiative runs on."""
    found: dict[int, set[str]] = {key: set() for key in keys}
    for initiative, folder, key in links:
        if folder == "tracks":
            found[initiative].add(key)
    return {key: frozenset(tracks) for key, tracks in found.items()}


def shade(strength: int, most: int) -> int:
    """How dark a cell is: 0 for nothing, the darkest for the most."""
    return -(-strength * SHADES // most) if strength and most else 0


def sharers_of(
    shared: Iterable[Thing], blueprint: Blueprint, actors: Sequence[Actor], slug: str
) -> list[tuple[str, list[tuple[str, str]]]]:
    """What two share, in words: by heading, each with the address of its page; empty headings are left out.

    Args:
        actors: those among what is shared, in the order in which they are told.
    """
    told = list(shared)
    people = [(str(actor), reverse("partnerships:actor", args=[actor.pk])) for actor in actors]
    found = [(_("Aktører"), people)]
    for label, folders in (
        (_("Målsætninger"), ("goals",)),
        (_("Målgrupper"), ("audiences",)),
        (_("Temaer"), ("elements", "topics")),
    ):
        found.append((label, [each for folder in folders for each in _named(told, folder, blueprint, slug)]))
    return [(label, each) for label, each in found if each]


def _named(shared: Iterable[Thing], folder: str, blueprint: Blueprint, slug: str) -> list[tuple[str, str]]:
    keys = {str(key) for sort, key in shared if sort == folder}
    definitions = getattr(blueprint, folder)
    known = [
        (say(each.title), reverse("blueprints:definition", args=[slug, folder, key]))
        for key, each in definitions.items()
        if key in keys
    ]
    return [*known, *((key, "") for key in sorted(keys - set(definitions)))]
