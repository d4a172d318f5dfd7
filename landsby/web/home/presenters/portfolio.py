"""The portfolio on the front page: what moved, and what stands still, each with whoever answers for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from landsby.web.initiatives.access import initiatives_seen_by, latest_moves
from landsby.web.initiatives.forms.filter import PUT_ASIDE, STANDING_STILL
from landsby.web.initiatives.models import Initiative, InitiativeQuerySet, StageChange, half_a_year_before
from landsby.web.kit.counts import Count
from landsby.web.overviews.choice import address
from landsby.web.partnerships.access import Standing

MOST_TOLD = 4


@dataclass(frozen=True)
class PortfolioNow:
    """How the initiatives that somebody sees are doing."""

    standing: Standing
    today: date

    @cached_property
    def moved(self) -> Sequence[StageChange]:
        """The latest changes of stage, the latest first."""
        return latest_moves(self.standing, MOST_TOLD)

    @property
    def _standing_still(self) -> InitiativeQuerySet:
        return initiatives_seen_by(self.standing).standing_still(half_a_year_before(self.today))

    @cached_property
    def still(self) -> Sequence[Initiative]:
        """Those of which nothing has been heard for longest."""
        return list(self._standing_still.with_places().latest_moved_first().reverse()[:MOST_TOLD])

    @cached_property
    def all_still(self) -> Count:
        """All of which nothing has been heard for half a year."""
        return Count(self._standing_still.count(), self._list(STANDING_STILL))

    @cached_property
    def aside(self) -> Count:
        """What is postponed or stopped."""
        return Count(initiatives_seen_by(self.standing).aside().count(), self._list(PUT_ASIDE))

    @property
    def has_any(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.moved or self.still or self.aside.value)

    def _list(self, stage: str) -> str:
        return address("initiatives:list", self.standing.programme, {"stage": stage})
