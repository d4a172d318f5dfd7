"""Choosing among more actors than can be sent along: the chosen stand in the form, others are searched for."""

from __future__ import annotations

import pytest

from landsby.web.activities.models import Activity, Part
from landsby.web.activities.tests.factories import an_activity
from landsby.web.partnerships.actions import add_actor

URL = "/p/havneby/activities/actors/"
LOG = "/p/havneby/activities/log/"
NEW = "/p/havneby/activities/new/crab_fishing/"


@pytest.fixture
def many(monkeypatch):
    """As though two actors were more than anybody looks through."""
    monkeypatch.setattr("landsby.web.activities.forms.who.MOST_OFFERED", 2)


def found(client, typed):
    return [one["title"].partition(" (")[0] for one in client.get(URL, {"q": typed}).json()["found"]]


def test_what_is_typed_finds_those_that_one_may_choose(world, cast, operator, sign_in):
    add_actor(programme=world.programme, kind="school", name="Fjern Skole", municipality=world.south, by=operator)
    assert found(sign_in(cast.secretariat), "fjern skole") == ["Fjern Skole"]
    assert found(sign_in(cast.daycare_leader), "fjern skole") == []
    assert found(sign_in(cast.secretariat), " ") == []


def test_only_who_registers_may_look(cast, sign_in):
    assert sign_in(cast.evaluator).get(URL).status_code == 403
    assert sign_in(cast.stranger).get(URL).status_code == 404


def test_a_form_with_too_many_holds_the_chosen_alone(many, blueprint, world, cast, sign_in):
    client = sign_in(cast.secretariat)
    activity = an_activity(blueprint, world, cast.secretariat)
    page = client.get(f"/activities/{activity.pk}/change/").content.decode()
    assert f'data-search="{URL}" data-name="hosts"' in page
    assert world.daycare.name in page
    assert world.club.name not in page
    assert f'data-search="{URL}"' in client.get(NEW).content.decode()


def test_one_that_was_searched_for_is_stored_and_stays_where_the_form_comes_back(many, world, cast, sign_in):
    client = sign_in(cast.secretariat)
    form = client.get(NEW).context["form"]
    told = {name: value for name, value in form.initial.items() if isinstance(value, str)}
    told |= {"client_key": str(form["client_key"].value()), "starts_on": "2023-05-03", "hosts": [world.club.pk]}
    wrong = client.post(NEW, {**told, "title": ""})
    assert wrong.status_code == 422
    assert f'value="{world.club.pk}" id="id_hosts_0" checked' in wrong.content.decode()
    assert client.post(NEW, {**told, "title": "Fundet vært", "status": "held", "children": "3"}).status_code == 302
    stored = Activity.objects.get(title="Fundet vært")
    assert [(link.actor, link.part) for link in stored.involvements.all()] == [(world.club, Part.HOST)]


def test_the_quick_log_offers_the_usual_hosts_and_looks_for_others(many, cast, sign_in):
    page = sign_in(cast.secretariat).get(LOG)
    assert page.context["form"].fields["actor"].choices
    assert f'data-search="{URL}" data-name="other_actor"' in page.content.decode()
    assert [value for value, _label in page.context["form"].fields["other_actor"].choices] == [""]


def test_another_host_that_was_looked_for_is_stored_and_stays_where_the_form_comes_back(many, world, cast, sign_in):
    client = sign_in(cast.secretariat)
    form = client.get(LOG).context["form"]
    told = {name: str(form[name].value() or "") for name in ("client_key", "kind", "actor", "day")}
    told |= {"other_actor": str(world.club.pk)}
    wrong = client.post(LOG, told)
    assert wrong.status_code == 422
    assert f'value="{world.club.pk}" id="id_other_actor_1" checked' in wrong.content.decode()
    assert client.post(LOG, {**told, "count": "3"}).status_code == 302
    stored = Activity.objects.latest("pk")
    assert [link.actor for link in stored.involvements.all()] == [world.club]
