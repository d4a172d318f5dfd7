"""What places are called: those of the programme, those that a design names, and the country's municipalities."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from landsby.blueprint import codelist
from landsby.evaluation.designs.design import Design
from landsby.web.evaluations.models import PlaceCode
from landsby.web.kit.text import say

DIGITS = 4
"""Of a municipality's code; data that leave out the first 0 mean the same."""


@dataclass(frozen=True)
class Names:
    """Names by code.

    Attributes:
        codes: what the data call the programme's places.
    """

    design: Design
    codes: list[PlaceCode]

    @cached_property
    def known(self) -> dict[str, str]:
        """Those of the programme's own places, and those that the design tells."""
        own = {code.code: str(code.place) for code in self.codes}
        around = {
            code.community.municipality.code: code.community.municipality.name for code in self.codes if code.community
        }
        return {**self.design.names, **around, **own}

    def of(self, code: str) -> str:
        """The name of an area or a unit; the code itself where nobody has told it."""
        if (known := self.known.get(code)) is not None:
            return known
        official = codelist("municipalities").get(code.zfill(DIGITS)) if code.isdigit() else None
        return say(official.title) if official else code

    def in_order(self, codes: Iterable[str]) -> list[str]:
        """The names of several, in order of their codes, each once."""
        return list(dict.fromkeys(self.of(code) for code in codes))
