"""A row is placed in its community by its coordinates, and left to a hand where that is not certain."""

from __future__ import annotations

import pytest

from landsby.web.partnerships.imports.known import KnownActor, KnownCommunity
from landsby.web.partnerships.tests.imports.factories import (
    BAY,
    HILL,
    NORTH,
    QUAY,
    SOUTH,
    codes,
    known,
    plan_of,
    square,
)

PLACES = (
    KnownCommunity(QUAY, "Kajen", NORTH, square(10, 55)),
    KnownCommunity(HILL, "Bakken", NORTH, square(10.8, 55)),
    KnownCommunity(BAY, "Bugten", SOUTH, square(10, 55)),
)
HEAD = "id | navn | type | kommune | lat | lon"


def community(latitude, longitude, *actors):
    rows = f"{HEAD}\n1 | A | folkeskole | 901 | {latitude} | {longitude}"
    plan = plan_of(rows, known(*actors, communities=PLACES))
    return plan, [actor.values.get("community_id") for actor in plan.new]


@pytest.mark.parametrize(
    ("latitude", "longitude", "found"),
    [(55.5, 10.5, QUAY), (55.5, 11.5, HILL), (56.5, 10.5, None), (55.0, 10.0, QUAY)],
)
def test_a_point_in_one_outline_is_placed_there(latitude, longitude, found):
    plan, placed = community(latitude, longitude)
    assert placed == [found]
    assert plan.new[0].by_outline == (found is not None)


def test_a_point_in_two_outlines_is_left_to_a_hand():
    plan, placed = community(55.5, 10.9)
    assert placed == [None]
    assert codes(plan) == [(2, "several_communities")]
    assert "Bakken, Kajen" in plan.warnings[0].wrong
    assert plan.can_be_applied


def test_only_the_municipalitys_own_communities_are_asked():
    plan = plan_of(f"{HEAD}\n1 | A | folkeskole | 902 | 55.5 | 10.5", known(communities=PLACES))
    assert plan.new[0].values["community_id"] == BAY


def test_the_files_own_column_goes_before_the_outline():
    rows = f"{HEAD} | lokalområde\n1 | A | folkeskole | 901 | 55.5 | 10.5 | Bakken"
    assert plan_of(rows, known(communities=PLACES)).new[0].values["community_id"] == HILL


def test_what_was_placed_by_hand_stays():
    by_hand = KnownActor(5, "A", "school", "1", NORTH, HILL, latitude=55.5, longitude=10.5)
    plan, _ = community(55.5, 10.5, by_hand)
    assert plan.unchanged == 1


def test_a_known_actor_without_community_is_placed_when_it_is_imported_again():
    unplaced = KnownActor(5, "A", "school", "1", NORTH, latitude=55.5, longitude=10.5)
    plan, _ = community(55.5, 10.5, unplaced)
    assert [(d.field, d.after) for d in plan.changed[0].differences] == [("community_id", QUAY)]


@pytest.mark.parametrize(
    ("point", "found"), [("55.5 | 10.5", BAY), ("58 | 20", None), (" | ", None)], ids=["inside", "outside", "no point"]
)
def test_what_moves_to_another_municipality_leaves_its_community(point, found):
    before = KnownActor(5, "A", "school", "1", NORTH, QUAY)
    plan = plan_of(f"{HEAD}\n1 | A | folkeskole | 902 | {point}", known(before, communities=PLACES))
    moved = {d.field: (d.before, d.after) for d in plan.changed[0].differences}
    assert moved["municipality_id"] == (NORTH, SOUTH)
    assert moved["community_id"] == (QUAY, found)
    assert codes(plan) == [(2, "moved")]
    assert "Kajen" in plan.warnings[0].wrong
    assert plan.can_be_applied


def test_the_files_own_column_says_where_it_moves_to():
    before = KnownActor(5, "A", "school", "1", NORTH, QUAY)
    rows = f"{HEAD} | lokalområde\n1 | A | folkeskole | 902 | 55.5 | 10.5 | Bugten"
    plan = plan_of(rows, known(before, communities=PLACES))
    assert ("community_id", QUAY, BAY) in [(d.field, d.before, d.after) for d in plan.changed[0].differences]
    assert codes(plan) == []


def test_outlines_may_have_holes_and_parts():
    holed = {"type": "MultiPolygon", "coordinates": [square(0, 50)["coordinates"], square(10, 55)["coordinates"]]}
    holed["coordinates"][1].append([[10.4, 55.4], [10.6, 55.4], [10.6, 55.6], [10.4, 55.6], [10.4, 55.4]])
    places = (KnownCommunity(QUAY, "Kajen", NORTH, holed),)
    rows = f"{HEAD}\n1 | A | folkeskole | 901 | 55.5 | 10.5\n2 | B | folkeskole | 901 | 55.2 | 10.2"
    assert [a.values.get("community_id") for a in plan_of(rows, known(communities=places)).new] == [None, QUAY]
