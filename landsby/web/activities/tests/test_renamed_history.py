"""What a programme has said about a definition is one history, however often the definition was renamed."""

from __future__ import annotations

import pytest

from landsby.web.activities.tests.test_upgrading import adopt, today_in, undo, version, without
from landsby.web.blueprints.actions import write_adaptation
from landsby.web.blueprints.models import LocalAdaptation, blueprint_of
from landsby.web.partnerships.models import Programme

GOALS = "/p/havneby/blueprint/goals"
RENAMED = {("goals", "wet_feet"): "water"}


def call_it(title: str) -> dict:
    return {"set": {"title": {"da": title, "en": title}}}


@pytest.fixture
def say(programme, operator):
    """Says something of the programme's own about a goal."""

    def said(key: str, title: str) -> LocalAdaptation:
        return write_adaptation(programme=programme, folder="goals", key=key, patch=call_it(title), by=operator)

    return said


@pytest.fixture
def rename(programme, cast, operator, blueprint):
    """Goes over to a version that calls the goal of wet feet otherwise."""
    return lambda: adopt(programme, version(blueprint, wet_feet="water"), operator, RENAMED)


@pytest.fixture
def client(cast, sign_in):
    return sign_in(cast.secretariat)


def test_a_history_goes_on_under_the_new_name(client, say, rename):
    say("wet_feet", "Først")
    say("wet_feet", "Siden")
    rename()
    say("water", "Til sidst")
    page = client.get(f"{GOALS}/water/history/")
    moments = page.context["moments"]
    assert [moment.version for moment in moments] == ["", "2", "", ""]
    assert all(moment.fits for moment in moments)
    for title in ("Først", "Siden", "Til sidst"):
        assert title in page.content.decode()


def test_one_can_go_back_to_what_was_said_under_a_former_name(client, programme, say, rename):
    first = say("wet_feet", "Først")
    say("wet_feet", "Siden")
    rename()
    answer = client.post(f"/p/havneby/blueprint/history/{first.pk}/")
    assert client.get(answer.url, follow=True).status_code == 200
    assert today_in(programme).goals["water"].title.da == "Først"
    assert "wet_feet" not in today_in(programme).goals


def test_the_former_address_leads_on(client, say, rename):
    say("wet_feet", "Først")
    rename()
    assert client.get(f"{GOALS}/wet_feet/").url == f"{GOALS}/water/"
    assert "Først" in client.get(f"{GOALS}/wet_feet/history/").content.decode()


def test_the_way_back_is_followed_too(client, programme, operator, say, rename):
    say("wet_feet", "Først")
    rename()
    say("water", "Siden")
    undo(programme, operator)
    page = client.get(f"{GOALS}/wet_feet/history/")
    assert len(page.context["moments"]) == LocalAdaptation.objects.count()
    assert "Siden" in page.content.decode()
    assert client.get(f"{GOALS}/water/").url == f"{GOALS}/wet_feet/"


def test_what_takes_a_name_over_later_has_a_history_of_its_own(client, programme, operator, blueprint, say, rename):
    say("wet_feet", "Først")
    rename()

    def add(data):
        data["blueprint"]["version"] = "3"
        data["goals"].append({**blueprint.goals["wet_feet"].to_data(), "formerly": []})

    today = blueprint_of(Programme.objects.get(pk=programme.pk))
    adopt(programme, version(version(blueprint, wet_feet="water"), add), operator)
    assert today.goals.keys() < today_in(programme).goals.keys()
    say("wet_feet", "En anden")
    assert len(client.get(f"{GOALS}/wet_feet/history/").context["moments"]) == 1
    assert "Først" in client.get(f"{GOALS}/water/history/").content.decode()


def test_what_has_left_the_programme_keeps_its_history(client, programme, cast, operator, blueprint, say):
    say("wet_feet", "Først")
    adopt(programme, version(blueprint, without("goals", "wet_feet")), operator)
    assert client.get(f"{GOALS}/wet_feet/history/").status_code == 200
    assert client.get(f"{GOALS}/wet_feet/").status_code == 410


def test_a_long_history_is_read_in_as_many_queries_as_a_short_one(client, say, rename, django_assert_max_num_queries):
    say("wet_feet", "Først")
    rename()
    counts = []
    for number in range(2):
        client.get(f"{GOALS}/water/history/")  # what holds today is put together once in a process
        with django_assert_max_num_queries(40) as seen:
            client.get(f"{GOALS}/water/history/")
        counts.append(len(seen.captured_queries))
        for word in range(5):
            say("water", f"{number} {word}")
    assert counts[0] == counts[1]
