"""After an opening the host says how many came, and the season's page adds it up."""

from __future__ import annotations

import csv
from datetime import timedelta
from io import StringIO

import pytest

from landsby.web.activities.actions import adjust_activity, hold_activity
from landsby.web.activities.details import Attendance
from landsby.web.activities.status import Status
from landsby.web.halls.tests.factories import KIND, a_season, coming, openings_of
from landsby.web.kit.models import Act, AuditEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def season(blueprint, world, operator):
    """Two Saturdays that have been and two to come, all of them the sailing club's."""
    first = coming(0, weeks=-2)
    return a_season(
        blueprint, world, operator, starts_on=first, ends_on=first + timedelta(days=41), hosts=(world.club,)
    )


@pytest.fixture
def opening(season):
    return openings_of(season)[0]


@pytest.fixture
def sailor(sign_in, cast):
    return sign_in(cast.association)


CAME = {"children": "14", "parents": "9", "new_families": "3", "extra_books_lent": "2", "extra_weather": "dry"}


def test_the_host_counts_from_the_duty_on_one_screen(sailor, opening):
    url = f"/openings/{opening.pk}/count/"
    assert url in sailor.get("/p/havneby/halls/duties/").content.decode()
    page = sailor.get(url)
    asked = [field.name for field in page.context["screen"].numbers]
    assert asked == ["children", "parents", "new_families", "extra_books_lent"]
    assert sailor.post(url, CAME).url == f"/halls/{opening.season_id}/"
    opening.activity.refresh_from_db()
    held = opening.activity
    assert (held.status, held.children, held.parents, held.new_families) == (Status.HELD, 14, 9, 3)
    assert held.extra == {"books_lent": 2, "weather": "dry"}


def test_a_number_that_cannot_be_is_asked_again(sailor, opening):
    refused = sailor.post(f"/openings/{opening.pk}/count/", {**CAME, "children": "mange"})
    assert refused.status_code == 422
    assert "Skriv et helt tal" in refused.content.decode()


def test_before_the_day_there_is_nothing_to_count(sailor, season):
    ahead = openings_of(season)[-1]
    assert "Når dagen er kommet" in sailor.get(f"/openings/{ahead.pk}/count/").content.decode()
    assert sailor.post(f"/openings/{ahead.pk}/count/", CAME).status_code == 422
    ahead.activity.refresh_from_db()
    assert ahead.activity.is_planned


def test_who_is_neither_host_nor_coordinator_does_not_count(sign_in, cast, opening):
    assert sign_in(cast.school_leader).get(f"/openings/{opening.pk}/count/").status_code == 403


@pytest.fixture
def counted(season, blueprint, operator):
    """The first Saturday with 14 children, the second with three."""
    kind = blueprint.activity_kinds[KIND]
    for opening, children in zip(openings_of(season), (14, 3), strict=False):
        attendance = Attendance(children=children, parents=0, new_families=5)
        hold_activity(activity=opening.activity, kind=kind, attendance=attendance, extra={"books_lent": 2}, by=operator)
    return season


def test_the_seasons_page_adds_up_and_draws(sign_in, cast, counted):
    counts = sign_in(cast.pedagogue).get(f"/halls/{counted.pk}/").context["counts"]
    assert counts.totals == [("Børn", 17), ("Forældre", 0), ("Nye familier", 10), ("Lånte bøger", 4)]
    drawn = counts.chart.spec["data"]["values"]
    assert [row["count"] for row in drawn if row["category"] == "Børn"] == [14, 3]
    assert [row[1:] for row in counts.chart.rows] == [[14, 0, 5, 2], [3, 0, 5, 2]]


def test_in_the_file_small_numbers_are_hidden_and_taking_it_is_noted(sign_in, cast, counted):
    response = sign_in(cast.leisure_consultant).get(f"/halls/{counted.pk}/counts/csv/")
    told = b"".join(response.streaming_content).decode("utf-8-sig")
    head, first, second = csv.reader(StringIO(told), delimiter=";")
    assert head == ["Dag", "Børn", "Forældre", "Nye familier", "Lånte bøger"]
    assert first[1:] == ["14", "0", "5", "under 5"]
    assert second[1:] == ["under 5", "0", "5", "under 5"]
    entry = AuditEntry.objects.of_acts(Act.EXPORTED).get()
    assert (entry.author, entry.detail) == ("Leisure Consultant", {"rows": 2})


def test_who_may_not_export_takes_no_file(sign_in, cast, counted):
    client = sign_in(cast.pedagogue)
    assert client.get(f"/halls/{counted.pk}/counts/csv/").status_code == 403
    assert "Hent som CSV" not in client.get(f"/halls/{counted.pk}/").content.decode()
    assert sign_in(cast.leisure_consultant).get(f"/halls/{counted.pk}/counts/pdf/").status_code == 404


def test_an_opening_of_another_day_is_counted_on_its_day(sailor, opening, operator):
    ahead = coming(5, weeks=3)
    adjust_activity(activity=opening.activity, values={"starts_on": ahead}, by=operator)
    assert "Når dagen er kommet" in sailor.get(f"/openings/{opening.pk}/count/").content.decode()
