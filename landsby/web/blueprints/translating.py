"""What a translator has left in a programme's own words."""

from __future__ import annotations

from dataclasses import dataclass

from landsby.blueprint import Text
from landsby.blueprint.adaptation import Adaptation
from landsby.blueprint.blueprint import Blueprint
from landsby.blueprint.contents import KINDS
from landsby.blueprint.definition import Described
from landsby.blueprint.rewording import HalfSaid, half_said
from landsby.blueprint.shadowing import described_in
from landsby.web.blueprints.models import blueprint_of, current_adaptations, in_force, upstream_of
from landsby.web.partnerships.models import Programme


@dataclass(frozen=True)
class HalfTold:
    """A definition with own words in one language only."""

    folder: str
    key: str
    title: Text
    texts: tuple[HalfSaid, ...]


def half_told_in(programme: Programme) -> list[HalfTold]:
    """The definitions whose own words a translator should look at; four queries, however many there are."""
    ours = current_adaptations(programme)
    if not ours:
        return []
    today, version = blueprint_of(programme), upstream_of(in_force(programme))
    told = []
    for each in ours:
        definition = described_in(today, each.folder, each.id)
        texts = tuple(half_said(definition, _beneath(each, version))) if definition else ()
        if definition and texts:
            told.append(HalfTold(each.folder, each.id, definition.title, texts))
    return told


def _beneath(adaptation: Adaptation, version: Blueprint) -> Described | None:
    """What the words are laid over; None where the programme alone has the definition."""
    found = described_in(version, adaptation.folder, adaptation.id)
    kept = adaptation.patch.get("kept")
    return KINDS[adaptation.folder].model_validate(kept) if found is None and kept else found
