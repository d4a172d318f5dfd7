"""Hours are handed in, approved at the rate of the day, and corrected by rows of their own."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from landsby.web.activities.actions import remove_activity
from landsby.web.activities.models import Activity
from landsby.web.courses.actions import approve_hours, correct_hours, hand_in_hours, send_back_hours
from landsby.web.courses.models import HoursStatus, SessionHours
from landsby.web.courses.rates import amount_of, rate_on
from landsby.web.courses.tests.factories import AFTER_THE_RISE, BEFORE_THE_RISE, handed_in, held_sessions
from landsby.web.courses.told import ToldHours
from landsby.web.courses.worked import hours_of
from landsby.web.kit.models import AuditEntry
from landsby.web.kit.problems import Blocked

pytestmark = pytest.mark.django_db


@pytest.fixture
def sessions(blueprint, world, cast):
    return held_sessions(blueprint, world, cast.secretariat, days=(BEFORE_THE_RISE, AFTER_THE_RISE))


@pytest.fixture
def waiting(sessions, world, cast):
    return handed_in(sessions, cast.association)


def codes(refusal) -> set[str]:
    return {problem.code for problem in refusal.value.problems}


def again(row):
    return SessionHours.objects.get(pk=row.pk)


def test_the_rate_is_that_of_the_day_of_the_session(waiting, cast):
    assert approve_hours(rows=waiting, by=cast.leisure_consultant) == 2
    told = [(row.rate, row.amount) for row in map(again, waiting)]
    assert told == [(Decimal(300), Decimal(450)), (Decimal(350), Decimal(525))]


@pytest.mark.parametrize(
    ("day", "rate"),
    [
        (date(2020, 12, 31), None),
        (date(2021, 1, 1), 300),
        (date(2023, 5, 31), 300),
        (date(2023, 6, 1), 350),
        (date(2029, 1, 1), 350),
    ],
)
def test_a_rate_holds_from_its_first_day_to_its_last(blueprint, day, rate):
    assert rate_on(blueprint.activity_kinds["sailing_course"], day) == rate


def test_without_a_rate_there_are_hours_and_no_amount(blueprint):
    assert rate_on(blueprint.activity_kinds["crab_fishing"], BEFORE_THE_RISE) is None
    assert rate_on(None, BEFORE_THE_RISE) is None
    assert amount_of(Decimal(2), None) is None
    assert amount_of(Decimal("0.33"), Decimal("99.5")) == Decimal("32.84")


def test_the_hours_proposed_are_those_registered_or_else_the_length(sessions):
    one = sessions[0]
    assert hours_of(one) == Decimal("1.5")
    one.hours = Decimal(2)
    assert hours_of(one) == 2
    one.hours, one.end_time = None, None
    assert hours_of(one) is None


def test_other_hours_than_proposed_need_a_reason(sessions, world, cast):
    told = ToldHours(session=sessions[0], host=world.club, hours=Decimal(3))
    with pytest.raises(Blocked) as refusal:
        hand_in_hours(programme=world.programme, told=[told], by=cast.association)
    assert codes(refusal) == {"hours_without_reason"}


def test_a_session_that_was_not_held_has_no_hours(sessions, world, cast):
    Activity.objects.filter(pk=sessions[0].pk).update(status="planned")
    told = ToldHours(session=Activity.objects.get(pk=sessions[0].pk), host=world.club, hours=Decimal("1.5"))
    with pytest.raises(Blocked) as refusal:
        hand_in_hours(programme=world.programme, told=[told], by=cast.association)
    assert codes(refusal) == {"not_held"}


def test_handing_in_twice_is_handing_in_once(sessions, waiting, world, cast):
    noted = AuditEntry.objects.count()
    assert handed_in(sessions, cast.association) == waiting
    assert AuditEntry.objects.count() == noted


def test_what_is_sent_back_can_be_handed_in_again(sessions, waiting, world, cast):
    assert send_back_hours(row=waiting[0], word="Var det ikke kun en time?", by=cast.leisure_consultant)
    assert again(waiting[0]).status == HoursStatus.SENT_BACK
    handed_in(sessions, cast.association, hours="1")
    now = again(waiting[0])
    assert (now.status, now.hours, now.word) == (HoursStatus.HANDED_IN, Decimal(1), "")


def test_nobody_approves_what_they_handed_in_themselves(sessions, world, cast):
    rows = handed_in(sessions, cast.leisure_consultant)
    with pytest.raises(Blocked) as refusal:
        approve_hours(rows=rows, by=cast.leisure_consultant)
    assert codes(refusal) == {"own_hours"}
    assert approve_hours(rows=rows, by=cast.project_leader) == 2


def test_hours_of_a_session_that_is_gone_are_not_approved(sessions, waiting, cast):
    remove_activity(activity=sessions[0], by=cast.secretariat)
    with pytest.raises(Blocked) as refusal:
        approve_hours(rows=waiting, by=cast.leisure_consultant)
    assert codes(refusal) == {"not_held"}
    assert {again(row).status for row in waiting} == {HoursStatus.HANDED_IN}


def test_what_is_approved_is_frozen(sessions, waiting, world, cast):
    approve_hours(rows=waiting, by=cast.leisure_consultant)
    before = list(SessionHours.objects.order_by("pk").values())
    assert approve_hours(rows=waiting, by=cast.project_leader) == 0
    assert not send_back_hours(row=waiting[0], word="Alligevel ikke", by=cast.project_leader)
    handed_in(sessions, cast.association, hours="9")
    assert list(SessionHours.objects.order_by("pk").values()) == before


def test_approved_hours_outlive_their_session(sessions, waiting, cast):
    approve_hours(rows=waiting, by=cast.leisure_consultant)
    remove_activity(activity=sessions[0], by=cast.secretariat)
    kept = again(waiting[0])
    assert (kept.session, kept.title, kept.amount) == (None, "Ud at sejle", Decimal(450))


def test_a_correction_is_a_row_of_its_own_at_the_rate_of_what_it_corrects(waiting, cast):
    approve_hours(rows=waiting, by=cast.leisure_consultant)
    less = correct_hours(row=waiting[0], hours=Decimal(1), reason="Det var kun en time", by=cast.association)
    assert (less.hours, less.status) == (Decimal("-0.5"), HoursStatus.HANDED_IN)
    with pytest.raises(Blocked) as refusal:
        correct_hours(row=waiting[0], hours=Decimal(2), reason="Nej, to", by=cast.association)
    assert codes(refusal) == {"correction_waits"}
    approve_hours(rows=[less], by=cast.leisure_consultant)
    assert (again(less).rate, again(less).amount) == (Decimal(300), Decimal(-150))
    more = correct_hours(row=waiting[0], hours=Decimal(2), reason="Alligevel to", by=cast.association)
    assert more.hours == Decimal(1)
    with pytest.raises(Blocked) as refusal:
        correct_hours(row=less, hours=Decimal(1), reason="Igen", by=cast.association)
    assert "not_approved" in codes(refusal)


def test_the_sums_are_per_association_and_half_year(blueprint, world, cast):
    days = (BEFORE_THE_RISE, AFTER_THE_RISE, date(2023, 9, 4))
    rows = handed_in(held_sessions(blueprint, world, cast.secretariat, days=days), cast.association)
    approve_hours(rows=rows, by=cast.leisure_consultant)
    sums = [(one["half_year"], one["hours_sum"], one["kroner"]) for one in SessionHours.objects.all().sums()]
    by_hand = {20231: (Decimal(3), Decimal(975)), 20232: (Decimal("1.5"), Decimal(525))}
    assert sums == [(half, *by_hand[half]) for half in (20232, 20231)]


def test_a_failed_audit_approves_nothing(waiting, cast, monkeypatch):
    def fails(**_):
        raise IntegrityError

    monkeypatch.setattr("landsby.web.courses.actions.hours.record_each", fails)
    with pytest.raises(IntegrityError), transaction.atomic():
        approve_hours(rows=waiting, by=cast.leisure_consultant)
    assert {again(row).status for row in waiting} == {HoursStatus.HANDED_IN}


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite locks the whole file; PostgreSQL locks rows")
def test_hours_are_decided_on_behind_a_lock(waiting, cast):
    with CaptureQueriesContext(connection) as asked:
        approve_hours(rows=waiting, by=cast.leisure_consultant)
    assert any("FOR UPDATE" in query["sql"] and "courses_sessionhours" in query["sql"] for query in asked)
