"""Signing in and out: the page, where one comes to, and who is told what."""

from __future__ import annotations

import pytest
from django.urls import NoReverseMatch, reverse

from landsby.web.accounts.models import User
from landsby.web.kit.models import Act, AuditEntry

URL = "/sign-in/"
PASSWORD = "kaffe tog regnvejr sofa"

pytestmark = pytest.mark.django_db


@pytest.fixture
def user():
    return User.objects.create_user("asta@landsby.example", PASSWORD, name="Asta Holm")


def send(client, email="asta@landsby.example", password=PASSWORD, **more):
    return client.post(URL, {"login": email, "password": password, **more})


def test_the_page_is_open_to_everybody(client):
    page = client.get(URL)
    assert page.status_code == 200
    assert 'autocomplete="current-password"' in page.content.decode()


def test_the_right_password_lets_one_in_and_is_noted(client, user):
    assert send(client).url == "/"
    assert client.get("/profile/").status_code == 200
    entry = AuditEntry.objects.get()
    assert (entry.act, entry.author, entry.thing_key) == (Act.SIGNED_IN, "Asta Holm", str(user.pk))


@pytest.mark.parametrize("email", ["ASTA@landsby.example", " asta@Landsby.example "])
def test_the_case_of_the_address_does_not_matter(client, user, email):
    assert send(client, email).status_code == 302


def test_one_comes_to_where_one_was_going(client, user):
    assert client.get("/profile/").url == f"{URL}?next=/profile/"
    assert send(client, next="/profile/").url == "/profile/"


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_one_does_not_come_to_another_site(client, user, elsewhere):
    assert send(client, next=elsewhere).url == "/"


def test_the_next_pages_speak_the_users_language(client, user):
    User.objects.update(language="en")
    assert send(client).cookies["django_language"].value == "en"


def test_a_language_chosen_before_signing_in_stays(client, user):
    client.cookies["django_language"] = "en"
    assert "django_language" not in send(client).cookies


@pytest.mark.parametrize(
    ("email", "password"),
    [("asta@landsby.example", "forkert"), ("nobody@landsby.example", PASSWORD), ("asta@landsby.example", "")],
)
def test_what_is_wrong_is_not_told_apart(client, user, email, password):
    response = send(client, email, password)
    assert response.status_code == 422
    assert response.context["form"]["login"].value() == email
    if password:
        assert "E-mail og adgangskode passer ikke sammen" in response.content.decode()
    assert "_auth_user_id" not in client.session


def test_whoever_is_turned_off_is_told_the_same(client, user):
    User.objects.update(is_active=False)
    assert "passer ikke sammen" in send(client).content.decode()


def test_whoever_is_in_is_sent_on(client, user):
    client.force_login(user)
    assert client.get(URL).url == "/"


def test_the_demo_offers_to_choose_a_person(client, settings):
    assert "/demo/personas/" not in client.get(URL).content.decode()
    settings.DEMO = True
    assert "/demo/personas/" in client.get(URL).content.decode()


def test_signing_out_takes_a_form_and_forgets_the_session(client, user):
    client.force_login(user)
    assert client.get("/sign-out/").status_code == 405
    assert client.post("/sign-out/").url == "/"
    assert client.get("/profile/").status_code == 302


def test_nobody_signs_up_by_themselves(client):
    assert client.get("/signup/").status_code in (302, 404)
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")
