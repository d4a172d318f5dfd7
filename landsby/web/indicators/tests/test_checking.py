"""What is understood of a file with figures, and what is refused with its cure."""

from __future__ import annotations

import json
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import Workbook

from landsby.web.indicators.importing.known import Amounts
from landsby.web.indicators.tests.factories import codes, dry_run, known, left_out
from landsby.web.kit.problems import Blocked

QUAY, NORTH, CAPITAL, COUNTRY = "c7", "m0901", "m0101", "m0000"


def told(plan):
    """The figures of a plan by what they are of, as plain numbers."""
    return {
        figure.key: tuple(None if a is None else float(a) for a in _amounts(figure.amounts)) for figure in plan.figures
    }


def _amounts(amounts):
    return amounts.value, amounts.numerator, amounts.denominator, amounts.spread


def test_codes_names_and_the_country_are_all_understood(share):
    plan = dry_run(
        "kommune;skoleår;tæller;nævner\n101;2023/24;50;100\n0901;2023/2024;1.025;2.050\n"
        "Hele landet;2023-24;9000;10000\n",
        share,
    )
    assert codes(plan) == []
    assert told(plan) == {
        (CAPITAL, 2023, ""): (50.0, 50.0, 100.0, None),
        (NORTH, 2023, ""): (50.0, 1025.0, 2050.0, None),
        (COUNTRY, 2023, ""): (90.0, 9000.0, 10000.0, None),
    }


def test_a_community_is_found_by_name_and_written_only_where_one_may(share):
    plan = dry_run("lokalområde;skoleår;tæller;nævner\nquay;2023/24;5;10\nBay;2023/24;5;10\nHill;2023/24;5;10\n", share)
    assert list(told(plan)) == [(QUAY, 2023, "")]
    assert left_out(plan) == {"anothers": 1}
    assert codes(plan) == [("unknown_place", 4)]


def test_a_figure_of_another_municipality_of_the_programme_is_left_to_others(share):
    plan = dry_run("kommune;skoleår;tæller;nævner\nSydhavn;2023/24;5;10\n", share)
    assert (left_out(plan), plan.figures, plan.can_be_applied) == ({"anothers": 1}, [], False)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_danish_letters_survive_every_usual_encoding(share, encoding):
    plan = dry_run("kommune;skoleår;tæller;nævner\nKøbenhavn;2023/24;5;10\n".encode(encoding), share)
    assert list(told(plan)) == [(CAPITAL, 2023, "")]


def test_decimal_commas_and_percent_signs_are_read_as_they_were_meant(share):
    plan = dry_run("kommune;skoleår;pct;børn\n901;2023/24;62,5 %;1.600\n101;2023/24;100;40\n", share)
    assert told(plan)[NORTH, 2023, ""] == (62.5, 1000.0, 1600.0, None)
    assert told(plan)[CAPITAL, 2023, ""] == (100.0, 40.0, 40.0, None)


def test_a_number_that_can_be_read_both_ways_is_asked_about(mean):
    content = "kommune;år;score;svar\n901;2023;1.234;40\n"
    assert codes(dry_run(content, mean)) == [("unclear_sign", 0)]
    assert told(dry_run(content, mean, sign="."))[NORTH, 2023, ""][0] == 1.234


def test_shares_that_may_be_parts_of_one_are_asked_about(share):
    content = "kommune;skoleår;andel;børn\n901;2023/24;0,62;100\n"
    assert ("unit", 0) in codes(dry_run(content, share))
    assert told(dry_run(content, share, value_is="fraction"))[NORTH, 2023, ""] == (62.0, 62.0, 100.0, None)
    assert told(dry_run(content, share, value_is="percent"))[NORTH, 2023, ""][0] == 0.62


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("901;2023/24;11;10", "more_than_all"),
        ("901;2023/24;-1;10", "negative"),
        ("901;2023/24;5;0", "nobody"),
        ("901;2023;5;10", "period"),
        ("901;2023/25;5;10", "period"),
        ("901;2031/32;5;10", "future"),
        ("901;2023/24;fem;10", "number"),
        ("901;2023/24;5;", "too_little"),
        ("Atlantis;2023/24;5;10", "unknown_place"),
        (";2023/24;5;10", "no_place"),
    ],
)
def test_what_cannot_be_is_told_with_its_row_and_nothing_can_be_imported(share, row, code):
    plan = dry_run(f"kommune;skoleår;tæller;nævner\n101;2023/24;5;10\n{row}\n", share)
    assert (code, 3) in codes(plan)
    assert plan.faulty == {3}
    assert not plan.can_be_applied


def test_a_mean_outside_its_scale_is_refused(mean):
    assert codes(dry_run("kommune;år;score;svar\n901;2023;38,5;40\n", mean)) == [("outside", 2)]


def test_marks_for_no_number_are_no_figure_and_never_nought(share):
    plan = dry_run("kommune;skoleår;tæller;nævner\n901;2023/24;..;10\n101;2023/24;-;*\n101;2022/23;0;0\n", share)
    assert (left_out(plan), plan.figures, plan.findings) == ({"no_figure": 3}, [], [])


def test_the_same_place_and_period_twice_is_refused_or_added_together(mean):
    content = "kommune;år;score;svar\n901;2023;4;10\n901;2023;3;30\n"
    assert codes(dry_run(content, mean)) == [("twice", 3)]
    assert told(dry_run(content, mean, gathers=True)) == {(NORTH, 2023, ""): (3.25, None, 40.0, None)}


def test_rows_without_a_weight_cannot_be_added_together(mean):
    assert ("no_weight", 2) in codes(dry_run("kommune;år;score\n901;2023;4\n901;2023;3\n", mean, gathers=True))


def test_a_row_without_a_weight_beside_others_is_told_and_left_out(mean):
    plan = dry_run("kommune;år;score;svar\n901;2023;4;10\n901;2023;1;\n901;2023;3;30\n", mean, gathers=True)
    assert codes(plan) == [("unweighed", 3)]
    assert told(plan) == {(NORTH, 2023, ""): (3.25, None, 40.0, None)}


def test_a_communitys_figure_must_say_how_many_it_is_of(share):
    plan = dry_run("lokalområde;skoleår;pct\nQuay;2023/24;62\n", share)
    assert ("people", 2) in [(one.code, one.row) for one in plan.blockers]
    elsewhere = dry_run("kommune;skoleår;pct\n101;2023/24;62\n", share)
    assert elsewhere.can_be_applied
    assert codes(elsewhere) == [("people", 2)]


def test_a_percentage_that_its_parts_gainsay_is_told_and_the_parts_are_believed(share):
    plan = dry_run("kommune;skoleår;tæller;nævner;pct\n901;2023/24;50;100;55\n", share)
    assert codes(plan) == [("disagrees", 2)]
    assert told(plan)[NORTH, 2023, ""][0] == 50.0


def test_strata_that_do_not_add_up_to_their_whole_are_told(share):
    rows = "901;2023/24;I alt;50;100\n901;2023/24;Drenge;20;50\n901;2023/24;Piger;25;50\n"
    plan = dry_run(f"kommune;skoleår;køn;tæller;nævner\n{rows}", share)
    assert codes(plan) == [("total", 2)]
    assert plan.can_be_applied
    assert (NORTH, 2023, "Piger") in told(plan)


def test_what_holds_already_is_left_and_what_differs_is_shown_beside_it(blueprint):
    before = {(NORTH, 2023, ""): Amounts(*map(Decimal, ("50.000000", "5.000000", "10.000000")))}
    plan = dry_run(
        "kommune;skoleår;tæller;nævner\n901;2023/24;5;10\n101;2023/24;5;10\n",
        known(blueprint.indicators["dares_at_seven"], before),
    )
    assert (plan.unchanged, len(plan.new), len(plan.changed)) == (1, 1, 0)
    again = dry_run(
        "kommune;skoleår;tæller;nævner\n901;2023/24;6;10\n", known(blueprint.indicators["dares_at_seven"], before)
    )
    assert (len(again.new), len(again.changed)) == (0, 1)


def test_places_that_nobody_knows_can_be_left_out(share):
    plan = dry_run("område;skoleår;tæller;nævner\nRegion X;2023/24;5;10\n901;2023/24;5;10\n", share, skips_unknown=True)
    assert (left_out(plan), len(plan.figures), plan.findings) == ({"unknown": 1}, 1, [])


def test_a_file_without_headings_is_a_table_of_letters(share):
    content = '"I alt","2023/24","København",50,100\n"I alt","2023/24","Nordhavn",5,10\n'
    columns = dict(zip(["period", "municipality", "numerator", "denominator"], "BCDE", strict=True))
    plan = dry_run(content, share, columns={name: f"Kolonne {letter}" for name, letter in columns.items()})
    assert list(told(plan)) == [(CAPITAL, 2023, ""), (NORTH, 2023, "")]


def test_a_workbook_may_hold_numbers_and_numbers_typed_as_text(mean):
    book = Workbook()
    for row in (("kommune", "år", "score", "svar"), (901, 2023, "3,75", 40), ("0101", 2023, "4", 12.0)):
        book.active.append(row)
    file = BytesIO()
    book.save(file)
    plan = dry_run(file.getvalue(), mean)
    assert told(plan) == {(NORTH, 2023, ""): (3.75, None, 40.0, None), (CAPITAL, 2023, ""): (4.0, None, 12.0, None)}


@pytest.mark.parametrize("content", ["{}", '{"class": "collection"}', '{"value": [1], "dimension": {}}', "{nonsense"])
def test_what_looks_like_json_stat_and_is_not_is_refused(content, share):
    with pytest.raises(Blocked, match="JSON-stat"):
        dry_run(content, share)


@pytest.mark.parametrize("is_sparse", [False, True])
def test_json_stat_is_read_in_both_versions(mean, is_sparse):
    dimensions = {
        "OMRÅDE": {
            "label": "område",
            "category": {"index": {"000": 0, "101": 1}, "label": {"000": "Hele landet", "101": "København"}},
        },
        "Tid": {"label": "tid", "category": {"index": ["2022", "2023"]}},
    }
    dataset = {"dimension": dimensions, "value": [3.5, 3.6, None, 3.8]}
    if is_sparse:
        dataset |= {
            "class": "dataset",
            "id": ["OMRÅDE", "Tid"],
            "size": [2, 2],
            "value": {"0": 3.5, "1": 3.6, "3": 3.8},
        }
        content = json.dumps(dataset)
    else:
        dimensions |= {"id": ["OMRÅDE", "Tid"], "size": [2, 2]}
        content = json.dumps({"dataset": dataset})
    plan = dry_run(content, mean)
    assert {key: amounts[0] for key, amounts in told(plan).items()} == {
        (COUNTRY, 2022, ""): 3.5,
        (COUNTRY, 2023, ""): 3.6,
        (CAPITAL, 2023, ""): 3.8,
    }
    assert left_out(plan) == {"no_figure": 1}
