"""What a place has in focus, and what of it has become everyday."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from landsby.web.accounts.models import User
from landsby.web.blueprints.models import NamesOfToday, held_blueprint
from landsby.web.kit.audit import record
from landsby.web.kit.models import Act
from landsby.web.kit.problems import refuse_on_blockers
from landsby.web.plans.access import held_plan
from landsby.web.plans.models import EverydayPractice, FocusPrinciple, Plan
from landsby.web.plans.on_template import Principled, principle_called, template_of
from landsby.web.plans.rules import (
    problem_of_principle_gone,
    problem_without_focus,
    problems_of_focus,
    problems_of_turning_back,
    problems_of_writing,
)


@transaction.atomic
def focus_on(*, plan: Plan, principles: Sequence[str], on: date, by: User) -> Plan:
    """Let a place have these principles in focus from a day on, and no others.

    Those that were in focus and are not chosen end the day before; those that were and are go on.

    Args:
        principles: ids of definitions, of today or of the day on which the page was opened.

    Raises:
        Blocked: for too many, for one that is gone, and for a day outside the plan.
    """
    plan = held_plan(plan)
    refuse_on_blockers(problems_of_writing(is_running=plan.is_running))
    template = template_of(plan)
    focus = template.focus if template else None
    if focus is None:
        refuse_on_blockers([problem_without_focus()])
        return plan
    chosen = _called_today(plan, principles)
    refuse_on_blockers(problems_of_focus([one.id for one in chosen], focus.at_a_time, on, plan.span))
    refuse_on_blockers(problems_of_turning_back(on, _latest(plan)))
    before = _in_focus(plan, on)
    _end_others(plan, {one.id for one in chosen}, on)
    _begin(plan, [one for one in chosen if one.id not in before], on)
    after = ", ".join(one.id for one in chosen)
    detail = {"principle": [", ".join(sorted(before)), after]}
    record(by=by, act=Act.CHANGED, thing=plan, programme=plan.programme.slug, detail=detail)
    return plan


@transaction.atomic
def tick_practice(
    *, plan: Plan, principle: str, example: str, is_everyday: bool, by: User, on: date | None = None
) -> None:
    """Say that an example of a principle has become everyday at a place, or that it is not after all.

    Args:
        on: the day on which it had; None is today.

    Raises:
        Blocked: when the principle or the example is gone.
    """
    plan = held_plan(plan)
    refuse_on_blockers(problems_of_writing(is_running=plan.is_running))
    [told] = _called_today(plan, [principle])
    examples = {point.id for point in told.principle.practice} if told.principle else set()
    refuse_on_blockers([] if example in examples else [problem_of_principle_gone(told.title)])
    ticks = EverydayPractice.objects.along(plan).filter(principle=told.id, example=example)
    if is_everyday == ticks.exists():
        return
    if is_everyday:
        since = on or timezone.localdate()
        EverydayPractice.objects.create(plan=plan, principle=told.id, example=example, since_on=since)
    else:
        ticks.delete()
    detail = {"example": ["", example] if is_everyday else [example, ""]}
    record(by=by, act=Act.CHANGED, thing=plan, programme=plan.programme.slug, detail=detail)


def _called_today(plan: Plan, principles: Sequence[str]) -> list[Principled]:
    """The principles under the names of today, each once, while the programme's blueprint is held."""
    names = NamesOfToday(plan.programme, held_blueprint(plan.programme))
    called = {told.id: told for told in (principle_called(names, id_) for id_ in principles)}
    refuse_on_blockers(problem_of_principle_gone(told.title) for told in called.values() if told.is_gone)
    return list(called.values())


def _open(plan: Plan, on: date) -> QuerySet[FocusPrinciple]:
    """What is in focus on a day or later."""
    return FocusPrinciple.objects.filter(Q(ends_on=None) | Q(ends_on__gte=on), plan=plan)


def _in_focus(plan: Plan, on: date) -> set[str]:
    """The ids of what is in focus on a day."""
    return set(_open(plan, on).filter(starts_on__lte=on).values_list("principle", flat=True))


def _latest(plan: Plan) -> date | None:
    """The day from which something is in focus that was chosen last."""
    latest = FocusPrinciple.objects.filter(plan=plan).order_by("-starts_on").first()
    return latest.starts_on if latest else None


def _end_others(plan: Plan, chosen: set[str], on: date) -> None:
    """What is not chosen ends the day before; what would not have begun by then was never in focus."""
    others = _open(plan, on).exclude(principle__in=chosen)
    others.filter(starts_on__gte=on).delete()
    others.update(ends_on=on - timedelta(days=1))


def _begin(plan: Plan, chosen: Sequence[Principled], on: date) -> None:
    FocusPrinciple.objects.bulk_create(
        FocusPrinciple(plan=plan, principle=one.id, principle_hash=one.principle.content_hash, starts_on=on)
        for one in chosen
        if one.principle is not None
    )
