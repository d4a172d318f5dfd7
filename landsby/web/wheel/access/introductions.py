"""What the page for a new leader reads: how far the introduction has come, what is done there, and whom to call."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db.models import Count, Q

from landsby.web.activities.models import ActivityQuerySet, Involvement
from landsby.web.partnerships.models import Actor, Membership, Right
from landsby.web.plans.models import FocusPrinciple, Plan
from landsby.web.wheel.models import (
    Introduction,
)


def introduction_of(actor: Actor) -> Introduction | None:
    """The introduction that goes on at an actor."""
    return Introduction.objects.filter(actor=actor, ended_on=None).prefetch_related("ticks").first()


def count_by_kind(activities: ActivityQuerySet) -> list[tuple[str, int]]:
    """How many activities there are of each kind, the most first."""
    counted = activities.order_by().values_list("kind").annotate(count=Count("pk"))
    return [(kind, count) for kind, count in counted.order_by("-count", "kind")]


def partners_in(activities: ActivityQuerySet, actor: Actor, most: int) -> list[tuple[Actor, int]]:
    """The other actors that had a part in most of some activities, each with how many."""
    parts = Involvement.objects.filter(activity__in=activities.order_by().values("pk")).exclude(actor=actor)
    counted = parts.values_list("actor").annotate(count=Count("activity", distinct=True)).order_by("-count", "actor")
    counts = dict(counted[:most])
    found = Actor.objects.among(counts).in_reading_order()
    return sorted(((one, counts[one.pk]) for one in found), key=lambda pair: -pair[1])


def in_focus(plans: Sequence[Plan], today: date) -> list[str]:
    """The ids of the principles that are in focus in some plans on a day."""
    running = FocusPrinciple.objects.filter(plan__in=plans, starts_on__lte=today)
    rows = running.filter(Q(ends_on=None) | Q(ends_on__gte=today)).values_list("principle", flat=True)
    return list(dict.fromkeys(rows))


def who_to_call(actor: Actor) -> list[Membership]:
    """Those who follow an actor from its municipality and register for it, by role."""
    if actor.municipality_id is None:
        return []
    tied = Membership.objects.current().filter(municipality=actor.municipality_id, user__is_active=True)
    found = [one for one in tied.select_related("user", "role") if Right.LOG_ACTIVITIES in one.role.rights]
    return sorted(found, key=lambda one: (one.role.order, one.user.name))
