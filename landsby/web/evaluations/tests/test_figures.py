"""What is a share is decided once: the page, the picture, the sentence and the door say the same of an outcome."""

from __future__ import annotations

import pytest

from landsby.analysis.pictures.shown import factor_of, unit_of
from landsby.evaluation.designs.recipe import Variable
from landsby.evaluation.disclosure.results import released
from landsby.evaluation.findings.reading_words import amount
from landsby.web.evaluations.figures import in_unit, shown_unit, unit_words


@pytest.mark.once
@pytest.mark.parametrize(
    ("said", "shown", "unit"),
    [
        ({}, "2,5 procentpoint", "procentpoint"),
        ({"unit": "andel"}, "2,5 procentpoint", "procentpoint"),
        ({"unit": "kg", "high": 60, "decimals": 1}, "0,025 kg", "kg"),
        ({"high": 50}, "0,025", "–"),
        ({"decimals": 2}, "0,025", "–"),
    ],
)
def test_an_outcome_is_shown_the_same_way_everywhere(said, shown, unit):
    variable = Variable(id="wet", column="wet", **said)
    told = variable.to_data()
    assert in_unit(0.025, shown_unit(told)) == shown
    assert unit_words(shown_unit(told)) == unit_of(told).da == unit
    assert amount(0.025, variable).da == shown
    assert factor_of(told) == (100 if variable.is_share else 1)
    [outcome] = released({"outcomes": [{**told, "description": {"treated": {"n": [100], "mean": [0.01]}}}]})["outcomes"]
    assert (outcome["description"]["treated"]["mean"] == [None]) is variable.is_share
