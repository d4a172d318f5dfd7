"""The pause after wrong guesses: for one user, for one client, and who a client is believed to be."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from landsby.config.environment import sign_in_limits
from landsby.web.accounts.access import NOWHERE, client_of
from landsby.web.accounts.models import CacheRow, User

URL = "/sign-in/"
PASSWORD = "kaffe tog regnvejr sofa"
MOST_FAILURES, MOST_FAILURES_OF_CLIENT = 10, 50

pytestmark = pytest.mark.django_db


@pytest.fixture
def user():
    return User.objects.create_user("asta@landsby.example", PASSWORD, name="Asta Holm")


def send(client, email="asta@landsby.example", password=PASSWORD, **more):
    return client.post(URL, {"login": email, "password": password}, **more)


def guess(client, times, email="asta@landsby.example"):
    for number in range(times):
        page = send(client, email.format(number), "gæt")
    return page.content.decode()


@pytest.fixture
def behind_a_proxy(settings):
    settings.TRUSTED_PROXIES = 1
    settings.ACCOUNT_RATE_LIMITS = sign_in_limits(1)


def test_after_some_wrong_guesses_there_is_a_pause(client, user):
    assert "passer ikke sammen" in guess(client, MOST_FAILURES)
    for password in ("gæt", PASSWORD):
        page = send(client, password=password)
        assert page.status_code == 422
        assert "Vent et kvarter" in page.content.decode()


def test_the_pause_is_for_one_user(client, user):
    User.objects.create_user("bo@landsby.example", PASSWORD, name="Bo")
    guess(client, MOST_FAILURES)
    assert send(client, "bo@landsby.example").status_code == 302


def test_the_case_of_the_address_is_no_way_around_the_pause(client, user):
    for number in range(MOST_FAILURES):
        send(client, "asta@landsby.example".replace("a", "A", number % 3), password="gæt")
    assert "Vent et kvarter" in send(client).content.decode()


def test_the_right_password_does_not_count(client, user):
    for _ in range(MOST_FAILURES + 1):
        assert send(Client()).status_code == 302


def test_one_client_cannot_guess_at_everybody(behind_a_proxy, user):
    guesser = Client(headers={"x-forwarded-for": "10.0.0.9"})
    guess(guesser, MOST_FAILURES_OF_CLIENT, "nobody{}@landsby.example")
    assert "Vent et kvarter" in send(guesser).content.decode()
    assert send(Client(headers={"x-forwarded-for": "10.0.0.10"})).status_code == 302


def test_behind_a_proxy_that_is_not_believed_nobody_pays_for_another(client, user):
    guess(client, MOST_FAILURES_OF_CLIENT, "nobody{}@landsby.example")
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
        (1, "not an address", "127.0.0.1"),
    ],
)
def test_only_the_proxies_own_word_is_believed(rf, settings, proxies, header, address):
    settings.TRUSTED_PROXIES = proxies
    assert client_of(rf.get("/", headers={"x-forwarded-for": header})) == address


def test_a_client_without_an_address_sits_nowhere(rf):
    assert client_of(rf.get("/", REMOTE_ADDR="")) == NOWHERE


def test_a_made_up_header_is_no_way_around_the_pause(behind_a_proxy, client):
    for number in range(MOST_FAILURES_OF_CLIENT):
        header = {"x-forwarded-for": f"6.6.6.{number}, 10.0.0.9"}
        send(client, f"nobody{number}@landsby.example", "gæt", headers=header)
    page = send(client, "one@landsby.example", "gæt", headers={"x-forwarded-for": "1.1.1.1, 10.0.0.9"})
    assert "Vent et kvarter" in page.content.decode()


def test_the_pause_ends(client, user):
    guess(client, MOST_FAILURES)
    CacheRow.objects.update(expires=timezone.now() - timedelta(seconds=1))
    assert send(client).status_code == 302


def test_what_is_kept_of_a_guess_tells_nothing(behind_a_proxy, client, user):
    send(client, password="gæt")
    keys = "".join(CacheRow.objects.values_list("cache_key", flat=True))
    assert len(keys) % 64 == 0
    assert "asta" not in keys
    assert "127.0.0.1" not in keys
