"""Something repeated: its days are looked over, each becomes an activity, and a change may reach the later ones."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from uuid import uuid4

import pytest
from dateutil.easter import easter
from django.urls import reverse
from django.utils import timezone

from landsby.web.activities.actions import hold_activity
from landsby.web.activities.details import Attendance
from landsby.web.activities.free_days import easter_of, free_day
from landsby.web.activities.models import Activity
from landsby.web.activities.repeating import MOST_TIMES, Rhythm, repeated_days
from landsby.web.activities.status import Status
from landsby.web.activities.tests.factories import a_series

pytestmark = pytest.mark.django_db

FIRST = timezone.localdate() + timedelta(days=30)


def form(world, **told):
    """The whole form of a crab fishing that is repeated, as the browser sends it."""
    usual = {
        "client_key": str(uuid4()),
        "title": "Krabber",
        "status": "planned",
        "starts_on": FIRST.isoformat(),
        "community": world.quay.pk,
        "hosts": [world.daycare.pk],
        "goals": ["wet_feet"],
        "repeat": "weekly",
        "repeat_times": "4",
    }
    return {**usual, **told}


@pytest.fixture
def address(world):
    return reverse("activities:new_of_kind", args=[world.programme.slug, "crab_fishing"])


@pytest.fixture
def planned(cast, world, address, sign_in):
    """Four weeks of crabs, of which the second was unticked; in order."""
    days = [(FIRST + timedelta(weeks=week)).isoformat() for week in (0, 2, 3)]
    answer = sign_in(cast.pedagogue).post(address, {**form(world), "day": days, "previewed": "yes"})
    assert answer.status_code == 302
    return list(Activity.objects.order_by("starts_on"))


@pytest.mark.parametrize("year", [1999, 2000, 2011, 2024, 2026, 2038, 2049, 2076, 2100])
def test_easter_lies_where_a_known_reckoning_has_it(year):
    assert easter_of(year) == easter(year)


def test_free_days_have_their_names():
    assert free_day(date(2027, 3, 25)) == "skærtorsdag"
    assert free_day(date(2027, 5, 6)) == "Kristi himmelfartsdag"
    assert free_day(date(2026, 12, 24)) == "juleaften"
    assert free_day(date(2027, 4, 23)) == ""


def test_every_week_and_every_second_week_move_by_weeks():
    for rhythm, step in ((Rhythm.WEEKLY, 7), (Rhythm.FORTNIGHTLY, 14)):
        days = [one.day for one in repeated_days(rhythm, date(2027, 1, 5), until=None, times=9)]
        assert len(days) == 9
        assert {(later - earlier).days for earlier, later in pairwise(days)} == {step}


def test_every_month_keeps_the_weekday_and_the_fifth_is_the_last():
    third = [one.day for one in repeated_days(Rhythm.MONTHLY, date(2027, 1, 19), until=date(2027, 4, 30), times=None)]
    assert third == [date(2027, 1, 19), date(2027, 2, 16), date(2027, 3, 16), date(2027, 4, 20)]
    last = [one.day for one in repeated_days(Rhythm.MONTHLY, date(2027, 1, 29), until=None, times=3)]
    assert last == [date(2027, 1, 29), date(2027, 2, 26), date(2027, 3, 26)]


def test_there_is_an_end_whatever_is_asked():
    assert len(repeated_days(Rhythm.WEEKLY, date(2027, 1, 5), until=date(2099, 1, 1), times=None)) == MOST_TIMES


def test_the_days_are_shown_and_nothing_is_stored(cast, world, address, sign_in):
    christmas = form(world, starts_on="2026-12-17", repeat_until="2027-01-07", repeat_times="")
    page = sign_in(cast.pedagogue).post(address, christmas).content.decode()
    assert page.count('name="day"') == 4
    assert "juleaften" in page
    assert page.count("checked") == 2
    assert "uge 53" in page
    assert not Activity.objects.exists()


def test_those_that_stay_become_activities_that_know_of_each_other(planned, cast, sign_in):
    assert [one.starts_on - FIRST for one in planned] == [timedelta(weeks=week) for week in (0, 2, 3)]
    assert {one.status for one in planned} == {Status.PLANNED}
    assert len({one.repetition for one in planned}) == 1
    assert planned[0].repetition is not None
    page = sign_in(cast.pedagogue).get(reverse("activities:detail", args=[planned[1].pk])).content.decode()
    assert "Gentages 3 gange" in page


def test_the_same_page_sent_twice_is_stored_once(cast, world, address, sign_in):
    days = [(FIRST + timedelta(weeks=week)).isoformat() for week in range(4)]
    sent = {**form(world), "day": days, "previewed": "yes"}
    for _again in range(2):
        assert sign_in(cast.pedagogue).post(address, sent).status_code == 302
    assert Activity.objects.count() == 4


def test_without_a_day_and_on_the_way_back_nothing_is_stored(cast, world, address, sign_in):
    client = sign_in(cast.pedagogue)
    assert client.post(address, {**form(world), "previewed": "yes"}).status_code == 422
    back = client.post(address, {**form(world), "day": [FIRST.isoformat()], "mend": "yes"})
    assert 'value="Krabber"' in back.content.decode()
    foreign = {**form(world), "day": ["2099-01-01", "x"], "previewed": "yes"}
    assert client.post(address, foreign).status_code == 422
    assert not Activity.objects.exists()


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"repeat_times": ""}, "repeat_times"),
        ({"repeat_times": "1"}, "repeat_times"),
        ({"repeat_times": "54"}, "repeat_times"),
        ({"repeat_until": "2020-01-01"}, "repeat_until"),
        ({"repeat_until": (FIRST + timedelta(days=500)).isoformat()}, "repeat_until"),
        ({"status": "held", "starts_on": "2024-01-01"}, "repeat"),
        ({"repeat": "hourly"}, "repeat"),
    ],
)
def test_what_does_not_fit_is_told_at_its_field(cast, world, address, sign_in, told, field):
    answer = sign_in(cast.pedagogue).post(address, form(world, **told))
    assert answer.status_code == 422
    assert answer.context["form"].errors.keys() == {field}


def changed(activity, world, **told):
    """The whole form of a stored one, as the browser sends it."""
    usual = form(world, starts_on=activity.starts_on.isoformat(), title=activity.title, tracks=["harbour_life"])
    return {**{name: value for name, value in usual.items() if not name.startswith("repeat")}, **told}


def test_one_is_changed_by_itself(planned, cast, world, sign_in):
    address = reverse("activities:change", args=[planned[0].pk])
    sign_in(cast.pedagogue).post(address, changed(planned[0], world, title="Rejer", reaches="one"))
    assert [one.title for one in Activity.objects.order_by("starts_on")] == ["Rejer", "Krabber", "Krabber"]


def test_this_and_those_that_follow_take_over_what_was_changed_and_nothing_else(
    planned, cast, world, blueprint, sign_in
):
    first, second, third = planned
    Activity.objects.filter(pk=third.pk).update(place="Molen", notes="Husk net")
    told = {"title": "Rejer", "start_time": "10:00", "reaches": "following", "notes": "Kun i dag"}
    told["starts_on"] = (second.starts_on + timedelta(days=1)).isoformat()
    address = reverse("activities:change", args=[second.pk])
    assert sign_in(cast.pedagogue).post(address, changed(second, world, **told)).status_code == 302
    now = {one.pk: one for one in Activity.objects.all()}
    assert (now[first.pk].title, now[first.pk].starts_on) == ("Krabber", first.starts_on)
    assert (now[third.pk].title, now[third.pk].place, now[third.pk].notes) == ("Rejer", "Molen", "Husk net")
    assert now[third.pk].starts_on == third.starts_on + timedelta(days=1)
    assert f"{now[third.pk].start_time:%H:%M}" == "10:00"
    assert now[second.pk].notes == "Kun i dag"
    assert [link.actor for link in now[third.pk].involvements.all()] == [world.daycare]


def test_what_has_been_held_is_not_reached(planned, cast, world, blueprint, sign_in):
    first, second, _third = planned
    Activity.objects.filter(pk=second.pk).update(status=Status.HELD)
    address = reverse("activities:change", args=[first.pk])
    page = sign_in(cast.pedagogue).get(address).content.decode()
    assert "(1 mere)" in page
    sign_in(cast.pedagogue).post(address, changed(first, world, title="Rejer", reaches="following"))
    assert [one.title for one in Activity.objects.order_by("starts_on")] == ["Rejer", "Krabber", "Rejer"]


def test_held_ones_are_told_of_one_by_one(cast, world, address, blueprint, sign_in):
    start = timezone.localdate() - timedelta(days=7)
    days = [start.isoformat(), timezone.localdate().isoformat()]
    sent = {**form(world, starts_on=start.isoformat(), repeat_times="2"), "day": days, "previewed": "yes"}
    sign_in(cast.pedagogue).post(address, sent)
    kind = blueprint.activity_kinds["crab_fishing"]
    one = Activity.objects.order_by("starts_on").first()
    hold_activity(activity=one, kind=kind, attendance=Attendance(children=4), by=cast.pedagogue)
    assert [one.status for one in Activity.objects.order_by("starts_on")] == [Status.HELD, Status.PLANNED]


def test_cancelling_may_reach_those_that_follow(planned, cast, sign_in):
    first, second, _third = planned
    client = sign_in(cast.pedagogue)
    page = client.get(f"/activities/{second.pk}/cancel/").text
    assert "Denne og de følgende (1 mere)" in page
    client.post(f"/activities/{second.pk}/cancel/", {"because": "Isen er tyk", "reaches": "following"})
    told = [(one.status, one.cancelled_because) for one in Activity.objects.order_by("starts_on")]
    assert told == [(Status.PLANNED, ""), (Status.CANCELLED, "Isen er tyk"), (Status.CANCELLED, "Isen er tyk")]
    client.post(f"/activities/{first.pk}/cancel/", {"because": "Storm"})
    assert Activity.objects.get(pk=first.pk).status == Status.CANCELLED


def test_the_sessions_of_a_series_that_are_left_are_cancelled_together(blueprint, world, cast, sign_in):
    series = a_series(blueprint, world, cast.secretariat, status=Status.PLANNED, counts={}, starts_on=FIRST)
    _first, second, _third = series.sessions.in_order()
    answer = sign_in(cast.project_leader).post(
        f"/activities/{second.pk}/cancel/", {"because": "Jollen er læk", "reaches": "following"}, follow=True
    )
    assert "2 aktiviteter står nu som aflyst." in answer.text
    assert [one.status for one in series.sessions.in_order()] == ["planned", "cancelled", "cancelled"]
