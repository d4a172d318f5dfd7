"""When a milestone is due: by the plan, and as it was changed since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from landsby.blueprint.kinds import Milestone
from landsby.web.partnerships.models import Programme
from landsby.web.plans.periods import months_after
from landsby.web.wheel.models import Deviation


@dataclass(frozen=True)
class Due:
    """When something is due.

    Attributes:
        day: the day; of what is given up, the last that it had.
        is_given_up: whether it is not to be reached after all.
    """

    day: date
    is_given_up: bool = False


def due_by_plan(milestone: Milestone, programme: Programme) -> date:
    """The day that the definition says, told or counted from the programme's start."""
    return milestone.due_on or months_after(programme.starts_on, milestone.after_months or 0)


def due_now(planned: date, deviations: Sequence[Deviation]) -> Due:
    """When it is due after some decisions.

    Args:
        deviations: of one milestone at one place, in the order in which they were decided.
    """
    due = Due(planned)
    for one in deviations:
        due = Due(due.day, is_given_up=True) if one.now_due_on is None else Due(one.now_due_on)
    return due
