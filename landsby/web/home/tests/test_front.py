"""The front of the product: an introduction, the demo's cast, or straight on to one's programme."""

from __future__ import annotations

from datetime import date

import pytest

from landsby.blueprint import Blueprint
from landsby.web.accounts.models import User
from landsby.web.blueprints.actions import start_programme_from
from landsby.web.partnerships.actions import end_membership, give_membership


def a_programme(blueprint: Blueprint, by: User, slug: str, *, is_invented: bool = False):
    return start_programme_from(
        blueprint=blueprint,
        slug=slug,
        name=slug.title(),
        starts_on=date(2021, 1, 1),
        ends_on=None,
        by=by,
        is_invented=is_invented,
    )


def test_a_stranger_is_introduced_and_shown_the_way_to_sign_in(client, db):
    text = client.get("/").content.decode()
    assert "Det kræver en landsby" in text
    assert 'href="/sign-in/"' in text
    assert "Vælg en person" not in text


def test_somebody_in_one_programme_goes_straight_to_it(cast, sign_in):
    response = sign_in(cast.pedagogue).get("/")
    assert response.status_code == 302
    assert response["Location"] == "/p/havneby/"


def test_somebody_in_several_programmes_chooses(cast, blueprint, operator, sign_in):
    other = a_programme(blueprint, operator, "skovby")
    give_membership(user=cast.evaluator, role=other.roles.get(key="evaluator"), place=other, by=operator)
    text = sign_in(cast.evaluator).get("/").content.decode()
    assert 'href="/p/havneby/"' in text
    assert 'href="/p/skovby/"' in text


def test_somebody_in_none_is_told_what_to_do(cast, sign_in):
    text = sign_in(cast.stranger).get("/").content.decode()
    assert "Du er ikke med i et program endnu" in text
    assert "Start et program" not in text


def test_an_operator_in_none_can_start_one(operator, sign_in):
    assert 'href="/programmes/new/"' in sign_in(operator).get("/").content.decode()


def test_an_operator_in_one_programme_still_finds_the_way_to_start_the_next(operator, programme, sign_in):
    text = sign_in(operator).get("/").content.decode()
    assert 'href="/p/havneby/"' in text
    assert 'href="/programmes/new/"' in text


def test_whoever_has_left_reads_what_happened(cast, operator, sign_in):
    end_membership(membership=cast.pedagogue.memberships.get(), by=operator)
    cast.pedagogue.refresh_from_db()
    text = sign_in(cast.pedagogue).get("/").content.decode()
    assert "Du er ikke med i et program længere" in text
    assert "Din rolle som Pædagog i Sammen om Havneby blev afsluttet" in text
    assert "endnu" not in text.split("<main", 1)[1].split("</main", 1)[0]


@pytest.fixture
def demo(settings, cast, programme):
    """The demo, in which the made-up programme is an invented one."""
    settings.DEMO = True
    programme.is_invented = True
    programme.save()


def test_in_the_demo_the_front_is_the_choice_of_person(client, cast, demo):
    page = client.get("/")
    cards = page.context["people"].leading
    assert cards[0].key == "secretariat"
    text = page.content.decode()
    for card in cards:
        assert f'action="/demo/become/{card.user.pk}/"' in text
    assert 'href="/demo/family/"' in text


def test_whoever_runs_the_demo_has_a_card_and_may_start_a_programme(client, cast, demo):
    cards = client.get("/demo/personas/").context["people"]
    assert (cards.operator.user.name, cards.operator.role) == ("Dorthe Drift", "Den, der driver Landsby")
    assert cards.operator.user not in [card.user for card in (*cards.leading, *cards.others)]
    page = client.post(f"/demo/become/{cards.operator.user.pk}/", follow=True)
    assert 'href="/programmes/new/"' in page.content.decode()
    assert client.get("/programmes/new/").status_code == 200


def test_without_one_who_runs_the_demo_there_is_no_such_card(client, cast, demo, operator):
    operator.set_password("kaffe tog regnvejr sofa")
    operator.save()
    assert client.get("/demo/personas/").context["people"].operator is None


def test_one_click_on_a_card_leads_to_the_front_page_of_that_person(client, cast, demo):
    page = client.post(f"/demo/become/{cast.daycare_leader.pk}/", follow=True)
    assert page.redirect_chain[-1][0] == "/p/havneby/"
    assert "Hej Daycare" in page.content.decode()


def test_whoever_was_on_the_way_somewhere_goes_on_there(client, cast, demo):
    sign_in = client.get("/sign-in/?next=/p/havneby/places/").content.decode()
    assert 'href="/demo/personas/?next=/p/havneby/places/"' in sign_in
    choice = client.get("/demo/personas/?next=/p/havneby/places/").content.decode()
    assert 'name="next" value="/p/havneby/places/"' in choice
    become = f"/demo/become/{cast.pedagogue.pk}/"
    assert client.post(become, {"next": "/p/havneby/places/"}).url == "/p/havneby/places/"
    for elsewhere in ("https://example.org/", "//example.org", "javascript:alert(1)"):
        assert client.post(become, {"next": elsewhere}).url == "/"


def test_each_role_has_one_card_and_others_with_it_stand_below(client, cast, world, operator, demo):
    second = User.objects.create_user("second@landsby.example", name="Anden Pædagog")
    role = world.programme.roles.get(key="pedagogue")
    give_membership(user=second, role=role, place=world.daycare, by=operator)
    people = client.get("/demo/personas/").context["people"]
    keys = [card.key for card in people.leading]
    assert len(keys) == len(set(keys))
    assert "pedagogue" in [card.key for card in people.others]


def test_a_card_says_who_where_and_what_they_come_to(client, cast, demo):
    people = client.get("/demo/personas/").context["people"]
    (card,) = (card for card in people.leading if card.user == cast.daycare_leader)
    assert (card.initials, card.place) == ("DL", "Muslingen")
    (wide,) = (card for card in people.leading if card.user == cast.evaluator)
    assert wide.place == ""


@pytest.mark.parametrize("page", ["/demo/personas/", "/demo/family/"])
def test_outside_the_demo_its_pages_do_not_exist(client, cast, page):
    assert client.get(page).status_code == 404


def test_the_demo_without_an_invented_programme_opens_nothing(client, cast, settings):
    settings.DEMO = True
    assert client.get("/demo/family/").status_code == 404
