"""Health, language, the accessibility statement, and the pages for when something is wrong."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client

pytestmark = pytest.mark.django_db


def test_health_answers_without_sign_in(client):
    response = client.get("/health")
    assert response.status_code == 200
    assert response.json()["status"] == "ok"


def test_the_language_is_remembered_and_one_stays_on_the_page(client):
    response = client.post("/language/", {"language": "en", "next": "/data-policy/"})
    assert response.url == "/data-policy/"
    assert response.cookies[settings.LANGUAGE_COOKIE_NAME].value == "en"
    assert 'lang="en"' in client.get("/data-policy/").content.decode()


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org", "javascript:alert(1)"])
def test_one_is_never_sent_elsewhere(client, elsewhere):
    assert client.post("/language/", {"language": "en", "next": elsewhere}).url == "/"


def test_a_language_that_is_not_spoken_is_not_remembered(client):
    assert settings.LANGUAGE_COOKIE_NAME not in client.post("/language/", {"language": "sv"}).cookies


def test_was_leads_to_the_installations_own_statement(client, settings):
    settings.ACCESSIBILITY_STATEMENT_URL = "https://was.example/landsby"
    assert client.get("/was").url == "https://was.example/landsby"
    settings.ACCESSIBILITY_STATEMENT_URL = ""
    assert client.get("/was").status_code == 200


def test_every_page_carries_a_strict_policy_for_content(client):
    policy = client.get("/was").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


def test_a_forged_form_is_answered_in_words():
    response = Client(enforce_csrf_checks=True).post("/language/", {"language": "en"})
    assert response.status_code == 403
    assert "Siden er ikke til at sende længere" in response.content.decode()
