"""Børneliv i sund balance as data: what its sources say must be there."""

from __future__ import annotations

from itertools import pairwise

import pytest

from landsby.blueprint import Blueprint, kinds_in_groups, load


@pytest.fixture(scope="module")
def bsb() -> Blueprint:
    return load("bsb")


def test_it_has_three_goals_and_six_strands_of_work(bsb):
    assert [goal.title.da for goal in bsb.goals.values()] == [
        "Leg og bevægelse sammen",
        "Sund mad og drikke sammen",
        "Oplevelser og nærhed sammen",
    ]
    assert len(bsb.tracks) == 6
    assert {goal for track in bsb.tracks.values() for goal in track.goals} == set(bsb.goals)


def test_its_phases_cover_its_ten_years_without_a_gap(bsb):
    phases = list(bsb.phases.values())
    assert (phases[0].starts_on, phases[-1].ends_on) == (bsb.starts_on, bsb.ends_on)
    assert bsb.ends_on.year - bsb.starts_on.year + 1 == 10
    assert all((after.starts_on - before.ends_on).days == 1 for before, after in pairwise(phases))


def test_the_strands_began_in_steps(bsb):
    began = sorted(track.starts_on for track in bsb.tracks.values() if track.starts_on)
    assert [day.isoformat()[:7] for day in began] == ["2020-08", "2020-12", "2021-03", "2022-01", "2022-03"]


def test_courses_are_as_long_as_agreed(bsb):
    sessions = {id_: bsb.activity_kinds[id_].sessions for id_ in ("joint_course_short", "joint_course_long")}
    assert {id_: (limits.min, limits.max) for id_, limits in sessions.items()} == {
        "joint_course_short": (1, 2),
        "joint_course_long": (3, 10),
    }


def test_the_published_figures_are_defined(bsb):
    assert {id_: figure.measure for id_, figure in bsb.figures.items()} == {
        "long_courses": "series_held",
        "long_course_children": "series_children",
        "short_courses": "series_held",
        "short_course_participations": "series_participations",
        "open_halls": "activities_held",
        "daycares": "actors",
        "schools": "actors",
        "communities": "communities",
    }


def test_an_sfo_is_no_school_of_its_own(bsb):
    counted = kinds_in_groups(bsb.figures["schools"].actor_groups)
    assert {"school", "special_school"} <= set(counted)
    assert "sfo" not in counted


def test_everybody_in_the_sources_has_a_role(bsb):
    tied_to = {id_: role.scope for id_, role in bsb.roles.items()}
    assert {
        "secretariat": "programme",
        "steering_member": "programme",
        "evaluator": "programme",
        "project_leader": "municipality",
        "health_visitor": "municipality",
        "leisure_consultant": "municipality",
        "network_member": "community",
        "daycare_leader": "actor",
        "school_leader": "actor",
        "pedagogue": "actor",
        "association": "actor",
    }.items() <= tied_to.items()


def test_those_who_decide_or_evaluate_change_nothing_that_others_record(bsb):
    read_only = {id_ for id_, role in bsb.roles.items() if set(role.may) <= {"export", "manage_indicators", "evaluate"}}
    assert read_only == {"steering_member", "local_steering_member", "network_member", "evaluator"}


def test_the_first_role_is_the_widest(bsb):
    first = next(iter(bsb.roles.values()))
    assert first.scope == "programme"
    assert all(set(role.may) <= set(first.may) for role in bsb.roles.values())


def test_the_quick_log_offers_a_handful_in_order(bsb):
    places = [kind.quick for kind in bsb.activity_kinds.values() if kind.quick]
    assert sorted(places) == list(range(1, len(places) + 1))


def test_what_a_daycare_or_school_logs_finds_its_strand(bsb):
    everyday = bsb.activity_kinds["everyday_movement"]
    assert bsb.usual_tracks(everyday, ["daycare"]) == ("daycare_everyday",)
    assert bsb.usual_tracks(everyday, ["after_school"]) == ("school_and_sfo",)
    assert bsb.usual_tracks(bsb.activity_kinds["open_hall"], ["daycare"]) == ("associational_life",)
