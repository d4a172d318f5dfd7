"""A feed: what it tells, to whom, and that other calendars understand it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from landsby.web.activities.actions import (
    cancel_activity,
    change_series,
    make_feed,
    remove_activity,
    renew_feed,
    withdraw_feed,
)
from landsby.web.activities.models import Activity, Feed, FeedAbout
from landsby.web.activities.status import Status
from landsby.web.activities.tests.factories import a_series, an_activity
from landsby.web.activities.tests.ical_readers import events, read, read_by_ical_js
from landsby.web.kit.models import AuditEntry
from landsby.web.partnerships.actions import end_membership

pytestmark = pytest.mark.django_db

PLANNED = {"status": Status.PLANNED, "counts": {}}


def soon(days: int = 7) -> date:
    return timezone.localdate() + timedelta(days=days)


@pytest.fixture
def plan(blueprint, world, cast):
    """Plans an activity at the quay a week from now, registered by the secretariat."""

    def planned(**told):
        return an_activity(blueprint, world, cast.secretariat, **{"starts_on": soon(), **PLANNED, **told})

    return planned


@pytest.fixture
def follow(world):
    """Makes a feed of somebody; gives its address."""

    def address(user, about=FeedAbout.PROGRAMME, community=None):
        _feed, token = make_feed(programme=world.programme, about=about, community=community, by=user)
        return reverse("activities:feed", args=[token])

    return address


def fetched(address: str, **headers: str) -> bytes:
    answer = Client().get(address, headers=headers)
    assert answer.status_code == 200
    return answer.content


def test_a_feed_tells_title_time_place_status_and_link_and_nothing_else(plan, follow, cast, world):
    activity = plan(
        title="Krabber; ved, broen\\havnen",
        place="Kajen",
        notes="Asta ringer til 12345678",
        start_time=time(9, 30),
        end_time=time(11),
    )
    content = fetched(follow(cast.secretariat))
    (event,) = events(content).values()
    assert event["SUMMARY"] == "Krabber; ved, broen\\havnen"
    assert event["LOCATION"] == "Kajen, Quay"
    assert event["STATUS"] == "CONFIRMED"
    assert event["URL"] == f"http://testserver/activities/{activity.pk}/"
    told = "UID DTSTAMP LAST-MODIFIED SEQUENCE DTSTART DTEND SUMMARY LOCATION URL STATUS TRANSP"
    assert set(event) == set(told.split())
    for unsaid in ("Asta", "Muslingen", cast.secretariat.name, cast.secretariat.email):
        assert unsaid not in content.decode()


def test_both_readers_see_the_same(plan, follow, cast):
    plan(
        title="Blåbær og fællessang ved den lange mole i Nordhavn for alle, der har lyst, æøå " * 2, start_time=time(9)
    )
    plan(starts_on=soon(10), ends_on=soon(12))
    plan(starts_on=soon(20), start_time=time(22), ends_on=soon(21), end_time=time(2))
    cancel_activity(activity=plan(starts_on=soon(30)), because="Storm, og høj; sø", by=cast.secretariat)
    content = fetched(follow(cast.secretariat))
    theirs = read_by_ical_js(content)
    ours = events(content)
    assert len(ours) == len(theirs["events"]) == 4
    assert theirs["name"] == str(read(content)["X-WR-CALNAME"]) == "Sammen om Havneby"
    for told in theirs["events"]:
        event = ours[told["uid"]]
        assert told["title"] == event["SUMMARY"]
        assert told["place"] == event["LOCATION"]
        assert (told["description"] or "") == str(event.get("DESCRIPTION", ""))
        assert (told["status"], told["sequence"]) == (event["STATUS"], event["SEQUENCE"])
        start = event["DTSTART"].dt
        assert told["allDay"] is not isinstance(start, datetime)
        if isinstance(start, datetime):
            assert told["start"] == start.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")
        else:
            assert told["wall"] == start.isoformat()


@pytest.mark.parametrize(
    ("day", "utc"),
    [
        # The clocks go forward on 28 March and back on 31 October 2027.
        (date(2027, 3, 27), "2027-03-27T08:00:00.000Z"),
        (date(2027, 3, 28), "2027-03-28T07:00:00.000Z"),
        (date(2027, 10, 30), "2027-10-30T07:00:00.000Z"),
        (date(2027, 10, 31), "2027-10-31T08:00:00.000Z"),
    ],
)
def test_a_time_is_the_danish_clock_on_both_sides_of_summer_time(day, utc, follow, plan, cast, monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *_: date(2027, 1, 1))
    plan(starts_on=day, start_time=time(9))
    content = fetched(follow(cast.secretariat))
    (event,) = events(content).values()
    assert event["DTSTART"].dt.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z") == utc
    assert read_by_ical_js(content)["events"][0]["start"] == utc


def test_whole_days_end_on_the_day_after_the_last(plan, follow, cast):
    plan(starts_on=soon(1), ends_on=soon(3))
    (event,) = events(fetched(follow(cast.secretariat))).values()
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (soon(1), soon(4))


def test_no_line_is_longer_than_75_octets_and_every_line_ends_as_it_should(plan, follow, cast):
    plan(title="å" * 160, place="ø" * 160)
    content = fetched(follow(cast.secretariat))
    lines = content.split(b"\r\n")
    assert lines[-1] == b""
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert max(map(len, lines)) == 75
    for line in lines:
        line.decode()  # broken between letters only


def test_a_change_raises_the_sequence_and_keeps_the_uid(plan, follow, cast):
    activity = plan(start_time=time(9))
    address = follow(cast.secretariat)
    (before,) = events(fetched(address)).values()
    cancel_activity(activity=activity, because="Storm", by=cast.secretariat)
    (after,) = events(fetched(address)).values()
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] == before["SEQUENCE"] + 1
    assert after["LAST-MODIFIED"].dt >= before["LAST-MODIFIED"].dt
    assert (after["STATUS"], after["SUMMARY"]) == ("CANCELLED", "Aflyst: Krabber ved broen")
    assert after["DESCRIPTION"] == "Aflyst: Storm"


def test_renaming_a_series_changes_each_of_its_sessions(blueprint, world, follow, cast):
    series = a_series(blueprint, world, cast.secretariat, starts_on=soon(), **PLANNED)
    address = follow(cast.secretariat)
    change_series(series=series, title="Kanoholdet", children_enrolled=3, notes="", by=cast.secretariat)
    found = events(fetched(address)).values()
    assert [(str(event["SUMMARY"]), event["SEQUENCE"]) for event in found] == [("Kanoholdet", 1)] * 3


def test_what_is_removed_is_told_as_cancelled_and_not_what_it_was(plan, follow, cast):
    activity = plan(title="Ved en fejl")
    address = follow(cast.secretariat)
    (uid,) = events(fetched(address))
    remove_activity(activity=activity, by=cast.secretariat)
    content = fetched(address)
    (event,) = events(content).values()
    assert (event["UID"], event["STATUS"], event["SEQUENCE"]) == (uid, "CANCELLED", 1)
    assert "Ved en fejl" not in content.decode()


def test_a_feed_of_a_community_and_of_oneself_hold_only_that(plan, follow, cast, world):
    here = plan(title="Kaj")
    plan(title="Bakke", community=world.hill, hosts=(world.hill_daycare,))
    away = plan(title="Bugt", municipality=world.south, community=world.bay, hosts=(world.bay_school,))

    def titles(address):
        return sorted(str(event["SUMMARY"]) for event in events(fetched(address)).values())

    assert titles(follow(cast.secretariat)) == ["Bakke", "Bugt", "Kaj"]
    assert titles(follow(cast.secretariat, FeedAbout.COMMUNITY, world.hill)) == ["Bakke"]
    assert titles(follow(cast.pedagogue, FeedAbout.MINE)) == ["Kaj"]
    assert titles(follow(cast.secretariat, FeedAbout.MINE)) == ["Bakke", "Bugt", "Kaj"]
    pedagogue = follow(cast.pedagogue)
    assert titles(pedagogue) == ["Kaj"]
    for activity in (here, away):
        remove_activity(activity=activity, by=cast.secretariat)
    assert titles(pedagogue) == ["Aflyst"]


def test_only_the_days_of_the_window_are_told(plan, follow, cast):
    for days in (-190, -170, 540, 560):
        plan(title=str(days), starts_on=soon(days))
    found = events(fetched(follow(cast.secretariat))).values()
    assert {str(event["SUMMARY"]) for event in found} == {"-170", "540"}


def test_a_wrong_a_withdrawn_and_a_former_link_lead_nowhere(follow, plan, cast, world):
    plan()
    feed, token = make_feed(programme=world.programme, about=FeedAbout.MINE, by=cast.pedagogue)
    first = reverse("activities:feed", args=[token])
    second = reverse("activities:feed", args=[renew_feed(feed=feed, by=cast.pedagogue)])
    assert (Client().get(first).status_code, Client().get(second).status_code) == (404, 200)
    withdraw_feed(feed=feed, by=cast.pedagogue)
    for address in (first, second, reverse("activities:feed", args=["x"])):
        answer = Client().get(address)
        assert (answer.status_code, answer.content) == (404, b"")
        assert answer["Cache-Control"] == "private, no-cache"


def test_whoever_leaves_or_is_shut_out_takes_nothing_along(follow, plan, cast, operator):
    plan()
    pedagogue, leader = follow(cast.pedagogue), follow(cast.daycare_leader)
    end_membership(membership=cast.pedagogue.memberships.get(), by=operator)
    type(cast.daycare_leader).objects.filter(pk=cast.daycare_leader.pk).update(is_active=False)
    for address in (pedagogue, leader):
        answer = Client().get(address)
        assert (answer.status_code, answer.content) == (404, b"")


def test_only_a_hash_of_the_link_is_kept_and_the_last_day_of_reading(follow, cast):
    address = follow(cast.secretariat)
    token = re.search(r"([^/]+)\.ics", address)[1]
    assert len(token) >= 43
    feed = Feed.objects.get()
    assert feed.last_read_on is None
    fetched(address)
    feed.refresh_from_db()
    assert feed.last_read_on == timezone.localdate()
    assert token not in repr([vars(feed), *AuditEntry.objects.values()])


def test_a_calendar_that_has_not_changed_is_not_sent_again(plan, follow, cast):
    activity = plan()
    address = follow(cast.secretariat)
    tag = Client().get(address)["ETag"]
    again = Client().get(address, headers={"if-none-match": tag})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", tag)
    assert again["Cache-Control"] == "private, no-cache"
    cancel_activity(activity=activity, because="Storm", by=cast.secretariat)
    assert Client().get(address, headers={"if-none-match": tag}).status_code == 200


def test_a_feed_is_private_and_hands_no_address_on(follow, cast):
    answer = Client().get(follow(cast.secretariat))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert (answer["Referrer-Policy"], answer["X-Robots-Tag"]) == ("no-referrer", "noindex")
    assert settings.SESSION_COOKIE_NAME not in answer.cookies


def test_it_speaks_the_language_of_its_owner(plan, follow, cast):
    cast.secretariat.language = "en"
    cast.secretariat.save()
    cancel_activity(activity=plan(), because="Storm", by=cast.secretariat)
    content = fetched(follow(cast.secretariat), **{"accept-language": "da"})
    assert b"PRODID:-//Landsby//Calendar//EN" in content


def test_whoever_asks_all_the_time_waits(follow, cast, monkeypatch):
    monkeypatch.setattr("landsby.web.activities.views.following.MOST_READINGS", 2)
    monkeypatch.setattr("landsby.web.activities.views.following.MOST_GUESSES", 2)
    address, wrong = follow(cast.secretariat), reverse("activities:feed", args=["x"])
    assert [Client().get(address).status_code for _ in range(3)] == [200, 200, 429]
    assert [Client().get(wrong).status_code for _ in range(3)] == [404, 404, 429]


def test_questions_do_not_grow_with_the_events(plan, follow, cast):
    address = follow(cast.secretariat)
    plan()
    fetched(address)

    def asked():
        with CaptureQueriesContext(connection) as queries:
            fetched(address)
        return len(queries)

    few = asked()
    for days in range(2, 30):
        plan(starts_on=soon(days))
    assert asked() == few


def test_the_uid_outlives_a_new_address_and_does_not_tell_the_key(plan, follow, cast):
    activity = plan()
    (uid,) = events(fetched(follow(cast.secretariat)))
    assert not re.search(rf"\b{activity.pk}\b", uid)
    Activity.objects.get(pk=activity.pk).save()
    (again,) = events(fetched(follow(cast.secretariat)))
    assert again == uid
