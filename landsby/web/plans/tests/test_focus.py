"""A few principles at a time, and what of them has become everyday."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from landsby.blueprint import Blueprint
from landsby.web.accounts.models import User
from landsby.web.blueprints.models import NamesOfToday, forget_blueprint
from landsby.web.kit.problems import Blocked
from landsby.web.plans.actions import carry_over, focus_on, tick_practice
from landsby.web.plans.models import EverydayPractice, FocusPrinciple, Plan
from landsby.web.plans.on_template import principle_called
from landsby.web.plans.periods import Span
from landsby.web.plans.tests.factories import HARBOUR_YEAR, a_plan, days_ago


def told(plan: Plan) -> list[tuple[str, date, date | None]]:
    """What has been in focus, from when to when."""
    return list(plan.focus.values_list("principle", "starts_on", "ends_on"))


def refused(plan: Plan, principles: list[str], by: User, on: date | None = None) -> list[str]:
    """The codes of the problems that a focus is refused for."""
    with pytest.raises(Blocked) as refusal:
        focus_on(plan=plan, principles=principles, on=on or days_ago(10), by=by)
    return [problem.code for problem in refusal.value.problems]


def test_what_is_chosen_anew_begins_what_is_not_ends_the_day_before_and_the_rest_goes_on(
    world: SimpleNamespace, operator: User
) -> None:
    plan = a_plan(world, operator)
    focus_on(plan=plan, principles=["all_hands", "calm_water"], on=days_ago(60), by=operator)
    focus_on(plan=plan, principles=["calm_water", "song_on_board"], on=days_ago(10), by=operator)
    assert told(plan) == [
        ("all_hands", days_ago(60), days_ago(11)),
        ("calm_water", days_ago(60), None),
        ("song_on_board", days_ago(10), None),
    ]


def test_changed_again_the_same_day_the_first_choice_leaves_no_trace(world: SimpleNamespace, operator: User) -> None:
    plan = a_plan(world, operator)
    focus_on(plan=plan, principles=["all_hands"], on=days_ago(10), by=operator)
    focus_on(plan=plan, principles=["calm_water"], on=days_ago(10), by=operator)
    focus_on(plan=plan, principles=["calm_water"], on=days_ago(10), by=operator)
    assert told(plan) == [("calm_water", days_ago(10), None)]


def test_too_many_none_and_days_outside_the_plan_are_refused(world: SimpleNamespace, operator: User) -> None:
    plan = a_plan(world, operator)
    assert refused(plan, ["all_hands", "calm_water", "song_on_board"], operator) == ["focus_on_too_many"]
    assert refused(plan, [], operator) == ["no_focus"]
    assert refused(plan, ["all_hands"], operator, days_ago(61)) == ["focus_before_start"]
    assert refused(plan, ["all_hands"], operator, days_ago(-121)) == ["focus_after_end"]
    focus_on(plan=plan, principles=["all_hands"], on=days_ago(9), by=operator)
    assert refused(plan, ["all_hands"], operator) == ["focus_before_the_last"]
    year = a_plan(world, operator, place=world.programme, template=HARBOUR_YEAR)
    assert refused(year, ["all_hands"], operator) == ["no_principles"]


def test_a_principle_that_is_gone_is_refused_by_name_and_what_was_registered_stays(
    world: SimpleNamespace, operator: User, blueprint: Blueprint, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = a_plan(world, operator)
    focus_on(plan=plan, principles=["all_hands"], on=days_ago(60), by=operator)
    data = blueprint.to_data()
    data["principles"] = [one for one in data["principles"] if one["id"] != "all_hands"]
    for template in data["plan_templates"]:
        if "focus" in template:
            template["focus"]["principles"] = ["calm_water", "song_on_board"]
    later = Blueprint.from_data(data)
    for module in ("landsby.web.plans.actions.focus", "landsby.web.plans.on_template"):
        held = "held_blueprint" if module.endswith("focus") else "blueprint_of"
        monkeypatch.setattr(f"{module}.{held}", lambda programme: later)
    forget_blueprint(world.programme)
    with pytest.raises(Blocked) as refusal:
        focus_on(plan=plan, principles=["all_hands", "calm_water"], on=days_ago(10), by=operator)
    assert "»Alle mand på dæk«" in str(refusal.value.problems[0].text)
    assert told(plan) == [("all_hands", days_ago(60), None)]
    gone = principle_called(NamesOfToday(world.programme, later), "all_hands")
    assert (gone.title, gone.is_gone) == ("Alle mand på dæk", True)


def test_what_has_become_everyday_is_ticked_once_for_the_place_and_unticked_again(
    world: SimpleNamespace, operator: User
) -> None:
    plan = a_plan(world, operator)
    for _ in range(2):
        tick_practice(plan=plan, principle="all_hands", example="coil_ropes", is_everyday=True, by=operator)
    begun = carry_over(plan=plan, span=Span(days_ago(0), None), items=[], by=operator)
    tick_practice(plan=begun, principle="all_hands", example="coil_ropes", is_everyday=True, by=operator)
    assert EverydayPractice.objects.along(begun).count() == 1
    tick_practice(plan=begun, principle="all_hands", example="coil_ropes", is_everyday=False, by=operator)
    assert not EverydayPractice.objects.exists()
    with pytest.raises(Blocked):
        tick_practice(plan=plan, principle="all_hands", example="walk_plank", is_everyday=True, by=operator)


def test_what_is_in_focus_goes_on_into_the_next_period(world: SimpleNamespace, operator: User) -> None:
    plan = a_plan(world, operator)
    focus_on(plan=plan, principles=["all_hands", "calm_water"], on=days_ago(60), by=operator)
    begun = carry_over(plan=plan, span=Span(days_ago(5), None), items=[], by=operator)
    assert {ends_on for _p, _s, ends_on in told(plan)} == {days_ago(6)}
    assert told(begun) == [("all_hands", days_ago(5), None), ("calm_water", days_ago(5), None)]
    assert FocusPrinciple.objects.along(begun).count() == 4
