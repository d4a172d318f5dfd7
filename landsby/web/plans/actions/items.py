"""The things that a plan holds: added, changed, done and taken away."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from landsby.web.accounts.models import User
from landsby.web.activities.models import Activity
from landsby.web.initiatives.models import Initiative
from landsby.web.kit.audit import changes, record
from landsby.web.kit.models import Act
from landsby.web.kit.problems import refuse_on_blockers
from landsby.web.kit.text import say
from landsby.web.plans.access import held_plan
from landsby.web.plans.models import Plan, PlanItem
from landsby.web.plans.on_template import idea_of, template_of
from landsby.web.plans.rules import problem_of_idea_gone, problems_of_item, problems_of_writing
from landsby.web.plans.status import ItemStatus
from landsby.web.plans.told import ItemTold

A_MOMENT = timedelta(minutes=1)


@transaction.atomic
def add_item(*, plan: Plan, told: ItemTold, by: User, idea: str = "", is_agreed: bool = False) -> PlanItem:
    """Write one thing into a plan, after the others.

    Args:
        idea: the id of the template's idea that it was taken from.
        is_agreed: whether its time was agreed elsewhere, and holds wherever the plan's days lie.

    Raises:
        Blocked: when nothing is said, the plan has ended, or it holds too much already.
    """
    plan = held_plan(plan)
    if (sent := _sent_before(plan, told, idea, by)) is not None:
        return sent
    count, within = plan.items.count() + 1, None if is_agreed else plan.span
    refuse_on_blockers(problems_of_item(told, count=count, is_running=plan.is_running, within=within))
    last = plan.items.aggregate(last=Max("position"))["last"] or 0
    item = PlanItem(plan=plan, idea=idea, position=last + 1, added_by=by)
    item.be_told(told, timezone.localdate())
    item.save()
    record(by=by, act=Act.CREATED, thing=item, programme=plan.programme.slug)
    return item


def _sent_before(plan: Plan, told: ItemTold, idea: str, by: User) -> PlanItem | None:
    """The very same thing that the same person wrote a moment ago: the form was sent twice."""
    since = timezone.now() - A_MOMENT
    same = {"section": told.section, "what": told.what, "how": told.how, "who": told.who, "idea": idea}
    return plan.items.filter(**same, due_on=told.when.due_on, added_by=by, added_at__gte=since).first()


@transaction.atomic
def add_idea(*, plan: Plan, section: str, idea: str, by: User) -> PlanItem:
    """Take one of the template's ideas into a plan; a second tap changes nothing.

    Raises:
        Blocked: when the template has no such idea, or as `add_item`.
    """
    plan = held_plan(plan)
    taken = plan.items.filter(section=section, idea=idea).first() if idea else None
    if taken is not None:
        return taken
    told = idea_of(template_of(plan), section, idea)
    refuse_on_blockers([problem_of_idea_gone()] if told is None else [])
    what = say(told.text) if told else ""
    return add_item(plan=plan, told=ItemTold(what=what, section=section), idea=idea, by=by)


@transaction.atomic
def change_item(*, item: PlanItem, told: ItemTold, by: User) -> PlanItem:
    """Let one thing be as told now.

    Raises:
        Blocked: as `add_item`.
    """
    plan = held_plan(item.plan)
    within = None if told.when.due_on == item.due_on else plan.span
    count = plan.items.count()
    refuse_on_blockers(problems_of_item(told, count=count, is_running=plan.is_running, within=within))
    item = plan.items.get(pk=item.pk)
    before = _audited(item)
    item.be_told(told, timezone.localdate())
    item.save()
    detail = changes(before, _audited(item))
    record(by=by, act=Act.CHANGED, thing=item, programme=plan.programme.slug, detail=detail)
    return item


@transaction.atomic
def set_item_status(*, item: PlanItem, status: ItemStatus, by: User, on: date | None = None) -> PlanItem:
    """Say how far one thing has come.

    Args:
        on: the day on which it was done; None is today.

    Raises:
        Blocked: when the plan has ended.
    """
    plan = held_plan(item.plan)
    refuse_on_blockers(problems_of_writing(is_running=plan.is_running))
    item = plan.items.get(pk=item.pk)
    if item.status == status:
        return item
    before = _audited(item)
    item.come_to(status, on or timezone.localdate())
    item.save(update_fields=["status", "done_on"])
    detail = changes(before, _audited(item))
    record(by=by, act=Act.CHANGED, thing=item, programme=plan.programme.slug, detail=detail)
    return item


@transaction.atomic
def link_item(
    *, item: PlanItem, activities: Iterable[Activity], initiatives: Iterable[Initiative], by: User
) -> PlanItem:
    """Let these activities and initiatives, and no others, belong to one thing."""
    plan = held_plan(item.plan)
    refuse_on_blockers(problems_of_writing(is_running=plan.is_running))
    before = _linked(item)
    item.activities.set(activities)
    item.initiatives.set(initiatives)
    detail = changes(before, _linked(item))
    record(by=by, act=Act.CHANGED, thing=item, programme=plan.programme.slug, detail=detail)
    return item


@transaction.atomic
def remove_item(*, item: PlanItem, by: User) -> None:
    """Take away what was never meant to stand there.

    Raises:
        Blocked: when the plan has ended.
    """
    plan = held_plan(item.plan)
    refuse_on_blockers(problems_of_writing(is_running=plan.is_running))
    count = plan.items.count()
    record(by=by, act=Act.REMOVED, thing=item, programme=plan.programme.slug)
    # The item is gone with its key; the plan's own history is to tell of it all the same.
    record(by=by, act=Act.CHANGED, thing=plan, programme=plan.programme.slug, detail={"items": [count, count - 1]})
    item.delete()


def _audited(item: PlanItem) -> dict[str, object]:
    """What of an item the audit keeps: never what was typed."""
    return {"section": item.section, "due_on": item.due_on, "status": item.status}


def _linked(item: PlanItem) -> dict[str, str]:
    """How many activities and initiatives belong to an item, and which, by primary key."""
    links = {"activities": item.activities, "initiatives": item.initiatives}
    return {name: ", ".join(map(str, sorted(rows.values_list("pk", flat=True)))) for name, rows in links.items()}
