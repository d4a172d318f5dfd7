"""Signing in and out: the page, where one comes to, and the pause after wrong guesses."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from landsby.web.accounts.access import client_of
from landsby.web.accounts.models import FailedSignIn, User
from landsby.web.accounts.models.throttle import MOST_FAILURES, MOST_FAILURES_OF_CLIENT, WINDOW
from landsby.web.kit.models import Act, AuditEntry

URL = "/sign-in/"
PASSWORD = "kaffe tog regnvejr sofa"

pytestmark = pytest.mark.django_db


@pytest.fixture
def user():
    return User.objects.create_user("asta@landsby.example", PASSWORD, name="Asta Holm")


def send(client, email="asta@landsby.example", password=PASSWORD, **more):
    return client.post(URL, {"username": email, "password": password, **more})


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
    assert response.context["form"]["username"].value() == email
    if password:
        assert "E-mail og adgangskode passer ikke sammen" in response.content.decode()
    assert "_auth_user_id" not in client.session


def test_whoever_is_turned_off_is_told_the_same(client, user):
    User.objects.update(is_active=False)
    assert "passer ikke sammen" in send(client).content.decode()


def test_after_some_wrong_guesses_there_is_a_pause(client, user):
    for _ in range(MOST_FAILURES):
        assert "passer ikke sammen" in send(client, password="gæt").content.decode()
    for password in ("gæt", PASSWORD):
        page = send(client, password=password)
        assert page.status_code == 422
        assert "Vent et kvarter" in page.content.decode()
    assert FailedSignIn.objects.count() == MOST_FAILURES


def test_the_pause_is_for_one_address_from_one_client(client, user):
    User.objects.create_user("bo@landsby.example", PASSWORD, name="Bo")
    for _ in range(MOST_FAILURES):
        send(client, password="gæt")
    assert send(Client(REMOTE_ADDR="10.0.0.9")).status_code == 302
    assert send(client, "bo@landsby.example").status_code == 302


def test_one_client_cannot_guess_at_everybody(client, user):
    guesser = Client(REMOTE_ADDR="10.0.0.9")
    for number in range(MOST_FAILURES_OF_CLIENT):
        send(guesser, f"nobody{number}@landsby.example", "gæt")
    assert "Vent et kvarter" in send(guesser).content.decode()
    assert send(Client(REMOTE_ADDR="10.0.0.10")).status_code == 302


def test_behind_a_proxy_that_is_not_believed_nobody_pays_for_another(client, user):
    for number in range(MOST_FAILURES_OF_CLIENT):
        send(client, f"nobody{number}@landsby.example", "gæt")
    assert send(client).status_code == 302


@pytest.mark.parametrize(
    ("proxies", "header", "address"),
    [
        (0, "10.0.0.9", "127.0.0.1"),
        (1, "10.0.0.9", "10.0.0.9"),
        (1, "6.6.6.6, 10.0.0.9", "10.0.0.9"),
        (2, "6.6.6.6, 10.0.0.9, 10.0.0.1", "10.0.0.9"),
        (2, "10.0.0.9", "127.0.0.1"),
        (1, "", "127.0.0.1"),
    ],
)
def test_only_the_proxies_own_word_is_believed(rf, settings, proxies, header, address):
    settings.TRUSTED_PROXIES = proxies
    assert client_of(rf.get("/", headers={"x-forwarded-for": header})) == address


def test_a_made_up_header_is_no_way_around_the_pause(client, user, settings):
    settings.TRUSTED_PROXIES = 1
    for number in range(MOST_FAILURES):
        client.post(
            URL,
            {"username": user.email, "password": "gæt"},
            headers={"x-forwarded-for": f"6.6.6.{number}, 10.0.0.9"},
        )
    sent = {"username": user.email, "password": PASSWORD}
    assert client.post(URL, sent, headers={"x-forwarded-for": "1.1.1.1, 10.0.0.9"}).status_code == 422
    assert client.post(URL, sent, headers={"x-forwarded-for": "10.0.0.10"}).status_code == 302


def test_the_case_of_the_address_is_no_way_around_the_pause(client, user):
    for number in range(MOST_FAILURES):
        send(client, "asta@landsby.example".replace("a", "A", number), password="gæt")
    assert "Vent et kvarter" in send(client).content.decode()


def test_the_pause_ends_and_what_caused_it_is_forgotten(client, user):
    for _ in range(MOST_FAILURES):
        send(client, password="gæt")
    FailedSignIn.objects.update(at=timezone.now() - WINDOW - timedelta(seconds=1))
    send(client, "nobody@landsby.example", "gæt")
    assert FailedSignIn.objects.count() == 1
    assert send(client).status_code == 302


def test_what_is_kept_of_a_guess_tells_nothing(client, user):
    send(client, password="gæt")
    key = FailedSignIn.objects.get().key
    assert len(key) == 64
    assert "asta" not in key


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
