"""Those that were planned together as repetitions of one another."""

from __future__ import annotations

from django.db.models import Q

from landsby.web.activities.access.activities import activities_led_by, activities_seen_by
from landsby.web.activities.models import Activity
from landsby.web.partnerships.access import Standing


def repetitions_of(standing: Standing, activity: Activity) -> list[Activity]:
    """Those that were planned together with an activity and that somebody sees, in order; mostly none."""
    if activity.repetition is None:
        return []
    return list(activities_seen_by(standing).filter(repetition=activity.repetition).in_order())


def following_of(standing: Standing, activity: Activity) -> list[Activity]:
    """Those of them that are planned for a later day and that somebody may change, with places and parts at hand."""
    if activity.repetition is None:
        return []
    return _later(standing, activity, Q(repetition=activity.repetition))


def cancelled_with(standing: Standing, activity: Activity) -> list[Activity]:
    """What may be cancelled together with an activity: those that follow it, as repetitions or in the same series."""
    if activity.series_id is None:
        return following_of(standing, activity)
    return _later(standing, activity, Q(series=activity.series_id))


def _later(standing: Standing, activity: Activity, alike: Q) -> list[Activity]:
    led = activities_led_by(standing).filter(alike, starts_on__gt=activity.starts_on)
    return list(led.planned().within(standing.seen).with_places().with_parts().in_order())
