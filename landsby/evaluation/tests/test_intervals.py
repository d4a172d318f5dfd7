"""Intervals beside answers that others have published."""

from __future__ import annotations

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landsby.evaluation.estimates import intervals


@pytest.mark.parametrize(
    ("numerator", "denominator", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_the_interval_of_a_share_is_that_of_newcombes_table(numerator, denominator, low, high):
    """Newcombe 1998, Stat Med 17:857-872, table I, method 3."""
    assert intervals.of_share(numerator, denominator) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(("count", "low", "high"), [(0, 0.0, 3.689), (1, 0.0253, 5.572), (10, 4.795, 18.390)])
def test_the_interval_of_a_count_is_the_exact_one(count, low, high):
    """Garwood 1936, as tabled in many books."""
    assert intervals.of_count(count) == pytest.approx((low, high), abs=1e-3)


def test_the_interval_of_a_difference_is_newcombes_tenth():
    """Newcombe 1998, Stat Med 17:873-890, table II: 56 of 70 less 48 of 80."""
    fewer, more = intervals.of_share(48, 80), intervals.of_share(56, 70)
    assert intervals.of_difference(48 / 80, fewer, 56 / 70, more) == pytest.approx((0.0524, 0.3339), abs=5e-5)


def test_the_interval_of_a_mean_is_students():
    low, high = intervals.of_mean(4.0, 1.0, 10)
    assert (low + high) / 2 == pytest.approx(4.0)
    assert (high - low) / 2 == pytest.approx(2.262157 / sqrt(10), abs=1e-6)


@given(st.lists(st.floats(1, 5), min_size=2, max_size=30))
def test_no_numbers_on_a_scale_spread_more_than_they_can(numbers):
    mean = sum(numbers) / len(numbers)
    spread = sqrt(sum((number - mean) ** 2 for number in numbers) / len(numbers))
    assert spread <= intervals.greatest_spread(min(max(mean, 1), 5), 1, 5) + 1e-6


@given(st.integers(0, 400), st.integers(1, 400))
def test_a_share_lies_in_its_interval_which_never_leaves_nought_and_one(numerator, more):
    denominator = numerator + more
    low, high = intervals.of_share(numerator, denominator)
    assert 0 <= low <= numerator / denominator + 1e-12
    assert numerator / denominator <= high + 1e-12 <= 1 + 1e-12


@pytest.mark.parametrize(
    "asked",
    [
        lambda: intervals.of_share(3, 2),
        lambda: intervals.of_share(0, 0),
        lambda: intervals.of_count(-1),
        lambda: intervals.of_mean(3, 1, 1),
        lambda: intervals.greatest_spread(6, 1, 5),
    ],
)
def test_what_is_no_figure_is_refused(asked):
    with pytest.raises(ValueError, match=r"no |not"):
        asked()
