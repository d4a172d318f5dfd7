"""In which months something that comes back stands."""

from __future__ import annotations

import pytest

from landsby.blueprint.kinds.parts import Rhythm
from landsby.web.wheel.rhythm import months_of


@pytest.mark.parametrize(
    ("every", "times", "months"),
    [
        ("year", 1, (7,)),
        ("half_year", 1, (4, 10)),
        ("quarter", 1, (2, 5, 8, 11)),
        ("half_year", 2, (2, 5, 8, 11)),
        ("month", 1, tuple(range(1, 13))),
        ("week", 1, ()),
        ("as_needed", 1, ()),
    ],
)
def test_a_rhythm_is_spread_over_the_year(every, times, months):
    assert months_of(Rhythm(every=every, times=times)) == months


def test_what_comes_twice_a_month_stands_in_each_month_once():
    assert months_of(Rhythm(every="month", times=2)) == tuple(range(1, 13))
