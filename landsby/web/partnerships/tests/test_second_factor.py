"""Roles that ask for a second factor: from the next sign-in on, until there is one."""

from __future__ import annotations

import pytest
from django.core.checks import run_checks
from django.test import Client

from landsby.web.accounts.tests.factors import code_of
from landsby.web.partnerships.actions import invite

SECURITY = "/profile/security/"
PASSWORD = "kaffe tog regnvejr sofa"

pytestmark = pytest.mark.django_db


@pytest.fixture
def come_in(cast):
    """Signs somebody of the cast in as they would themselves."""

    def as_somebody(who):
        user = getattr(cast, who)
        user.set_password(PASSWORD)
        user.save()
        client = Client()
        client.post("/sign-in/", {"login": user.email, "password": PASSWORD})
        return client

    return as_somebody


def test_whoever_gives_access_to_others_sets_one_up_first(come_in):
    client = come_in("project_leader")
    for url in ("/", "/p/havneby/", "/p/havneby/people/", "/p/havneby/activities/"):
        assert client.get(url).url == SECURITY
    assert client.post("/p/havneby/activities/log/").url == SECURITY
    assert "Din rolle rækker til andres oplysninger" in client.get(SECURITY).content.decode()
    assert client.get("/data-policy/").status_code == 200


@pytest.mark.django_db(transaction=True)
def test_then_everything_is_open(come_in):
    client = come_in("secretariat")
    secret = client.get(f"{SECURITY}app/").context["form"].secret
    client.post(f"{SECURITY}app/", {"code": code_of(secret)})
    assert client.get("/p/havneby/").status_code == 200
    client.post(f"{SECURITY}app/remove/")
    assert client.get("/p/havneby/").url == SECURITY


@pytest.mark.parametrize("who", ["pedagogue", "daycare_leader", "steering_member"])
def test_others_are_not_asked(come_in, who):
    assert come_in(who).get("/p/havneby/").status_code == 200


@pytest.mark.parametrize(("rights", "page"), [(["manage_people"], SECURITY), ([], None)])
def test_the_operator_is_asked_too(operator, settings, rights, page):
    settings.SECOND_FACTOR_FOR = rights
    operator.set_password(PASSWORD)
    operator.save()
    client = Client()
    client.post("/sign-in/", {"login": operator.email, "password": PASSWORD})
    assert client.get("/programmes/new/").headers.get("location") == page


def test_a_role_that_is_taken_while_signed_in_asks_at_once(come_in, cast, programme):
    role = programme.roles.get(key="secretariat")
    asked = {"email": cast.stranger.email, "name": "Stranger", "role": role, "place": programme}
    client = come_in("stranger")
    client.post(f"/invitations/{invite(**asked, by=cast.secretariat)[1]}/", {"as": cast.stranger.pk})
    assert client.get("/p/havneby/people/").url == SECURITY


def test_the_installation_decides_for_which_rights(come_in, settings):
    settings.SECOND_FACTOR_FOR = []
    assert come_in("secretariat").get("/p/havneby/").status_code == 200
    settings.SECOND_FACTOR_FOR = ["log_activities"]
    assert come_in("pedagogue").get("/p/havneby/").url == SECURITY


def test_an_unknown_right_is_an_error(settings):
    settings.SECOND_FACTOR_FOR = ["fly"]
    assert [error.id for error in run_checks() if error.id.startswith("partnerships.")] == ["partnerships.E001"]
