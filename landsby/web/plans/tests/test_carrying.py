"""From one period into the next, and when what is in a plan is to be done."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client

from landsby.web.accounts.models import User
from landsby.web.kit.problems import Blocked
from landsby.web.plans.actions import add_item, carry_over, focus_on, remove_item, set_item_status
from landsby.web.plans.models import Plan
from landsby.web.plans.periods import Span
from landsby.web.plans.status import ItemStatus, PlanStatus
from landsby.web.plans.tests.factories import a_plan, an_item, days_ago, this_spring
from landsby.web.plans.told import ItemTold, When

LATER = Span(days_ago(-121), days_ago(-300))


def test_things_of_the_same_words_all_go_on(world: SimpleNamespace, operator: User) -> None:
    plan = a_plan(world, operator)
    twins = [an_item(plan, operator, "Forældremøde", who=who) for who in ("Bo", "Else")]
    begun = carry_over(plan=plan, span=LATER, items=twins, by=operator)
    plan.refresh_from_db()
    assert (plan.status, plan.ends_on, begun.items.count()) == (PlanStatus.RUNNING, this_spring().last, 2)


def test_many_things_go_on_in_as_many_questions_as_few(
    world: SimpleNamespace, operator: User, django_assert_max_num_queries: Callable[[int], AbstractContextManager[Any]]
) -> None:
    plan = a_plan(world, operator)
    items = [an_item(plan, operator, f"Knob {number}") for number in range(12)]
    with django_assert_max_num_queries(45):
        carry_over(plan=plan, span=Span(days_ago(0), None), items=items, by=operator)
    assert Plan.objects.running().get().items.count() == 12


def test_what_was_put_in_focus_later_is_not_lost_by_beginning_earlier(world: SimpleNamespace, operator: User) -> None:
    plan = a_plan(world, operator)
    focus_on(plan=plan, principles=["calm_water"], on=days_ago(10), by=operator)
    with pytest.raises(Blocked, match="I skiftede fokus"):
        carry_over(plan=plan, span=Span(days_ago(20), None), items=[], by=operator)


def test_the_next_plan_is_not_over_when_it_begins_and_the_days_between_are_told(
    cast: SimpleNamespace, world: SimpleNamespace, operator: User, sign_in: Callable[[User], Client]
) -> None:
    plan = a_plan(world, operator, span=Span(days_ago(400), days_ago(100)))
    leader, url = sign_in(cast.daycare_leader), f"/plans/{plan.pk}/carry-over/"
    proposed = leader.get(url).context["form"].initial
    assert proposed["ends_on"] >= days_ago(0)
    over = leader.post(url, {"starts_on": days_ago(99).isoformat(), "ends_on": days_ago(50).isoformat()})
    assert (over.status_code, "allerede være slut" in over.content.decode()) == (422, True)
    days = {"starts_on": days_ago(10).isoformat(), "ends_on": days_ago(-90).isoformat()}
    told = leader.post(url, days, follow=True).content.decode()
    assert "har I ingen. Ret dagene" in told


def test_what_is_to_be_done_lies_in_the_plan_unless_it_was_agreed_elsewhere(
    world: SimpleNamespace, operator: User
) -> None:
    plan = a_plan(world, operator)
    for day, problem in ((days_ago(61), "begynder først"), (days_ago(-121), "Planen slutter")):
        with pytest.raises(Blocked, match=problem):
            an_item(plan, operator, when=When(day))
    told = ItemTold("Ring til havnen", when=When(days_ago(-121)))
    assert add_item(plan=plan, told=told, by=operator, is_agreed=True).due_on == days_ago(-121)
    last = this_spring().last
    assert last is not None
    an_item(plan, operator, "Hele den sidste måned", when=When(last, is_whole_month=True))


def test_the_history_is_told_in_whole_sentences_that_name_what_they_are_about(
    cast: SimpleNamespace, world: SimpleNamespace, operator: User, sign_in: Callable[[User], Client]
) -> None:
    plan = a_plan(world, operator)
    set_item_status(item=an_item(plan, operator, "Syng"), status=ItemStatus.DONE, by=operator)
    remove_item(item=an_item(plan, operator, "Fang en hval"), by=operator)
    focus_on(plan=plan, principles=["calm_water"], on=days_ago(0), by=operator)
    shown = sign_in(cast.daycare_leader).get(f"/plans/{plan.pk}/history/").content.decode()
    sentences = ("Kom med i planen: Syng", "Er nu gjort: Syng", "Et punkt blev slettet.", "I fokus kom: Stille vand.")
    assert [sentence for sentence in (*sentences, "Planen blev begyndt.") if sentence not in shown] == []
    assert "→" not in shown


def test_a_leader_meets_the_own_plan_before_the_others(
    cast: SimpleNamespace, world: SimpleNamespace, operator: User, sign_in: Callable[[User], Client]
) -> None:
    leader = sign_in(cast.daycare_leader)
    assert "Begynd jeres plan" in leader.get("/p/havneby/plans/").content.decode()
    a_plan(world, operator, span=Span(days_ago(90), days_ago(1)))
    shown = leader.get("/p/havneby/plans/").content.decode()
    assert "Hvem har en plan?" not in shown
    assert shown.index("Før planen videre") < shown.index("Alle planer, du kan se")
