"""An activity is a part of initiatives, and one walks from either to the other."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from landsby.blueprint import Blueprint
from landsby.web.activities.tests.factories import an_activity
from landsby.web.initiatives.models import Initiative
from landsby.web.initiatives.tests.factories import a_trial, an_initiative

SignIn = Callable[[Any], Client]


def _text(response: Any) -> str:
    return " ".join(response.content.decode().split())


@pytest.fixture
def stories(world: SimpleNamespace, cast: SimpleNamespace) -> Initiative:
    """An initiative of the whole programme."""
    return an_initiative(world, cast.secretariat)


def test_from_an_initiative_one_walks_to_trials_activities_and_the_theory(
    blueprint: Blueprint, world: SimpleNamespace, cast: SimpleNamespace, sign_in: SignIn, stories: Initiative
) -> None:
    trial = a_trial(stories, cast.pedagogue, actor=world.daycare)
    activity = an_activity(blueprint, world, cast.secretariat, initiatives=(stories,))
    client = sign_in(cast.secretariat)

    page = _text(client.get(f"/initiatives/{stories.pk}/"))

    assert f'href="/trials/{trial.pk}/"' in page
    assert f'href="/activities/{activity.pk}/"' in page
    assert 'href="/p/havneby/blueprint/theory_nodes/reading_aloud_often/"' in page
    assert f'href="/initiatives/{stories.pk}/"' in _text(client.get(f"/activities/{activity.pk}/"))
    listed = _text(client.get(f"/p/havneby/activities/?initiative={stories.pk}"))
    assert activity.title in listed


def test_an_activity_is_told_to_be_a_part_and_stays_one_when_it_is_changed(
    blueprint: Blueprint, world: SimpleNamespace, cast: SimpleNamespace, sign_in: SignIn, stories: Initiative
) -> None:
    activity = an_activity(blueprint, world, cast.secretariat)
    client = sign_in(cast.secretariat)
    sent = {
        "title": "Krabber",
        "status": "held",
        "starts_on": "2023-05-03",
        "children": "12",
        "hosts": world.daycare.pk,
    }

    client.post(f"/activities/{activity.pk}/change/", {**sent, "initiatives": stories.pk})

    assert [link.initiative for link in activity.initiatives.all()] == [stories]
