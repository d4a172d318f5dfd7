"""Whether the children fare better, as far as anybody can say by now: the latest word of the design that stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from landsby.web.evaluations.access import latest_declared, latest_result
from landsby.web.evaluations.models import Declaration, Sort
from landsby.web.evaluations.presenters.runs import Told
from landsby.web.partnerships.models import Programme


@dataclass(frozen=True)
class Faring:
    """What the front page says of how the children fare."""

    programme: Programme

    @cached_property
    def design(self) -> Declaration | None:
        """The design that was declared last and stands."""
        return latest_declared(self.programme)

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
