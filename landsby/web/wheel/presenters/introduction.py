"""The page for a new leader: what the programme is, what is done here, whom to call, and what is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from landsby.blueprint import Blueprint
from landsby.blueprint.kinds import Checklist, Goal, Principle
from landsby.blueprint.kinds.parts import Point
from landsby.web.activities.models import Activity, ActivityQuerySet
from landsby.web.activities.presenters import title_of
from landsby.web.partnerships.access import Standing
from landsby.web.partnerships.models import Actor, Membership
from landsby.web.plans.models import Plan, PlanItem
from landsby.web.wheel.access import (
    activities_at,
    count_by_kind,
    in_focus,
    open_items_of,
    partners_in,
    plans_at,
    who_to_call,
)
from landsby.web.wheel.models import Introduction

A_YEAR = timedelta(days=365)
_MOST = 5


@dataclass(frozen=True)
class IntroductionPage:
    """Everything that is recorded and that a new leader of an actor asks for first."""

    actor: Actor
    standing: Standing
    blueprint: Blueprint
    today: date
    introduction: Introduction | None
    checklist: Checklist | None

    @property
    def goals(self) -> list[Goal]:
        """What the programme wants to reach."""
        return [goal for goal in self.blueprint.goals.values() if goal.ended_on is None]

    @cached_property
    def plans(self) -> list[Plan]:
        """The actor's plans that are worked by."""
        return list(plans_at(self.standing, self.actor).running().latest_first())

    @property
    def reviews(self) -> list[Plan]:
        """The plans that are to be looked at again."""
        return [plan for plan in self.plans if plan.review_due_on is not None]

    @cached_property
    def focus(self) -> list[Principle]:
        """The principles that are in focus."""
        principles = self.blueprint.principles
        return [principles[key] for key in in_focus(self.plans, self.today) if key in principles]

    @cached_property
    def _lately(self) -> ActivityQuerySet:
        return activities_at(self.standing, self.actor).held().between(self.today - A_YEAR, self.today)

    @cached_property
    def done(self) -> list[tuple[str, int]]:
        """How many activities of each kind there were in the last year, most first."""
        counts = count_by_kind(self._lately)
        return [(title_of(self.blueprint.activity_kinds, kind), count) for kind, count in counts]

    @cached_property
    def coming(self) -> list[Activity]:
        """What comes first."""
        return list(activities_at(self.standing, self.actor).upcoming(self.today)[:_MOST])

    @cached_property
    def partners(self) -> list[tuple[Actor, int]]:
        """With whom most activities were shared in the last year."""
        return partners_in(self._lately, self.actor, _MOST)

    @cached_property
    def callers(self) -> list[Membership]:
        """Whom to call: those who follow the actor from its municipality."""
        return who_to_call(self.actor)

    @cached_property
    def open_items(self) -> list[PlanItem]:
        """What the plans say is still to be done, the earliest first."""
        return open_items_of(self.standing, self.actor, _MOST)

    @property
    def points(self) -> list[tuple[Point, bool]]:
        """The checklist, each point with whether it has been gone through."""
        ticked = {tick.point for tick in self.introduction.ticks.all()} if self.introduction else set()
        return [(point, point.id in ticked) for point in (self.checklist.points if self.checklist else ())]

    @property
    def left(self) -> int:
        """How many points are still to be gone through."""
        return sum(not is_done for _point, is_done in self.points)
