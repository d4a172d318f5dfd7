"""What may be said to belong to one thing in a plan."""

from __future__ import annotations

from landsby.web.activities.access import activities_seen_by
from landsby.web.activities.models import Activity, ActivityQuerySet
from landsby.web.partnerships.access import Standing
from landsby.web.plans.models import Plan, PlanItem

MOST_OFFERED = 100
"""Nobody looks through more; those that belong to it already are always there."""


def activities_to_link(standing: Standing, item: PlanItem) -> list[Activity]:
    """The place's activities within the plan's period, the latest first, after those that belong to it already."""
    around = _of_place(activities_seen_by(standing), item.plan).between(item.plan.starts_on, item.plan.ends_on)
    offered = list(around.order_by("-starts_on", "-pk")[:MOST_OFFERED])
    return list(dict.fromkeys([*item.activities.order_by("starts_on", "pk"), *offered]))


def _of_place(activities: ActivityQuerySet, plan: Plan) -> ActivityQuerySet:
    if plan.actor_id is not None:
        return activities.involving(plan.actor_id)
    if plan.community_id is not None:
        return activities.in_community(plan.community_id)
    return activities if plan.municipality_id is None else activities.in_municipality(plan.municipality_id)
