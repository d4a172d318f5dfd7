"""The wheel as shapes."""

from __future__ import annotations

from itertools import pairwise
from math import hypot

import pytest

from landsby.web.wheel.drawing import MIDDLE, MONTHS, SIZE, name_shape, shape


def radius(x: float, y: float) -> float:
    """How far a point lies from the middle."""
    return hypot(x - SIZE / 2, y - SIZE / 2)


def test_january_stands_at_the_top_and_july_at_the_bottom():
    january, july = shape(1, 0, 3), shape(7, 0, 3)
    assert january.x == july.x == SIZE / 2
    assert january.y < SIZE / 2 < july.y


def test_the_months_go_clockwise_and_no_two_texts_meet():
    texts = [shape(month, band, 3) for band in range(3) for month in range(1, MONTHS + 1)]
    assert shape(4, 0, 3).x > SIZE / 2 > shape(10, 0, 3).x
    apart = [hypot(one.x - two.x, one.y - two.y) for one, two in pairwise(texts)]
    assert min(apart) > 16


def test_bands_lie_outside_one_another_and_inside_the_drawing():
    out = [radius(one.x, one.y) for one in (*(shape(3, band, 3) for band in range(3)), name_shape(3))]
    assert out == sorted(out)
    assert out[0] > MIDDLE
    assert out[-1] < SIZE / 2


@pytest.mark.parametrize(("month", "band"), [(0, 0), (13, 0), (1, 3), (1, -1)])
def test_what_the_wheel_does_not_have_is_refused(month, band):
    with pytest.raises(ValueError, match="month"):
        shape(month, band, 3)
