"""Saying how it went, that it was cancelled, or that it should never have been there."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from landsby.web.activities.models import Activity
from landsby.web.activities.status import Status
from landsby.web.activities.tests.factories import a_series, an_activity


@pytest.fixture
def planned(blueprint, world, cast):
    """Crabs that nobody has reported on yet."""
    return an_activity(blueprint, world, cast.secretariat, status=Status.PLANNED, counts={})


def test_saying_how_it_went(planned, cast, sign_in):
    response = sign_in(cast.pedagogue).post(
        f"/activities/{planned.pk}/hold/", {"children": "11", "notes": "Mange krabber"}
    )
    planned.refresh_from_db()
    assert response.url == f"/activities/{planned.pk}/logged/"
    assert (planned.status, planned.children, planned.notes) == (Status.HELD, 11, "Mange krabber")


def test_only_the_groups_of_the_kind_are_asked(planned, cast, sign_in):
    form = sign_in(cast.pedagogue).get(f"/activities/{planned.pk}/hold/").context["hold_form"]
    assert [field.name for field in form.visible_fields()] == ["children", "volunteers", "hours", "notes"]


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
    response = client.post(f"/activities/{planned.pk}/cancel/", {"because": ""})
    assert response.status_code == 422
    assert response.context["cancel_form"].errors["because"] == ["Skriv kort, hvorfor aktiviteten er aflyst."]
    client.post(f"/activities/{planned.pk}/cancel/", {"because": "Storm"})
    planned.refresh_from_db()
    assert (planned.status, planned.cancelled_because) == (Status.CANCELLED, "Storm")


def test_how_it_went_is_asked_from_its_day_on(blueprint, world, cast, sign_in):
    client, today = sign_in(cast.pedagogue), timezone.localdate()
    for days, is_asked in ((-1, True), (0, True), (1, False)):
        day = today + timedelta(days=days)
        planned = an_activity(blueprint, world, cast.secretariat, status=Status.PLANNED, counts={}, starts_on=day)
        page = client.get(f"/activities/{planned.pk}/").content.decode()
        assert (f"/activities/{planned.pk}/hold/" in page) is is_asked
        assert f"/activities/{planned.pk}/cancel/" in page
        assert f"/activities/{planned.pk}/change/" in page
        assert client.get(f"/activities/{planned.pk}/hold/").status_code == (200 if is_asked else 302)


def test_the_sessions_of_a_series_are_asked_about_from_their_day_on(blueprint, world, cast, sign_in):
    first = timezone.localdate() - timedelta(weeks=1)
    series = a_series(blueprint, world, cast.secretariat, status=Status.PLANNED, counts={}, starts_on=first)
    page = sign_in(cast.project_leader).get(f"/series/{series.pk}/").content.decode()
    asked = [f"/activities/{one.pk}/hold/" in page for one in series.sessions.in_order()]
    assert asked == [True, True, False]


def test_telling_too_early_is_refused_in_words_that_fit_the_page(blueprint, world, cast, sign_in):
    day = timezone.localdate() + timedelta(days=1)
    planned = an_activity(blueprint, world, cast.secretariat, status=Status.PLANNED, counts={}, starts_on=day)
    response = sign_in(cast.pedagogue).post(f"/activities/{planned.pk}/hold/", {"children": "3"})
    planned.refresh_from_db()
    assert (response.status_code, planned.status) == (422, Status.PLANNED)
    assert "er ikke kommet endnu. Ret datoen" in response.content.decode()


def test_hours_are_taken_with_comma_and_with_point(blueprint, world, cast, sign_in):
    for typed in ("1,5", "1.5"):
        planned = an_activity(blueprint, world, cast.secretariat, status=Status.PLANNED, counts={})
        client = sign_in(cast.pedagogue)
        client.post(f"/activities/{planned.pk}/hold/", {"children": "3", "hours": typed})
        planned.refresh_from_db()
        assert planned.hours == Decimal("1.5")
        assert 'value="1,5"' in client.get(f"/activities/{planned.pk}/hold/").content.decode()


def test_a_required_answer_of_the_kind_is_asked_for_in_plain_words(blueprint, world, cast, sign_in):
    meeting = an_activity(blueprint, world, cast.secretariat, kind="quay_meeting", status=Status.PLANNED, counts={})
    response = sign_in(cast.project_leader).post(f"/activities/{meeting.pk}/hold/", {"staff": "4"})
    assert response.context["hold_form"].errors == {"extra_agreed": ["Her mangler et svar."]}


def test_removing_takes_a_post(planned, cast, sign_in):
    client = sign_in(cast.pedagogue)
    assert client.get(f"/activities/{planned.pk}/remove/").status_code == 405
    client.post(f"/activities/{planned.pk}/remove/")
    assert not Activity.objects.exists()
