"""The board: a column for each stage, and on every card what one needs to know before one opens it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from landsby.blueprint import Blueprint
from landsby.web.initiatives.models import ACTOR_KINDS, MOST_EFFORT, Initiative
from landsby.web.initiatives.stages import ASIDE, PATH, Stage
from landsby.web.kit.text import say
from landsby.web.partnerships.models import Tally

MOST_IN_COLUMN = 40
"""Nobody looks through a longer column, and with so many a card still moves at once; the list has them all."""


@dataclass(frozen=True)
class Card:
    """One initiative on the board, whose links are at hand.

    Attributes:
        meant: how many actors it is meant to reach; 0 when that is not told.
        has_moved: it has just come to where it stands.
    """

    initiative: Initiative
    blueprint: Blueprint
    meant: int
    may_move: bool
    has_moved: bool = False

    @property
    def tracks(self) -> list[str]:
        """The tracks that it runs on, by title."""
        return titles(self.blueprint.tracks, self.initiative.linked("tracks"))

    @property
    def depth(self) -> str:
        """The depth at which it works, by title; "" when it is not told."""
        return "".join(titles(self.blueprint.depths, [self.initiative.depth] if self.initiative.depth else []))

    @property
    def effort(self) -> list[bool]:
        """A mark for each degree of effort, and whether it is asked for; none when it is not told."""
        asked = self.initiative.effort
        return [degree <= asked for degree in range(1, MOST_EFFORT + 1)] if asked else []

    @property
    def has_reach(self) -> bool:
        """Whether anybody does it today."""
        return bool(self.initiative.actors_now)  # type: ignore[attr-defined]  # of the word `with_reach`


@dataclass(frozen=True)
class BoardColumn:
    """One stage: how many stand there, and the cards of the latest."""

    stage: Stage
    count: int
    cards: Sequence[Card] = field(default_factory=list)

    @property
    def is_aside(self) -> bool:
        """Whether it lies off the way."""
        return self.stage in ASIDE

    @property
    def more(self) -> int:
        """How many stand there without a card."""
        return self.count - len(self.cards)


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """What the cards of a board are drawn from besides the initiatives."""

    blueprint: Blueprint
    tallies: Sequence[Tally]
    movable: Collection[int]
    moved: int | None = None

    def card(self, initiative: Initiative) -> Card:
        """The card of an initiative."""
        pk = initiative.pk
        meant = meant_by(initiative, self.tallies)
        # Others than those that it is meant for do it, too: then a share says nothing.
        meant = meant if meant >= initiative.actors_now else 0  # type: ignore[attr-defined]  # of the word `with_reach`
        return Card(initiative, self.blueprint, meant, pk in self.movable, pk == self.moved)


def board_of(initiatives: Sequence[Initiative], counts: Mapping[str, int], drawn: Drawn) -> list[BoardColumn]:
    """The columns in the order of the way, those aside last; initiatives keep their order within each."""
    return [
        BoardColumn(stage, counts.get(stage, 0), [drawn.card(each) for each in initiatives if each.stage == stage])
        for stage in (*PATH, *ASIDE)
    ]


def meant_by(initiative: Initiative, tallies: Sequence[Tally]) -> int:
    """How many actors an initiative, whose links are at hand, is meant to reach where it lies; 0 when unsaid."""
    kinds = set(initiative.linked(ACTOR_KINDS))
    return sum(
        tally.wholes
        for tally in tallies
        if tally.kind in kinds
        and initiative.community_id in (None, tally.community)
        and initiative.municipality_id in (None, tally.municipality)
    )


def titles(definitions: Mapping[str, object], keys: Sequence[str]) -> list[str]:
    """Definitions by title; those that are no longer there by id."""
    return [say(definitions[key].title) if key in definitions else key for key in keys]  # type: ignore[attr-defined]  # titled
