"""The versions that a programme has worked by, those on their way, and whether a newer one comes along."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from landsby.blueprint import Blueprint, BlueprintError, builtin, load
from landsby.web.blueprints.access import adapted_keys, adopted_in, drafts_of
from landsby.web.blueprints.models import AdoptedBlueprint, UpgradeDraft, in_force
from landsby.web.partnerships.access import Standing
from landsby.web.partnerships.models import Programme


@dataclass(frozen=True)
class Versions:
    """What the page of versions shows.

    Attributes:
        present: the one that holds; its hash is what comes with it.
        offered: the version that comes with the installation, where it is another.
        own_words: how many definitions the programme has its own words about.
    """

    present: AdoptedBlueprint
    all: Sequence[AdoptedBlueprint]
    drafts: Sequence[UpgradeDraft]
    offered: Blueprint | None
    own_words: int

    @property
    def can_go_back(self) -> bool:
        """Whether there is a version to go back to."""
        return sum(adopted.undone_at is None for adopted in self.all) > 1


def versions_of(programme: Programme, standing: Standing) -> Versions:
    """The versions, as one person sees them."""
    present = in_force(programme)
    return Versions(
        present,
        list(adopted_in(programme)),
        list(drafts_of(standing)),
        _offered(present),
        len(adapted_keys(programme)),
    )


def _offered(present: AdoptedBlueprint) -> Blueprint | None:
    if present.key not in builtin():
        return None
    try:
        blueprint = load(present.key)
    except BlueprintError:
        return None
    return blueprint if blueprint.content_hash != present.content_hash else None
