"""What the front page says of how the children fare."""

from __future__ import annotations

import json

import pytest

from landsby.web.evaluations.actions import withdraw
from landsby.web.evaluations.models import Run, Sort, State
from landsby.web.evaluations.tests.factories import DESIGN, a_declaration, a_run

READING = {"code": "too_early", "da": "Det er for tidligt at sige.", "en": "It is too early to say."}
RESULTS = {
    Sort.RESULT: {"outcomes": [{"role": "primary", "reading": READING, "description": {"periods": [2021, 2022]}}]},
    Sort.PATIENCE: {"smallest_that_matters": 0.05, "since": 2027},
}


@pytest.fixture
def declaration(world, cast):
    """A declared design."""
    return a_declaration(world.programme, cast.evaluator)


def ended(declaration, by, sort: Sort, **more) -> None:
    """A run of the design came to its result."""
    run = a_run(declaration, by, sort=sort)
    Run.objects.filter(pk=run.pk).update(state=State.DONE, result=json.dumps(RESULTS[sort]), result_hash=sort, **more)


def test_nothing_is_said_where_nothing_is_declared(world, front_of):
    assert "Går det børnene bedre?" not in front_of("secretariat")[1]


@pytest.mark.parametrize("who", ["secretariat", "steering_member", "daycare_leader"])
def test_the_sentence_and_when_one_can_know_are_told_to_everybody(declaration, cast, front_of, who):
    for sort in Sort:
        ended(declaration, cast.evaluator, sort)
    text = front_of(who)[1]
    assert "Det er for tidligt at sige." in text
    assert "Med tal til og med 2022." in text
    assert "kan ses fra 2027, hvis den er der" in text


def test_what_was_asked_first_is_told_first_and_what_was_known_before_is_said(declaration, world, cast, front_of):
    a_declaration(world.programme, cast.evaluator, DESIGN.replace("id: ", "id: later_"))
    ended(declaration, cast.evaluator, Sort.RESULT, was_seen_before=True)
    text = front_of("secretariat")[1]
    assert f"/evaluations/{declaration.pk}/" in text
    assert "1 andet spørgsmål er også stillet" in text
    assert "efter at tallene var kendt" in text


def test_that_nothing_was_worked_out_yet_is_told_and_a_withdrawn_design_is_not(declaration, cast, front_of):
    assert "Det er der ikke regnet på endnu." in front_of("secretariat")[1]
    withdraw(declaration=declaration, why="Vi måler på noget andet.", by=cast.evaluator)
    assert "Går det børnene bedre?" not in front_of("secretariat")[1]
