"""What a place has in focus, what of it has become everyday, and how far it has come through all of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from landsby.blueprint.kinds import Focus, PlanTemplate
from landsby.blueprint.kinds.parts import Point
from landsby.web.blueprints.models import NamesOfToday
from landsby.web.kit.periods import HalfYear
from landsby.web.plans.access import everyday_along, focus_along
from landsby.web.plans.coverage import Coverage, Stretch, Turn, coverage
from landsby.web.plans.models import FocusPrinciple, Plan
from landsby.web.plans.on_template import Principled, principle_called, principles_of


@dataclass(frozen=True)
class Card:
    """One principle in focus, with its examples and whether each has become everyday."""

    told: Principled
    since: date
    examples: list[tuple[Point, bool]]

    @property
    def everyday(self) -> int:
        """How many of its examples have become everyday."""
        return sum(is_everyday for _point, is_everyday in self.examples)


@dataclass(frozen=True)
class Line:
    """One principle in the round through all of them."""

    told: Principled
    turn: Turn
    everyday: int

    @property
    def when(self) -> str:
        """The half-years in which it was in focus, each once."""
        halves = [str(HalfYear.of(stretch.first)) for stretch in self.turn.stretches]
        return ", ".join(dict.fromkeys(halves))


@dataclass(frozen=True)
class FocusPage:
    """The principles of a plan: three queries, however many rows.

    Attributes:
        template: the plan's template, which has principles.
    """

    plan: Plan
    template: PlanTemplate
    names: NamesOfToday
    today: date

    @property
    def focus(self) -> Focus:
        """How many at a time, and within how many years all."""
        assert self.template.focus is not None
        return self.template.focus

    @cached_property
    def principles(self) -> list[Principled]:
        """All that are gone through, in order."""
        return list(principles_of(self.template, self.names))

    @cached_property
    def _rows(self) -> list[FocusPrinciple]:
        return focus_along(self.plan)

    @cached_property
    def _everyday(self) -> set[tuple[str, str]]:
        return {(self._now(principle), example) for principle, example in everyday_along(self.plan)}

    def _now(self, id_: str) -> str:
        return self.names.of("principles", id_) or id_

    @property
    def day(self) -> date:
        """Today, or the last day of a plan whose period has passed."""
        return min(self.today, self.plan.ends_on) if self.plan.ends_on else self.today

    @cached_property
    def coverage(self) -> Coverage:
        """How far the place has come through all of them."""
        told = [Stretch(self._now(row.principle), row.starts_on, row.ends_on) for row in self._rows]
        return coverage([one.id for one in self.principles], told, self.focus.all_within_years, self.day)

    @cached_property
    def in_focus(self) -> list[Card]:
        """What is in focus in this plan today, or was when it ended."""
        return [self._card(row) for row in self._rows if row.plan_id == self.plan.pk and _holds(row, self.day)]

    def _card(self, row: FocusPrinciple) -> Card:
        told = principle_called(self.names, row.principle)
        points = told.principle.practice if told.principle else ()
        return Card(told, row.starts_on, [(point, (told.id, point.id) in self._everyday) for point in points])

    @property
    def lines(self) -> list[Line]:
        """Each principle with its turns, in order."""
        known = {one.id: one for one in self.principles}
        return [
            Line(known[turn.principle], turn, sum(id_ == turn.principle for id_, _e in self._everyday))
            for turn in self.coverage.turns
        ]

    @property
    def gone(self) -> list[str]:
        """The titles of what was in focus and the programme no longer has."""
        known = {one.id for one in self.principles}
        former = dict.fromkeys(self._now(row.principle) for row in self._rows)
        return [principle_called(self.names, id_).title for id_ in former if id_ not in known]


def _holds(row: FocusPrinciple, day: date) -> bool:
    return row.starts_on <= day and (row.ends_on is None or row.ends_on >= day)
