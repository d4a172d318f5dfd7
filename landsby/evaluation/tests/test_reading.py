"""The one plain sentence: chosen by a rule that never claims what may not be claimed."""

from __future__ import annotations

from itertools import product

import pytest

from landsby.evaluation.designs.parts import Outcome
from landsby.evaluation.findings.reading import Basis, read

LESS = Outcome(
    id="overweight",
    title={"da": "Overvægt", "en": "Overweight"},
    column="overweight",
    role="primary",
    better="lower",
    smallest_effect=0.02,
)
FOUND = {"measured": 5, "needed": 4, "ended": True, "estimate": -0.031, "ci_low": -0.05, "ci_high": -0.012, "p": 0.01}


def code(outcome=LESS, **known):
    return read(Basis(outcome, **{**FOUND, **known})).code


def test_it_is_too_early_by_the_designs_own_rule_whatever_the_figures_say():
    assert code(measured=3) == "too_early"
    assert code(ended=False, power=0.5) == "too_early"
    assert code(ended=False, power=0.9) == "better"


def test_better_and_worse_go_by_what_is_good():
    assert code() == "better"
    assert code(estimate=0.03) == "worse"
    assert code(LESS.model_copy(update={"better": "higher"})) == "worse"
    assert code(LESS.model_copy(update={"better": "neither"})) == "different"


def test_nothing_found_is_no_difference_only_where_one_would_have_been_found():
    assert code(p=0.4, power=0.9) == "no_clear_difference"
    assert code(p=0.4, power=0.3) == "cannot_tell"
    assert code(p=0.4, power=0.3, ci_low=-0.01, ci_high=0.01) == "no_clear_difference"
    assert code(p=0.4) == "cannot_tell"
    unnamed = LESS.model_copy(update={"smallest_effect": None})
    reading = read(Basis(unnamed, **{**FOUND, "p": 0.4}))
    assert (reading.code, reading.why) == ("cannot_tell", "not_named")
    assert code(unnamed, ended=False) == "better", "what nobody can know forbids nothing"


def test_areas_that_went_apart_before_the_start_forbid_a_conclusion():
    reading = read(Basis(LESS, **FOUND, moved_before=True))
    assert (reading.code, reading.why) == ("cannot_tell", "moved_before")


def test_a_placebo_is_read_as_one():
    placebo = LESS.model_copy(update={"role": "placebo"})
    assert code(placebo) == "placebo_moved"
    assert code(placebo, p=0.5) == "placebo_still"


def test_no_effect_is_claimed_without_a_small_p_value_that_may_be_given():
    claims = {"better", "worse", "different", "placebo_moved"}
    roles, betters = ("primary", "secondary", "placebo"), ("higher", "lower", "neither")
    for role, better, p, power, before, measured, ended, estimate in product(
        roles,
        betters,
        (None, 0.01, 0.5),
        (None, 0.1, 0.9),
        (None, True, False),
        (1, 9),
        (True, False),
        (None, -1.0, 1.0),
    ):
        outcome = LESS.model_copy(update={"role": role, "better": better})
        known = {"measured": measured, "ended": ended, "estimate": estimate, "p": p, "power": power}
        reading = read(Basis(outcome, **{**FOUND, **known}, moved_before=before))
        assert (p == 0.01 and estimate is not None and measured >= 4) or reading.code not in claims
        assert "{" not in reading.text.da + reading.text.en
        assert reading.text.da.startswith("Overvægt: ")


def test_numbers_are_written_as_people_write_them():
    assert read(Basis(LESS, **FOUND)).text.da == (
        "Overvægt: Det går bedre. Tallet er 3,1 procentpoint lavere, end det ville have været uden indsatsen. "
        "Virkningen ligger formentlig mellem −5,0 procentpoint og −1,2 procentpoint."
    )
    tall = LESS.model_copy(update={"unit": "cm", "better": "higher", "high": 200.0})
    assert "lower" in read(Basis(tall, **FOUND)).text.en
    assert "−0,05 cm" in read(Basis(tall, **FOUND)).text.da


@pytest.mark.parametrize(("known", "why"), [({"estimate": None}, "not_estimated"), ({"p": None}, "refused")])
def test_what_cannot_be_told_says_why(known, why):
    reading = read(Basis(LESS, **{**FOUND, **known}))
    assert (reading.code, reading.why) == ("cannot_tell", why)
