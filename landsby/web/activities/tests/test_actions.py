"""What each action stores, refuses, and notes."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from landsby.web.activities.actions import (
    cancel_activity,
    change_activity,
    hold_activity,
    register_activity,
    remove_activity,
    remove_series,
    single,
)
from landsby.web.activities.details import Attendance
from landsby.web.activities.models import Activity, Series
from landsby.web.activities.status import Status
from landsby.web.activities.tests.factories import a_series, an_activity, details
from landsby.web.kit.models import Act, AuditEntry
from landsby.web.kit.problems import Blocked


def test_a_registered_activity_keeps_all_that_was_told(blueprint, world, cast):
    activity = an_activity(blueprint, world, cast.pedagogue, participants=(world.club,))

    assert activity.community == world.quay
    assert activity.children == 12
    assert activity.parents is None
    assert activity.half_year == 20231
    assert activity.kind_hash == blueprint.activity_kinds["crab_fishing"].content_hash
    assert {(i.actor, i.part) for i in activity.involvements.all()} == {
        (world.daycare, "host"),
        (world.club, "participant"),
    }
    assert [link.goal for link in activity.goals.all()] == ["wet_feet"]


def test_registering_is_noted_in_the_audit(blueprint, world, cast):
    activity = an_activity(blueprint, world, cast.pedagogue)

    entry = AuditEntry.objects.about(activity).get()
    assert (entry.act, entry.author, entry.programme) == (Act.CREATED, "Pedagogue", "havneby")


def test_a_failed_audit_stores_nothing(blueprint, world, cast, monkeypatch):
    def refuse(**_: object) -> None:
        raise RuntimeError("the audit is full")

    monkeypatch.setattr(single, "record", refuse)
    with pytest.raises(RuntimeError):
        an_activity(blueprint, world, cast.pedagogue)
    assert not Activity.objects.exists()


def test_the_same_client_key_stores_once(blueprint, world, cast):
    key = uuid4()
    told = details(blueprint, world)
    first = register_activity(programme=world.programme, details=told, by=cast.pedagogue, client_key=key)
    second = register_activity(programme=world.programme, details=told, by=cast.pedagogue, client_key=key)

    assert first == second
    assert Activity.objects.count() == 1


def test_the_same_form_sent_while_the_first_is_being_stored_is_stored_once(blueprint, world, cast, monkeypatch):
    key, told = uuid4(), details(blueprint, world)
    first = register_activity(programme=world.programme, details=told, by=cast.pedagogue, client_key=key)
    look_up, looks = single.stored_before, []

    def miss_the_first_time(*asked):
        looks.append(asked)
        return None if len(looks) == 1 else look_up(*asked)

    monkeypatch.setattr(single, "stored_before", miss_the_first_time)
    second = register_activity(programme=world.programme, details=told, by=cast.pedagogue, client_key=key)
    assert second == first
    assert Activity.objects.count() == 1


def test_an_end_before_the_start_is_refused_and_nothing_is_stored(blueprint, world, cast):
    told = details(blueprint, world)
    with pytest.raises(Blocked, match="Sidste dag"):
        an_activity(blueprint, world, cast.pedagogue, ends_on=told.starts_on - timedelta(days=1))
    assert not Activity.objects.exists()


@pytest.mark.parametrize("count", [-1, 10_000])
def test_a_count_out_of_range_is_refused(blueprint, world, cast, count):
    with pytest.raises(Blocked) as refusal:
        an_activity(blueprint, world, cast.pedagogue, counts={"children": count})
    assert [(p.code, p.field) for p in refusal.value.problems] == [("count_out_of_range", "children")]


def test_a_note_like_a_cpr_number_is_refused_and_not_repeated(blueprint, world, cast):
    with pytest.raises(ValidationError) as refusal:
        an_activity(blueprint, world, cast.pedagogue, notes="Barnet 010120-1234 var med")
    assert "010120" not in str(refusal.value)
    assert not Activity.objects.exists()


@pytest.mark.parametrize("answer", ["Aftalt med 010120-1234", 101201234])
def test_a_cpr_number_in_an_own_field_is_refused(blueprint, world, cast, answer):
    with pytest.raises(ValidationError):
        an_activity(blueprint, world, cast.project_leader, kind="quay_meeting", extra={"agreed": answer}, counts={})
    assert not Activity.objects.exists()


def test_what_was_changed_stands_in_the_audit(blueprint, world, cast):
    activity = an_activity(blueprint, world, cast.pedagogue)
    change_activity(
        activity=activity, details=details(blueprint, world, title="Krabber og tang"), by=cast.daycare_leader
    )

    latest = AuditEntry.objects.about(activity).newest_first()[0]
    assert set(latest.detail) == {"title"}
    assert "Krabber" not in str(latest.detail)
    assert activity.involvements.count() == 1


def test_holding_counts_those_who_came(blueprint, world, cast):
    activity = an_activity(blueprint, world, cast.pedagogue, status=Status.PLANNED, counts={})
    kind = blueprint.activity_kinds["crab_fishing"]
    hold_activity(activity=activity, kind=kind, attendance=Attendance(children=9, volunteers=0), by=cast.pedagogue)

    activity.refresh_from_db()
    assert (activity.status, activity.children, activity.volunteers) == (Status.HELD, 9, 0)


def test_tomorrow_cannot_have_been_held(blueprint, world, cast):
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(Blocked, match="er ikke kommet endnu"):
        an_activity(blueprint, world, cast.pedagogue, starts_on=tomorrow)


def test_a_meeting_is_not_held_before_its_own_question_is_answered(blueprint, world, cast):
    meeting = an_activity(blueprint, world, cast.project_leader, kind="quay_meeting", status=Status.PLANNED, counts={})
    kind = blueprint.activity_kinds["quay_meeting"]
    with pytest.raises(Blocked, match="Hvad blev aftalt"):
        hold_activity(activity=meeting, kind=kind, attendance=Attendance(staff=4), by=cast.project_leader)
    hold_activity(
        activity=meeting,
        kind=kind,
        attendance=Attendance(staff=4),
        extra={"agreed": "Vi køber net"},
        by=cast.project_leader,
    )
    meeting.refresh_from_db()
    assert meeting.extra == {"agreed": "Vi køber net"}


def test_cancelling_keeps_why(blueprint, world, cast):
    activity = an_activity(blueprint, world, cast.pedagogue, status=Status.PLANNED, counts={})
    cancel_activity(activity=activity, because="Storm", by=cast.pedagogue)
    activity.refresh_from_db()
    assert (activity.status, activity.cancelled_because) == (Status.CANCELLED, "Storm")


def test_removing_leaves_only_the_audit(blueprint, world, cast):
    activity = an_activity(blueprint, world, cast.pedagogue)
    key = str(activity.pk)
    remove_activity(activity=activity, by=cast.pedagogue)
    assert not Activity.objects.exists()
    assert AuditEntry.objects.filter(thing_key=key, act=Act.REMOVED).exists()


def test_a_series_and_its_sessions_come_and_go_together(blueprint, world, cast):
    series = a_series(blueprint, world, cast.project_leader, sessions=4)
    assert series.sessions.count() == 4
    remove_series(series=series, by=cast.project_leader)
    assert not Activity.objects.exists()
    assert not Series.objects.exists()


def test_a_series_with_one_bad_session_stores_nothing(blueprint, world, cast):
    with pytest.raises(Blocked):
        a_series(blueprint, world, cast.project_leader, counts={"children": -1})
    assert not Series.objects.exists()
