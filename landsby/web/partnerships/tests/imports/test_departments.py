"""A school and its departments are rows side by side, and one school."""

from __future__ import annotations

import pytest

from landsby.web.partnerships.imports.departments import name_of_whole
from landsby.web.partnerships.imports.known import KnownActor
from landsby.web.partnerships.tests.imports.factories import NORTH, codes, known, plan_of

HEAD = "id | navn | type | kommune | hovedinstitution"
BY_NAME = "id | navn | type | kommune | adresse | lat | lon"


def parents(plan):
    return [(actor.row, actor.parent_row or actor.values.get("parent_id")) for actor in plan.new]


def test_a_department_names_its_institution_by_number():
    plan = plan_of(f"{HEAD}\n2 | Nord | folkeskole | 901 | 1\n1 | Skolen | folkeskole | 901 | 1")
    assert parents(plan) == [(2, 3), (3, None)]
    assert plan.findings == []


def test_the_institution_may_be_known_already():
    school = KnownActor(5, "Skolen", "school", "1", NORTH)
    assert parents(plan_of(f"{HEAD}\n2 | Nord | folkeskole | 901 | 1", known(school))) == [(2, 5)]


def test_an_institution_that_nobody_knows_is_said():
    assert codes(plan_of(f"{HEAD}\n2 | Nord | folkeskole | 901 | 99")) == [(2, "unknown_parent")]


def test_a_department_has_no_departments():
    rows = "1 | Skolen | folkeskole | 901 | \n2 | Nord | folkeskole | 901 | 1\n3 | Hytten | folkeskole | 901 | 2"
    assert codes(plan_of(f"{HEAD}\n{rows}")) == [(4, "two_levels")]


def test_an_institution_with_departments_cannot_become_one():
    school, part = (
        KnownActor(5, "Skolen", "school", "1", NORTH),
        KnownActor(6, "Nord", "school", "2", NORTH, parent_id=5),
    )
    rows = f"{HEAD}\n1 | Skolen | folkeskole | 901 | 3\n3 | Stor | folkeskole | 901 | "
    assert codes(plan_of(rows, known(school, part))) == [(2, "two_levels")]


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("Bakkeskolen, afdeling Nord", "bakkeskolen"),
        ("Bakkeskolen, afd. Nord", "bakkeskolen"),
        ("Bakke Skole - Afdeling Nord", "bakke skole"),
        ("Bakkeskolen afd. Nord", "bakkeskolen"),
        ("Bakkeskolen (afdeling Nord)", "bakkeskolen"),
        ("Bakkeskolen", ""),
        ("Afdelingen", ""),
    ],
)
def test_a_departments_name_begins_with_its_institutions(name, whole):
    assert name_of_whole(name) == whole


def test_departments_are_found_by_name_where_the_map_says_so():
    rows = f"{BY_NAME}\n1 | Bakkeskolen | folkeskole | 901 | | | \n2 | Bakkeskolen, afd. Nord | folkeskole | 901 | | | "
    assert parents(plan_of(rows)) == [(2, None), (3, 2)]
    assert parents(plan_of(rows, departments_by_name=False)) == [(2, None), (3, None)]


def test_a_department_in_another_municipality_is_not_ours_to_guess():
    rows = f"{BY_NAME}\n1 | Bakkeskolen | folkeskole | 902 | | | \n2 | Bakkeskolen, afd. Nord | folkeskole | 901 | | | "
    assert parents(plan_of(rows)) == [(2, None), (3, None)]


def test_what_was_said_by_hand_is_not_said_again():
    school, part = (
        KnownActor(5, "Bakkeskolen", "school", "1", NORTH),
        KnownActor(6, "Bakkeskolen, afd. Nord", "school", "2", NORTH),
    )
    rows = f"{BY_NAME}\n1 | Bakkeskolen | folkeskole | 901 | | | \n2 | Bakkeskolen, afd. Nord | folkeskole | 901 | | | "
    assert plan_of(rows, known(school, part)).unchanged == 2


def test_rows_that_share_a_point_or_an_address_are_pointed_out():
    points = "1 | A | børnehave | 901 | Vej 1 | 55.1 | 10.1\n2 | B | børnehave | 901 | Vej 2 | 55.1 | 10.1"
    addresses = "3 | C | børnehave | 901 | Gade 3 | | \n4 | D | børnehave | 901 | gade  3 | | "
    plan = plan_of(f"{BY_NAME}\n{points}\n{addresses}\n5 | E | børnehave | 901 | Gade 5 | | ")
    assert codes(plan) == [(2, "shared_place"), (4, "shared_place")]
    assert plan.can_be_applied
    assert "A, B" in plan.warnings[0].wrong


def test_rows_that_are_the_same_are_not_told_that_they_may_share_a_house():
    twice = "1 | A | børnehave | 901 | Vej 1 | | \n1 | A | børnehave | 901 | Vej 1 | | "
    assert codes(plan_of(f"{BY_NAME}\n{twice}")) == [(2, "same_number"), (3, "same_number")]


def test_an_institution_and_its_department_may_share_a_place():
    rows = f"{BY_NAME}\n1 | Bakkeskolen | folkeskole | 901 | Vej 1 | 55.1 | 10.1\n"
    rows += "2 | Bakkeskolen, afdeling Nord | folkeskole | 901 | Vej 1 | 55.1 | 10.1"
    assert plan_of(rows).findings == []


def test_a_known_institution_and_its_department_may_share_a_place():
    school, part = (
        KnownActor(5, "Skolen", "school", "1", NORTH),
        KnownActor(6, "Nord", "school", "2", NORTH, parent_id=5),
    )
    rows = f"{BY_NAME}\n1 | Skolen | folkeskole | 901 | Vej 1 | | \n2 | Nord | folkeskole | 901 | Vej 1 | | "
    assert plan_of(rows, known(school, part)).findings == []
