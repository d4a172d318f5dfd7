"""An offer of the sailing club, as the room's tests have it."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import timezone

from landsby.blueprint import Blueprint
from landsby.web.courses.actions import make_offer
from landsby.web.courses.models import FrameworkOffer
from landsby.web.courses.tests.factories import told_offer, told_window


@pytest.fixture
def monday() -> date:
    """A Monday that is still to come."""
    today = timezone.localdate()
    return today + timedelta(days=7 - today.weekday())


@pytest.fixture
def offer(world: SimpleNamespace, cast: SimpleNamespace, blueprint: Blueprint, monday: date) -> FrameworkOffer:
    """Four Mondays of sailing, with room for one group of at most twenty."""
    told = told_offer(blueprint, world)
    return make_offer(programme=world.programme, told=told, windows=[told_window(monday)], by=cast.association)


@pytest.fixture
def window(offer: FrameworkOffer) -> Any:
    """The offer's only time."""
    return offer.windows.get()
