"""Outlines: what can be read, and what is said of what cannot."""

from __future__ import annotations

import json

import pytest
from django.utils.translation import override

from landsby.web.kit.problems import Blocked
from landsby.web.partnerships import geojson
from landsby.web.partnerships.geojson import read_outline

RING = [[10, 55], [11, 55], [11, 56], [10, 56], [10, 55]]
AREA = {"type": "Polygon", "coordinates": [RING]}
FEATURE = {"type": "Feature", "properties": {"navn": "Kajen"}, "geometry": AREA}


def read(data):
    return read_outline(json.dumps(data))


def refusal(text):
    with pytest.raises(Blocked) as refused:
        read_outline(text if isinstance(text, str) else json.dumps(text))
    return refused.value.problems[0]


@pytest.mark.parametrize(
    "data", [AREA, FEATURE, {"type": "FeatureCollection", "features": [FEATURE]}, {**AREA, "crs": {"type": "name"}}]
)
def test_a_geometry_may_be_wrapped(data):
    assert read(data) == {"type": "Polygon", "coordinates": [[[float(x), float(y)] for x, y in RING]]}


def test_heights_are_dropped_and_decimals_rounded():
    ring = [[x + 0.12345678, y, 7] for x, y in RING]
    assert read({"type": "Polygon", "coordinates": [ring]})["coordinates"][0][0] == [10.123457, 55.0]


def test_several_parts_and_holes_are_kept():
    hole = [[10.2, 55.2], [10.4, 55.2], [10.4, 55.4], [10.2, 55.2]]
    far = [[x + 3, y] for x, y in RING]
    outline = read({"type": "MultiPolygon", "coordinates": [[RING, hole], [far]]})
    assert [len(part) for part in outline["coordinates"]] == [2, 1]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("", "not_json"),
        ('{"type": "Polygon"', "not_json"),
        ("[" * 100_000, "not_json"),
        ("[]", "no_area"),
        ('"Polygon"', "no_area"),
        ("null", "no_area"),
        ({"type": "Point", "coordinates": [10, 55]}, "no_area"),
        ({"type": "Polygon"}, "no_area"),
        ({"type": "Feature", "geometry": None}, "no_area"),
        ({"type": "FeatureCollection", "features": []}, "several"),
        ({"type": "FeatureCollection", "features": [FEATURE, FEATURE]}, "several"),
        ({"type": "Polygon", "coordinates": []}, "empty"),
        ({"type": "Polygon", "coordinates": [[[10, 55], [11, 56]]]}, "broken"),
        ({"type": "Polygon", "coordinates": [[["a", 55], [11, 56], [11, 55], ["a", 55]]]}, "broken"),
        (
            {
                "type": "Polygon",
                "coordinates": [[[557000, 6320000], [558000, 6320000], [558000, 6321000], [557000, 6320000]]],
            },
            "not_degrees",
        ),
        ({"type": "Polygon", "coordinates": [[[10, 55], [11, 56], [11, 55], [10, 56], [10, 55]]]}, "crosses_itself"),
    ],
)
def test_what_cannot_be_used_is_said(data, code):
    problem = refusal(data)
    assert problem.code == f"outline_{code}"
    assert problem.field == "outline"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({"type": "Polygon", "coordinates": [[[y, x] for x, y in RING]]}, "swapped"),
        ({"type": "Polygon", "coordinates": [[[x - 40, y] for x, y in RING]]}, "far_away"),
        ({"type": "MultiPolygon", "coordinates": [[RING], [[[x, y - 50] for x, y in RING]]]}, "far_away"),
    ],
)
def test_an_outline_far_from_denmark_is_refused_with_what_may_be_wrong(data, code):
    problem = refusal(data)
    assert problem.code == f"outline_{code}"
    assert "byttet om" in str(problem.text)


def test_where_an_outline_crosses_itself_is_said_in_the_readers_language():
    bow = {"type": "Polygon", "coordinates": [[[10, 55], [11, 56], [11, 55], [10, 56], [10, 55]]]}
    with override("da"):
        text = str(refusal(bow).text)
    assert "ved længdegrad 10,5" in text
    assert "breddegrad 55,5" in text
    assert "ntersection" not in text


def test_a_breach_is_placed():
    assert "linje 2" in str(refusal('{"type":\n oops}').text)


def test_numbers_that_are_none_are_broken():
    assert refusal('{"type": "Polygon", "coordinates": [[[NaN, 55], [11, 55], [11, 56], [NaN, 55]]]}').code.startswith(
        "outline_"
    )


def test_outlines_beyond_measure_are_refused(monkeypatch):
    monkeypatch.setattr(geojson, "MOST_POINTS", 4)
    assert refusal(AREA).code == "outline_too_many_points"
    monkeypatch.setattr(geojson, "MOST_CHARACTERS", 4)
    assert refusal(AREA).code == "outline_too_large"
