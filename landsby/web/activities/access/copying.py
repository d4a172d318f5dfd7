"""What somebody may copy, and what has been copied."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from landsby.web.activities.access.activities import activities_led_by
from landsby.web.activities.models import Activity, ActivityQuerySet
from landsby.web.partnerships.access import Standing


def own_activities_between(standing: Standing, first: date, last: date) -> ActivityQuerySet:
    """One's own activities that one answers for, of the days from the first to the last."""
    own = activities_led_by(standing).concerning(standing.own_actors, standing.user)
    return own.within(standing.seen).between(first, last)


def stored_by_key(standing: Standing, keys: Iterable[UUID]) -> dict[UUID, Activity]:
    """What is stored in the whole programme under some keys, whoever stored it."""
    known = Activity.objects.of(standing.programme).with_keys(keys)
    return {activity.client_key: activity for activity in known if activity.client_key}
