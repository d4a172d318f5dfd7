"""How much it is stands in plain words by a rule, also where it is no answer; few children are never in it."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from landsby.evaluation.disclosure.results import released
from landsby.web.evaluations.design_texts import read_text
from landsby.web.evaluations.how_much import as_levels, difference_so_far, level_today
from landsby.web.evaluations.tests.factories import DESIGN

WET = {
    "id": "wet",
    "title": {"da": "Våde sokker", "en": "Wet socks"},
    "unit": None,
    "low": 0,
    "high": 1,
    "role": "primary",
}
TALL = {"title": {"da": "Højde", "en": "Height"}, "unit": "m", "low": 0.5, "high": 2}
FOUND = {"estimate": -0.02504, "ci_low": -0.0606, "ci_high": 0.01125}


def design(text=DESIGN):
    """A design that was declared."""
    return read_text(text).design


def so_far(why, language="da", outcome=WET, **found):
    """What is said of the difference."""
    with override(language):
        return difference_so_far({**outcome, "reading": {"why": why}, "headline": {**FOUND, **found}}, design())


def test_before_its_time_the_difference_is_told_with_its_interval_and_why_it_is_no_answer_yet():
    assert so_far("periods") == (
        "Siden starten er tallet 2,5 procentpoint lavere end ventet ud fra de andre områder. Den rigtige forskel kan "
        "ligge alle steder mellem 6,1 procentpoint lavere og 1,1 procentpoint højere. "
        "Det er ikke et svar endnu: Strømper skal tørre."
    )
    assert so_far("power", "en") == (
        "Since the start the figure is 2.5 percentage points lower than expected from the other areas. The true "
        "difference may lie anywhere between 6.1 percentage points lower and 1.1 percentage points higher. "
        "It is no answer yet, for chance alone can do as much."
    )


def test_where_nobody_can_tell_the_difference_says_how_little_is_known():
    assert so_far("moved_before", ci_low=None, ci_high=None, estimate=0.001) == (
        "Siden starten er tallet 0,10 procentpoint højere end ventet ud fra de andre områder. "
        "Hvor sikkert det er, kan ikke regnes. "
        "Det er ikke et svar, for områderne gik hver sin vej allerede før starten."
    )
    alone = {"estimator": "interrupted_series", "ci_low": -0.05, "ci_high": 0.05}
    assert so_far("too_small", outcome=TALL, **alone) == (
        "Siden starten er tallet 0,025 m lavere, end hvis det var gået videre som før. Den rigtige forskel kan ligge "
        "alle steder mellem 0,050 m lavere og 0,050 m højere. "
        "Det er ikke et svar, for tilfældet alene kan gøre så meget."
    )


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (-0.12, 0.004, "mellem 12,0 procentpoint lavere og 0,4 procentpoint højere."),
        (-0.12, 0.0003, "mellem 12,0 procentpoint lavere og slet ingen forskel."),
        (-0.06, None, "fra 6,0 procentpoint lavere og opad."),
        (None, 0.0, "fra slet ingen forskel og nedad."),
    ],
)
def test_an_end_that_is_open_or_lies_at_no_difference_is_told_as_it_is(low, high, said):
    assert said in so_far("moved_before", ci_low=low, ci_high=high)


def test_an_interval_that_leaves_out_no_difference_is_not_laid_to_chance():
    told = so_far("power", ci_high=-0.002)
    assert told.endswith("Det er ikke et svar endnu, for chancen for at opdage det, der betyder noget, er for lille.")


@pytest.mark.parametrize(
    ("why", "estimate"), [("", -0.02), ("not_named", -0.02), ("refused", -0.02), ("periods", None)]
)
def test_nothing_is_said_twice_and_nothing_of_what_is_not_there(why, estimate):
    assert so_far(why, estimate=estimate) == ""


def test_a_difference_that_rounds_to_nothing_is_said_to_be_as_expected():
    assert so_far("power", estimate=0.0001).startswith("Siden starten er tallet næsten som ventet.")


def measured(outcome, *means, n=400):
    """An outcome that was measured until 2022."""
    treated = {"n": [n] * len(means), "mean": list(means)}
    return {**outcome, "description": {"periods": [2020, 2021, 2022][: len(means)], "treated": treated}}


def test_the_figure_today_lets_a_difference_be_judged():
    wet = measured(WET, 0.13, 0.15, 0.1156)
    assert level_today(wet, design()) == "Våde sokker i 2022 i programmets områder: 11,6 procent af børnene."
    assert as_levels(0.077, wet, design()) == "Det er lige så meget, som hvis tallet gik fra 11,6 til 3,9 procent."
    assert as_levels(0.2, wet, design()) == "Så meget kan tallet slet ikke ændre sig."
    assert as_levels(0.1, wet, design(DESIGN.replace("better: lower", "better: neither"))) == ""
    with override("en"):
        assert (
            level_today(measured(TALL, 1.1884), design())
            == "Height in 2020 in the areas of the programme: 1.19 m on average."
        )


def test_the_figure_of_few_is_not_told():
    """Two of 200 had it: the mean is left out of what may be read, and so out of the sentence."""
    told = released({"outcomes": [measured(WET, 0.13, 0.15, 0.01, n=200)]})["outcomes"][0]
    assert level_today(told, design()) == ""
    assert as_levels(0.05, told, design()) == ""


def test_a_figure_whose_count_is_hidden_is_told_no_finer_than_it_is():
    told = released({"outcomes": [measured(WET, 0.2, n=50)]}, hides=True)["outcomes"][0]
    assert level_today(told, design()) == "Våde sokker i 2020 i programmets områder: omkring 20 procent af børnene."
    assert as_levels(0.05, told, design()) == ""
