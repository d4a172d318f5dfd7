"""What is sent twice, or over what somebody else has written."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from landsby.web.gatherings.actions import sign_up
from landsby.web.gatherings.forms import left_out
from landsby.web.gatherings.models import Agreement, Turnout
from landsby.web.gatherings.tests.factories import a_coming_gathering, a_festival_event, a_gathering

pytestmark = pytest.mark.django_db


def test_an_agreement_sent_twice_is_one_and_done_twice_is_done(blueprint, world, cast, operator, sign_in):
    met = a_gathering(blueprint, world, operator)
    client = sign_in(cast.secretariat)
    for _click in range(2):
        client.post(reverse("gatherings:agree", args=[met.pk]), {"text": "Vi ses igen", "due_on": "2023-06-01"})
    agreement = Agreement.objects.get()
    for _click in range(2):
        client.post(reverse("gatherings:keep", args=[agreement.pk]))
    assert Agreement.objects.get().done_on is not None
    client.post(reverse("gatherings:keep", args=[agreement.pk]), {"open": "1"})
    assert Agreement.objects.get().done_on is None


def test_whoever_would_replace_a_sign_up_unseen_is_asked_first(blueprint, world, cast, operator, sign_in):
    met = a_coming_gathering(blueprint, world, operator)
    sign_up(activity=met, actor=world.daycare, people={"": 5}, by=cast.pedagogue)
    client, url = sign_in(cast.project_leader), reverse("gatherings:sign_up", args=[met.pk])
    sent = {"actor": world.daycare.pk, "people_1": "2"}
    asked = client.post(url, sent)
    assert asked.status_code == 422
    assert "er allerede meldt til med 5" in asked.content.decode()
    assert Turnout.objects.get().signed_up == 5
    again = {**sent, "shown": asked.context["form"]["shown"].value()}
    assert client.post(url, again).status_code == 302
    assert Turnout.objects.get().signed_up == 2


def test_last_years_events_with_more_hosts_than_fields_are_told(blueprint, world, operator):
    hosts = (world.daycare, world.club, world.school)
    for some in (hosts, hosts[:2]):
        a_festival_event(blueprint, world, operator, starts_on=date(2023, 6, 5), hosts=some)
    assert left_out(world.programme.activities.with_parts()) == 1
