"""Last year's activities are planned again: on the same weekday, without counts, and only once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from landsby.web.activities.copying import copy_of, originals_among
from landsby.web.activities.models import Activity, Part, Series
from landsby.web.activities.spans import same_weekday_later, spans_before, years_later
from landsby.web.activities.status import Status
from landsby.web.activities.tests.factories import a_series, an_activity
from landsby.web.kit.periods import HalfYear
from landsby.web.partnerships.access import standing_in
from landsby.web.partnerships.models import Right

pytestmark = pytest.mark.django_db

SPAN = spans_before(timezone.localdate())[0]
DAY = SPAN.first + timedelta(days=40)


@pytest.fixture
def preview(world, sign_in):
    """The address of the preview of some activities."""

    def address(*activities):
        picked = "&".join(f"pick={activity.pk}" for activity in activities)
        return f"{reverse('activities:copy_preview', args=[world.programme.slug])}?span={SPAN.key}&{picked}"

    return address


def told(activity, **said):
    """A chosen row as the browser sends it."""
    row = {"chosen": "on", "starts_on": same_weekday_later(activity.starts_on, 1), "title": activity.title, **said}
    return {f"copy-{activity.pk}-{name}": value for name, value in row.items() if value is not None}


@pytest.mark.parametrize("day", [date(2023, 5, 3), date(2024, 2, 29), date(2023, 12, 31), date(2024, 12, 30)])
@pytest.mark.parametrize("years", [1, 2, 5])
def test_a_day_is_copied_to_the_same_weekday_nearest_the_same_date(day, years):
    later = same_weekday_later(day, years)
    assert later.weekday() == day.weekday()
    assert abs((later - years_later(day, years)).days) <= 3


def test_the_half_year_on_top_is_the_one_whose_next_time_is_nearest():
    spans = spans_before(date(2026, 11, 21))
    assert [span.key for span in spans] == [
        "20261",
        "20262",
        "20252",
        "20251",
        "20242",
        "20241",
        "2026s",
        "2025s",
        "2024s",
    ]
    assert spans[0].years_ahead(date(2026, 11, 21)) == 1
    assert spans[5].years_ahead(date(2026, 11, 21)) == 3
    assert HalfYear.of(same_weekday_later(date(2024, 4, 1), 3)) == HalfYear(2027, 1)


def test_what_was_held_is_planned_again_without_what_was_said_of_it(preview, cast, world, blueprint, sign_in):
    activity = an_activity(
        blueprint, world, cast.pedagogue, starts_on=DAY, place="Broen", notes="Våde sokker", counts={"children": 9}
    )
    client = sign_in(cast.pedagogue)
    page = client.get(preview(activity)).content.decode()
    assert Activity.objects.count() == 1
    assert "Krabber ved broen" in page
    assert client.post(preview(activity), told(activity, title="Krabber igen")).status_code == 302
    copy = Activity.objects.exclude(pk=activity.pk).get()
    assert (copy.title, copy.status, copy.place, copy.notes) == ("Krabber igen", Status.PLANNED, "Broen", "")
    assert (copy.children, copy.hours, copy.starts_on) == (None, None, same_weekday_later(DAY, 1))
    assert [(link.actor, link.part) for link in copy.involvements.all()] == [(world.daycare, Part.HOST)]
    assert [link.goal for link in copy.goals.all()] == ["wet_feet"]


def test_the_same_again_is_recognised_and_so_is_a_colleagues(preview, cast, world, blueprint, sign_in):
    activity = an_activity(blueprint, world, cast.pedagogue, starts_on=DAY)
    for who in (cast.pedagogue, cast.daycare_leader):
        assert sign_in(who).post(preview(activity), told(activity)).status_code == 302
    assert Activity.objects.count() == 2
    chosen = sign_in(cast.daycare_leader).get(f"{reverse('activities:copy', args=['havneby'])}?span={SPAN.key}")
    assert "er kopieret" in chosen.content.decode()
    assert f'value="{activity.pk}"' not in chosen.content.decode()


def test_a_series_is_copied_as_a_series(preview, cast, world, blueprint, sign_in):
    series = a_series(blueprint, world, cast.pedagogue, starts_on=DAY, sessions=3)
    first = series.sessions.in_order().first()
    moved = same_weekday_later(DAY, 1) + timedelta(days=7)
    sign_in(cast.pedagogue).post(preview(first), told(first, starts_on=moved, title="Jolleholdet"))
    copy = Series.objects.exclude(pk=series.pk).get()
    days = [session.starts_on for session in copy.sessions.in_order()]
    assert days == [moved + timedelta(weeks=week) for week in range(3)]
    assert copy.children_enrolled is None


def test_who_has_closed_and_what_has_ended_is_left_out_with_a_word(cast, world, blueprint):
    world.club.closed_on = DAY + timedelta(days=30)
    world.club.save()
    activity = an_activity(blueprint, world, cast.pedagogue, starts_on=DAY, hosts=(world.daycare, world.club))
    activity.goals.create(goal="gone_from_here")
    standing = standing_in(cast.pedagogue, world.programme)
    found = Activity.objects.filter(pk=activity.pk).with_places().with_parts()
    (original,) = originals_among(found)
    reach = standing.reach(Right.LOG_ACTIVITIES)
    copy = copy_of(original, years=1, blueprint=blueprint, reach=reach, today=timezone.localdate())
    assert copy.left_out == [
        "Havneby Sejlklub er lukket og kommer ikke med.",
        "Målsætningen »gone_from_here« er slut og kommer ikke med.",
    ]
    assert copy.against == []
    assert copy.entry.sessions[0].hosts == (world.daycare,)
    assert copy.entry.sessions[0].goals == ("wet_feet",)


def test_a_kind_that_has_ended_is_told_and_not_copied(preview, cast, world, blueprint, sign_in):
    activity = an_activity(blueprint, world, cast.pedagogue, starts_on=DAY)
    Activity.objects.update(kind="gone_from_here")
    page = sign_in(cast.pedagogue).get(reverse("activities:copy", args=["havneby"])).content.decode()
    assert "Den slags aktivitet findes ikke længere." in page
    assert sign_in(cast.pedagogue).post(preview(activity), told(activity)).status_code == 422
    assert Activity.objects.count() == 1


def test_a_row_that_is_wrong_keeps_all_of_them_from_being_stored(preview, cast, world, blueprint, sign_in):
    good = an_activity(blueprint, world, cast.pedagogue, starts_on=DAY)
    bad = an_activity(blueprint, world, cast.pedagogue, starts_on=DAY, title="Rejer")
    rows = {**told(good, title="Krabber, nu med net"), **told(bad, starts_on="32.5")}
    answer = sign_in(cast.pedagogue).post(preview(good, bad), rows)
    assert answer.status_code == 422
    assert "Krabber, nu med net" in answer.content.decode()
    assert Activity.objects.count() == 2
    rows = {**told(good), **told(bad, starts_on="32.5", chosen=None)}
    assert sign_in(cast.pedagogue).post(preview(good, bad), rows).status_code == 302
    assert Activity.objects.count() == 3


def test_nothing_is_copied_where_nothing_is_chosen(preview, cast, world, blueprint, sign_in):
    activity = an_activity(blueprint, world, cast.pedagogue, starts_on=DAY)
    client = sign_in(cast.pedagogue)
    assert client.post(preview(activity), told(activity, chosen=None)).status_code == 422
    assert client.get(preview()).status_code == 302
    assert Activity.objects.count() == 1


def test_only_what_one_answers_for_is_offered(cast, world, blueprint, preview, sign_in, operator):
    an_activity(blueprint, world, operator, starts_on=DAY, hosts=(world.bay_school,), community=world.bay)
    cancelled = an_activity(
        blueprint, world, cast.pedagogue, starts_on=DAY, status=Status.CANCELLED, cancelled_because="Storm"
    )
    page = sign_in(cast.pedagogue).get(reverse("activities:copy", args=["havneby"])).content.decode()
    assert 'name="pick"' not in page
    assert sign_in(cast.pedagogue).get(preview(cancelled)).status_code == 302


def test_the_pages_ask_as_often_for_many_as_for_few(preview, cast, world, blueprint, sign_in):
    client, made = sign_in(cast.pedagogue), []

    def asked(count):
        made.extend(
            an_activity(blueprint, world, cast.pedagogue, starts_on=DAY, title=f"Nr. {n}") for n in range(count)
        )
        found = []
        for address in (reverse("activities:copy", args=["havneby"]), preview(*made)):
            client.get(address)
            with CaptureQueriesContext(connection) as queries:
                client.get(address)
            found.append(len(queries))
        return found

    assert asked(2) == asked(20)
