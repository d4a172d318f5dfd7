"""Registering, changing, holding, cancelling and removing activities and series.

Each action is one transaction with its audit row inside; what is doubtful enough to block is
refused before anything is written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from landsby.blueprint import ActivityKind
from landsby.web.accounts.models import User
from landsby.web.activities.counts import COUNTS
from landsby.web.activities.details import Attendance, Details
from landsby.web.activities.models import Activity, ActivityGoal, ActivityTrack, Involvement, Part, Series
from landsby.web.activities.rules import problems_of_attendance, problems_of_details, problems_of_holding
from landsby.web.activities.status import Status
from landsby.web.kit.audit import changes, record
from landsby.web.kit.models import Act
from landsby.web.kit.problems import refuse_on_blockers
from landsby.web.partnerships.models import Programme

_PLAIN = (
    "title",
    "starts_on",
    "ends_on",
    "start_time",
    "end_time",
    "status",
    "cancelled_because",
    "place",
    "hours",
    "notes",
)
_LINKED = ["programme", "series", "municipality", "community", "created_by"]


@transaction.atomic
def register_activity(
    *, programme: Programme, details: Details, by: User, series: Series | None = None, client_key: UUID | None = None
) -> Activity:
    """Store an activity, planned or held.

    Args:
        client_key: the form's own key; a second call with the same key returns what the first stored.

    Raises:
        Blocked: when the details do not hold.
    """
    stored = _stored_before(client_key, by)
    if stored is not None:
        return stored
    refuse_on_blockers(problems_of_details(details, timezone.localdate()))
    activity = Activity(programme=programme, series=series, created_by=by, client_key=client_key)
    _fill(activity, details)
    activity.clean_fields(exclude=_LINKED)
    try:
        with transaction.atomic():
            activity.save(force_insert=True)
    except IntegrityError:
        # The same form was sent a second time while the first was being stored.
        stored = _stored_before(client_key, by)
        if stored is None:
            raise
        return stored
    _link(activity, details)
    record(by=by, act=Act.CREATED, thing=activity, programme=programme.slug)
    return activity


@transaction.atomic
def change_activity(*, activity: Activity, details: Details, by: User) -> Activity:
    """Let an activity be as told now; the audit keeps what each changed field was.

    Raises:
        Blocked: when the details do not hold.
    """
    refuse_on_blockers(problems_of_details(details, timezone.localdate()))
    before = _audited(activity)
    _fill(activity, details)
    activity.clean_fields(exclude=_LINKED)
    activity.save()
    for links in (activity.involvements, activity.goals, activity.tracks):
        links.all().delete()
    _link(activity, details)
    record(
        by=by,
        act=Act.CHANGED,
        thing=activity,
        programme=activity.programme.slug,
        detail=changes(before, _audited(activity)),
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
    """Say that an activity was held, and how many came. What is None stays as it was.

    Raises:
        Blocked: when a count is out of range, the day has not come, or a required answer is missing.
    """
    answers = activity.extra if extra is None else dict(extra)
    refuse_on_blockers(
        [
            *problems_of_attendance(attendance),
            *problems_of_holding(kind, activity.starts_on, answers, timezone.localdate()),
        ]
    )
    before = _audited(activity)
    activity.status, activity.cancelled_because, activity.extra = Status.HELD, "", answers
    for group, count in asdict(attendance).items():
        setattr(activity, group, count)
    if hours is not None:
        activity.hours = hours
    if notes is not None:
        activity.notes = notes
    return _save_changed(activity, before, by)


@transaction.atomic
def cancel_activity(*, activity: Activity, because: str, by: User) -> Activity:
    """Say that an activity did not take place, and why."""
    before = _audited(activity)
    activity.status, activity.cancelled_because = Status.CANCELLED, because
    return _save_changed(activity, before, by)


@transaction.atomic
def remove_activity(*, activity: Activity, by: User) -> None:
    """Take away an activity that should never have been there. The audit remembers that it was."""
    record(by=by, act=Act.REMOVED, thing=activity, programme=activity.programme.slug)
    activity.delete()


@transaction.atomic
def start_series(
    *,
    programme: Programme,
    sessions: Sequence[Details],
    by: User,
    children_enrolled: int | None = None,
    notes: str = "",
) -> Series:
    """Store a series and its sessions, which share kind, title and place with the first of them.

    Raises:
        Blocked: when a session does not hold; then nothing of the series is stored.
        ValueError: without a session.
    """
    if not sessions:
        raise ValueError("a series has at least one session")
    first = sessions[0]
    series = Series(
        programme=programme,
        kind=first.kind.id,
        kind_hash=first.kind.content_hash,
        title=first.title,
        municipality=first.municipality,
        community=first.community,
        children_enrolled=children_enrolled,
        notes=notes,
        created_by=by,
    )
    series.clean_fields(exclude=_LINKED)
    series.save(force_insert=True)
    record(by=by, act=Act.CREATED, thing=series, programme=programme.slug, detail={"sessions": len(sessions)})
    for details in sessions:
        register_activity(programme=programme, details=details, series=series, by=by)
    return series


@transaction.atomic
def change_series(*, series: Series, title: str, children_enrolled: int | None, notes: str, by: User) -> Series:
    """Correct what is said about a series as a whole; its sessions keep their own dates and counts."""
    before = {"title": series.title, "children_enrolled": series.children_enrolled}
    series.title, series.children_enrolled, series.notes = title, children_enrolled, notes
    series.clean_fields(exclude=_LINKED)
    series.save()
    series.sessions.update(title=title)
    after = {"title": title, "children_enrolled": children_enrolled}
    record(by=by, act=Act.CHANGED, thing=series, programme=series.programme.slug, detail=changes(before, after))
    return series


@transaction.atomic
def remove_series(*, series: Series, by: User) -> None:
    """Take away a series and its sessions."""
    count = series.sessions.count()
    record(by=by, act=Act.REMOVED, thing=series, programme=series.programme.slug, detail={"sessions": count})
    series.delete()


def _stored_before(client_key: UUID | None, by: User) -> Activity | None:
    """What the same form of the same person has stored already."""
    return Activity.objects.filter(client_key=client_key, created_by=by).first() if client_key else None


def _fill(activity: Activity, details: Details) -> None:
    """Copy what is told onto the row."""
    for name in _PLAIN:
        setattr(activity, name, getattr(details, name))
    for group, count in asdict(details.attendance).items():
        setattr(activity, group, count)
    activity.kind, activity.kind_hash = details.kind.id, details.kind.content_hash
    activity.community = details.community
    activity.municipality = details.community.municipality if details.community else details.municipality
    activity.extra = dict(details.extra)


def _link(activity: Activity, details: Details) -> None:
    """Write the parts, goals and tracks: one insert each."""
    parts = {Part.HOST: details.hosts, Part.PARTICIPANT: details.participants, Part.FACILITATOR: details.facilitators}
    Involvement.objects.bulk_create(
        Involvement(activity=activity, actor=actor, part=part)
        for part, actors in parts.items()
        for actor in dict.fromkeys(actors)
    )
    ActivityGoal.objects.bulk_create(
        ActivityGoal(activity=activity, goal=goal) for goal in dict.fromkeys(details.goals)
    )
    ActivityTrack.objects.bulk_create(
        ActivityTrack(activity=activity, track=track) for track in dict.fromkeys(details.tracks)
    )


def _audited(activity: Activity) -> dict[str, Any]:
    """The values whose changes the audit keeps; typed free text stays out of it."""
    return {name: getattr(activity, name) for name in (*_PLAIN, *COUNTS) if name != "notes"}


def _save_changed(activity: Activity, before: dict[str, Any], by: User) -> Activity:
    """Save one row and note what changed on it."""
    activity.clean_fields(exclude=_LINKED)
    activity.save()
    detail = changes(before, _audited(activity))
    record(by=by, act=Act.CHANGED, thing=activity, programme=activity.programme.slug, detail=detail)
    return activity
