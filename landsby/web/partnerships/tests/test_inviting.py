"""Inviting: what each role may, said where it is chosen, and the place found by what is typed."""

from __future__ import annotations

import pytest

from landsby.web.partnerships.forms.roles import told_of
from landsby.web.partnerships.models import Invitation, Right, Role

PEOPLE = "/p/havneby/people/"

pytestmark = pytest.mark.django_db


def told(**facts):
    return told_of(Role(**{"scope": "actor", "sees": "community", "rights": [], **facts}))


def test_what_a_role_may_is_told_from_its_rights():
    assert told(rights=["log_activities"]) == (
        "Kan registrere aktiviteter i egen institution eller forening. Læser med i lokalområdet."
    )
    assert told(rights=["export", "log_activities", "see_contacts"], scope="community") == (
        "Kan registrere aktiviteter, se kontaktpersoner og hente data ud i lokalområdet."
    )
    assert told() == "Læser med i lokalområdet. Kan ikke skrive eller rette noget."
    assert told(rights=list(Right.values), scope="programme", sees="programme") == "Kan alt i hele programmet."


def test_each_role_on_the_page_says_what_it_may(secretariat, world):
    page = secretariat.get(f"{PEOPLE}new/").content.decode()
    for role in world.programme.roles.all():
        assert told_of(role) in page
    key = world.programme.roles.get(key="pedagogue").key
    assert told_of(Role.objects.get(key=key)) in secretariat.get(f"{PEOPLE}new/{key}/").content.decode()


def test_choosing_no_role_is_told_in_plain_words(secretariat):
    assert "Vælg en rolle." in secretariat.get(f"{PEOPLE}new/?role=").content.decode()


def test_an_actor_stands_with_its_kind_and_its_community(secretariat, world):
    choices = dict(secretariat.get(f"{PEOPLE}new/pedagogue/").context["form"].fields["place"].choices)
    assert choices[str(world.daycare.pk)] == "Muslingen (Børnehave, Quay)"
    assert choices[str(world.bay_school.pk)] == "Bugtskolen (Skole, Bay)"


def test_choosing_no_place_is_told_in_plain_words(secretariat):
    page = secretariat.post(f"{PEOPLE}new/pedagogue/", {"email": "ny@landsby.example", "name": "Ny"})
    assert page.context["form"].errors == {"place": ["Vælg, hvor rollen gælder."]}


def test_places_are_found_by_name_kind_or_community(secretariat, leader, world):
    def found(client, typed):
        answer = client.get(f"{PEOPLE}new/pedagogue/places/", {"q": typed}).json()["found"]
        return {one["value"] for one in answer}

    assert found(secretariat, "musl") == {world.daycare.pk}
    assert found(secretariat, "BØRNEHAVE") == {world.daycare.pk, world.hill_daycare.pk}
    assert found(secretariat, "skole bay") == {world.bay_school.pk}
    assert found(secretariat, " ") == set()
    assert found(leader, "bugt") == set()


def test_where_places_are_many_the_page_holds_none_but_the_chosen(secretariat, world, monkeypatch):
    monkeypatch.setattr("landsby.web.partnerships.forms.people.MOST_OFFERED", 2)
    url = f"{PEOPLE}new/pedagogue/"
    page = secretariat.get(url)
    assert list(page.context["form"].fields["place"].choices) == []
    assert f'data-search="{url}places/"' in page.content.decode()
    page = secretariat.post(url, {"place": world.school.pk})
    assert [key for key, _told in page.context["form"].fields["place"].choices] == [str(world.school.pk)]
    sent = {"email": "ny@landsby.example", "name": "Ny", "place": world.school.pk}
    assert secretariat.post(url, sent).status_code == 200
    assert Invitation.objects.get().place == world.school
    assert secretariat.post(url, {**sent, "place": 0}).status_code == 422
