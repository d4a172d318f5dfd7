"""Whether the children fare better, as far as anybody can say by now: the latest word of the design that stands.

Where several stand, it is the one that was declared first: later ones may have been asked for what was seen by then.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from landsby.web.evaluations.access import latest_result, standing_designs
from landsby.web.evaluations.models import Declaration, Sort
from landsby.web.evaluations.presenters.runs import Told
from landsby.web.partnerships.models import Programme


@dataclass(frozen=True)
class Faring:
    """What the front page says of how the children fare."""

    programme: Programme

    @cached_property
    def designs(self) -> list[Declaration]:
        """All that stand, the first declared first."""
        return list(standing_designs(self.programme))

    @property
    def design(self) -> Declaration | None:
        """The one that is told of."""
        return self.designs[0] if self.designs else None

    @property
    def others(self) -> int:
        """How many more there are."""
        return max(len(self.designs) - 1, 0)

    @cached_property
    def result(self) -> Told | None:
        """The latest answer to whether it goes better."""
        return self._told(Sort.RESULT)

    @cached_property
    def patience(self) -> Told | None:
        """The latest answer to when one can know."""
        return self._told(Sort.PATIENCE)

    def _told(self, sort: Sort) -> Told | None:
        run = latest_result(self.design, sort) if self.design else None
        return Told(run) if run else None
