"""What a family without a sign-in sees of the demo's programme, and what it does not."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from django.utils import timezone

from landsby.web.activities.status import Status
from landsby.web.activities.tests.factories import an_activity
from landsby.web.partnerships.actions import add_contact, change_community

PAGE = "/demo/family/"


@pytest.fixture(autouse=True)
def demo(settings, programme):
    """The demo, in which the made-up programme is an invented one."""
    settings.DEMO = True
    programme.is_invented = True
    programme.save()


def test_it_shows_what_is_coming_for_families(client, world, blueprint, operator):
    soon = timezone.localdate() + timedelta(days=3)
    told = {"status": Status.PLANNED, "starts_on": soon, "counts": {}}
    an_activity(blueprint, world, operator, kind="story_walk", title="Eventyr på molen", **told)
    an_activity(blueprint, world, operator, kind="quay_meeting", title="Møde om kajen", **told)
    text = client.get(PAGE).content.decode()
    assert "Kom og vær med" in text
    assert "Eventyr på molen" in text
    assert "Møde om kajen" not in text


def test_what_is_coming_is_of_the_coming_year(client, world, blueprint, operator):
    today, told = timezone.localdate(), {"kind": "story_walk", "status": Status.PLANNED, "counts": {}}
    for title, days in (("Eventyr på molen", 365), ("Eventyr på isen", 366)):
        an_activity(blueprint, world, operator, title=title, starts_on=today + timedelta(days=days), **told)
    text = client.get(PAGE).content.decode()
    assert "Eventyr på molen" in text
    assert "Eventyr på isen" not in text


def test_it_says_when_it_ends_where_that_is_known(client, world, blueprint, operator):
    soon = timezone.localdate() + timedelta(days=3)
    told = {"kind": "story_walk", "status": Status.PLANNED, "counts": {}, "starts_on": soon}
    an_activity(blueprint, world, operator, title="Ved molen", start_time=time(10), end_time=time(12, 30), **told)
    an_activity(blueprint, world, operator, title="Ved broen", start_time=time(15), **told)
    text = client.get(PAGE).content.decode()
    assert "kl. 10.00–12.30" in text
    assert "kl. 15.00<" in text


def test_when_nothing_is_coming_it_shows_the_latest_and_says_so(client, world, blueprint, operator):
    an_activity(blueprint, world, operator, kind="story_walk", title="Eventyr på molen", starts_on=date(2023, 5, 1))
    text = client.get(PAGE).content.decode()
    assert "Der er ikke planlagt noget for familier lige nu." in text
    assert "Eventyr på molen" in text


def test_it_shows_goals_and_published_figures_but_no_attendance_and_no_way_in(client, world, blueprint, operator):
    an_activity(blueprint, world, operator, kind="story_walk", starts_on=date(2023, 5, 1), counts={"children": 4711})
    text = client.get(PAGE).content.decode()
    assert "Ud til vandet" in text
    assert "Det er det blevet til" in text
    assert "4711" not in text.replace(".", "")
    assert "/activities/" not in text


@pytest.fixture
def told_at_the_quay_and_on_the_hill(world, blueprint, operator):
    soon = timezone.localdate() + timedelta(days=3)
    for place, title in ((world.quay, "Eventyr på molen"), (world.hill, "Eventyr på bakken")):
        told = {"status": Status.PLANNED, "starts_on": soon, "counts": {}, "community": place, "title": title}
        an_activity(blueprint, world, operator, kind="story_walk", **told)


def test_a_family_chooses_where_it_lives(client, world, told_at_the_quay_and_on_the_hill):
    text = client.get(PAGE).content.decode()
    assert f'href="{PAGE}?community={world.hill.pk}"' in text
    text = client.get(PAGE, {"community": world.hill.pk}).content.decode()
    assert "Kom og vær med i Hill" in text
    assert "Eventyr på bakken" in text
    assert "Eventyr på molen" not in text


def test_where_it_lives_it_sees_who_takes_part_and_no_names_of_people(client, world, operator):
    add_contact(actor=world.hill_daycare, name="Kirsten Kontakt", phone="12 34 56 78", by=operator)
    text = client.get(PAGE, {"community": world.hill.pk}).content.decode()
    assert "De er med i Hill" in text
    assert "Bakkehuset" in text
    assert "Muslingen" not in text
    assert "Kirsten" not in text
    assert "12 34" not in text


def test_a_community_that_has_left_is_not_offered(client, world, operator):
    told = {"name": "Hill", "started_on": world.hill.started_on, "ended_on": timezone.localdate(), "outline": None}
    change_community(community=world.hill, **told, by=operator)
    assert "Hill" not in client.get(PAGE).content.decode()
    assert "De er med" not in client.get(PAGE, {"community": world.hill.pk}).content.decode()


@pytest.mark.parametrize("nonsense", ["0", "-1", "quay", "9999999999", ""])
def test_a_place_that_is_none_is_the_whole_programme(client, world, told_at_the_quay_and_on_the_hill, nonsense):
    text = client.get(PAGE, {"community": nonsense}).content.decode()
    assert "Eventyr på bakken" in text
    assert "Eventyr på molen" in text


def test_it_says_what_one_can_come_to_what_to_do_and_how_data_are_kept(client, world, blueprint):
    text = client.get(PAGE).content.decode()
    assert blueprint.activity_kinds["story_walk"].summary.da in text
    assert blueprint.activity_kinds["quay_meeting"].summary.da not in text
    assert "Har I lyst til at være med?" in text
    assert 'href="/data-policy/"' in text
