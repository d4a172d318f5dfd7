"""The quick log as a device sends it when there is a connection again."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.contrib.messages import get_messages
from django.utils import timezone

from landsby.web.activities.models import Activity

LOG = "/p/havneby/activities/log/"
AS_DATA = {"accept": "application/json"}


@pytest.fixture
def client(cast, sign_in):
    """The browser of a pedagogue."""
    return sign_in(cast.pedagogue)


@pytest.fixture
def typed(world):
    """What was typed on one page."""
    return {
        "client_key": str(uuid4()),
        "kind": "crab_fishing",
        "actor": str(world.daycare.pk),
        "day": "today",
        "count": "14",
    }


def test_it_is_told_where_the_receipt_is(client, typed):
    response = client.post(LOG, typed, headers=AS_DATA)
    stored = Activity.objects.get()
    told = {"url": f"/activities/{stored.pk}/logged/", "title": stored.title, "again": False}
    assert (response.status_code, response.json()) == (200, told)


def test_what_was_today_is_recognised_when_it_comes_again_as_a_date(client, typed):
    client.post(LOG, typed, headers=AS_DATA)
    as_a_date = {**typed, "day": "other", "other_day": timezone.localdate().isoformat()}
    response = client.post(LOG, as_a_date, headers=AS_DATA)
    assert response.json()["again"] is True
    assert Activity.objects.count() == 1
    assert not list(get_messages(response.wsgi_request))


def test_whoever_waits_for_it_is_told_that_it_was_stored_before(client, typed):
    client.post(LOG, typed, headers=AS_DATA)
    response = client.post(LOG, {**typed, "waiting": "yes"}, headers=AS_DATA)
    assert [str(one) for one in get_messages(response.wsgi_request)] == [
        "Den var gemt i forvejen. Den er kun gemt én gang."
    ]


def test_a_refusal_says_what_the_page_would_say(client, typed):
    response = client.post(LOG, {**typed, "count": "12,5"}, headers=AS_DATA)
    assert response.status_code == 422
    assert response.json() == {"problems": ["Hvor mange kom? Skriv et helt tal, fx 12."], "twin": False}


def test_a_cpr_number_is_refused_from_a_device_too(client, typed):
    response = client.post(LOG, {**typed, "note": "010203-1234"}, headers=AS_DATA)
    assert response.status_code == 422
    assert "CPR-nummer" in response.json()["problems"][0]
    assert "010203" not in response.content.decode()


def test_the_same_words_from_another_page_are_asked_about_and_may_be_stored_anyway(client, typed):
    client.post(LOG, typed, headers=AS_DATA)
    another = {**typed, "client_key": str(uuid4())}
    assert client.post(LOG, another, headers=AS_DATA).json()["twin"] is True
    assert client.post(LOG, {**another, "anyway": "yes"}, headers=AS_DATA).status_code == 200
    assert Activity.objects.count() == 2


def test_the_next_page_tells_the_device_which_page_was_stored_and_only_once(client, typed):
    receipt = client.post(LOG, typed).url
    assert f'data-stored="{typed["client_key"]}"' in client.get(receipt).content.decode()
    assert 'data-stored=""' in client.get(receipt).content.decode()


def test_the_page_of_what_waits_leads_to_where_one_may_register(client, cast, sign_in):
    assert f'href="{LOG}" data-keep' in client.get("/activities/unsent/").content.decode()
    assert f'href="{LOG}"' not in sign_in(cast.steering_member).get("/activities/unsent/").content.decode()
