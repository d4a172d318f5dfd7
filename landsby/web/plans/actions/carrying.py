"""Going on: into the next period, and with what others have written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from landsby.web.accounts.models import User
from landsby.web.blueprints.models import NamesOfToday, blueprint_of
from landsby.web.kit.audit import record_each
from landsby.web.kit.models import Act
from landsby.web.kit.problems import refuse_on_blockers
from landsby.web.plans.access import held_plan
from landsby.web.plans.actions.focus import focus_on
from landsby.web.plans.actions.plans import answer_questions, begin_plan, end_plan
from landsby.web.plans.models import FocusPrinciple, Plan, PlanItem
from landsby.web.plans.on_template import idea_of, principles_of, section_of, template_of
from landsby.web.plans.periods import Span
from landsby.web.plans.rules import problems_of_carrying, problems_of_item
from landsby.web.plans.status import ItemStatus
from landsby.web.plans.told import ItemTold


@transaction.atomic
def carry_over(*, plan: Plan, span: Span, items: Iterable[PlanItem], by: User) -> Plan:
    """Begin the plan of the next period with what goes on; the one before runs to the day before it, and no longer.

    What is in focus goes on, too. Doing it twice gives back what the first time made.

    Args:
        items: those that go on, as they were read with the plan.

    Raises:
        Blocked: when the next period does not come after this one or after what was put in focus, or the template is
            gone.
    """
    changed_on = max((row.starts_on for row in plan.focus.all()), default=None)
    refuse_on_blockers(problems_of_carrying(plan.span, span.first, changed_on))
    template, place = plan.template, plan.place
    begun = begin_plan(
        programme=plan.programme,
        template=template,
        place=place,
        span=span,
        answers=plan.answers,
        carried_from=plan,
        by=by,
    )
    begun.programme = plan.programme
    _take_items(begun, plan, items, by)
    _take_focus(begun, plan, by)
    last = begun.starts_on - timedelta(days=1)
    plan = held_plan(plan)
    if plan.is_running and (plan.ends_on is None or plan.ends_on > last):
        answer_questions(plan=plan, span=Span(plan.starts_on, last), answers={}, by=by)
    if begun.starts_on <= timezone.localdate():
        end_plan(plan=plan, is_ended=True, by=by)
    return begun


@transaction.atomic
def copy_items(*, plan: Plan, items: Iterable[PlanItem], by: User) -> int:
    """Take what others have written into a plan: what and how, and neither who nor when.

    Returns:
        How many it did not have already.
    """
    return _add(plan, [(item, ItemTold(item.what, item.section, item.how), None) for item in items], by)


def _take_items(begun: Plan, plan: Plan, items: Iterable[PlanItem], by: User) -> None:
    """What goes on keeps who and how, and is told a new time."""
    taken = set(begun.items.exclude(carried_from=None).values_list("carried_from", flat=True))
    going_on = [item for item in items if item.plan_id == plan.pk and item.pk not in taken]
    kept = {ItemStatus.UNDER_WAY.value: ItemStatus.UNDER_WAY}
    told = [
        (item, ItemTold(item.what, item.section, item.how, item.who, status=kept.get(item.status, ItemStatus.PLANNED)))
        for item in going_on
    ]
    _add(begun, [(item, one, item) for item, one in told], by)


def _add(plan: Plan, told: Iterable[tuple[PlanItem, ItemTold, PlanItem | None]], by: User) -> int:
    """Write things into a plan that it does not hold already, however many in as many questions.

    Those whose part is gone stand under none. What goes on from the plan before is never taken for another.
    """
    plan = held_plan(plan)
    template, stored = template_of(plan), list(plan.items.all())
    held = {(item.section, item.what, item.how) for item in stored}
    ideas = {(item.section, item.idea) for item in stored if item.idea}
    today = timezone.localdate()
    today = timezone.localdate()
    last = max((item.position for item in stored), default=0)
    new: list[PlanItem] = []
    for item, one, carried_from in told:
        section = one.section if section_of(template, one.section) else ""
        idea = item.idea if idea_of(template, section, item.idea) else ""
        if (carried_from is None and (section, one.what, one.how) in held) or (idea and (section, idea) in ideas):
            continue
        ideas |= {(section, idea)} if idea else set()
        made = PlanItem(plan=plan, idea=idea, carried_from=carried_from, added_by=by, position=last + len(new) + 1)
        made.be_told(replace(one, section=section), today)
        new.append(made)
        refuse_on_blockers(problems_of_item(one, count=len(stored) + len(new), is_running=plan.is_running))
    PlanItem.objects.bulk_create(new)
    record_each(by=by, act=Act.CREATED, things=[(item, {}) for item in new], programme=plan.programme.slug)
    return len(new)


def _take_focus(begun: Plan, plan: Plan, by: User) -> None:
    """What was in focus goes on in the plan that was begun, as far as the programme still has it."""
    running = FocusPrinciple.objects.filter(plan=plan, ends_on=None)
    going_on = list(running.values_list("principle", flat=True))
    template = template_of(begun)
    last = begun.starts_on - timedelta(days=1)
    running.update(ends_on=last)
    if template is None or template.focus is None or begun.focus.exists():
        return
    names = NamesOfToday(begun.programme, blueprint_of(begun.programme))
    known = [one.id for one in principles_of(template, names) if one.id in going_on]
    if known:
        focus_on(plan=begun, principles=known[: template.focus.at_a_time], on=begun.starts_on, by=by)
