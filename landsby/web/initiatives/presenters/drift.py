"""The list's summary in the reader's words: what is new, how deep it works, and whether the demanding is put off."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from landsby.blueprint import Blueprint
from landsby.web.initiatives.drift import Drift, Sort, StageTally, drift_of, standing_by
from landsby.web.initiatives.stages import Newness
from landsby.web.kit.filters import WITHOUT
from landsby.web.kit.text import say


@dataclass(frozen=True)
class SummaryRow:
    """One line: what it counts, the counts, and the choice that shows the same in the list."""

    title: str
    tally: StageTally
    name: str
    value: str

    @property
    def params(self) -> dict[str, str]:
        """The choice as parameters of the list."""
        return {self.name: self.value}


@dataclass(frozen=True)
class Summary:
    """What a portfolio holds, counted from its sorts."""

    sorts: Sequence[Sort]
    blueprint: Blueprint

    @property
    def total(self) -> int:
        """How many initiatives there are."""
        return sum(sort.many for sort in self.sorts)

    @cached_property
    def newness(self) -> list[SummaryRow]:
        """New, changed and known."""
        named = [*((value, str(label)) for value, label in Newness.choices), ("", _("Ikke fortalt"))]
        return self._rows("newness", named, lambda sort: sort.newness)

    @cached_property
    def depths(self) -> list[SummaryRow]:
        """From the shallowest to the deepest."""
        named = [(key, say(each.title)) for key, each in self.blueprint.depths.items()]
        known = {key for key, _title in named}
        former = sorted({sort.depth for sort in self.sorts} - known - {""})
        return self._rows(
            "depth", [*named, *((key, key) for key in former), ("", _("Ikke fortalt"))], lambda sort: sort.depth
        )

    @cached_property
    def drift(self) -> Drift:
        """The demanding beside the rest."""
        return drift_of(self.sorts)

    @property
    def aside(self) -> int:
        """How many are postponed or stopped."""
        tallies = standing_by(self.sorts, lambda _sort: None)
        return sum(tally.aside for tally in tallies.values())

    def _rows(self, name: str, named: Iterable[tuple[str, str]], key_of: Callable[[Sort], str]) -> list[SummaryRow]:
        found = standing_by(self.sorts, key_of)
        return [SummaryRow(title, found[key], name, key or WITHOUT) for key, title in named if key in found]
