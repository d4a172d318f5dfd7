"""»Kalender i din telefon«: a link is made, shown once, renewed and withdrawn, by its owner alone."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from landsby.web.activities.actions import make_feed
from landsby.web.activities.models import Feed, FeedAbout

pytestmark = pytest.mark.django_db


@pytest.fixture
def follow(world):
    """Makes a feed of somebody."""
    return lambda user: make_feed(programme=world.programme, about=FeedAbout.MINE, by=user)


@pytest.mark.parametrize("who", ["secretariat", "pedagogue"])
def test_the_page_makes_shows_renews_and_withdraws(who, cast, world, sign_in):
    client = sign_in(getattr(cast, who))
    page = reverse("activities:feeds", args=[world.programme.slug])
    assert client.post(page, {"about": ""}).status_code == 422
    assert client.post(page, {"about": f"community-{world.bay.pk}"}).status_code == (
        200 if who == "secretariat" else 422
    )
    Feed.objects.all().delete()
    made = client.post(page, {"about": "mine"})
    link = re.search(r'value="(http://testserver/calendars/[^"]+\.ics)"', made.content.decode())[1]
    assert f'href="webcal://testserver{link[17:]}"' in made.content.decode()
    assert "no-store" in made["Cache-Control"]
    assert Client().get(link).status_code == 200
    assert link not in client.get(page).content.decode()
    feed = Feed.objects.get()
    renewed = client.post(reverse("activities:feed_renew", args=[world.programme.slug, feed.pk]))
    assert renewed.status_code == 200
    assert Client().get(link).status_code == 404
    client.post(reverse("activities:feed_withdraw", args=[world.programme.slug, feed.pk]))
    assert not Feed.objects.exists()


def test_nobody_touches_another_persons_link(cast, world, sign_in, follow):
    follow(cast.pedagogue)
    for name in ("activities:feed_renew", "activities:feed_withdraw"):
        address = reverse(name, args=[world.programme.slug, Feed.objects.get().pk])
        assert sign_in(cast.secretariat).post(address).status_code == 404


def test_nobody_has_more_links_than_telephones(cast, world, sign_in, follow, monkeypatch):
    monkeypatch.setattr("landsby.web.activities.rules.MOST_FEEDS", 1)
    follow(cast.pedagogue)
    page = reverse("activities:feeds", args=[world.programme.slug])
    assert "Træk dem tilbage" in sign_in(cast.pedagogue).post(page, {"about": "mine"}).content.decode()


def test_the_profile_leads_there(cast, world, sign_in):
    client = sign_in(cast.pedagogue)
    assert reverse("activities:calendars") in client.get(reverse("accounts:profile")).content.decode()
    there = client.get(reverse("activities:calendars"))
    assert there.url == reverse("activities:feeds", args=[world.programme.slug])
    assert sign_in(cast.stranger).get(reverse("activities:calendars")).status_code == 200
