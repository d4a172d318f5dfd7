"""What is told of a plan, an item and a review, as the actions take it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any

from landsby.web.plans.periods import last_day_of
from landsby.web.plans.status import ItemStatus


@dataclass(frozen=True)
class When:
    """A day, or a whole month by any of its days; nothing is no time yet."""

    day: date | None = None
    is_whole_month: bool = False

    @property
    def due_on(self) -> date | None:
        """The last day that will do."""
        return last_day_of(self.day) if self.day and self.is_whole_month else self.day


@dataclass(frozen=True)
class ItemTold:
    """One thing that a plan is to hold."""

    what: str
    section: str = ""
    how: str = ""
    who: str = ""
    when: When = field(default=When())
    status: ItemStatus = ItemStatus.PLANNED


@dataclass(frozen=True)
class ReviewTold:
    """How a plan went, told on a day.

    Attributes:
        seen: the sign of what stood there about the day when the page was opened.
    """

    on: date
    went_well: str = ""
    what_next: str = ""
    answers: Mapping[str, Any] = field(default_factory=dict)
    seen: str = ""


def sign_of(review: Any) -> str:
    """A sign of what a review says, by which a change is seen and from which it cannot be read; "" of a new one."""
    told = [review.went_well, review.what_next, sorted(review.answers.items())]
    return sha256(repr(told).encode()).hexdigest()[:12] if review.pk else ""
