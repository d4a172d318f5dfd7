"""Seeing the demo as one of its people: only there, and only as somebody invented."""

from __future__ import annotations

from datetime import date

import pytest

from landsby.web.accounts.access import personas
from landsby.web.accounts.models import User
from landsby.web.kit.models import Act, AuditEntry
from landsby.web.partnerships.actions import end_membership
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


def test_whoever_runs_the_installation_cannot_be_become(client, demo, operator):
    assert operator.memberships.exists()
    assert client.post(url(operator)).status_code == 404


def test_whoever_has_left_cannot_be_become(client, demo, operator):
    end_membership(membership=demo.pedagogue.memberships.get(), by=operator)
    assert client.post(url(demo.pedagogue)).status_code == 404


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
