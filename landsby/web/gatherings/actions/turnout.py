"""Signing up to a gathering, and calling the roll at it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from landsby.blueprint import ActivityKind
from landsby.web.accounts.models import User
from landsby.web.activities.actions import hold_activity
from landsby.web.activities.details import Attendance
from landsby.web.activities.models import Activity, Involvement, Part
from landsby.web.activities.status import Status
from landsby.web.gatherings.access import places_in, plan_of
from landsby.web.gatherings.kinds import counted_as
from landsby.web.gatherings.models import Lesson, Turnout
from landsby.web.gatherings.names import heads_as_today, held_names, named_as_today
from landsby.web.gatherings.rules import problems_of_roll, problems_of_sign_up
from landsby.web.gatherings.told import Heads
from landsby.web.kit.audit import record
from landsby.web.kit.models import Act
from landsby.web.kit.problems import refuse_on_blockers
from landsby.web.partnerships.models import Actor


@transaction.atomic
def sign_up(*, activity: Activity, actor: Actor, people: Mapping[str, int], by: User) -> int:
    """Let an actor come with so many; whatever it had signed up before is replaced, and nobody is a withdrawal.

    The gathering is held fast meanwhile, so that two who want the last place do not both get it.

    Args:
        people: how many by the id of a profession; "" is of none that was told.

    Returns:
        How many come from there now.

    Raises:
        Blocked: where the gathering takes no sign-up, the day has passed, there is no room, or a profession is gone.
    """
    names = held_names(activity.programme)
    activity = Activity.objects.select_for_update().get(pk=activity.pk)
    today, now = timezone.localdate(), timezone.now()
    mine = Turnout.objects.filter(activity=activity).of_actor(actor.pk)
    before, total = mine.signed_up(), sum(people.values())
    places = places_in(activity, plan_of(activity), today, but_for=actor.pk)
    refuse_on_blockers(problems_of_sign_up(places, before=before, now=total, today=today))
    heads = {(actor.pk, profession): count for profession, count in people.items() if count}
    told = heads_as_today(names, heads, kept=set(mine.values_list("profession", flat=True)))
    mine.delete()
    _store(activity, signed_up=told, came=None, by=by, at=now)
    _take_part(activity, coming={actor.pk} if total else set(), staying_away=set() if total else {actor.pk})
    detail = {"actor": actor.name, "people": [before, total]}
    record(by=by, act=Act.CHANGED, thing=activity, programme=activity.programme.slug, detail=detail)
    return total


@transaction.atomic
def call_roll(*, activity: Activity, came: Heads, others: Attendance, kind: ActivityKind, by: User) -> Activity:
    """Say who came, and thereby that it was held; those who came have taken part from now on.

    Args:
        came: by actor and profession, everybody who was expected with 0 where nobody came.
        others: how many of each group came besides, from no institution.
        kind: as the activity was recorded.

    Raises:
        Blocked: before its day, where it was cancelled, where a count is out of range, or where a profession is gone.
    """
    names = held_names(activity.programme)
    activity = Activity.objects.select_for_update().get(pk=activity.pk)
    is_cancelled = activity.status == Status.CANCELLED
    refuse_on_blockers(problems_of_roll(activity.starts_on, is_cancelled=is_cancelled, today=timezone.localdate()))
    came = heads_as_today(names, came, kept=_professions_of(activity))
    _note(activity, came=came, by=by)
    there = {actor for (actor, _profession), people in came.items() if people}
    _take_part(activity, coming=there, staying_away={actor for actor, _ in came} - there)
    group = counted_as(kind)
    attendance = replace(others, **{group: (getattr(others, group) or 0) + sum(came.values())})
    return hold_activity(
        activity=activity, kind=kind, attendance=attendance, hours=activity.hours, extra=activity.extra, by=by
    )


@transaction.atomic
def note_turnout(
    *,
    activity: Activity,
    came: Heads,
    by: User,
    signed_up: Heads | None = None,
    at: datetime | None = None,
    competences: tuple[str, ...] = (),
) -> None:
    """Store who came, and nothing else about the gathering.

    Args:
        signed_up: who had signed up; None lets that be as it is.
        at: when they had.
        competences: what was learnt besides what was planned.

    Raises:
        Blocked: when the programme no longer has one of the professions or competences.
    """
    names = held_names(activity.programme)
    kept = _professions_of(activity)
    came = heads_as_today(names, came, kept)
    signed_up = None if signed_up is None else heads_as_today(names, signed_up, kept)
    competences = tuple(named_as_today(names, "competences", competences).values())
    _note(activity, came=came, by=by, signed_up=signed_up, at=at, competences=competences)


def _note(
    activity: Activity,
    *,
    came: Heads,
    by: User,
    signed_up: Heads | None = None,
    at: datetime | None = None,
    competences: tuple[str, ...] = (),
) -> None:
    """Store who came under names that are held, and note it."""
    _store(activity, signed_up=signed_up, came=came, by=by, at=at)
    # What was told before, or by somebody else meanwhile, is as true as what is told now.
    Lesson.objects.bulk_create(
        [Lesson(activity=activity, competence=key) for key in competences], ignore_conflicts=True
    )
    record(
        by=by, act=Act.CHANGED, thing=activity, programme=activity.programme.slug, detail={"came": sum(came.values())}
    )


def _store(activity: Activity, *, signed_up: Heads | None, came: Heads | None, by: User, at: datetime | None) -> None:
    """Write counts over those that are there, in few questions however many there are."""
    stored = {(row.actor_id, row.profession): row for row in Turnout.objects.filter(activity=activity)}
    keys = dict.fromkeys((*(signed_up or {}), *(came or {})))
    rows = [stored.get(key) or Turnout(activity=activity, actor_id=key[0], profession=key[1]) for key in keys]
    for key, row in zip(keys, rows, strict=True):
        if signed_up is not None:
            row.signed_up, row.signed_by, row.signed_at = signed_up.get(key, 0), by, at
        if came is not None:
            row.came = came.get(key, 0)
        row.clean_fields(exclude=["activity", "actor", "signed_by"])
    Turnout.objects.bulk_create([row for row in rows if row.pk is None])
    columns = ["signed_up", "signed_by", "signed_at", "came"]
    Turnout.objects.bulk_update([row for row in rows if row.pk is not None], columns)


def _professions_of(activity: Activity) -> set[str]:
    """The professions that stand in its counts already."""
    return set(Turnout.objects.filter(activity=activity).values_list("profession", flat=True))


def _take_part(activity: Activity, *, coming: set[int], staying_away: set[int]) -> None:
    """Let those who come be participants, and those who stay away be none; whoever hosts or leads stays as it is."""
    parts = Involvement.objects.filter(activity=activity)
    known = set(parts.values_list("actor", flat=True))
    parts.filter(actor__in=staying_away, part=Part.PARTICIPANT).delete()
    new = [Involvement(activity=activity, actor_id=key, part=Part.PARTICIPANT) for key in sorted(coming - known)]
    Involvement.objects.bulk_create(new)
    # What other calendars are told follows the activity's own revision.
    activity.save()
