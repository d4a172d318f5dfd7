"""Pictures say what the figures say: in a page, in a file, and as a table, in both languages."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from landsby.analysis.picture import Mark, Picture
from landsby.analysis.picture_spec import as_spec
from landsby.analysis.picture_svg import as_svg, nice_ticks
from landsby.analysis.pictures import pictures_of
from landsby.blueprint.text import Text

OUTCOME = {
    "id": "overweight",
    "title": {"da": "Overvægt", "en": "Overweight"},
    "role": "primary",
    "unit": None,
    "low": 0.0,
    "high": 1.0,
    "path": [
        {"time": time, "estimate": e, "ci_low": low, "ci_high": high, "chance_low": -0.03, "chance_high": 0.03}
        for time, e, low, high in ((-2, 0.01, -0.02, 0.04), (0, 0.0, -0.03, 0.03), (1, -0.02, None, None))
    ],
    "calibration": [{"procedure": "CR1", "size": 0.2}, {"procedure": "Ferman-Pinto", "size": 0.05}],
    "sensitivity": {
        "leave_one_out": [{"without": "9045 <a>", "estimate": -0.01}, {"without": "9046", "estimate": None}]
    },
}
BALANCE = [{"name": "level", "before": -1.0, "after": -0.1}, {"name": "mother_age", "before": 0.2, "after": 0.2}]


@pytest.mark.parametrize("lang", ["da", "en"])
def test_every_picture_is_drawn_and_told(lang):
    pictures = list(pictures_of(OUTCOME, BALANCE))
    assert [picture.name.partition("-")[2] for picture in pictures] == [
        "event_study",
        "calibration",
        "leave_one_out",
        "balance",
    ]
    for picture in pictures:
        drawn = ET.fromstring(as_svg(picture, lang))  # noqa: S314 - made a line above
        dots = [each for each in drawn.iter() if each.tag.endswith("circle") and len(each)]
        assert len(dots) == sum(mark.value is not None for mark in picture.marks)
        assert {len(row) for row in picture.rows(lang)} == {len(picture.headings(lang))}
        spec = as_spec(picture, lang)
        assert spec["description"] == picture.title.say(lang)


def test_shares_are_shown_in_percentage_points_and_what_is_not_given_is_not_drawn():
    event = next(iter(pictures_of(OUTCOME)))
    assert event.value.da == "Forskel (procentpoint)"
    assert event.rows("da")[2] == ["1", -2.0, None, None, -3.0, 3.0]
    assert as_svg(event, "da").count('stroke-width="2"') == 2


def test_ticks_are_round_and_hold_everything():
    assert nice_ticks([0.0, 28.0]) == [0, 5, 10, 15, 20, 25, 30]
    assert nice_ticks([-0.03, 0.011]) == [-0.03, -0.02, -0.01, 0.0, 0.01, 0.02]
    assert len(nice_ticks([2.0])) > 1


def test_names_cannot_break_out_of_the_drawing():
    said = Text(da="<b>&", en="<b>&")
    picture = Picture("x", said, said, said, [Mark(said, 1.0)])
    assert "<b>" not in as_svg(picture, "en")
