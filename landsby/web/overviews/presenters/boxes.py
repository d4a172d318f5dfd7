"""The boxes of a live theory of change, and what it rests on, ready to be shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from landsby.blueprint.kinds import Assumption, TheoryNode
from landsby.web.blueprints.models import TheoryEvidence
from landsby.web.kit.counts import Count
from landsby.web.overviews.presenters.measured import Shown


@dataclass(frozen=True)
class CountedLine:
    """One number under a box: what it counts, and where the records are."""

    label: str
    count: Count


@dataclass(frozen=True)
class Named:
    """A definition by its title, and where it is described."""

    title: str
    url: str


@dataclass(frozen=True)
class Onward:
    """Where an arrow leads, and the numbers and titles of what must hold for it."""

    title: str
    anchor: str
    assumptions: Sequence[tuple[int, str]] = ()


@dataclass(frozen=True)
class LiveBox:
    """One box and all that is known under it.

    Attributes:
        missing: what is not there yet, said plainly.
    """

    node: TheoryNode
    lane: str
    years: str
    counts: Sequence[CountedLine]
    reach: str
    offers: Sequence[Named]
    indicators: Sequence[Shown]
    leads_to: Sequence[Onward]
    missing: Sequence[str]

    @property
    def anchor(self) -> str:
        """What the box can be pointed at by."""
        return anchor_of(self.node.id)


@dataclass(frozen=True)
class LiveAssumption:
    """An assumption by its number, the arrows that rest on it, and what speaks for and against it."""

    number: int
    assumption: Assumption
    arrows: Sequence[tuple[str, str]]
    evidence: Sequence[TheoryEvidence] = ()


def anchor_of(node: str) -> str:
    """What a box can be pointed at by on the page."""
    return f"box-{node}"
