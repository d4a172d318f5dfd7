"""What a device is told: who is there, what is installed, and the service worker."""

from __future__ import annotations

import json

import pytest
from django.test import Client

from landsby.web.kit.device import FILES, person_on_device, worker_script

pytestmark = pytest.mark.django_db


def test_a_device_is_told_who_is_there_with_a_token_that_works(cast):
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.pedagogue)
    told = client.get("/device/")
    assert told.json()["person"] == person_on_device(cast.pedagogue)
    assert "no-store" in told.headers["Cache-Control"]
    sent = {"csrfmiddlewaretoken": told.json()["token"]}
    assert client.post("/p/havneby/activities/log/", sent).status_code == 422
    assert client.post("/p/havneby/activities/log/", {}).status_code == 403


def test_whoever_is_not_signed_in_is_nobody(client):
    assert client.get("/device/").json()["person"] == ""


def test_the_name_on_a_device_tells_two_apart_and_says_nothing_of_them(cast, settings):
    name = person_on_device(cast.pedagogue)
    assert name != person_on_device(cast.secretariat)
    assert cast.pedagogue.email.split("@")[0] not in name
    settings.SECRET_KEY = "another"
    assert person_on_device(cast.pedagogue) != name


def test_each_page_carries_the_name_for_those_who_are_signed_in_only(cast, sign_in, client):
    assert (
        f'data-person="{person_on_device(cast.pedagogue)}"' in sign_in(cast.pedagogue).get("/profile/").content.decode()
    )
    assert 'data-person=""' in client.get("/data-policy/").content.decode()


def test_the_manifest_is_of_its_own_type_and_names_icons_for_every_phone(client):
    response = client.get("/manifest.webmanifest")
    told = json.loads(response.content)
    assert response.headers["Content-Type"] == "application/manifest+json"
    assert (told["lang"], told["scope"], told["display"]) == ("da", "/", "standalone")
    assert {icon["sizes"] for icon in told["icons"]} >= {"192x192", "512x512"}
    assert [icon["purpose"] for icon in told["icons"] if "purpose" in icon] == ["maskable"]


def test_the_service_worker_answers_for_all_pages_and_is_asked_for_anew(client):
    response = client.get("/service-worker.js")
    assert response.headers["Content-Type"].startswith("text/javascript")
    assert response.headers["Cache-Control"] == "no-cache"
    policy = response.headers["Content-Security-Policy"]
    assert "worker-src 'self'" in policy
    assert "script-src 'self'" in policy


def test_the_service_worker_is_another_as_soon_as_a_file_is_another(monkeypatch):
    before = worker_script(unsent="/unsent/")
    assert worker_script(unsent="/unsent/") == before
    monkeypatch.setattr("landsby.web.kit.device.FILES", (*FILES, "kit/new.css"))
    after = worker_script(unsent="/unsent/")
    assert after.split('"assets"')[0] != before.split('"assets"')[0]
