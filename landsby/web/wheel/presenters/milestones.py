"""Milestones in the reader's words: the list, and one of them with its places."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from landsby.blueprint import Blueprint
from landsby.blueprint.kinds import Milestone
from landsby.web.partnerships.models import Place, Programme
from landsby.web.wheel.access import deviations_in, reached_in
from landsby.web.wheel.due import Due, due_by_plan, due_now
from landsby.web.wheel.models import Deviation, ReachedMilestone
from landsby.web.wheel.models.at_place import key_of

Key = tuple[int | None, int | None, int | None]


@dataclass(frozen=True)
class MilestoneRow:
    """One milestone of the list.

    Attributes:
        reached: how many places have reached it.
        places: how many are to.
        due: when it is due for the programme as a whole, or by the plan where each place has its own.
    """

    milestone: Milestone
    due: Due
    planned: date
    reached: int
    places: int
    deviations: int
    today: date

    @property
    def is_reached(self) -> bool:
        """Whether every place has."""
        return 0 < self.places <= self.reached

    @property
    def is_late(self) -> bool:
        """Whether its day has passed and some place has not reached it."""
        return not self.is_reached and not self.due.is_given_up and self.due.day < self.today

    @property
    def is_moved(self) -> bool:
        """Whether its day is another than the plan's."""
        return self.due.day != self.planned


def milestone_rows(
    programme: Programme, blueprint: Blueprint, places: Callable[[Milestone], int], today: date
) -> list[MilestoneRow]:
    """Every milestone in use, the earliest first: two queries however many there are.

    Args:
        places: how many places reach a milestone.
    """
    reached = reached_in(programme).by_milestone()
    changed: dict[str, list[Deviation]] = {}
    for deviation in deviations_in(programme).as_decided():
        changed.setdefault(deviation.milestone, []).append(deviation)
    rows = [
        _row(
            milestone, programme, changed.get(milestone.id, []), reached.get(milestone.id, 0), places(milestone), today
        )
        for milestone in blueprint.milestones.values()
        if milestone.ended_on is None or milestone.ended_on >= today
    ]
    return sorted(rows, key=lambda row: (row.due.day, row.milestone.order, row.milestone.id))


def _row(
    milestone: Milestone,
    programme: Programme,
    changed: Sequence[Deviation],
    reached: int,
    places: int,
    today: date,
) -> MilestoneRow:
    planned = due_by_plan(milestone, programme)
    whole = [one for one in changed if milestone.level == "programme"]
    due = due_now(planned, whole)
    return MilestoneRow(milestone, due, planned, reached, places, len(changed), today)


@dataclass(frozen=True)
class At:
    """How far one place has come with a milestone."""

    place: Place
    due: Due
    reached: ReachedMilestone | None
    changes: Sequence[Deviation]
    may_write: bool
    today: date

    @property
    def key(self) -> str:
        """What an address calls the place."""
        return key_of(self.place)

    @property
    def is_late(self) -> bool:
        """Whether its day has passed and it is not reached."""
        return self.reached is None and not self.due.is_given_up and self.due.day < self.today


@dataclass(frozen=True)
class MilestonePage:
    """One milestone with the places that reach it."""

    programme: Programme
    milestone: Milestone
    places: Sequence[Place]
    writable: frozenset[str]
    today: date

    @property
    def planned(self) -> date:
        """The day that the plan says."""
        return due_by_plan(self.milestone, self.programme)

    @cached_property
    def rows(self) -> list[At]:
        """Each place that the reader sees: two queries however many there are."""
        reached = {key_of(one.place): one for one in reached_in(self.programme).along(self.milestone.id).with_places()}
        changed: dict[str, list[Deviation]] = {}
        for one in deviations_in(self.programme).along(self.milestone.id).with_places().as_decided():
            changed.setdefault(key_of(one.place), []).append(one)
        return [self._at(place, reached, changed) for place in self.places]

    def _at(self, place: Place, reached: dict[str, ReachedMilestone], changed: dict[str, list[Deviation]]) -> At:
        key = key_of(place)
        changes = changed.get(key, [])
        due = due_now(self.planned, changes)
        return At(place, due, reached.get(key), changes[::-1], key in self.writable, self.today)

    @property
    def reached_count(self) -> int:
        """How many of the places have reached it."""
        return sum(row.reached is not None for row in self.rows)
