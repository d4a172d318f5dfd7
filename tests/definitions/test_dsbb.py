"""De Små Børns Bornholm as data: what its source says must be there."""

from __future__ import annotations

from itertools import pairwise

import pytest

from landsby.blueprint import Blueprint, load


@pytest.fixture(scope="module")
def dsbb() -> Blueprint:
    return load("dsbb")


def test_it_has_four_tracks_and_five_elements_and_a_mission(dsbb):
    assert len(dsbb.tracks) == 4
    assert len(dsbb.elements) == 5
    assert dsbb.manifest.mission is not None


def test_it_begins_with_a_lab_and_its_phases_have_no_gap(dsbb):
    phases = list(dsbb.phases.values())
    assert phases[0].starts_on == dsbb.starts_on
    assert phases[0].ends_on.year == 2018
    assert all((after.starts_on - before.ends_on).days == 1 for before, after in pairwise(phases))


def test_it_is_for_the_smallest_from_the_pregnancy(dsbb):
    ages = dsbb.audiences["island_smallest"].ages
    assert (ages.first, ages.last) == (-1, 3)


def test_its_portfolio_says_how_new_and_how_deep_everything_is(dsbb):
    initiatives = dsbb.initiatives.values()
    assert 15 <= sum(each.parent is None for each in initiatives) <= 25
    assert any(each.parent for each in initiatives)
    assert [each.id for each in initiatives if not (each.newness and each.depth and each.effort)] == []
    assert [each.id for each in initiatives if not each.elements] == []


def test_several_initiatives_run_across_tracks(dsbb):
    assert sum(len(each.tracks) > 1 for each in dsbb.initiatives.values()) >= 8
    assert {track for each in dsbb.initiatives.values() for track in each.tracks} == set(dsbb.tracks)


def test_two_professions_visit_new_parents_and_new_nursery_children(dsbb):
    assert dsbb.offers["first_parents_visit"].to == "selected"
    assert dsbb.offers["nursery_start_visit"].to == "all"
    assert set(dsbb.offers["nursery_start_visit"].groups) == {"health", "daycare"}


def test_the_language_tool_is_for_six_professions(dsbb):
    assert len(dsbb.competences["language_tool"].professions) == 6


def test_the_secretariat_has_five_core_functions(dsbb):
    assert len(dsbb.boards["programme_secretariat"].tasks) == 5


def test_the_alliance_is_led_by_a_politician_and_bound_by_a_manifesto(dsbb):
    [chair] = [seat for seat in dsbb.boards["children_alliance"].seats if seat.chairs]
    assert chair.role == "local_politician"
    assert dsbb.agreement_templates["alliance_manifesto"].form == "manifesto"


def test_an_application_to_the_fund_fits_on_a_page(dsbb):
    fund = dsbb.funds["small_ones_fund"]
    assert 3 <= len(fund.questions) <= 7
    assert 3 <= len(fund.report) <= 7


def test_each_of_the_three_standing_questions_wants_an_example(dsbb):
    items = dsbb.instruments["three_standing_questions"].items
    assert [item.type for item in items] == ["scale", "long_text"] * 3


def test_a_sign_of_change_is_placed_at_one_of_the_depths(dsbb):
    [where] = [item for item in dsbb.instruments["sign_of_shift"].items if item.choices]
    assert [choice.id for choice in where.choices] == [
        id_.replace("depth_", "deep_").replace("single_efforts", "effort") for id_ in dsbb.depths
    ]


def test_what_has_shown_promise_goes_through_the_checklist(dsbb):
    assert dsbb.checklists["ready_for_operation"].use == "operation"
    ready = {id_ for id_, each in dsbb.initiatives.items() if "ready_for_operation" in each.ready_when}
    assert {"home_visits_together", "language_look_at_two"} <= ready


def test_nothing_is_expected_of_children_before_they_have_grown(dsbb):
    assert dsbb.theory_nodes["then_fair_chances"].horizon.first_year >= 10


def test_those_who_decide_or_evaluate_change_nothing_that_others_record(dsbb):
    read_only = {
        id_ for id_, role in dsbb.roles.items() if set(role.may) <= {"export", "manage_indicators", "evaluate"}
    }
    assert read_only == {"steering_member", "evaluator", "alliance_member", "local_politician"}


def test_the_first_role_is_the_widest(dsbb):
    first = next(iter(dsbb.roles.values()))
    assert first.scope == "programme"
    assert all(set(role.may) <= set(first.may) for role in dsbb.roles.values())


def test_the_quick_log_offers_a_handful_in_order(dsbb):
    places = sorted(kind.quick for kind in dsbb.activity_kinds.values() if kind.quick)
    assert places == list(range(1, len(places) + 1))
