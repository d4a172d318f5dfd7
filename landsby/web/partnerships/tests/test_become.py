"""Seeing the demo as one of its people: only there, and only as somebody invented."""

from __future__ import annotations

from datetime import date

import pytest
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.hashers import make_password

from landsby.web.accounts.access import personas
from landsby.web.accounts.models import User
from landsby.web.kit.models import Act, AuditEntry
from landsby.web.partnerships.actions import come_by_invitation, end_membership, give_membership, invite
from landsby.web.partnerships.models import Membership, Programme, Role

pytestmark = pytest.mark.django_db


def url(user):
    return f"/demo/become/{user.pk}/"


@pytest.fixture
def demo(settings, cast, world):
    """The cast's programme is invented, and this is the demo."""
    settings.DEMO = True
    Programme.objects.update(is_invented=True)
    return cast


@pytest.fixture
def real(db, operator):
    """A role in a programme that is not invented."""
    programme = Programme.objects.create(slug="rigtigt", name="Rigtigt", starts_on=date(2020, 1, 1))
    return Role.objects.create(programme=programme, key="secretariat", scope="programme", sees="programme")


def test_one_click_makes_one_somebody_else(client, demo):
    response = client.post(url(demo.pedagogue))
    assert response.url == "/"
    assert client.session["_auth_user_id"] == str(demo.pedagogue.pk)
    assert "django_language" not in response.cookies
    assert AuditEntry.objects.of_acts(Act.SIGNED_IN).get().detail == {"persona": True}


def test_whoever_one_was_is_signed_out(client, demo):
    client.force_login(demo.secretariat)
    session = client.session
    session["mine"] = "kept"
    session.save()
    client.post(url(demo.pedagogue))
    assert client.session["_auth_user_id"] == str(demo.pedagogue.pk)
    assert "mine" not in client.session


def test_outside_the_demo_the_page_does_not_exist(client, demo, settings):
    settings.DEMO = False
    assert client.post(url(demo.pedagogue)).status_code == 404
    assert "_auth_user_id" not in client.session


def test_nobody_of_a_real_programme_can_be_become(client, settings, cast):
    settings.DEMO = True
    assert client.post(url(cast.pedagogue)).status_code == 404


def test_whoever_has_a_part_in_a_real_programme_too_is_a_real_person(client, demo, real):
    Membership.objects.create(user=demo.pedagogue, role=real)
    assert client.post(url(demo.pedagogue)).status_code == 404


@pytest.mark.parametrize("change", [{"is_active": False}, {"pk": None}])
def test_a_stranger_and_whoever_is_turned_off_cannot_be_become(client, demo, change):
    if change.get("pk", 1) is None:
        assert client.post(url(demo.stranger)).status_code == 404
    else:
        User.objects.filter(pk=demo.pedagogue.pk).update(**change)
        assert client.post(url(demo.pedagogue)).status_code == 404


def test_whoever_runs_the_demo_is_one_of_its_people(client, demo, operator):
    assert client.post(url(operator)).status_code == 302
    assert client.session["_auth_user_id"] == str(operator.pk)


@pytest.mark.parametrize(
    "change", [{"email": "drift@havneby.dk"}, {"is_active": False}, {"password": make_password("kaffe tog sofa")}]
)
def test_a_real_operator_cannot_be_become(client, demo, operator, change):
    User.objects.filter(pk=operator.pk).update(**change)
    assert client.post(url(operator)).status_code == 404


def test_an_operator_with_a_part_in_a_real_programme_cannot_be_become(client, demo, operator, real):
    Membership.objects.create(user=operator, role=real)
    assert client.post(url(operator)).status_code == 404


def test_whoever_came_by_an_invitation_is_nobody_to_become(client, demo, world):
    role = world.programme.roles.get(key="pedagogue")
    held, _token = invite(
        email="karla@landsby.example", name="Karla", role=role, place=world.daycare, by=demo.secretariat
    )
    karla = come_by_invitation(
        invitation=held, name="Karla", language="da", password="kaffe tog regnvejr sofa", by=demo.secretariat
    )
    assert karla not in personas()
    assert client.post(url(karla)).status_code == 404


def test_whoever_signs_in_by_their_municipality_is_nobody_to_become(client, demo):
    SocialAccount.objects.create(user=demo.pedagogue, provider="north", uid="1")
    assert demo.pedagogue not in personas()
    assert client.post(url(demo.pedagogue)).status_code == 404


def test_whoever_has_left_cannot_be_become_and_is_signed_out(client, demo, operator):
    client.post(url(demo.pedagogue))
    assert client.get("/p/havneby/").status_code == 200
    end_membership(membership=demo.pedagogue.memberships.get(), by=operator)
    assert client.get("/p/havneby/").url == "/sign-in/?next=/p/havneby/"
    assert client.post(url(demo.pedagogue)).status_code == 404


def test_whoever_keeps_another_role_stays_signed_in(client, demo, world, operator):
    give_membership(
        user=demo.pedagogue, role=world.programme.roles.get(key="evaluator"), place=world.programme, by=operator
    )
    client.post(url(demo.pedagogue))
    end_membership(membership=demo.pedagogue.memberships.get(role__key="pedagogue"), by=operator)
    assert client.get("/p/havneby/").status_code == 200


def test_only_a_form_can_do_it(client, demo):
    assert client.get(url(demo.pedagogue)).status_code == 405


def test_the_people_stand_in_the_order_of_their_roles_in_few_queries(demo, django_assert_num_queries):
    with django_assert_num_queries(7):
        listed = [(user.name, str(user.memberships.all()[0].place)) for user in personas()]
    assert listed[:2] == [
        ("Secretariat", "Sammen om Havneby"),
        ("Project Leader", "Nordhavn"),
    ]
    assert len(listed) == 11
    assert len({name for name, _place in listed}) == 11
