"""The whole of Børneliv i sund balance: what its sources say of offers, plans, boards and theory."""

from __future__ import annotations

import pytest

from landsby.blueprint import Blueprint, load


@pytest.fixture(scope="module")
def bsb() -> Blueprint:
    return load("bsb")


def test_daycares_take_the_seven_principles_two_at_a_time_within_four_years(bsb):
    focus = bsb.plan_templates["two_principles_plan"].focus
    assert (focus.at_a_time, focus.all_within_years) == (2, 4)
    assert set(focus.principles) == set(bsb.principles)
    assert len(focus.principles) == 7


def test_every_principle_is_shown_in_practice(bsb):
    assert {id_: len(each.practice) for id_, each in bsb.principles.items() if len(each.practice) < 4} == {}


def test_the_schools_plan_has_a_part_for_each_goal_with_ideas(bsb):
    sections = bsb.plan_templates["school_and_sfo_plan"].sections
    assert [goal for section in sections for goal in section.goals] == list(bsb.goals)
    assert all(section.ideas for section in sections)


def test_the_motor_examination_has_eleven_exercises_for_six_skills(bsb):
    [examination] = [offer for offer in bsb.offers.values() if offer.form == "examination"]
    assert len(examination.exercises) == 11
    trained = {skill for id_ in examination.exercises for skill in bsb.exercises[id_].skills}
    assert trained == set(bsb.skills)
    assert len(trained) == 6


def test_only_what_the_sources_tell_of_the_exercises_is_said_to_come_from_them(bsb):
    told = {id_ for id_, exercise in bsb.exercises.items() if exercise.origin == "source"}
    assert told == {"crab_walk", "throw_and_catch", "beads_on_a_string"}


def test_the_talk_after_the_examination_goes_round_four_questions(bsb):
    [examination] = [offer for offer in bsb.offers.values() if offer.form == "examination"]
    assert len(bsb.guides[examination.guides[0]].questions) == 4


def test_the_red_suitcase_is_lent_and_can_be_counted(bsb):
    suitcase = bsb.materials["motor_suitcase"]
    assert suitcase.lent
    assert len(suitcase.contents) > 5


def test_families_are_offered_what_the_report_tells(bsb):
    told = {id_: (offer.form, offer.to, offer.at_most) for id_, offer in bsb.offers.items()}
    assert told == {
        "strengthened_visit": ("visit", "all", None),
        "early_months_calls": ("call", "selected", 6),
        "first_birthday_call": ("call", "selected", 1),
        "toddler_visit": ("visit", "selected", 1),
        "red_suitcase_play": ("examination", "all", None),
    }


def test_no_municipality_goes_on_with_the_calls(bsb):
    ended = {id_ for id_, offer in bsb.offers.items() if offer.ended_on}
    assert ended == {id_ for id_, offer in bsb.offers.items() if offer.form == "call"}


def test_criteria_were_adjusted_on_the_way(bsb):
    selected = [offer for offer in bsb.offers.values() if offer.to == "selected"]
    assert all(len({criterion.starts_on for criterion in offer.criteria}) > 1 for offer in selected)


def test_municipalities_have_the_majority_of_the_joint_steering_group(bsb):
    seats = [seat for seat in bsb.boards["joint_steering_group"].seats if seat.votes]
    municipal = sum(3 * seat.number for seat in seats if seat.each == "municipality")
    others = sum(seat.number for seat in seats if seat.each is None)
    assert municipal > others
    assert [seat.each for seat in seats if seat.chairs] == [None]


def test_the_mayor_promises_ten_years(bsb):
    letter = bsb.agreement_templates["mayors_letter"]
    assert (letter.form, letter.years, letter.signed_by.en) == ("commitment", 10, "The mayor")


def test_an_activity_hour_of_a_joint_course_is_paid_with_500_kr_while_the_funding_lasts(bsb):
    rates = [rate for kind in bsb.activity_kinds.values() for rate in kind.rates]
    assert {rate.kr for rate in rates} == {500}
    assert {rate.ended_on for rate in rates} == {bsb.phases["implementation"].ends_on}


def test_a_lunch_box_has_five_fingers_with_something_to_choose_on_each(bsb):
    chosen = [food.group for food in bsb.foods.values()]
    assert len(bsb.food_groups) == 5
    assert all(chosen.count(group) >= 6 for group in bsb.food_groups)


def test_movement_is_followed_as_one_chain_from_infancy_to_school(bsb):
    chain = ["movement_at_school_start"]
    while earlier := bsb.indicators[chain[-1]].follows:
        chain.append(earlier)
    assert chain == ["movement_at_school_start", "movement_at_four", "movement_in_infancy"]


def test_each_strand_of_work_is_an_initiative_with_parts(bsb):
    heads = {id_: each.tracks for id_, each in bsb.initiatives.items() if each.parent is None}
    assert sorted(track for tracks in heads.values() for track in tracks) == sorted(bsb.tracks)
    assert {each.parent for each in bsb.initiatives.values() if each.parent} == set(heads)


def test_both_lanes_of_the_theory_lead_to_the_long_aim(bsb):
    nodes = bsb.theory_nodes
    [aim] = [id_ for id_, node in nodes.items() if not node.leads_to]
    reach = {aim}
    while more := {id_ for id_, node in nodes.items() if {arrow.to for arrow in node.leads_to} & reach} - reach:
        reach |= more
    assert reach == set(nodes)
    assert {node.lane for node in nodes.values() if node.lane} == set(bsb.theory_lanes)
    assert nodes[aim].horizon.first_year >= 6


def test_every_goal_and_strand_is_in_the_theory(bsb):
    assert {goal for node in bsb.theory_nodes.values() for goal in node.goals} == set(bsb.goals)
    assert {track for node in bsb.theory_nodes.values() for track in node.tracks} == set(bsb.tracks)


def test_every_assumption_is_made_by_an_arrow(bsb):
    made = {id_ for node in bsb.theory_nodes.values() for arrow in node.leads_to for id_ in arrow.assumptions}
    assert made == set(bsb.assumptions)


def test_the_scales_of_action_weigh_four_depths_in_two_pans(bsb):
    items = {item.id for item in bsb.instruments["stones_in_two_pans"].items if item.type == "long_text"}
    depths = [id_.removeprefix("depth_") for id_ in bsb.depths]
    assert depths == ["events", "structures", "goals", "beliefs"]
    assert items == {f"{side}_{depth}" for side in ("today", "wished") for depth in depths}
