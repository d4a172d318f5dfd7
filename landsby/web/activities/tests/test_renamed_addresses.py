"""Addresses and pages that name a definition as it once was called: they find what it is called today."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from landsby.web.activities.tests.factories import an_activity
from landsby.web.activities.tests.test_upgrading import adopt, undo, version, without
from landsby.web.blueprints.models import last_wording

LIST, PROGRAMME = "/p/havneby/activities/", "/p/havneby/blueprint/"
RENAMED = {("goals", "wet_feet"): "water", ("activity_kinds", "crab_fishing"): "crabs"}


@pytest.fixture
def client(cast, sign_in):
    return sign_in(cast.secretariat)


@pytest.fixture
def activity(blueprint, world, operator):
    return an_activity(blueprint, world, operator)


@pytest.fixture
def renamed(programme, activity, operator, blueprint):
    """The kind of the activity and its goal are called otherwise, by id and by title."""

    def call_them_otherwise(data):
        next(each for each in data["goals"] if each["id"] == "water")["title"] = {"da": "Vand", "en": "Water"}
        next(each for each in data["activity_kinds"] if each["id"] == "crabs")["title"] = {
            "da": "Krabber",
            "en": "Crabs",
        }

    candidate = version(blueprint, call_them_otherwise, wet_feet="water", crab_fishing="crabs")
    adopt(programme, candidate, operator, RENAMED)


@pytest.mark.parametrize(
    "asked",
    ["kind=crab_fishing", "goal=wet_feet", "kind=crab_fishing,story_walk", "kind=crabs&goal=wet_feet&sort=title"],
)
def test_a_list_is_found_by_a_link_from_before(client, renamed, activity, asked):
    page = client.get(f"{LIST}?{asked}")
    assert [found.pk for found in page.context["listing"].page] == [activity.pk]
    assert "Det, adressen spørger efter" not in page.text


def test_the_calendar_and_the_file_follow_a_link_from_before_too(client, renamed, activity):
    month = client.get(f"{LIST}calendar/?kind=crab_fishing&month={activity.starts_on:%Y-%m}")
    assert activity.title in month.text
    assert activity.title in b"".join(client.get(f"{LIST}export/csv/?goal=wet_feet")).decode("utf-8-sig")


def test_the_courses_of_the_picture_follow_a_link_from_before(client, renamed):
    assert client.get("/p/havneby/picture/courses/?kind=crab_fishing").status_code == 200


def test_what_is_no_more_is_told_without_its_id(client, activity):
    page = client.get(f"{LIST}?goal=left_long_ago")
    assert "Det, adressen spørger efter, er ikke med i programmet længere." in page.text
    assert not page.context["listing"].page.object_list
    assert "er ikke en af de tilgængelige" not in page.text


def test_those_without_any_are_asked_for_as_before(client, renamed, activity):
    assert list(client.get(f"{LIST}?goal=none").context["listing"].page) == []


def test_links_of_today_do_not_ask_what_was_renamed(client, activity):
    with CaptureQueriesContext(connection) as asked:
        client.get(f"{LIST}?kind=crab_fishing&goal=wet_feet&track=none")
    assert not [query for query in asked.captured_queries if '"renamed"' in query["sql"]]


def test_a_definition_is_found_by_what_it_was_called(client, renamed):
    assert client.get(f"{PROGRAMME}goals/wet_feet/")["Location"] == f"{PROGRAMME}goals/water/"


def test_a_definition_that_is_no_more_has_a_page_that_says_so(client, programme, operator, blueprint):
    adopt(programme, version(blueprint, without("goals", "wet_feet")), operator)
    page = client.get(f"{PROGRAMME}goals/wet_feet/")
    assert page.status_code == 410
    assert "Den er ikke med i programmet længere." in page.text
    assert blueprint.goals["wet_feet"].title.da in page.text
    stood = f"{PROGRAMME}goals/wet_feet/as-of/{blueprint.goals['wet_feet'].content_hash}/"
    assert stood in page.text
    assert "Det findes ikke længere i programmet." in client.get(stood).text
    assert client.get(f"{PROGRAMME}goals/never_was/").status_code == 404


def test_an_old_record_shows_its_kind_with_the_names_of_then_and_links_to_today(client, renamed, activity, blueprint):
    activity.refresh_from_db()
    url = f"{PROGRAMME}activity_kinds/crab_fishing/as-of/{activity.kind_hash}/"
    assert url in client.get(f"/activities/{activity.pk}/").text
    page = client.get(url)
    assert f'Hedder nu <a href="{PROGRAMME}activity_kinds/crabs/">Krabber</a>.' in page.text
    assert "Det findes ikke længere" not in page.text
    assert f'<a href="{PROGRAMME}goals/water/">{blueprint.goals["wet_feet"].title.da}</a>' in page.text
    assert "wet_feet" not in page.text
    # That its goal goes by another id and title is no change of the kind.
    assert [field.label for field in page.context["stood"].fields] == ["Navn"]


def test_after_the_way_back_the_page_says_that_it_stands_so_still(client, renamed, programme, operator, blueprint):
    undo(programme, operator)
    kind = blueprint.activity_kinds["crab_fishing"]
    page = client.get(f"{PROGRAMME}activity_kinds/crab_fishing/as-of/{kind.content_hash}/")
    assert "Sådan står det stadig." in page.text


def test_what_only_stood_under_a_version_that_was_undone_is_read_with_its_names(client, renamed, programme, operator):
    undo(programme, operator)
    wording = last_wording(programme, "activity_kinds", "crabs")
    page = client.get(f"{PROGRAMME}activity_kinds/crabs/as-of/{wording.content_hash}/")
    assert "Vand" in page.text
    assert 'href="/p/havneby/blueprint/activity_kinds/crab_fishing/"' in page.text


def test_the_form_of_own_words_under_a_former_name_leads_to_todays(client, renamed):
    asked = client.get(f"{PROGRAMME}goals/wet_feet/adapt/")
    assert asked.url == f"{PROGRAMME}goals/water/adapt/"
    typed = client.post(f"{PROGRAMME}goals/wet_feet/adapt/", {"seen": "an earlier page"})
    assert typed.status_code == 422  # the page as it is today, with what was typed


def test_from_an_earlier_wording_one_comes_back_to_the_activity(client, renamed, activity):
    home = f"/activities/{activity.pk}/"
    stood = f"{PROGRAMME}activity_kinds/crab_fishing/as-of/{activity.kind_hash}/?back={home}"
    assert stood in client.get(home).text
    assert f'<a href="{home}">Tilbage</a>' in client.get(stood).text
    elsewhere = stood.replace(f"?back={home}", "?back=//example.org/")
    assert 'href="//example.org' not in client.get(elsewhere).text
