"""Periods as they are written, counted and said."""

from __future__ import annotations

from datetime import date

import pytest

from landsby.web.indicators.periods import (
    first_day,
    number_at,
    period_meant_by,
    period_name,
    period_of,
    place_of,
    span_name,
)


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("2023/24", "school_year", 2023),
        ("2023/2024", "school_year", 2023),
        ("2023-2024", "school_year", 2023),
        ("1999/00", "school_year", 1999),
        ("2023", "school_year", None),
        ("2023/25", "school_year", None),
        ("2024", "calendar_year", 2024),
        ("24", "calendar_year", None),
        ("2024", "birth_cohort", 2024),
        ("2024H2", "half_year", 20242),
        ("2024-1", "half_year", 20241),
        ("efterår 2024", "half_year", 20242),
        ("1. halvår 2024", "half_year", 20241),
        ("2024-3", "half_year", None),
        ("1066", "calendar_year", None),
    ],
)
def test_what_a_cell_means_is_one_period_or_none(text, kind, number):
    assert period_meant_by(text, kind) == number


@pytest.mark.parametrize("kind", ["half_year", "school_year", "calendar_year", "birth_cohort"])
def test_periods_follow_each_other_without_gaps(kind):
    number = period_of(date(2024, 3, 1), kind)
    after = number_at(place_of(number, kind) + 1, kind)
    assert first_day(number, kind) <= date(2024, 3, 1) < first_day(after, kind)
    assert place_of(after, kind) == place_of(number, kind) + 1


def test_they_are_said_as_people_say_them():
    assert period_name(2023, "school_year") == "2023/24"
    assert period_name(20242, "half_year") == "efterår 2024"
    assert span_name(2020, 2022, "school_year") == "2020/21–2022/23"
