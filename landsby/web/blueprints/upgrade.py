"""From what holds today to what would hold: a value, which rules judge, pages tell and actions carry out."""

from __future__ import annotations

from dataclasses import dataclass

from landsby.blueprint import Blueprint
from landsby.blueprint.adaptation import Adaptation, Conflict
from landsby.blueprint.change import Change, Difference
from landsby.blueprint.difference import difference
from landsby.blueprint.hashing import hash_of
from landsby.blueprint.renaming import Key, Renames
from landsby.web.blueprints.referring import Uses


@dataclass(frozen=True)
class Upgrade:
    """From what holds today to what would hold.

    Attributes:
        before: what holds today, adaptations and all.
        after: what would hold.
        renames: what records would call a definition, by folder and id of today.
        kept: what the version has not, and what stays as ended because something refers to it.
        adaptations: what the programme would say otherwise.
        conflicts: what of that does not fit.
        uses: what refers to each definition of today.
        planned: what is planned after the last day of those that end, by their ids of today.
        shadowed: what the version says anew under the programme's own words.
    """

    before: Blueprint
    after: Blueprint
    renames: Renames
    kept: tuple[Key, ...]
    adaptations: tuple[Adaptation, ...]
    conflicts: tuple[Conflict, ...]
    uses: Uses
    planned: Uses
    shadowed: tuple[Change, ...] = ()

    @property
    def seal(self) -> str:
        """A hash of all that would change: what somebody has read has the same seal only where it is the same."""
        renames = sorted([*key, after] for key, after in self.renames.items())
        said = sorted([each.folder, each.id, hash_of(each.patch)] for each in self.adaptations)
        return hash_of([self.before.content_hash, self.after.content_hash, renames, sorted(self.kept), said])

    @property
    def difference(self) -> Difference:
        """What becomes of each definition."""
        return difference(self.before, self.after, self.renames)

    @property
    def lost(self) -> list[Key]:
        """Definitions of today that something refers to and that would not be there."""
        return [
            (folder, id_)
            for folder, id_ in self.uses
            if id_ in getattr(self.before, folder)
            and self.renames.get((folder, id_), id_) not in getattr(self.after, folder)
        ]
