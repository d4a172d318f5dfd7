"""Stored once: double clicks, the browser's Back, and the same thing told on another page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.messages import get_messages
from django.utils import timezone

from landsby.web.activities.models import Activity, Series

BASE = "/p/havneby/activities"


@dataclass(frozen=True)
class Way:
    """One of the forms of something new: where it is, and what is typed into it."""

    url: str
    stored: type[Activity] | type[Series]
    typed: dict[str, Any]
    other_words: dict[str, Any]

    def on_a_new_page(self, **changes: Any) -> dict[str, Any]:
        """What is sent from a page that was just fetched."""
        return {"client_key": str(uuid4()), **self.typed, **changes}

    @property
    def count(self) -> int:
        """How many there are."""
        return self.stored.objects.count()


@pytest.fixture(params=["quick", "whole", "series"])
def way(request, world) -> Way:
    """The quick log, the whole form, and the form of a series."""
    whole = {"title": "På kajen", "status": "planned", "starts_on": "2023-09-14", "hosts": [world.daycare.pk]}
    course = {name: value for name, value in whole.items() if name != "status"}
    course |= {"sessions": "3", "weeks_between": "1"}
    log = {"kind": "crab_fishing", "actor": str(world.daycare.pk), "day": "today", "count": "14"}
    return {
        "quick": Way(f"{BASE}/log/", Activity, log, {"count": "15"}),
        "whole": Way(f"{BASE}/new/story_walk/", Activity, whole, {"starts_on": "2023-09-15"}),
        "series": Way(f"{BASE}/new/sailing_course/", Series, course, {"starts_on": "2023-09-15"}),
    }[request.param]


@pytest.fixture
def client(cast, sign_in):
    """The browser of a project leader."""
    return sign_in(cast.project_leader)


def test_the_same_page_sent_twice_stores_once_and_says_so(way, client):
    page = way.on_a_new_page()
    first, second = client.post(way.url, page), client.post(way.url, page)
    assert first.url == second.url
    assert way.count == 1
    assert "Den var gemt i forvejen. Den er kun gemt én gang." in [
        str(one) for one in get_messages(second.wsgi_request)
    ]


def test_the_same_words_on_another_page_are_asked_about(way, client):
    client.post(way.url, way.on_a_new_page())
    response = client.post(way.url, way.on_a_new_page())
    page = response.content.decode()

    assert (response.status_code, way.count) == (422, 1)
    assert "Det ligner en, du lige har gemt" in page
    assert "Ret det her, og prøv igen" not in page
    earlier = way.stored.objects.get()
    assert f'href="/{"series" if way.stored is Series else "activities"}/{earlier.pk}/"' in page
    for name, value in way.typed.items():
        assert response.context["form"][name].data == (value if isinstance(value, str) else [str(one) for one in value])


def test_it_is_stored_when_somebody_says_that_it_is_another(way, client):
    client.post(way.url, way.on_a_new_page())
    asked = client.post(way.url, way.on_a_new_page())
    again = way.on_a_new_page(client_key=asked.context["form"]["client_key"].value(), anyway="yes")
    assert client.post(way.url, again).status_code == 302
    assert client.post(way.url, again).status_code == 302
    assert way.count == 2


def test_other_words_are_another_even_from_the_same_page(way, client):
    page = way.on_a_new_page()
    client.post(way.url, page)
    client.post(way.url, {**page, **way.other_words})
    client.post(way.url, way.on_a_new_page(**{**way.typed, **way.other_words, "anyway": "yes"}))
    assert way.count == 3


def test_ten_minutes_later_nobody_is_asked(way, client):
    client.post(way.url, way.on_a_new_page())
    Activity.objects.update(created_at=timezone.now() - timedelta(minutes=11))
    client.post(way.url, way.on_a_new_page())
    assert way.count == 2


def test_what_a_colleague_has_stored_is_not_asked_about(way, client, cast, sign_in):
    client.post(way.url, way.on_a_new_page())
    sign_in(cast.daycare_leader).post(way.url, way.on_a_new_page())
    assert way.count == 2


def test_other_hosts_are_another(way, client, world):
    client.post(way.url, way.on_a_new_page())
    both = {"other_actor": world.hill_daycare.pk, "hosts": [world.daycare.pk, world.hill_daycare.pk]}
    client.post(way.url, way.on_a_new_page(**both))
    assert way.count == 2


def test_a_page_that_stood_open_since_yesterday_loses_nothing(world, client, monkeypatch):
    today = timezone.localdate()
    page = {
        "client_key": str(uuid4()),
        "kind": "crab_fishing",
        "actor": str(world.daycare.pk),
        "day": "today",
        "count": "14",
    }
    monkeypatch.setattr(timezone, "localdate", lambda: today - timedelta(days=1))
    client.post(f"{BASE}/log/", page)
    monkeypatch.setattr(timezone, "localdate", lambda: today)
    client.post(f"{BASE}/log/", page)
    assert [one.starts_on for one in Activity.objects.newest_first()] == [today, today - timedelta(days=1)]


def test_changing_what_is_stored_is_never_asked_about(world, client):
    typed = {"title": "På kajen", "status": "planned", "starts_on": "2023-09-14", "hosts": [world.daycare.pk]}
    client.post(f"{BASE}/new/story_walk/", typed)
    activity = Activity.objects.get()
    assert client.post(f"/activities/{activity.pk}/change/", typed).status_code == 302
