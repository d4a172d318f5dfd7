"""What plans say before a place closes or an initiative stops."""

from __future__ import annotations

from django.utils import timezone

from landsby.web.initiatives.closing import doubts_of_stopping
from landsby.web.initiatives.tests.factories import an_initiative
from landsby.web.partnerships.access import standing_in
from landsby.web.plans.actions import end_plan
from landsby.web.plans.closing import doubts_of_closing
from landsby.web.plans.tests.factories import a_plan, an_item


def test_a_plan_in_use_is_told_of_until_it_is_ended(world, cast, operator):
    standing, plan = standing_in(cast.secretariat, world.programme), a_plan(world, operator)
    [doubt] = doubts_of_closing(standing, world.daycare, timezone.localdate())
    assert (doubt.blocks, doubt.url) == (False, f"/plans/{plan.pk}/")
    end_plan(plan=plan, is_ended=True, by=operator)
    assert list(doubts_of_closing(standing, world.daycare, timezone.localdate())) == []


def test_what_plans_will_do_for_an_initiative_is_counted_before_it_stops(world, cast, operator):
    standing, initiative = standing_in(cast.secretariat, world.programme), an_initiative(world, operator)
    an_item(a_plan(world, operator), operator).initiatives.add(initiative)
    assert "items_under_initiative" in [doubt.code for doubt in doubts_of_stopping(standing, initiative)]
