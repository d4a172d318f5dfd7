"""Milestones reached, and decisions that change them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from landsby.blueprint.kinds import Milestone
from landsby.web.accounts.models import User
from landsby.web.blueprints.models import NamesOfToday, held_blueprint
from landsby.web.kit.audit import record
from landsby.web.kit.models import Act
from landsby.web.kit.problems import refuse_on_blockers
from landsby.web.partnerships.models import Place, Programme
from landsby.web.plans.models import placed
from landsby.web.wheel.access import reaches
from landsby.web.wheel.due import due_by_plan, due_now
from landsby.web.wheel.models import Deviation, ReachedMilestone
from landsby.web.wheel.rules import problem_of_milestone_gone, problems_of_deviation, problems_of_reaching
from landsby.web.wheel.told import DeviationTold


@transaction.atomic
def reach_milestone(*, programme: Programme, place: Place, milestone: str, on: date, by: User) -> ReachedMilestone:
    """Say that a place has reached a milestone; said again, the day is the one told last.

    Raises:
        Blocked: for a day that has not come, and for a milestone that is gone or that other places reach.
    """
    told = _called_today(programme, place, milestone)
    refuse_on_blockers(problems_of_reaching(on, timezone.localdate()))
    keys: dict[str, Any] = {**placed(place), "programme": programme, "milestone": told.id}
    values: dict[str, Any] = {"milestone_hash": told.content_hash, "reached_on": on, "told_by": by}
    reached, is_new = ReachedMilestone.objects.update_or_create(**keys, defaults=values)
    record(by=by, act=Act.CREATED if is_new else Act.CHANGED, thing=reached, programme=programme.slug)
    return reached


@transaction.atomic
def take_back_milestone(*, programme: Programme, place: Place, milestone: str, by: User) -> None:
    """Say that a place has not reached a milestone after all."""
    reached = ReachedMilestone.objects.of(programme).of_place(place).along(milestone).first()
    if reached is not None:
        record(by=by, act=Act.REMOVED, thing=reached, programme=programme.slug)
        reached.delete()


@transaction.atomic
def decide_deviation(*, programme: Programme, place: Place, milestone: str, told: DeviationTold, by: User) -> Deviation:
    """Note that a milestone is reached later, otherwise or not at all, why, and who decided it.

    Raises:
        Blocked: when what, why or by whom is missing, nothing changes, or the milestone is reached or gone.
    """
    definition = _called_today(programme, place, milestone)
    along = Deviation.objects.of(programme).of_place(place).filter(milestone=definition.id)
    before = due_now(due_by_plan(definition, programme), list(along.as_decided()))
    is_reached = ReachedMilestone.objects.of(programme).of_place(place).along(definition.id).exists()
    today = timezone.localdate()
    problems = problems_of_deviation(told, due_on=before.day, is_reached=is_reached, today=today)
    refuse_on_blockers(problems)
    deviation = Deviation(**{**placed(place), "programme": programme}, milestone=definition.id, told_by=by)
    deviation.milestone_hash, deviation.was_due_on = definition.content_hash, before.day
    deviation.now_due_on, deviation.decided_on = told.now_due_on, told.decided_on
    deviation.what, deviation.why, deviation.decided_by = told.what, told.why, told.decided_by
    deviation.clean_fields(exclude=["told_by"])
    deviation.save()
    record(by=by, act=Act.CREATED, thing=deviation, programme=programme.slug)
    return deviation


def _called_today(programme: Programme, place: Place, milestone: str) -> Milestone:
    """The milestone under the name of today, while the programme's blueprint is held."""
    blueprint = held_blueprint(programme)
    definition = blueprint.milestones.get(NamesOfToday(programme, blueprint).of("milestones", milestone) or "")
    refuse_on_blockers([problem_of_milestone_gone()] if definition is None or not reaches(definition, place) else [])
    assert definition is not None  # refused above
    return definition
