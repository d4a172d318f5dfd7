"""Checking rows: which are ours, and what is wrong with them, row by row."""

from __future__ import annotations

import pytest

from landsby.web.partnerships.imports.cells import LENGTHS
from landsby.web.partnerships.imports.mapping import ColumnMap, guessed_columns
from landsby.web.partnerships.imports.rows import values_of_kind
from landsby.web.partnerships.models import Actor
from landsby.web.partnerships.tests.imports.factories import BAY, NORTH, SOUTH, codes, known, plan_of, table

HEAD = "id | navn | type | kommune"


def test_a_good_row_becomes_an_actor():
    plan = plan_of(
        "id | navn | type | kommune | lokalområde | adresse | postnr | by | lat | lon\n"
        "7 | Bugtskolen | folkeskole | 902 | bugten | Strandvej 1 | 9000 | Bugt | 55,5 | 10.25"
    )
    assert plan.findings == []
    assert plan.new[0].values == {
        "name": "Bugtskolen",
        "kind": "school",
        "register_id": "7",
        "municipality_id": SOUTH,
        "community_id": BAY,
        "address": "Strandvej 1",
        "postcode": "9000",
        "town": "Bugt",
        "latitude": 55.5,
        "longitude": 10.25,
    }


def test_rows_of_other_municipalities_are_counted_and_no_errors():
    plan = plan_of(f"{HEAD}\n1 | A | folkeskole | 0903\n2 | | vrøvl | Vesthavns Kommune\n3 | C | folkeskole | 901")
    assert (len(plan.new), plan.elsewhere, plan.findings) == (1, 2, [])


def test_who_imports_to_one_municipality_sees_the_others_as_not_theirs():
    rows = f"{HEAD}\n1 | A | folkeskole | 901\n2 | B | folkeskole | 902"
    assert plan_of(rows, known(ours=("0902",))).elsewhere == 1


def test_kinds_that_are_left_out_are_counted():
    plan = plan_of(f"{HEAD}\n1 | A | efterskole | 901\n2 | B | efterskole | 901\n3 | C | folkeskole | 901")
    assert (len(plan.new), dict(plan.skipped), plan.findings) == (1, {"efterskole": 2}, [])


def test_one_kind_and_one_municipality_may_hold_for_the_whole_file():
    plan = plan_of("navn\nA\nB", kind="association", municipality="0901")
    assert [(a.values["kind"], a.values["municipality_id"]) for a in plan.new] == [("association", NORTH)] * 2


def test_the_code_goes_before_the_name():
    plan = plan_of("navn | type | kommunekode | kommune\nA | folkeskole | 901 | Sydhavn\nB | folkeskole | | Sydhavn")
    assert [actor.values["municipality_id"] for actor in plan.new] == [NORTH, SOUTH]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("1 | A | folkeskole | 9999", "municipality"),
        ("1 | A | folkeskole | Andeby", "municipality"),
        ("1 | A | folkeskole | ", "no_municipality"),
        ("1 | A | rumstation | 901", "kind"),
        ("1 | A |  | 901", "no_kind"),
        ("1 |  | folkeskole | 901", "missing"),
        (f"1 | {'A' * 161} | folkeskole | 901", "too_long"),
        (f"{'1' * 31} | A | folkeskole | 901", "too_long"),
    ],
)
def test_what_is_wrong_with_a_row_is_said_with_its_number(row, code):
    plan = plan_of(f"{HEAD}\n9 | God | folkeskole | 901\n{row}")
    assert codes(plan) == [(3, code)]
    assert not plan.can_be_applied
    assert all(finding.wrong and finding.cure for finding in plan.findings)


def test_the_finding_names_the_column():
    finding = plan_of(f"{HEAD}\n1 | A | folkeskole | 9999").blockers[0]
    assert (finding.row, finding.column) == (2, "kommune")


def test_everything_wrong_with_a_row_is_said_at_once():
    plan = plan_of("navn | type | kommune | postnr | lat | lon\n | rumstation | 901 | 90000 | nord | 10")
    assert codes(plan) == [(2, "kind"), (2, "missing"), (2, "number"), (2, "postcode")]


PLACE = "navn | type | kommune | postnr | by | lat | lon\nA | folkeskole | 901 | {}"


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ("x | By | | ", "postcode"),
        ("12345 | By | | ", "postcode"),
        ("9000 | By | 55.1 | ", "half_coordinates"),
        ("9000 | By | | 10,1", "half_coordinates"),
        ("9000 | By | 6320000 | 557000", "not_degrees"),
        ("9000 | By | 10.1 | 56.2", "turned_around"),
        ("9000 | By | 55.1x | 10.1", "number"),
    ],
)
def test_places_are_checked(cells, code):
    assert codes(plan_of(PLACE.format(cells))) == [(2, code)]


def test_coordinates_of_zero_are_left_out_with_a_warning():
    plan = plan_of(PLACE.format("9000 | By | 0 | 0,0"))
    assert codes(plan) == [(2, "zero_coordinates")]
    assert plan.can_be_applied
    assert "latitude" not in plan.new[0].values


@pytest.mark.parametrize(
    ("postcode", "town", "found"),
    [("800", "Høje", ("0800", "Høje")), ("9000 Aalborg", "", ("9000", "Aalborg")), ("9000 X", "Y", ("9000", "Y"))],
)
def test_a_postcode_may_lack_its_zero_or_carry_its_town(postcode, town, found):
    values = plan_of(PLACE.format(f"{postcode} | {town} | | ")).new[0].values
    assert (values["postcode"], values["town"]) == found


def test_an_unknown_community_is_said():
    plan = plan_of("navn | type | kommune | lokalområde\nA | folkeskole | 901 | Bugten\nB | folkeskole | 902 | bugten")
    assert codes(plan) == [(2, "community")]


def test_the_values_of_the_kinds_column_are_counted_among_our_rows():
    read = table(
        f"{HEAD}\n1 | A | folkeskole | 901\n2 | B | børnehave | 901\n3 | C | klub | 903\n4 | D | folkeskole | 902"
    )
    columns = ColumnMap(columns=guessed_columns(read.headings))
    assert values_of_kind(read, columns, known()) == {"folkeskole": 2, "børnehave": 1}


def test_texts_may_be_as_long_as_the_table_of_actors_holds():
    assert {target.value: length for target, length in LENGTHS.items()} == {
        name: Actor._meta.get_field(name).max_length for name in ("name", "register_id", "address", "town")
    }
