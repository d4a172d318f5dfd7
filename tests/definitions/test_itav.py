"""It takes a village … as data: what its sources say must be there."""

from __future__ import annotations

import pytest

from landsby.blueprint import Blueprint, load


@pytest.fixture(scope="module")
def itav() -> Blueprint:
    return load("itav")


def test_it_runs_for_ten_years_on_four_tracks(itav):
    assert itav.ends_on.year - itav.starts_on.year + 1 == 10
    assert len(itav.tracks) == 4
    assert itav.agreement_templates["ten_year_commitment"].years == 10


def test_it_is_for_children_from_the_pregnancy_until_they_are_grown(itav):
    ages = itav.audiences["children_and_young"].ages
    assert (ages.first, ages.last) == (-1, 18)


def test_the_topics_of_each_track_are_there(itav):
    named = {"safety_and_care", "childrens_rights", "digital_formation", "bullying", "school_absence"}
    assert named <= {id_ for id_, topic in itav.topics.items() if "track_quality" in topic.tracks}
    assert {track for topic in itav.topics.values() for track in topic.tracks} == set(itav.tracks)
    assert len(itav.protective_factors) == 5


def test_outputs_come_after_three_years_and_outcomes_after_seven(itav):
    spans = {
        (node.stage, node.horizon.first_year, node.horizon.last_year)
        for node in itav.theory_nodes.values()
        if node.stage in ("output", "outcome")
    }
    assert spans == {("output", 3, 6), ("outcome", 7, 10)}


def test_every_box_leads_to_children_who_thrive_or_to_what_is_passed_on(itav):
    onward = {id_: [arrow.to for arrow in node.leads_to] for id_, node in itav.theory_nodes.items()}
    assert {id_ for id_, to in onward.items() if not to} == {"end_children_thrive", "end_inspired_others"}
    led_to = {to for following in onward.values() for to in following}
    assert set(onward) - led_to == {id_ for id_, node in itav.theory_nodes.items() if node.stage == "input"}


def test_every_result_has_something_that_shows_it(itav):
    results = [node for node in itav.theory_nodes.values() if node.stage in ("output", "outcome")]
    assert {node.id for node in results if not node.indicators} == {"end_inspired_others"}


def test_what_is_expected_of_a_municipality_is_promised_and_followed_up(itav):
    expected = {id_ for id_, each in itav.expectations.items() if each.level == "municipality"}
    assert {"expect_commitment", "expect_own_financing", "expect_engagement"} <= expected
    assert expected == set(itav.agreement_templates["ten_year_commitment"].expectations)
    asked = {item.id for item in itav.instruments["municipality_year_status"].items}
    assert {"status_commitment", "own_money", "outside_money", "status_engagement"} <= asked


def test_the_shared_language_is_asked_about_in_its_three_parts(itav):
    survey = itav.instruments["shared_language_survey"]
    assert survey.anonymous
    assert {item.id.split("_")[0] for item in survey.items} >= {"spot", "say", "stop"}


def test_its_portfolio_says_how_demanding_and_how_deep_everything_is(itav):
    assert [each.id for each in itav.initiatives.values() if not (each.depth and each.effort)] == []
    assert {track for each in itav.initiatives.values() for track in each.tracks} == set(itav.tracks)


def test_those_who_advise_decide_or_evaluate_change_nothing_that_others_record(itav):
    read_only = {
        id_ for id_, role in itav.roles.items() if set(role.may) <= {"export", "manage_indicators", "evaluate"}
    }
    assert read_only == {"steering_member", "advisory_member", "evaluator", "local_steering_member", "circle_member"}


def test_the_first_role_is_the_widest(itav):
    first = next(iter(itav.roles.values()))
    assert first.scope == "programme"
    assert all(set(role.may) <= set(first.may) for role in itav.roles.values())


def test_the_quick_log_offers_a_handful_in_order(itav):
    places = sorted(kind.quick for kind in itav.activity_kinds.values() if kind.quick)
    assert places == list(range(1, len(places) + 1))
