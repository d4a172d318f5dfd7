"""Tying what was done to what was intended: activities and things in plans to their initiatives."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from landsby.web.activities.models import Activity, ActivityInitiative
from landsby.web.initiatives.models import Initiative
from landsby.web.partnerships.models import Programme
from landsby.web.plans.models import Plan, PlanItem
from landsby.web.plans.on_template import template_of

MOST_TIED = 2
"""So many things of each plan say which activity and initiative they came to."""


def tie_together(programme: Programme) -> None:
    """Let activities be a part of the initiatives that name their kind, and things in plans say what came of them."""
    initiatives = list(Initiative.objects.of(programme).with_parts())
    by_kind: dict[str, list[Initiative]] = {}
    for each in initiatives:
        for kind in each.linked("activity_kinds"):
            by_kind.setdefault(kind, []).append(each)
    rows = Activity.objects.of(programme).of_kinds(by_kind).values_list("pk", "kind", "starts_on")
    ActivityInitiative.objects.bulk_create(
        (
            ActivityInitiative(activity_id=pk, initiative=each)
            for pk, kind, starts_on in rows
            for each in by_kind[kind]
            if _goes_on(each, starts_on)
        ),
        batch_size=2000,
    )
    _tie_plans(programme, initiatives)


def _goes_on(initiative: Initiative, day: date) -> bool:
    """Whether it was not put aside by then."""
    return not initiative.is_aside or day < initiative.stage_since_on


def _tie_plans(programme: Programme, initiatives: Iterable[Initiative]) -> None:
    """The first things of each plan lead to the initiative of its track and to an activity of the place."""
    by_track = {track: each for each in initiatives for track in each.linked("tracks") if each.stage == "operation"}
    activities, links = [], []
    for plan in Plan.objects.of(programme).exclude(actor=None).with_places():
        within = (
            Activity.objects.of(programme)
            .involving(plan.actor.pk if plan.actor else 0)
            .held()
            .between(plan.starts_on, plan.ends_on)
        )
        held = list(within.order_by("starts_on", "pk")[:MOST_TIED])
        initiative = next((by_track[track] for track in _tracks_of(plan) if track in by_track), None)
        for item, activity in zip(plan.items.in_order()[:MOST_TIED], held, strict=False):
            activities.append(PlanItem.activities.through(planitem_id=item.pk, activity_id=activity.pk))
            if initiative is not None:
                links.append(PlanItem.initiatives.through(planitem_id=item.pk, initiative_id=initiative.pk))
    PlanItem.activities.through.objects.bulk_create(activities)
    PlanItem.initiatives.through.objects.bulk_create(links)


def _tracks_of(plan: Plan) -> tuple[str, ...]:
    template = template_of(plan)
    return template.tracks if template else ()
