"""Two who have the same activity open: nobody overwrites what the other has written."""

from __future__ import annotations

import pytest

from landsby.web.activities.models import Activity
from landsby.web.activities.status import Status
from landsby.web.activities.tests.factories import an_activity


@pytest.fixture
def activity(blueprint, world, cast):
    return an_activity(blueprint, world, cast.daycare_leader, notes="Tag regntøj med")


@pytest.fixture
def planned(blueprint, world, cast):
    return an_activity(blueprint, world, cast.daycare_leader, status=Status.PLANNED, counts={}, notes="Tag regntøj med")


def opened(client, address):
    """What the page of a form would send if nothing were typed."""
    return as_it_stands(client.get(address))


def as_it_stands(page):
    form = page.context.get("hold_form") or page.context["form"]
    return {name: form[name].value() for name in form.fields if form[name].value() is not None}


def test_what_only_the_other_has_changed_stays(activity, cast, sign_in):
    client, address = sign_in(cast.daycare_leader), f"/activities/{activity.pk}/change/"
    mine = opened(client, address)
    client.post(address, opened(client, address) | {"notes": "Tag støvler med", "goals": ["story_time"]})
    assert client.post(address, mine | {"title": "Eventyr i havnen"}).status_code == 302
    stored = Activity.objects.get()
    assert (stored.title, stored.notes) == ("Eventyr i havnen", "Tag støvler med")
    assert [link.goal for link in stored.goals.all()] == ["story_time"]


def test_what_both_have_changed_is_shown_and_settled(activity, cast, sign_in):
    client, address = sign_in(cast.daycare_leader), f"/activities/{activity.pk}/change/"
    mine = opened(client, address) | {"notes": "Tag madpakke med"}
    client.post(address, opened(client, address) | {"notes": "Tag støvler med"})
    asked = client.post(address, mine)
    assert asked.status_code == 422
    text = asked.content.decode()
    assert "En anden har imens skrevet: »Tag støvler med«." in text
    assert "Tag madpakke med" in text
    assert Activity.objects.get().notes == "Tag støvler med"
    settled = as_it_stands(asked) | {"notes": "Tag støvler og madpakke med"}
    assert client.post(address, settled).status_code == 302
    assert Activity.objects.get().notes == "Tag støvler og madpakke med"


def test_the_same_sent_twice_is_no_contest(activity, cast, sign_in):
    client, address = sign_in(cast.daycare_leader), f"/activities/{activity.pk}/change/"
    mine = opened(client, address) | {"notes": "Tag madpakke med", "hours": "2,5"}
    assert [client.post(address, mine).status_code for _ in range(2)] == [302, 302]


def test_how_it_went_is_not_overwritten_either(planned, cast, sign_in):
    client, address = sign_in(cast.daycare_leader), f"/activities/{planned.pk}/hold/"
    mine = opened(client, address) | {"children": "12", "notes": "En dejlig dag"}
    client.post(address, opened(client, address) | {"children": "15", "notes": "Tag regntøj med"})
    asked = client.post(address, mine)
    assert asked.status_code == 422
    assert asked.context["hold_form"].errors["children"] == [
        "En anden har imens skrevet: »15«. Ret dit til, og gem igen."
    ]
    assert Activity.objects.get().children == 15
