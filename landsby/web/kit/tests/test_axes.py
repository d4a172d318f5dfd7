"""How long the axis of figures is: long enough that chance looks as small as it is."""

from __future__ import annotations

import json

import pytest

from landsby.web.kit.charts import Height, Mark, Stroke, lines_with_intervals

pytestmark = pytest.mark.once


def axis(*intervals, height=None, aim=None):
    """The ends of the axis on which figures with these intervals are drawn."""
    strokes = [Stroke("Kajen", str(at), str(at), str(at), sum(of) / 2, of, "") for at, of in enumerate(intervals)]
    chart = lines_with_intervals(
        key="x",
        title="Tal",
        height=height or Height("%", 0, 100),
        labels=[str(at) for at in range(len(intervals))],
        strokes=strokes,
        breaks=[],
        aims=[] if aim is None else [Mark("0", aim, "Mål")],
        table=([], []),
    )
    found = json.loads(json.dumps(chart.spec))
    return next(
        layer["encoding"]["y"]["scale"]["domain"] for layer in found["layer"] if "scale" in layer["encoding"]["y"]
    )


def test_figures_that_only_chance_moves_lie_in_the_middle_of_a_long_axis():
    low, high = axis((84, 87), (85, 88), (84.5, 87.5))
    assert (low, high) == pytest.approx((78.5, 93.5))


def test_figures_that_go_far_need_no_longer_axis():
    assert axis((10, 12), (88, 90)) == pytest.approx([10 - 80 * 0.06, 90 + 80 * 0.06])


def test_what_cannot_be_shown_above_is_shown_below():
    low, high = axis((96, 100), (95, 99))
    assert (low, high) == pytest.approx((80, 100))


def test_where_there_is_no_limit_above_only_nought_holds_it_and_a_target_is_on_it():
    low, high = axis((0, 4), (1, 5), height=Height("børn"), aim=40)
    assert (low, high > 40) == (0, True)
