"""Half-years, and the periods that one asks for by name."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landsby.web.kit.periods import HalfYear, half_years_between, usual_periods

DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2150, 12, 31))


@given(day=DAYS)
def test_a_day_lies_in_its_half_year_and_its_number_leads_back(day):
    half = HalfYear.of(day)
    assert half.first_day <= day <= half.last_day
    assert HalfYear.from_number(half.number) == half
    assert half.next() > half


@given(first=DAYS, last=DAYS)
def test_the_half_years_between_two_days_follow_each_other(first, last):
    between = half_years_between(first, last)
    assert all(earlier.next() == later for earlier, later in pairwise(between))
    assert bool(between) == (HalfYear.of(first) <= HalfYear.of(last))


def test_it_is_said_as_people_say_it():
    assert [str(half) for half in half_years_between(date(2023, 3, 1), date(2023, 9, 1))] == [
        "forår 2023",
        "efterår 2023",
    ]


@pytest.mark.parametrize("number", [20233, 2023, 0, -1])
def test_what_is_no_half_year_is_refused(number):
    with pytest.raises(ValueError, match="no half-year"):
        HalfYear.from_number(number)


@pytest.mark.parametrize(
    ("today", "days"),
    [
        (date(2024, 3, 31), ["2024-03-01 2024-03-31", "2024-02-01 2024-02-29", "2024-01-01 2024-06-30"]),
        (date(2024, 1, 1), ["2024-01-01 2024-01-31", "2023-12-01 2023-12-31", "2024-01-01 2024-06-30"]),
        (date(2023, 12, 15), ["2023-12-01 2023-12-31", "2023-11-01 2023-11-30", "2023-07-01 2023-12-31"]),
    ],
)
def test_the_usual_periods_are_whole_months_and_a_half_year(today, days):
    assert [f"{period.first} {period.last}" for period in usual_periods(today)] == days


@given(today=DAYS)
def test_today_lies_in_this_month_and_the_month_before_ends_the_day_before_it(today):
    this, before, half = usual_periods(today)
    assert this.first <= today <= this.last
    assert (this.first - before.last).days == 1
    assert half.first <= this.first
    assert this.last <= half.last
