"""A covariate that follows from something else is refused by name, and with what it follows."""

from __future__ import annotations

import numpy as np
import pytest

from landsby.evaluation.checks.cells import problems_of_design
from landsby.evaluation.designs.schedules import Schedule
from landsby.evaluation.tests.in_memory import cells_of_rows

AREA, PERIOD = np.repeat(np.arange(6), 60), np.tile(np.repeat(np.arange(2010, 2016), 10), 6)
DRAW = np.random.default_rng(1)
INCOME, AGE = DRAW.integers(0, 90, (2, 360)).astype(float)


def refused(second):
    """What is said of the covariates income and age, and of a third one."""
    keys = {"area": np.array([f"a{place}" for place in AREA]), "period": PERIOD}
    names = {"y": 1, "income": 1, "age": 1, "third": 1}
    cells = cells_of_rows(names, keys, [DRAW.integers(0, 9, 360).astype(float), INCOME, AGE, second])
    schedule = Schedule.of({f"a{place}": 2013 if place < 2 else None for place in range(6)})
    return [each.text.en for each in problems_of_design(cells, schedule) if each.code == "covariate_follows"]


@pytest.mark.parametrize(
    ("third", "of"),
    [
        (INCOME, "income"),
        (2 * INCOME + 3 * AGE, "income, age"),
        (INCOME + 5 * AREA + PERIOD, "income"),
        (AREA * 7.0, "the area"),
        (PERIOD * 1.0, "the period"),
        (AREA + PERIOD * 2.0, "area and period"),
        (np.full(360, 4.0), "nothing"),
        (((AREA < 2) & (PERIOD >= 2013)) * 1.0, "the programme"),
    ],
)
def test_a_covariate_that_follows_is_named_with_what_it_follows_from(third, of):
    (said,) = refused(third)
    assert f"The covariate third follows from {of}" in said


def test_a_covariate_that_says_something_of_its_own_is_let_through():
    assert refused(DRAW.integers(0, 9, 360).astype(float)) == []
