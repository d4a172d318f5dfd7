"""Second factors: the app, the recovery codes, and what happens when they are lost."""

from __future__ import annotations

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import CommandError, call_command
from django.test import Client

from landsby.web.accounts.models import User
from landsby.web.accounts.tests.factors import code_of
from landsby.web.kit.models import Act, AuditEntry

SECURITY = "/profile/security/"
APP = f"{SECURITY}app/"
PASSWORD = "kaffe tog regnvejr sofa"

pytestmark = pytest.mark.django_db


@pytest.fixture
def user():
    return User.objects.create_user("asta@landsby.example", PASSWORD, name="Asta Holm")


def send_password(client):
    return client.post("/sign-in/", {"login": "asta@landsby.example", "password": PASSWORD})


@pytest.fixture
def signed_in(client, user):
    send_password(client)
    return client


@pytest.fixture
def secret(signed_in, django_capture_on_commit_callbacks):
    """The key of an app that has just been set up."""
    secret = signed_in.get(APP).context["form"].secret
    with django_capture_on_commit_callbacks(execute=True):
        assert signed_in.post(APP, {"code": code_of(secret)}).url == f"{SECURITY}codes/"
    return secret


def test_the_page_offers_both_ways(signed_in):
    page = signed_in.get(SECURITY).content.decode()
    assert APP in page
    assert f"{SECURITY}passkeys/new/" in page
    assert f"{SECURITY}codes/" not in page


def test_a_wrong_code_sets_up_nothing(signed_in, user):
    page = signed_in.post(APP, {"code": "000000"})
    assert page.status_code == 422
    assert "Koden passer ikke" in page.content.decode()
    assert not Authenticator.objects.exists()


def test_setting_up_is_noted(secret, user):
    entries = AuditEntry.objects.about(user).of_acts(Act.CHANGED)
    assert {tuple(entry.detail["second_factor"]) for entry in entries} == {("", "totp"), ("", "recovery_codes")}


def test_the_password_is_then_not_enough(secret, user):
    client = Client()
    assert send_password(client).url == "/sign-in/code/"
    assert client.get("/profile/").status_code == 302
    page = client.post("/sign-in/code/", {"code": "000000"})
    assert page.status_code == 422
    assert client.post("/sign-in/code/", {"code": code_of(secret, steps=1)}).url == "/"
    assert client.get("/profile/").status_code == 200


def test_codes_cannot_be_guessed_at(secret, user):
    client = Client()
    send_password(client)
    for _ in range(10):
        client.post("/sign-in/code/", {"code": "000000"})
    page = client.post("/sign-in/code/", {"code": code_of(secret, steps=1)})
    assert "Vent et kvarter" in page.content.decode()


def test_giving_up_half_way_leads_back(secret, user):
    client = Client()
    send_password(client)
    assert client.post("/sign-out/", {"next": "/sign-in/"}).url == "/sign-in/"
    assert client.get("/sign-in/").status_code == 200


def test_a_recovery_code_works_once(secret, signed_in):
    codes = signed_in.get(f"{SECURITY}codes/").context["unused_codes"]
    assert len(codes) == 10
    assert codes[0] in signed_in.get(f"{SECURITY}codes/file/").content.decode()
    for status in (302, 422):
        client = Client()
        send_password(client)
        assert client.post("/sign-in/code/", {"code": codes[0]}).status_code == status


def test_secrets_are_encrypted_with_the_key_of_the_installation(secret, settings):
    kept = Authenticator.objects.get(type="totp").data["secret"]
    assert secret not in kept
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another-key-that-is-long-enough-to-be-worth-the-name-of-a-key"
    client = Client()
    send_password(client)
    assert client.post("/sign-in/code/", {"code": code_of(secret, steps=1)}).status_code == 302


def test_taking_the_app_away_asks_first(secret, signed_in, django_capture_on_commit_callbacks):
    assert "Fjern appen?" in signed_in.get(f"{APP}remove/").content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        assert signed_in.post(f"{APP}remove/").url == SECURITY
    assert send_password(Client()).url == "/"


def test_later_on_one_shows_again_who_one_is(secret, signed_in):
    session = signed_in.session
    session["signed_in_at"] -= 600
    session.save()
    assert signed_in.get(f"{APP}remove/").url.startswith("/same-person/")
    page = signed_in.post("/same-person/", {"password": "forkert"})
    assert page.status_code == 422
    back = signed_in.post(f"/same-person/?next={APP}remove/", {"password": PASSWORD})
    assert back.url == f"{APP}remove/"
    assert signed_in.get(back.url).status_code == 200


def test_the_operator_helps_somebody_who_has_lost_everything(secret, user, capsys):
    call_command("remove_second_factors", "ASTA@landsby.example")
    assert "2 taken away" in capsys.readouterr().out
    assert send_password(Client()).url == "/"
    with pytest.raises(CommandError):
        call_command("remove_second_factors", "nobody@landsby.example")


def test_a_passkey_that_is_no_passkey_is_refused(signed_in, client):
    page = signed_in.post(f"{SECURITY}passkeys/new/", {"name": "Telefon", "credential": "{}"})
    assert page.status_code == 422
    assert not Authenticator.objects.exists()
    stranger = Client()
    assert stranger.post("/sign-in/passkey/", {"credential": "{}"}).url == "/sign-in/"
    assert "_auth_user_id" not in stranger.session


def test_a_recovery_code_says_how_many_are_left_and_works_once(secret, user):
    kept = Authenticator.objects.get(type=Authenticator.Type.RECOVERY_CODES)
    code, other = kept.wrap().get_unused_codes()[:2]
    client = Client()
    send_password(client)
    page = client.post("/sign-in/code/", {"code": code}, follow=True)
    assert "Du brugte en nødkode. Den virker ikke igen, og du har 9 tilbage." in page.content.decode()
    late = Client()
    send_password(late)
    page = late.post("/sign-in/code/", {"code": code})
    assert page.status_code == 422
    assert page.context["form"].errors["code"] == [
        "Den nødkode er brugt, og hver virker kun én gang. Tag en af de andre."
    ]
    assert "så vent på den næste" in late.post("/sign-in/code/", {"code": "000000"}).content.decode()
    assert late.post("/sign-in/code/", {"code": other}).url == "/"


def test_a_code_of_the_app_says_nothing_of_recovery_codes(secret, user):
    client = Client()
    send_password(client)
    page = client.post("/sign-in/code/", {"code": code_of(secret, steps=1)}, follow=True)
    assert "nødkode" not in page.content.decode()
