"""What a gathering leaves behind: agreements, and what people thought of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from landsby.web.accounts.models import User
from landsby.web.activities.models import Activity
from landsby.web.activities.status import Status
from landsby.web.gatherings.access import answers_to, people_at, plan_of
from landsby.web.gatherings.models import Agreement, Opinion, Plan
from landsby.web.gatherings.rules import ANSWERS, QUESTIONS, problems_of_answering
from landsby.web.kit.audit import record, record_many
from landsby.web.kit.models import Act
from landsby.web.kit.problems import Problem, refuse_on_blockers
from landsby.web.partnerships.models import Actor
from landsby.web.plans.actions import add_item, set_item_status
from landsby.web.plans.models import Plan as PlacePlan
from landsby.web.plans.status import ItemStatus
from landsby.web.plans.told import ItemTold, When


@transaction.atomic
def make_agreement(
    *, activity: Activity, text: str, by: User, actor: Actor | None = None, due_on: date | None = None
) -> Agreement:
    """Note what was agreed, by whom and until when; the same once more, as from a second click, is not another."""
    Activity.objects.select_for_update().get(pk=activity.pk)
    told = {"activity": activity, "text": text, "actor": actor, "due_on": due_on}
    twin = Agreement.objects.open().filter(**told).first()
    if twin is not None:
        return twin
    agreement = Agreement(**told, created_by=by)
    agreement.clean_fields(exclude=["activity", "actor", "created_by"])
    agreement.save()
    record(by=by, act=Act.CREATED, thing=agreement, programme=activity.programme.slug)
    return agreement


@transaction.atomic
def keep_agreement(*, agreement: Agreement, is_done: bool, by: User, on: date | None = None) -> Agreement:
    """Say that what was agreed is done, or that it is not after all.

    Args:
        on: the day on which it was done; None is today.
    """
    agreement.done_on = (on or timezone.localdate()) if is_done else None
    agreement.save(update_fields=["done_on"])
    if agreement.plan_item and agreement.plan_item.plan.is_running:
        status = ItemStatus.DONE if is_done else ItemStatus.PLANNED
        set_item_status(item=agreement.plan_item, status=status, on=agreement.done_on, by=by)
    programme = agreement.activity.programme.slug
    record(by=by, act=Act.CHANGED, thing=agreement, programme=programme, detail={"done_on": str(agreement.done_on)})
    return agreement


@transaction.atomic
def lay_into_plan(*, agreement: Agreement, plan: PlacePlan, by: User) -> Agreement:
    """Let what was agreed stand in a plan, too; what lies in one already stays there.

    Raises:
        Blocked: when the plan has ended or is full.
    """
    agreement = Agreement.objects.select_for_update(of=("self",)).with_gatherings().get(pk=agreement.pk)
    if agreement.plan_item is not None:
        return agreement
    who = agreement.actor.name if agreement.actor else _("Alle sammen")
    status = ItemStatus.PLANNED if agreement.done_on is None else ItemStatus.DONE
    told = ItemTold(agreement.text, who=who, when=When(agreement.due_on), status=status)
    agreement.plan_item = add_item(plan=plan, told=told, by=by, is_agreed=True)
    agreement.save(update_fields=["plan_item"])
    detail = {"plan_item": ["", str(plan)]}
    record(by=by, act=Act.CHANGED, thing=agreement, programme=agreement.activity.programme.slug, detail=detail)
    return agreement


@transaction.atomic
def drop_agreement(*, agreement: Agreement, by: User) -> None:
    """Take away an agreement that was never made."""
    record(by=by, act=Act.REMOVED, thing=agreement, programme=agreement.activity.programme.slug)
    agreement.delete()


@transaction.atomic
def give_opinion(*, activity: Activity, answers: Mapping[str, str], by: User) -> None:
    """Count one person's answers. Who gave them is kept nowhere, and the log only says that somebody answered.

    Args:
        answers: for each question an answer, by key.
        by: whoever holds the telephone; not necessarily the one who answers.

    Raises:
        Blocked: before the gathering was held, after it was closed for answers, or when everybody has answered.
        KeyError: for a question or an answer that is not asked.
    """
    Activity.objects.select_for_update().get(pk=activity.pk)
    refuse_on_blockers(_doubts(activity))
    for question in QUESTIONS:
        answer = answers[question]
        if answer not in ANSWERS:
            raise KeyError(answer)
        row, _is_new = Opinion.objects.get_or_create(activity=activity, question=question, answer=answer)
        Opinion.objects.filter(pk=row.pk).update(people=F("people") + 1)
    # The log says that somebody answered, never what: the answers are counts and nothing else.
    record_many(by=by, act=Act.CREATED, what=Opinion, label=str(activity), programme=activity.programme.slug, rows=1)


@transaction.atomic
def close_evaluation(*, activity: Activity, by: User) -> Plan:
    """Let nobody answer any more, so that the answers may be shown."""
    Activity.objects.select_for_update().get(pk=activity.pk)
    plan = plan_of(activity)
    plan.evaluation_closed_at = plan.evaluation_closed_at or timezone.now()
    plan.save()
    record(by=by, act=Act.CHANGED, thing=plan, programme=activity.programme.slug, detail={"evaluation": "closed"})
    return plan


def _doubts(activity: Activity) -> Iterator[Problem]:
    """Whether one may answer now, as the gathering is held fast."""
    return problems_of_answering(
        activity.starts_on,
        is_cancelled=activity.status == Status.CANCELLED,
        is_closed=plan_of(activity).evaluation_closed_at is not None,
        answered=answers_to(activity),
        came=people_at(activity),
        today=timezone.localdate(),
    )
