"""Where one is signed in, and signing out there."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from landsby.web.accounts.models import User
from landsby.web.accounts.presenters import device_of
from landsby.web.accounts.retention import places_signed_in_before
from landsby.web.kit.models import AuditEntry

URL = "/profile/sessions/"
PASSWORD = "kaffe tog regnvejr sofa"
ON_A_PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1"

pytestmark = pytest.mark.django_db


@pytest.fixture
def user():
    return User.objects.create_user("asta@landsby.example", PASSWORD, name="Asta Holm")


def signed_in(**more):
    client = Client(**more)
    client.post("/sign-in/", {"login": "asta@landsby.example", "password": PASSWORD})
    return client


def test_every_place_is_shown_and_which_is_this(user):
    signed_in(HTTP_USER_AGENT=ON_A_PHONE)
    here = signed_in()
    places = here.get(URL).context["places"]
    assert [place.is_here for place in places] == [True, False]
    assert "Safari på iPhone" in here.get(URL).content.decode()


def test_one_signs_out_elsewhere(user):
    phone, here = signed_in(), signed_in()
    (other,) = [place for place in here.get(URL).context["places"] if not place.is_here]
    assert here.post(f"{URL}{other.pk}/end/").url == URL
    assert phone.get("/profile/").status_code == 302
    assert here.get("/profile/").status_code == 200
    assert AuditEntry.objects.about(user).newest_first().first().detail == {"sign_outs": 1}


def test_one_signs_out_everywhere_else(user):
    others, here = [signed_in(), signed_in()], signed_in()
    assert "2 andre steder" in here.post(f"{URL}others/", follow=True).content.decode()
    assert {client.get("/profile/").status_code for client in others} == {302}


def test_nobody_ends_anothers(user):
    mine = signed_in()
    (place,) = mine.get(URL).context["places"]
    other = Client()
    other.force_login(User.objects.create_user("bo@landsby.example", name="Bo"))
    assert other.post(f"{URL}{place.pk}/end/").status_code == 404
    assert mine.get("/profile/").status_code == 200


def test_a_new_password_signs_out_everywhere_else(user):
    other, here = signed_in(), signed_in()
    new = "sten saks papir og brønd"
    here.post("/profile/password/", {"old_password": PASSWORD, "new_password1": new, "new_password2": new})
    assert other.get("/profile/").status_code == 302
    assert [place.is_here for place in here.get(URL).context["places"]][:1] == [True]


def test_places_of_sessions_that_are_over_are_let_go(user):
    signed_in()
    soon = timezone.now() + timedelta(seconds=1)
    assert not places_signed_in_before(soon).exists()
    Session.objects.all().delete()
    assert places_signed_in_before(soon).count() == 1


@pytest.mark.parametrize(
    ("says", "device"),
    [
        (ON_A_PHONE, "Safari på iPhone"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0", "Edge på Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox på Linux"),
        ("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36", "Chrome på Android"),
        ("curl/8", "Ukendt browser"),
    ],
)
def test_a_device_is_called_what_people_call_it(says, device):
    assert device_of(says) == device
