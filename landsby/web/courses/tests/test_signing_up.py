"""A place on a course becomes a series; the last place is given once; a place taken back is cancelled."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from landsby.web.activities.actions import hold_activity
from landsby.web.activities.details import Attendance
from landsby.web.activities.models import Activity, Part, Series
from landsby.web.activities.status import Status
from landsby.web.courses.actions import add_window, close_offer, give_place, make_offer, remove_window, withdraw_sign_up
from landsby.web.courses.models import SignUp, SignUpStatus, Transport
from landsby.web.courses.tests.factories import a_sign_up, told_offer, told_window
from landsby.web.kit.models import AuditEntry
from landsby.web.kit.problems import Blocked

pytestmark = pytest.mark.django_db


def codes(refusal) -> set[str]:
    return {problem.code for problem in refusal.value.problems}


def test_a_place_becomes_a_series_of_planned_sessions(window, world, cast, monday):
    signed = a_sign_up(window, world.daycare, cast.daycare_leader)
    sessions = list(signed.series.sessions.in_order())
    assert [session.starts_on for session in sessions] == [monday + timedelta(weeks=week) for week in range(4)]
    assert {session.status for session in sessions} == {Status.PLANNED}
    parts = {(i.part, i.actor) for i in sessions[0].involvements.all()}
    assert parts == {(Part.HOST, world.club), (Part.PARTICIPANT, world.daycare)}
    assert (sessions[0].place, sessions[0].community, signed.series.children_enrolled) == ("Havnen", world.quay, 12)
    assert "Bådehuset" in sessions[0].notes


def test_each_session_stands_for_itself(window, world, cast, blueprint):
    signed = a_sign_up(window, world.daycare, cast.daycare_leader)
    first, *others = signed.series.sessions.in_order()
    Activity.objects.filter(pk=first.pk).update(starts_on=date(2024, 5, 6))
    first.refresh_from_db()
    kind = blueprint.activity_kinds["sailing_course"]
    hold_activity(activity=first, kind=kind, attendance=Attendance(children=9), by=cast.association)
    assert [session.status for session in signed.series.sessions.in_order()] == ["held", *["planned"] * len(others)]


def test_the_second_to_ask_for_the_last_place_is_told_that_it_is_gone(window, world, cast):
    stale = type(window).objects.get(pk=window.pk)
    a_sign_up(window, world.daycare, cast.daycare_leader)
    with pytest.raises(Blocked) as refusal:
        a_sign_up(stale, world.school, cast.school_leader)
    assert codes(refusal) == {"no_place_left"}
    assert Series.objects.count() == 1


def test_who_may_wait_waits_and_gets_the_place_that_becomes_free(window, world, cast):
    placed = a_sign_up(window, world.daycare, cast.daycare_leader)
    waiting = a_sign_up(window, world.school, cast.school_leader, may_wait=True)
    assert (waiting.status, waiting.series) == (SignUpStatus.WAITING, None)
    with pytest.raises(Blocked) as refusal:
        give_place(waiting=waiting, by=cast.association)
    assert codes(refusal) == {"no_place_left"}
    withdraw_sign_up(signed=placed, because="sygdom", by=cast.daycare_leader)
    given = give_place(waiting=waiting, by=cast.association)
    assert (given.status, given.series.sessions.count()) == (SignUpStatus.PLACED, 4)


def test_taking_a_sign_up_back_cancels_what_is_still_to_come(window, world, cast):
    signed = a_sign_up(window, world.daycare, cast.daycare_leader)
    first = signed.series.sessions.in_order()[0]
    Activity.objects.filter(pk=first.pk).update(starts_on=date(2024, 5, 6), status=Status.HELD)
    assert withdraw_sign_up(signed=signed, because="For få børn", by=cast.daycare_leader) == 3
    assert withdraw_sign_up(signed=signed, because="For få børn", by=cast.daycare_leader) == 0
    told = {(one.status, one.cancelled_because) for one in signed.series.sessions.all()}
    assert told == {("held", ""), ("cancelled", "For få børn")}


def test_a_form_sent_twice_is_one_sign_up(window, world, cast):
    key = uuid4()
    first = a_sign_up(window, world.daycare, cast.daycare_leader, client_key=key)
    noted = AuditEntry.objects.count()
    assert a_sign_up(window, world.daycare, cast.daycare_leader, client_key=key) == first
    assert (SignUp.objects.count(), AuditEntry.objects.count()) == (1, noted)


@pytest.mark.parametrize(
    ("told", "code"),
    [({"children": 21}, "too_many_children"), ({"institution": "hill_daycare"}, "not_for_them")],
)
def test_what_does_not_fit_the_offer_is_refused(window, world, cast, told, code):
    institution = getattr(world, told.pop("institution", "daycare"))
    with pytest.raises(Blocked) as refusal:
        a_sign_up(window, institution, cast.secretariat, **told)
    assert codes(refusal) == {code}


def test_a_closed_offer_takes_nobody(window, offer, world, cast):
    close_offer(offer=offer, by=cast.association)
    with pytest.raises(Blocked) as refusal:
        a_sign_up(window, world.daycare, cast.daycare_leader)
    assert codes(refusal) == {"offer_closed"}


def test_a_time_with_too_few_weeks_left_takes_nobody(offer, world, cast, monday):
    past = add_window(offer=offer, told=told_window(monday - timedelta(weeks=8)), by=cast.association)
    with pytest.raises(Blocked) as refusal:
        a_sign_up(past, world.daycare, cast.daycare_leader)
    assert codes(refusal) == {"window_is_over"}


def test_a_time_that_somebody_signed_up_for_stays(offer, window, world, cast, monday):
    other = add_window(offer=offer, told=replace(told_window(monday), weekday=2), by=cast.association)
    a_sign_up(window, world.daycare, cast.daycare_leader)
    remove_window(window=other, by=cast.association)
    with pytest.raises(Blocked):
        remove_window(window=window, by=cast.association)
    assert list(offer.windows.all()) == [window]


@pytest.mark.parametrize(
    ("told", "weeks", "code"),
    [
        ({"sessions": 9}, 10, "sessions_out_of_range"),
        ({"age_from": 6, "age_to": 3}, 8, "ages_reversed"),
        ({}, 1, "too_few_weeks"),
    ],
)
def test_an_offer_that_does_not_hold_is_not_stored(world, cast, blueprint, monday, told, weeks, code):
    windows = [told_window(monday, weeks=weeks)]
    with pytest.raises(Blocked) as refusal:
        make_offer(
            programme=world.programme, told=told_offer(blueprint, world, **told), windows=windows, by=cast.association
        )
    assert codes(refusal) == {code}
    assert world.programme.framework_offers.count() == 0


def test_transport_is_told_to_parents_where_it_was_asked_for(world, cast, blueprint, monday):
    told = told_offer(blueprint, world, transport=Transport.ASKED, pickup="")
    offer = make_offer(
        programme=world.programme, told=told, windows=[told_window(monday, groups=2)], by=cast.secretariat
    )
    window = offer.windows.get()
    asked = a_sign_up(window, world.daycare, cast.daycare_leader, needs_transport=True)
    not_asked = a_sign_up(window, world.school, cast.school_leader)
    assert world.club.name in asked.series.notes
    assert not_asked.series.notes == ""


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite locks the whole file; PostgreSQL locks rows")
def test_the_places_are_counted_behind_a_lock(window, world, cast):
    with CaptureQueriesContext(connection) as asked:
        a_sign_up(window, world.daycare, cast.daycare_leader)
    locked = next(n for n, query in enumerate(asked) if "FOR UPDATE" in query["sql"])
    counted = next(n for n, query in enumerate(asked) if "COUNT" in query["sql"] and "sign" in query["sql"])
    assert locked < counted
