"""The way through the stages, and the doubts about what is told."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from landsby.web.initiatives.details import Groups
from landsby.web.initiatives.rules import (
    Move,
    Readiness,
    lacks,
    problems_of_coverage,
    problems_of_move,
    problems_of_parent,
    problems_of_trial,
)
from landsby.web.initiatives.stages import Stage, passed
from landsby.web.initiatives.tests.factories import A_DAY, trial_details

TODAY = date(2024, 1, 1)
READY = Readiness(trials_told=1, trials_kept=1, actors_now=3)


def _codes(readiness: Readiness = READY, **told: Any) -> list[str]:
    move = Move(**{"before": Stage.IDEA, "since": A_DAY, "to": Stage.TRIAL, "on": A_DAY, **told})
    return [problem.code for problem in problems_of_move(move, readiness, TODAY)]


def test_from_idea_to_trial_nothing_is_asked() -> None:
    assert _codes(Readiness()) == []


def test_a_jump_is_asked_for_everything_that_it_passes() -> None:
    assert passed(Stage.IDEA, Stage.SPREADING) == (Stage.TRIAL, Stage.ADAPTING, Stage.SPREADING)
    assert _codes(Readiness(points_missing=2), to=Stage.OPERATION) == ["no_trial_told", "nobody_does_it", "not_ready"]


def test_a_trial_that_was_given_up_does_not_carry_the_spreading() -> None:
    assert _codes(Readiness(trials_told=1), before=Stage.ADAPTING, to=Stage.SPREADING) == ["no_trial_kept"]


def test_what_was_done_already_needs_no_trial() -> None:
    assert _codes(Readiness(newness="already_did"), to=Stage.SPREADING) == []


def test_whoever_says_why_goes_without() -> None:
    assert _codes(Readiness(points_missing=2), to=Stage.OPERATION, why="Det kører allerede i naboskolen.") == []


def test_every_lack_names_its_cure() -> None:
    told = " ".join(str(lack.text) for lack in lacks(Stage.IDEA, Stage.OPERATION, Readiness(points_missing=1)))

    assert "Fortæl, hvad I lærte af en, eller skriv, hvorfor" in told
    assert "mangler 1 punkt" in told


def test_to_stop_or_postpone_takes_a_why() -> None:
    assert _codes(to=Stage.STOPPED) == _codes(to=Stage.POSTPONED) == ["why_missing"]
    assert _codes(to=Stage.POSTPONED, why="Der mangler hænder.", before=Stage.OPERATION) == []


def test_a_move_goes_somewhere_else_on_a_day_that_has_come() -> None:
    assert _codes(to=Stage.IDEA) == ["stands_there"]
    assert _codes(on=TODAY + timedelta(days=1)) == ["day_to_come"]
    assert _codes(on=A_DAY - timedelta(days=1)) == ["before_the_last"]
    assert "day_out_of_range" in _codes(on=date(1023, 5, 3))


def test_going_back_asks_for_nothing() -> None:
    assert _codes(Readiness(), before=Stage.OPERATION, to=Stage.ADAPTING) == []


def test_no_initiative_is_a_part_of_itself_however_far_round() -> None:
    parents = {2: 1, 3: 2, 8: 9, 9: 8}

    assert [problem.field for problem in problems_of_parent(1, 3, parents)] == ["parent"]
    assert [problem.code for problem in problems_of_parent(1, 1, parents)] == ["parts_in_a_circle"]
    assert list(problems_of_parent(3, 1, parents)) == []
    assert list(problems_of_parent(None, 3, parents)) == []
    assert list(problems_of_parent(1, 8, parents)) == [], "an old circle elsewhere stops nobody"


def test_a_trial_says_what_was_learnt_before_what_is_next() -> None:
    found = problems_of_trial(trial_details(next_step="adopt"), TODAY)

    assert [(problem.code, problem.field) for problem in found] == [("nothing_learned", "learned")]


def test_a_trial_ends_after_it_begins_and_is_not_judged_before() -> None:
    early = trial_details(ended_on=A_DAY - timedelta(days=1))
    ahead = trial_details(started_on=TODAY + timedelta(days=1), next_step="again", learned="Det ved vi.")

    assert [problem.code for problem in problems_of_trial(early, TODAY)] == ["ends_before_start"]
    assert [problem.code for problem in problems_of_trial(ahead, TODAY)] == ["not_begun"]


def test_no_more_groups_are_reached_than_there_are() -> None:
    assert [each.code for each in problems_of_coverage(A_DAY, Groups(reached=3, total=2), TODAY)] == [
        "more_groups_than_there_are"
    ]
    assert not list(problems_of_coverage(A_DAY, Groups(reached=2, total=2), TODAY))
