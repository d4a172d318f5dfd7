"""What the guards that ask for pages have to ask about: the same things near the cast's places and far from them."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from landsby.blueprint import Blueprint
from landsby.web.accounts.models import User
from landsby.web.activities.tests.factories import a_series, an_activity


@pytest.fixture
def things(cast: SimpleNamespace, world: SimpleNamespace, blueprint: Blueprint, operator: User) -> SimpleNamespace:
    """One thing of each noun at the quay, where most of the cast belong, and one at the bay, across the water."""
    at_the_bay = {"municipality": world.south, "community": world.bay, "hosts": (world.bay_school,)}
    return SimpleNamespace(
        words={"slug": world.programme.slug, "form": "csv", "kind": "crab_fishing"},
        here={
            "activities": an_activity(blueprint, world, operator).pk,
            "series": a_series(blueprint, world, operator).pk,
            "communities": world.quay.pk,
            "actors": world.daycare.pk,
            "become": cast.pedagogue.pk,
        },
        there={
            "activities": an_activity(blueprint, world, operator, **at_the_bay).pk,
            "series": a_series(blueprint, world, operator, **at_the_bay).pk,
            "communities": world.bay.pk,
            "actors": world.bay_school.pk,
            "become": cast.stranger.pk,
        },
    )
