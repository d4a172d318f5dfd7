"""An address that is not opened in this way says so in our words, and shows the way back."""

from __future__ import annotations

import pytest
from django.urls import reverse

from landsby.web.kit.refusals import way_back


@pytest.mark.parametrize(
    ("path", "back"),
    [
        ("/series/7/remove/", "/series/7/"),
        ("/activities/7/remove/", "/activities/7/"),
        ("/actors/7/contacts/3/end/", "/actors/7/"),
        ("/demo/become/7/", "/"),
        ("/language/", "/"),
    ],
)
def test_the_way_back_is_the_nearest_address_above(path, back):
    assert way_back(path) == back


def test_opening_a_buttons_address_is_answered_with_a_page(client, db):
    response = client.get(reverse("kit:language"))
    assert response.status_code == 405
    assert response["Allow"] == "POST"
    text = response.content.decode()
    assert "Adressen hører til en knap" in text
    assert "Intet er gemt eller slettet." in text
    assert 'href="/"' in text
    assert "default-src 'none'" in response["Content-Security-Policy"]


def test_sending_a_form_to_a_page_is_answered_with_a_page(client, db):
    response = client.post(reverse("kit:data_policy"))
    assert response.status_code == 405
    assert "Der kan ikke sendes noget til denne adresse." in response.content.decode()
    assert set(response["Allow"].split(", ")) == {"GET"}


def test_in_english_too(client, db):
    client.cookies["django_language"] = "en"
    assert 'lang="en"' in client.get(reverse("kit:language")).content.decode()
