"""Saying how it went, that it was cancelled, or that it should never have been there."""

from __future__ import annotations

import pytest

from landsby.web.activities.models import Activity
from landsby.web.activities.status import Status
from landsby.web.activities.tests.factories import an_activity


@pytest.fixture
def planned(blueprint, world, cast):
    """Crabs that nobody has reported on yet."""
    return an_activity(blueprint, world, cast.secretariat, status=Status.PLANNED, counts={})


def test_saying_how_it_went(planned, cast, sign_in):
    response = sign_in(cast.pedagogue).post(
        f"/activities/{planned.pk}/hold/", {"children": "11", "notes": "Mange krabber"}
    )
    planned.refresh_from_db()
    assert response.url == f"/activities/{planned.pk}/"
    assert (planned.status, planned.children, planned.notes) == (Status.HELD, 11, "Mange krabber")


def test_only_the_groups_of_the_kind_are_asked(planned, cast, sign_in):
    form = sign_in(cast.pedagogue).get(f"/activities/{planned.pk}/hold/").context["hold_form"]
    assert list(form.fields) == ["children", "volunteers", "hours", "notes"]


def test_a_wrong_count_keeps_what_was_typed(planned, cast, sign_in):
    response = sign_in(cast.pedagogue).post(
        f"/activities/{planned.pk}/hold/", {"children": "-3", "notes": "Mange krabber"}
    )
    planned.refresh_from_db()
    assert response.status_code == 422
    assert "Mange krabber" in response.content.decode()
    assert planned.status == Status.PLANNED


def test_cancelling_wants_a_reason(planned, cast, sign_in):
    client = sign_in(cast.pedagogue)
    assert client.post(f"/activities/{planned.pk}/cancel/", {"because": ""}).status_code == 422
    client.post(f"/activities/{planned.pk}/cancel/", {"because": "Storm"})
    planned.refresh_from_db()
    assert (planned.status, planned.cancelled_because) == (Status.CANCELLED, "Storm")


def test_removing_takes_a_post(planned, cast, sign_in):
    client = sign_in(cast.pedagogue)
    assert client.get(f"/activities/{planned.pk}/remove/").status_code == 405
    client.post(f"/activities/{planned.pk}/remove/")
    assert not Activity.objects.exists()
