"""Before an actor closes, one is told what it has a part in from that day on."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from landsby.web.activities.status import Status
from landsby.web.activities.tests.factories import an_activity
from landsby.web.partnerships.actions import add_actor

DAY = date(2024, 8, 1)


@pytest.fixture
def later(blueprint, world, operator):
    """Two planned and one held with the daycare after the day, one of them by a department; others do not matter."""
    department = add_actor(
        programme=world.programme,
        kind="kindergarten",
        name="Muslingen, stue 2",
        municipality=world.north,
        parent=world.daycare,
        by=operator,
    )
    soon = timezone.localdate() + timedelta(days=30)
    planned = {"status": Status.PLANNED, "starts_on": soon, "counts": {}}
    cancelled = {"status": Status.CANCELLED, "cancelled_because": "storm", "starts_on": soon, "counts": {}}
    for told in (
        planned,
        {**planned, "hosts": (world.club,), "participants": (department,)},
        {"starts_on": DAY},
        {"starts_on": DAY - timedelta(days=1)},
        cancelled,
        {**planned, "hosts": (world.school,)},
    ):
        an_activity(blueprint, world, operator, **told)


def send(client, world, **told):
    return client.post(f"/actors/{world.daycare.pk}/close/", {"closed_on": str(DAY), **told})


def is_closed(actor) -> bool:
    actor.refresh_from_db()
    return actor.closed_on is not None


def test_what_is_planned_and_held_later_is_counted_and_opened(cast, world, sign_in, later):
    client = sign_in(cast.secretariat)
    response = send(client, world)
    assert response.status_code == 422
    assert not is_closed(world.daycare)
    doubts = response.context["doubts"]
    assert [(doubt.code, doubt.blocks) for doubt in doubts] == [
        ("planned_after_closing", False),
        ("held_after_closing", False),
    ]
    for doubt, count in zip(doubts, (2, 1), strict=True):
        assert f" {count} " in doubt.text
        assert client.get(doubt.url).context["listing"].page.paginator.count == count
    assert "Gør det alligevel" in response.content.decode()


def test_who_has_seen_it_closes_all_the_same(cast, world, sign_in, later):
    client = sign_in(cast.secretariat)
    assert f'name="anyway" value="{DAY}"' in send(client, world).content.decode()
    assert send(client, world, anyway=str(DAY)).status_code == 302
    assert is_closed(world.daycare)


def test_another_day_is_asked_about_anew(cast, world, sign_in, later):
    client = sign_in(cast.secretariat)
    assert send(client, world, anyway=str(DAY - timedelta(days=7))).status_code == 422
    assert not is_closed(world.daycare)


def test_an_actor_without_anything_later_is_closed_at_once(cast, world, sign_in, later):
    assert sign_in(cast.secretariat).post(f"/actors/{world.club.pk}/close/", {"closed_on": "2090-01-01"}).url


def test_a_merger_asks_too(cast, world, sign_in, later):
    client = sign_in(cast.secretariat)
    address = f"/actors/{world.daycare.pk}/merge/"
    sent = {"into": world.hill_daycare.pk, "closed_on": str(DAY)}
    assert [doubt.code for doubt in client.post(address, sent).context["doubts"]] == [
        "planned_after_closing",
        "held_after_closing",
    ]
    assert client.post(address, {**sent, "anyway": str(DAY)}).status_code == 302
    assert is_closed(world.daycare)


def test_what_stands_in_the_way_is_said_before_what_is_doubtful(cast, world, sign_in, later):
    response = sign_in(cast.secretariat).post(f"/actors/{world.daycare.pk}/close/", {"closed_on": "1924-01-01"})
    assert response.context["doubts"] == []
    assert "closed_on" in response.context["form"].errors
