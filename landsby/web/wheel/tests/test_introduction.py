"""A new leader's way in."""

from __future__ import annotations

import pytest

from landsby.web.kit.models import Act, AuditEntry
from landsby.web.plans.tests.factories import a_plan, an_item, days_ago
from landsby.web.wheel.models import Introduction

LATELY = days_ago(90).isoformat()


@pytest.fixture
def page(world) -> str:
    """Where the daycare's page for a new leader lies."""
    return f"/actors/{world.daycare.pk}/introduction/"


def test_a_new_leader_finds_what_goes_on_and_whom_to_call(page, cast, sign_in, world, operator):
    an_item(a_plan(world, operator), operator, "Bind et nyt knob")
    told = sign_in(cast.daycare_leader).get(page).content.decode()
    for words in ("Sammen om Havneby", "Bind et nyt knob", cast.project_leader.name, "Lederen har set havnen."):
        assert words in told
    assert AuditEntry.objects.filter(act=Act.READ, label=world.daycare.name).exists()


def test_addresses_stand_only_where_contacts_are_seen_and_nobody_who_has_left(page, cast, sign_in):
    told = sign_in(cast.network_member).get(page).content.decode()
    assert cast.project_leader.name in told
    assert cast.project_leader.email not in told
    cast.project_leader.is_active = False
    cast.project_leader.save()
    assert cast.project_leader.name not in sign_in(cast.secretariat).get(page).content.decode()


def test_the_project_leader_goes_through_the_list_with_the_leader(page, cast, sign_in, world):
    client = sign_in(cast.project_leader)
    for _twice in range(2):
        client.post(f"{page}begin/", {"since_on": LATELY})
    introduction = Introduction.objects.get()
    for _twice in range(2):
        client.post(f"{page}tick/", {"point": "shown_around", "done": "yes"})
    assert [tick.point for tick in introduction.ticks.all()] == ["shown_around"]
    part = client.post(
        f"{page}tick/?partial=points", {"point": "shown_around", "done": "no"}, headers={"HX-Request": "true"}
    ).content.decode()
    assert "<html" not in part
    assert "2 punkter mangler" in part
    assert client.post(f"{page}tick/", {"point": "no_such_point", "done": "yes"}).status_code == 422
    client.post(f"{page}end/")
    assert Introduction.objects.get().ended_on is not None
    assert client.post(f"{page}tick/", {"point": "shown_around", "done": "yes"}).status_code == 404


def test_without_a_day_nothing_begins(page, cast, sign_in):
    assert sign_in(cast.project_leader).post(f"{page}begin/", {"since_on": ""}).status_code == 422
    assert not Introduction.objects.exists()


def test_who_only_reads_begins_nothing(page, cast, sign_in):
    client = sign_in(cast.steering_member)
    assert client.get(page).status_code == 200
    assert client.post(f"{page}begin/", {"since_on": LATELY}).status_code == 403


def test_an_actor_without_a_checklist_is_told_so(cast, sign_in, world):
    client = sign_in(cast.project_leader)
    url = f"/actors/{world.club.pk}/introduction/"
    assert "ingen tjekliste" in client.get(url).content.decode()
    assert client.post(f"{url}begin/", {"since_on": LATELY}).status_code == 422
    assert "Til en ny leder" not in client.get(f"/actors/{world.club.pk}/").content.decode()
    assert "Til en ny leder" in client.get(f"/actors/{world.daycare.pk}/").content.decode()


def test_the_first_day_is_told_anew_and_cannot_lie_long_ago(page, cast, sign_in):
    client = sign_in(cast.project_leader)
    assert client.post(f"{page}begin/", {"since_on": "1900-01-01"}).status_code == 422
    for days in (90, 30):
        client.post(f"{page}begin/", {"since_on": days_ago(days).isoformat()})
    assert Introduction.objects.get().since_on == days_ago(30)
