"""The duties of one's own association, and the questions about them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from django.conf import settings

from landsby.web.halls.models import Opening, Swap
from landsby.web.halls.presenters.seasons import OpeningRow
from landsby.web.kit.dates import short_day
from landsby.web.partnerships.models import Actor


@dataclass(frozen=True)
class DutyRow(OpeningRow):
    """One duty."""

    asked: Swap | None = None

    @property
    def is_soon(self) -> bool:
        """Whether one is to be reminded of it by now."""
        day = self.opening.activity.starts_on
        return self.today <= day <= self.today + timedelta(days=settings.REMINDER_DAYS)

    @property
    def may_be_swapped(self) -> bool:
        """Whether it is still to come, and nobody is being asked."""
        activity = self.opening.activity
        return self.asked is None and activity.is_planned and activity.starts_on >= self.today


@dataclass(frozen=True)
class SwapRow:
    """One question about a duty, as one of the two sees it."""

    swap: Swap
    own: frozenset[int]

    @property
    def day(self) -> str:
        """The day of the duty that is to be taken."""
        return short_day(self.swap.opening.activity.starts_on)

    @property
    def return_day(self) -> str:
        """The day of the duty that is given for it, or ""."""
        return short_day(self.swap.in_return.activity.starts_on) if self.swap.in_return else ""

    @property
    def is_mine(self) -> bool:
        """Whether the reader's association asked."""
        return self.swap.giver_id in self.own


@dataclass(frozen=True)
class DutiesPage:
    """What somebody's associations have to do and to answer.

    Attributes:
        openings: their duties from the last weeks on, in order.
        swaps: the questions, the latest first.
    """

    hosts: Sequence[Actor]
    openings: Sequence[Opening]
    swaps: Sequence[Swap]
    today: date

    @cached_property
    def _own(self) -> frozenset[int]:
        return frozenset(host.pk for host in self.hosts)

    @cached_property
    def _open_by_opening(self) -> dict[int, Swap]:
        return {swap.opening_id: swap for swap in self.swaps if swap.is_open and swap.giver_id in self._own}

    @property
    def ahead(self) -> list[DutyRow]:
        """The duties that are still to come."""
        coming = (one for one in self.openings if one.activity.is_planned and one.activity.starts_on >= self.today)
        return [DutyRow(one, self.today, self._open_by_opening.get(one.pk)) for one in coming]

    @property
    def to_count(self) -> list[DutyRow]:
        """Those whose day has come and that nobody has counted."""
        waiting = (one for one in self.openings if one.activity.is_planned and one.activity.has_come(self.today))
        return [DutyRow(one, self.today) for one in waiting]

    @property
    def counted(self) -> list[DutyRow]:
        """Those that were held, the latest on top."""
        return [DutyRow(one, self.today) for one in reversed(self.openings) if one.activity.is_held]

    @property
    def to_answer(self) -> list[SwapRow]:
        """The questions that somebody else asked and nobody has answered, the nearest day on top."""
        waiting = (one for one in self.swaps if one.is_open and one.giver_id not in self._own)
        ahead = [one for one in waiting if one.opening.activity.starts_on >= self.today]
        return [SwapRow(one, self._own) for one in sorted(ahead, key=lambda one: one.opening.activity.starts_on)]

    @property
    def asked(self) -> list[SwapRow]:
        """One's own questions that wait for an answer."""
        return [SwapRow(one, self._own) for one in self.swaps if one.is_open and one.giver_id in self._own]

    @property
    def answered(self) -> list[SwapRow]:
        """What has been answered."""
        return [SwapRow(one, self._own) for one in self.swaps if not one.is_open]
