"""Where areas were chosen for faring badly, a design says so, and is told what answers it."""

from __future__ import annotations

import pytest

from landsby.evaluation.designs.design import read_design
from landsby.evaluation.designs.selection import problems_of_selection
from landsby.evaluation.tests.test_design import WRITTEN

CHOSEN = "selection:\n  how: {da: De vejede mest, en: They weighed most}\n  by: [weight]\n"


def codes(*, selection=CHOSEN, comparison=""):
    text = WRITTEN.replace("comparison:\n", f"{selection}comparison:\n{comparison}")
    design = read_design("harbour.yaml", text.encode())
    return [each.code for each in problems_of_selection(design, design.primary)]


@pytest.mark.parametrize(
    "comparison",
    [
        "",
        "  matching: mahalanobis\n",
        "  matching: entropy\n  match_on: [last, trend]\n",
        "  match_on: [level, last]\n",
    ],
)
def test_what_is_chosen_for_faring_badly_returns_to_the_mean(comparison):
    assert codes(comparison=comparison) == ["returns_to_mean"]


@pytest.mark.parametrize(
    "comparison", ["  matching: synthetic\n", "  matching: mahalanobis\n  match_on: [last, size, level]\n"]
)
def test_a_comparison_that_fared_as_badly_answers_it(comparison):
    assert codes(comparison=comparison) == ["return_answered"]


@pytest.mark.parametrize("selection", ["", CHOSEN.replace("  by: [weight]\n", "")])
def test_nothing_is_said_where_areas_were_not_chosen_by_the_outcome(selection):
    assert codes(selection=selection) == []


def test_an_older_seal_holds_where_the_selection_is_not_said():
    assert "selection" not in read_design("harbour.yaml", WRITTEN.encode()).to_data()
