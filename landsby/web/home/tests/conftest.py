"""A programme with something in it, and its front page as somebody gets it."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone

from landsby.web.activities.status import Status
from landsby.web.activities.tests.factories import an_activity
from landsby.web.home.presenters import Front

PAGE = "/p/havneby/"


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def make(world: SimpleNamespace, blueprint, operator, today):
    """Makes an activity some days from today, held when it lies in the past unless told otherwise."""

    def activity(days: int, **told):
        status = told.pop("status", Status.PLANNED if days >= 0 else Status.HELD)
        counts = told.pop("counts", {"children": 10} if status == Status.HELD else {})
        day = today + timedelta(days=days)
        return an_activity(blueprint, world, operator, starts_on=day, status=status, counts=counts, **told)

    return activity


@pytest.fixture
def front_of(cast, sign_in):
    """The front page as somebody gets it: its presenter and its text."""

    def page(who: str) -> tuple[Front, str]:
        response = sign_in(getattr(cast, who)).get(PAGE)
        assert response.status_code == 200
        return response.context["front"], response.content.decode()

    return page
