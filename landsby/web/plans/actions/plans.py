"""The plan itself: begun, answered, shown to others, ended and taken up again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from landsby.blueprint.kinds import PlanTemplate
from landsby.web.accounts.models import User
from landsby.web.blueprints.models import NamesOfToday, held_blueprint, last_wording
from landsby.web.kit.audit import changes, record
from landsby.web.kit.models import Act
from landsby.web.kit.problems import refuse_on_blockers
from landsby.web.kit.text import say
from landsby.web.partnerships.models import Place, Programme
from landsby.web.plans.access import held_plan
from landsby.web.plans.models import Plan
from landsby.web.plans.models.plan import placed
from landsby.web.plans.on_template import is_for, next_review
from landsby.web.plans.periods import Span, review_due
from landsby.web.plans.rules import (
    problem_of_template_elsewhere,
    problem_of_template_gone,
    problems_of_same_start,
    problems_of_span,
    problems_of_writing,
)
from landsby.web.plans.status import PlanStatus

A_MOMENT = timedelta(minutes=1)
LINKED = ["programme", "municipality", "community", "actor", "carried_from", "created_by"]
"""Foreign keys come from rows that were just read; asking for each again would only cost questions."""


@transaction.atomic
def begin_plan(
    *,
    programme: Programme,
    template: str,
    place: Place,
    span: Span,
    by: User,
    answers: Mapping[str, Any] | None = None,
    carried_from: Plan | None = None,
) -> Plan:
    """Begin a place's plan on a template; sent twice it is begun once.

    Args:
        template: the id of the template's definition, of today or of the day on which the page was opened.

    Raises:
        Blocked: for a template that is gone or that others make plans on, and for days that cannot be.
    """
    refuse_on_blockers(problems_of_span(span))
    chosen = _template_of_today(programme, template, place)
    plan = Plan(template=chosen.id, template_hash=chosen.content_hash, starts_on=span.first, ends_on=span.last)
    for name, told in {**placed(place), "programme": programme}.items():
        setattr(plan, name, told)
    plan.answers, plan.carried_from, plan.created_by = dict(answers or {}), carried_from, by
    plan.review_due_on = review_due(chosen.reviewed, span.first, span.last)
    return _store(plan, by)


def _store(plan: Plan, by: User) -> Plan:
    """Store a new plan, unless its place has one on the template from the same day on; that one is given back."""
    like = Plan.objects.of(plan.programme).of_place(plan.place).on_template(plan.template)
    stored = like.filter(starts_on=plan.starts_on)
    plan.clean_fields(exclude=LINKED)
    if found := stored.first():
        refuse_on_blockers(problems_of_same_start(plan.span, is_taken=not _is_the_same(plan, found)))
        return found
    try:
        with transaction.atomic():
            plan.save()
    except IntegrityError:
        # The same form was sent a second time while the first was being stored.
        return stored.get()
    record(by=by, act=Act.CREATED, thing=plan, programme=plan.programme.slug)
    return plan


def _is_the_same(plan: Plan, found: Plan) -> bool:
    """Whether a plan that is there is what the same form has stored, or what was carried over before."""
    if plan.carried_from is not None:
        return found.carried_from_id == plan.carried_from.pk
    is_fresh = found.created_at > timezone.now() - A_MOMENT
    return is_fresh and found.created_by_id == (plan.created_by.pk if plan.created_by else None)


def _template_of_today(programme: Programme, id_: str, place: Place) -> PlanTemplate:
    """The template that an id stands for, which the place makes plans on."""
    names = NamesOfToday(programme, held_blueprint(programme))
    now = names.of("plan_templates", id_)
    if now is None:
        wording = last_wording(programme, "plan_templates", id_)
        refuse_on_blockers([problem_of_template_gone(say(wording.definition.title) if wording else id_)])
    template = names.blueprint.plan_templates[now or id_]
    if not is_for(template, place):
        refuse_on_blockers([problem_of_template_elsewhere(say(template.title), str(place))])
    return template


@transaction.atomic
def answer_questions(*, plan: Plan, span: Span, answers: Mapping[str, Any], by: User) -> Plan:
    """Let a plan's days and its answers be as told now.

    Raises:
        Blocked: for days that cannot be, and when the plan has ended.
    """
    refuse_on_blockers(problems_of_span(span))
    plan = held_plan(plan)
    refuse_on_blockers(problems_of_writing(is_running=plan.is_running))
    like = Plan.objects.of(plan.programme).of_place(plan.place).on_template(plan.template).exclude(pk=plan.pk)
    refuse_on_blockers(problems_of_same_start(span, is_taken=like.filter(starts_on=span.first).exists()))
    before = {"starts_on": plan.starts_on, "ends_on": plan.ends_on}
    plan.starts_on, plan.ends_on = span
    # Answers to questions that the form did not ask stay.
    plan.answers = {**plan.answers, **answers}
    plan.review_due_on = next_review(plan)
    plan.clean_fields(exclude=LINKED)
    plan.save()
    detail = changes(before, {"starts_on": plan.starts_on, "ends_on": plan.ends_on})
    record(by=by, act=Act.CHANGED, thing=plan, programme=plan.programme.slug, detail=detail)
    return plan


@transaction.atomic
def share_plan(*, plan: Plan, is_shared: bool, by: User) -> Plan:
    """Show a plan to everybody in the programme as an example, or no longer."""
    plan = held_plan(plan)
    if plan.is_shared == is_shared:
        return plan
    plan.is_shared = is_shared
    plan.save(update_fields=["is_shared"])
    detail = changes({"is_shared": not is_shared}, {"is_shared": is_shared})
    record(by=by, act=Act.CHANGED, thing=plan, programme=plan.programme.slug, detail=detail)
    return plan


@transaction.atomic
def end_plan(*, plan: Plan, is_ended: bool, by: User) -> Plan:
    """Say that a plan is no longer worked by, or that it is after all."""
    plan = held_plan(plan)
    before, becomes = plan.status, PlanStatus.ENDED if is_ended else PlanStatus.RUNNING
    if before == becomes:
        return plan
    plan.status = becomes
    plan.review_due_on = next_review(plan)
    plan.save(update_fields=["status", "review_due_on"])
    detail = changes({"status": before}, {"status": plan.status})
    record(by=by, act=Act.CHANGED, thing=plan, programme=plan.programme.slug, detail=detail)
    return plan
