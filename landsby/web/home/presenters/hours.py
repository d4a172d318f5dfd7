"""Hours that wait for somebody: to be handed in, or to be approved."""

from __future__ import annotations

from django.urls import reverse

from landsby.web.courses.access import hours_to_approve, sessions_to_hand_in
from landsby.web.kit.counts import Count
from landsby.web.partnerships.access import Standing
from landsby.web.partnerships.models import Right, ScopeLevel


def hours_to_hand_in_now(standing: Standing) -> Count:
    """The held sessions that lack hours, to those who belong to an association; others hand in for them when asked."""
    is_own = standing.leading.role.scope == ScopeLevel.ACTOR
    found = sessions_to_hand_in(standing).count() if is_own else 0
    return Count(found, reverse("courses:hand_in", args=[standing.programme.slug]))


def hours_to_approve_now(standing: Standing) -> Count:
    """The rows of hours that wait to be approved, to those who approve them."""
    found = hours_to_approve(standing).count() if standing.may(Right.APPROVE_HOURS) else 0
    return Count(found, reverse("courses:approve", args=[standing.programme.slug]))
