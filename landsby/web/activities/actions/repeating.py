"""Something that is repeated: planned for all its days, and changed from one day on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from landsby.web.accounts.models import User
from landsby.web.activities.actions.single import cancel_activity, change_activity
from landsby.web.activities.actions.together import register_together
from landsby.web.activities.details import Details
from landsby.web.activities.entry import Entry
from landsby.web.activities.models import Activity
from landsby.web.activities.retelling import details_of
from landsby.web.blueprints.models import kind_as_recorded
from landsby.web.partnerships.models import Programme

EACH_ITS_OWN = frozenset(
    {"kind", "kind_now", "status", "cancelled_because", "starts_on", "ends_on", "attendance", "hours", "notes", "extra"}
)
"""What a change of one does not carry over to those that follow; the days are moved instead."""


@transaction.atomic
def plan_repeated(*, programme: Programme, entries: Sequence[Entry], repetition: UUID, by: User) -> list[Activity]:
    """Plan something for several days; each is an activity of its own, and they know of each other.

    Args:
        repetition: what they are known by together.

    Raises:
        Blocked, django.db.IntegrityError: as `register_together`.
    """
    stored = register_together(programme=programme, entries=entries, by=by)
    activities = [one for one in stored if isinstance(one, Activity)]
    Activity.objects.filter(pk__in=[one.pk for one in activities]).update(repetition=repetition)
    return activities


@transaction.atomic
def change_from_here(*, activity: Activity, details: Details, following: Sequence[Activity], by: User) -> None:
    """Change an activity, and in those that follow what was changed in it; what differed in them already stays so.

    Args:
        activity, following: as they are stored, with places and parts at hand.

    Raises:
        Blocked: when one of them does not hold; then none is changed.
    """
    kind = kind_as_recorded(activity.programme, activity.kind, activity.kind_hash)
    carried = _carried_over(details_of(activity, kind), details)
    moved = details.starts_on - activity.starts_on
    change_activity(activity=activity, details=details, by=by)
    for other in following:
        own = details_of(other, kind_as_recorded(other.programme, other.kind, other.kind_hash))
        change_activity(activity=other, details=_changed(own, carried, moved), by=by)


@transaction.atomic
def cancel_from_here(*, activity: Activity, because: str, following: Sequence[Activity], by: User) -> None:
    """Say that an activity, and those that follow it, do not take place, and why."""
    for one in (activity, *following):
        cancel_activity(activity=one, because=because, by=by)


def _carried_over(before: Details, after: Details) -> dict[str, Any]:
    """What a change says about those that follow."""
    told = [one.name for one in fields(Details) if one.name not in EACH_ITS_OWN]
    return {name: getattr(after, name) for name in told if _said(before, name) != _said(after, name)}


def _said(details: Details, name: str) -> Any:
    """A value as it is compared: of several, in whichever order."""
    value = getattr(details, name)
    return frozenset(value) if isinstance(value, tuple) else value


def _changed(own: Details, carried: dict[str, Any], moved: timedelta) -> Details:
    ends_on = own.ends_on + moved if own.ends_on else None
    return replace(own, **carried, starts_on=own.starts_on + moved, ends_on=ends_on)
