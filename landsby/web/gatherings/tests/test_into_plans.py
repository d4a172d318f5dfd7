"""What was agreed at a meeting is laid into a plan."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from landsby.web.gatherings.models import Agreement
from landsby.web.gatherings.tests.factories import a_gathering, an_agreement
from landsby.web.plans.actions import end_plan
from landsby.web.plans.models import PlanItem
from landsby.web.plans.tests.factories import a_plan


@pytest.fixture
def agreed(blueprint, world, operator):
    """The daycare will paint the boat within a month."""
    due_on = timezone.localdate() + timedelta(days=30)
    return an_agreement(a_gathering(blueprint, world, operator), operator, actor=world.daycare, due_on=due_on)


def test_it_stands_in_the_plan_once_with_who_and_when_and_leads_back(agreed, world, operator, cast, sign_in):
    plan, client, url = a_plan(world, operator), sign_in(cast.daycare_leader), f"/agreements/{agreed.pk}/plan/"
    assert "Vi maler båden" in client.get(url).content.decode()
    for _twice in range(2):
        assert client.post(url, {"plan": plan.pk}).status_code == 302
    item = PlanItem.objects.get()
    assert (item.plan, item.what, item.who, item.due_on) == (plan, "Vi maler båden", "Muslingen", agreed.due_on)
    assert f"/plans/{plan.pk}/" in client.get(url).content.decode()


def test_what_is_overdue_is_laid_into_a_newer_plan_with_its_day(agreed, world, operator, cast, sign_in):
    plan = a_plan(world, operator)
    before = plan.starts_on - timedelta(days=9)
    Agreement.objects.update(due_on=before)
    sign_in(cast.daycare_leader).post(f"/agreements/{agreed.pk}/plan/", {"plan": plan.pk})
    assert PlanItem.objects.get().due_on == before


def test_without_a_plan_in_use_one_is_led_to_a_new_one(agreed, world, operator, cast, sign_in):
    end_plan(plan=a_plan(world, operator), is_ended=True, by=operator)
    page = sign_in(cast.daycare_leader).get(f"/agreements/{agreed.pk}/plan/")
    assert "Du har ingen plan i brug" in page.content.decode()


def test_the_plan_of_another_place_is_not_offered(agreed, world, operator, cast, sign_in):
    a_plan(world, operator)
    theirs = a_plan(world, operator, place=world.hill_daycare)
    refused = sign_in(cast.daycare_leader).post(f"/agreements/{agreed.pk}/plan/", {"plan": theirs.pk})
    assert refused.status_code == 422
    assert not PlanItem.objects.exists()
