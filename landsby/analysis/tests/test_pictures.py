"""Pictures say what the figures say: in a page, in a file, and as a table, in both languages."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from landsby.analysis.pictures.patience import patience_pictures
from landsby.analysis.pictures.picture import Mark, Picture
from landsby.analysis.pictures.runs import calibration_picture, pictures_of
from landsby.analysis.pictures.spec import as_spec
from landsby.analysis.pictures.svg import as_svg, nice_ticks
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
    "level": 0.0125,
    "calibration": [{"statistic": "cr1", "size": 0.2}, {"statistic": "ferman_pinto", "size": 0.05}],
    "sensitivity": {
        "leave_one_out": [{"without": "9045 <a>", "estimate": -0.01}, {"without": "9046", "estimate": None}],
        "bounds": [
            {"kind": "relative", "time": 1, "M": 0.5, "ci_low": -0.05, "ci_high": 0.01},
            {"kind": "smooth", "time": 1, "M": 0.0, "ci_low": None, "ci_high": 0.02},
        ],
        "placebo_dates": [{"earlier": 1, "estimate": 0.01, "ci_low": -0.01, "ci_high": 0.03}],
    },
    "subgroups": [{"id": "girls", "estimate": -0.01, "ci_low": -0.03, "ci_high": 0.01}],
    "dose": {"areas": [{"area": "9045", "dose": 2.5, "effect": -0.02}, {"area": "9046", "dose": 1.0, "effect": 0.01}]},
}
AHEAD = {
    "outcome": "overweight",
    "smallest_that_matters": 0.02,
    "known": [{"last": 2024, "smallest": None}, {"last": 2025, "smallest": 0.04}, {"last": 2026, "smallest": 0.03}],
}
BALANCE = [{"name": "level", "before": -1.0, "after": -0.1}, {"name": "mother_age", "before": 0.2, "after": 0.2}]


@pytest.mark.parametrize("lang", ["da", "en"])
def test_every_picture_is_drawn_and_told(lang):
    pictures = list(pictures_of(OUTCOME, BALANCE))
    assert [picture.name.partition("-")[2] for picture in pictures] == [
        "event_study",
        "calibration",
        "bounds",
        "leave_one_out",
        "placebo_dates",
        "subgroups",
        "dose",
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


def test_what_an_effect_leans_on_is_told_by_name_and_trends_that_differ_by_how_much():
    by_name = {
        one.name.partition("-")[2]: one
        for one in pictures_of(OUTCOME, BALANCE, lambda code: {"9046": "Engdalen"}.get(code, code))
    }
    assert by_name["bounds"].rows("da") == [["0,5 × før starten", -2.0, -5.0, 1.0], ["ret linje", None, None, 2.0]]
    assert by_name["leave_one_out"].rows("da")[1] == ["uden Engdalen", None]
    assert by_name["dose"].rows("en")[0] == ["Engdalen", "1", 1.0]
    assert by_name["dose"].headings("en") == ["Area", "How much was done (dose)", "Difference (percentage points)"]


def test_a_look_ahead_is_drawn_also_where_other_numbers_of_places_were_never_tried():
    [alone] = patience_pictures(AHEAD, OUTCOME)
    assert alone.rows("en") == [["2025", 4.0], ["2026", 3.0]]
    assert as_svg(alone, "en").count("<line") > 1
    way = {
        "areas": 2,
        "units": 2,
        "compared_areas": 9,
        "compared_units": 9,
        "is_declared": True,
        "known": AHEAD["known"],
    }
    ways = [way, {**way, "areas": 4, "is_declared": False}, {**way, "compared_areas": 18, "is_declared": False}]
    assert [one.name for one in patience_pictures({**AHEAD, "ways": ways}, OUTCOME)] == [
        "overweight-patience",
        "overweight-areas",
        "overweight-donors",
    ]


def test_ticks_are_round_and_hold_everything():
    assert nice_ticks([0.0, 28.0]) == [0, 5, 10, 15, 20, 25, 30]
    assert nice_ticks([-0.03, 0.011]) == [-0.03, -0.02, -0.01, 0.0, 0.01, 0.02]
    assert len(nice_ticks([2.0])) > 1


def test_names_cannot_break_out_of_the_drawing():
    said = Text(da="<b>&", en="<b>&")
    picture = Picture("x", said, said, said, [Mark(said, 1.0)])
    assert "<b>" not in as_svg(picture, "en")


def test_the_band_of_false_alarms_is_that_of_the_level_that_is_read():
    picture = next(one for one in pictures_of(OUTCOME) if one.name.endswith("-calibration"))
    assert picture.between == pytest.approx((0.875, 1.625))
    assert picture.value.say("da") == "Falske alarmer i procent (1,25 må der være)"


def test_the_calibration_of_an_earlier_version_is_drawn_alike():
    earlier = [{"procedure": "CR1", "size": 0.2}, {"procedure": "Ferman-Pinto", "size": 0.05}]
    assert calibration_picture({**OUTCOME, "calibration": earlier}) == calibration_picture(OUTCOME)
