"""Which plans somebody may read and write in."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404
from django.utils import timezone

from landsby.web.initiatives.models import Initiative
from landsby.web.kit.models import AuditEntry, AuditEntryQuerySet
from landsby.web.partnerships.access import SEE, Standing, To, Visitor, standing_in
from landsby.web.partnerships.models import Actor, Place, Right
from landsby.web.plans.access.places import registers_for
from landsby.web.plans.models import (
    EverydayPractice,
    FocusPrinciple,
    Plan,
    PlanItem,
    PlanItemQuerySet,
    PlanQuerySet,
    PlanReview,
)


def plans_seen_by(standing: Standing) -> PlanQuerySet:
    """The plans that somebody may read: of the places that they see, and those shown as examples."""
    return Plan.objects.of(standing.programme).seen_within(standing.seen)


def plans_kept_by(standing: Standing) -> PlanQuerySet:
    """The plans that somebody may write in: of the places that they register for."""
    return Plan.objects.of(standing.programme).within(standing.reach(Right.LOG_ACTIVITIES))


def may_write(standing: Standing, plan: Plan) -> bool:
    """Whether somebody may write in a plan: whoever registers for the place whose it is."""
    return registers_for(standing, plan.place)


def is_near(standing: Standing, plan: Plan) -> bool:
    """Whether somebody sees the place whose a plan is, and not only an example."""
    return not plan.is_shared or Plan.objects.filter(pk=plan.pk).within(standing.seen).exists()


def plan_for(user: Visitor, pk: int, *, to: To = SEE) -> tuple[Plan, Standing]:
    """A plan that the user may read, and write in where that is asked.

    Raises:
        Http404: to a stranger, and for the plan of a place that lies outside what the user may read.
        PermissionDenied: to a member who does not register for the place.
    """
    plan = Plan.objects.with_places().filter(pk=pk).first()
    if plan is None:
        raise Http404
    standing = standing_in(user, plan.programme)
    if not plans_seen_by(standing).filter(pk=pk).exists():
        raise Http404
    if to != SEE and not may_write(standing, plan):
        raise PermissionDenied
    return plan, standing


def item_for(user: Visitor, pk: int) -> tuple[PlanItem, Standing]:
    """An item of a plan that the user may write in.

    Raises:
        Http404, PermissionDenied: as `plan_for`.
    """
    item = PlanItem.objects.filter(pk=pk).first()
    if item is None:
        raise Http404
    plan, standing = plan_for(user, item.plan_id, to=Right.LOG_ACTIVITIES)
    item.plan = plan
    return item, standing


def own_plans(standing: Standing) -> PlanQuerySet:
    """The plans of somebody's own institutions that are in use, the latest first; else those that they write in."""
    own = [actor.pk for actor in standing.own_actors]
    plans = Plan.objects.of(standing.programme).running()
    if own:
        return plans.filter(Q(actor__in=own) | Q(actor__parent__in=own)).current_first(timezone.localdate())
    return plans.within(standing.acting).current_first(timezone.localdate())


def running_plans_of(standing: Standing, actor: Actor) -> PlanQuerySet:
    """The plans in use of an actor and of its departments that somebody may read."""
    seen = plans_seen_by(standing).running()
    return seen.filter(Q(actor=actor) | Q(actor__parent=actor)).with_places().latest_first()


def items_leading_to(standing: Standing, initiative: Initiative) -> PlanItemQuerySet:
    """What is still to be done for an initiative in the plans in use that somebody may read."""
    return PlanItem.objects.in_plans(plans_seen_by(standing).running()).open().filter(initiatives=initiative)


def own_items_due(standing: Standing, until: date, most: int) -> list[PlanItem]:
    """What the plans in use of somebody's own places say is to be done until a day, the earliest first."""
    items = PlanItem.objects.in_plans(own_plans(standing)).open().filter(due_on__lte=until)
    return list(items.with_plans().order_by("due_on", "pk")[:most])


def newest_plan_of(place: Place, template: str) -> Plan | None:
    """The latest plan of a place on a template."""
    return Plan.objects.of_place(place).on_template(template).order_by("-starts_on", "-pk").first()


def examples_for(standing: Standing, plan: Plan) -> PlanQuerySet:
    """Other places' plans on the same template that somebody may read and take from, those shown as examples first."""
    others = plans_seen_by(standing).on_template(plan.template).not_of_place(plan.place)
    return others.with_places().order_by("-is_shared", "-starts_on", "pk")


def focus_along(plan: Plan) -> list[FocusPrinciple]:
    """All that a plan's place has had in focus, on this plan and the others on its template, the earliest first."""
    return list(FocusPrinciple.objects.along(plan))


def everyday_along(plan: Plan) -> list[tuple[str, str]]:
    """What has become everyday at a plan's place, as ids of principle and example."""
    return list(EverydayPractice.objects.along(plan).values_list("principle", "example"))


def history_of(plan: Plan) -> AuditEntryQuerySet:
    """What has been done to a plan, its items and its reviews, the latest first."""
    told = Q(thing=Plan._meta.label_lower, thing_key=str(plan.pk))
    for rows in (PlanItem.objects.filter(plan=plan), PlanReview.objects.filter(plan=plan)):
        keys = [str(pk) for pk in rows.values_list("pk", flat=True)]
        told |= Q(thing=rows.model._meta.label_lower, thing_key__in=keys)
    return AuditEntry.objects.of_programme(plan.programme.slug).filter(told).newest_first()


def held_plan(plan: Plan) -> Plan:
    """The plan as it is stored now, which nobody else changes until the transaction has ended."""
    held = Plan.objects.select_for_update(of=("self",)).with_places().get(pk=plan.pk)
    held.programme = plan.programme
    return held
