"""One activity: registered, changed, held, cancelled, removed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from decimal import Decimal
from functools import partial
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from landsby.blueprint import ActivityKind
from landsby.web.accounts.models import User
from landsby.web.activities.access import stored_before
from landsby.web.activities.details import Attendance, Details
from landsby.web.activities.models import Activity, RemovedActivity, Series
from landsby.web.activities.names import named_as_today, new_as_today
from landsby.web.activities.rows import LINKED, audited, audited_links, fill, link, referred_by
from landsby.web.activities.rules import problems_of_attendance, problems_of_details, problems_of_holding
from landsby.web.activities.status import Status
from landsby.web.blueprints.models import NamesOfToday, held_blueprint
from landsby.web.kit.audit import changes, record
from landsby.web.kit.models import Act
from landsby.web.kit.problems import refuse_on_blockers
from landsby.web.partnerships.models import Programme


@transaction.atomic
def register_activity(*, programme: Programme, details: Details, by: User, client_key: UUID | None = None) -> Activity:
    """Store an activity, planned or held.

    Args:
        client_key: the form's own key; a second call with the same key returns what the first stored.

    Raises:
        Blocked: when the details do not hold, or name what the programme has no longer.
    """
    stored = stored_before(client_key, by)
    if stored is not None:
        return stored
    told = new_as_today(details, NamesOfToday(programme, held_blueprint(programme)))
    return store_activity(programme=programme, details=told, client_key=client_key, by=by)


@transaction.atomic(savepoint=False)
def store_activity(
    *, programme: Programme, details: Details, by: User, series: Series | None = None, client_key: UUID | None = None
) -> Activity:
    """Store an activity that is told in the names of today, while the programme's blueprint is held.

    Args:
        client_key: as `register_activity` takes it.

    Raises:
        Blocked: when the details do not hold.
    """
    refuse_on_blockers(problems_of_details(details, timezone.localdate()))
    activity = Activity(programme=programme, series=series, created_by=by, client_key=client_key)
    fill(activity, details)
    activity.clean_fields(exclude=LINKED)
    try:
        with transaction.atomic():
            activity.save(force_insert=True)
    except IntegrityError:
        # The same form was sent a second time while the first was being stored.
        stored = stored_before(client_key, by)
        if stored is None:
            raise
        return stored
    link(activity, details)
    record(by=by, act=Act.CREATED, thing=activity, programme=programme.slug)
    return activity


@transaction.atomic
def change_activity(*, activity: Activity, details: Details, by: User) -> Activity:
    """Let an activity be as told now; the audit keeps what each changed field was.

    Raises:
        Blocked: when the details do not hold, or name what the programme has no longer and the activity never had.
    """
    refuse_on_blockers(problems_of_details(details, timezone.localdate()))
    programme = activity.programme
    names = NamesOfToday(programme, held_blueprint(programme))
    activity = Activity.objects.select_for_update().get(pk=activity.pk)
    activity.programme = programme
    details = _changed_as_today(details, activity, names)
    before = {**audited(activity), **audited_links(activity)}
    fill(activity, details)
    activity.clean_fields(exclude=LINKED)
    activity.save()
    for links in (activity.involvements, activity.goals, activity.tracks, activity.initiatives):
        links.all().delete()
    link(activity, details)
    record(
        by=by,
        act=Act.CHANGED,
        thing=activity,
        programme=activity.programme.slug,
        detail=changes(before, {**audited(activity), **audited_links(activity)}),
    )
    return activity


@transaction.atomic
def hold_activity(
    *,
    activity: Activity,
    kind: ActivityKind,
    attendance: Attendance,
    by: User,
    hours: Decimal | None = None,
    notes: str | None = None,
    extra: Mapping[str, Any] | None = None,
) -> Activity:
    """Say that an activity was held, and how many came.

    Args:
        hours: hours worked; None is none.
        notes, extra: None lets them stay as they were.

    Raises:
        Blocked: when a count is out of range, the day has not come, or a required answer is missing.
    """
    _read_again(activity)
    answers = activity.extra if extra is None else dict(extra)
    refuse_on_blockers(problems_of_attendance(attendance))
    refuse_on_blockers(problems_of_holding(kind, activity.starts_on, answers, timezone.localdate()))
    before = audited(activity)
    activity.status, activity.cancelled_because, activity.extra = Status.HELD, "", answers
    for group, count in asdict(attendance).items():
        setattr(activity, group, count)
    activity.hours = hours
    if notes is not None:
        activity.notes = notes
    return _save_changed(activity, before, by)


@transaction.atomic
def cancel_activity(*, activity: Activity, because: str, by: User) -> Activity:
    """Say that an activity did not take place, and why."""
    _read_again(activity)
    before = audited(activity)
    activity.status, activity.cancelled_because = Status.CANCELLED, because
    return _save_changed(activity, before, by)


@transaction.atomic
def remove_activity(*, activity: Activity, by: User) -> None:
    """Take away an activity that should never have been there. The audit remembers that it was, calendars are told."""
    record(by=by, act=Act.REMOVED, thing=activity, programme=activity.programme.slug)
    RemovedActivity.trace_of(activity).save()
    activity.delete()


def _changed_as_today(details: Details, activity: Activity, names: NamesOfToday) -> Details:
    """What is told of a stored activity, in the names of today; under the same wording its kind is the same."""
    if details.kind.content_hash == activity.kind_hash:
        details = replace(details, kind_now=activity.kind)
    return named_as_today(details, names, kept=partial(referred_by, activity))


def _read_again(activity: Activity) -> None:
    """Let the row be as it is stored now, and nobody else change it meanwhile."""
    rows = Activity.objects.select_for_update(of=("self",)).select_related("programme")
    activity.refresh_from_db(from_queryset=rows)


def _save_changed(activity: Activity, before: dict[str, Any], by: User) -> Activity:
    """Save one row and note what changed on it."""
    activity.clean_fields(exclude=LINKED)
    activity.save()
    detail = changes(before, audited(activity))
    record(by=by, act=Act.CHANGED, thing=activity, programme=activity.programme.slug, detail=detail)
    return activity
