"""What a family without a sign-in sees of the demo's programme, and what it does not."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from landsby.web.activities.status import Status
from landsby.web.activities.tests.factories import an_activity

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
