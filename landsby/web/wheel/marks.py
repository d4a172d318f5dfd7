"""What stands on a wheel: in which month, in which band, and what it says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from landsby.web.kit.problems import Sentence


class Band(IntEnum):
    """The bands of the wheel, the innermost first."""

    TOGETHER = 0
    """Board meetings, milestones and own dates."""
    PLANS = 1
    ACTIVITIES = 2


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing in one month.

    Attributes:
        day: the day; None where only the month is known.
        count: how many things it stands for.
        sort: what it is, in a word or two.
        note: a few words more.
    """

    month: int
    band: Band
    text: str
    sort: Sentence
    day: date | None = None
    count: int = 1
    url: str = ""
    note: str = ""
    is_done: bool = False
