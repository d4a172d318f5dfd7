"""Figures that do not fit beside each other are told of, once for each cause."""

from __future__ import annotations

from decimal import Decimal

import pytest

from landsby.web.indicators.importing.known import Amounts, KnownCommunity
from landsby.web.indicators.importing.once import told_once
from landsby.web.indicators.presenters.preview import FigurePreview
from landsby.web.indicators.tests.factories import codes, dry_run, known
from landsby.web.partnerships.imports.findings import blocker

pytestmark = pytest.mark.once

HEADINGS = "kommune;lokalområde;skoleår;gruppe;tæller;nævner\n"
PARTED_TWICE = (
    "901;;2023/24;;40;90\n901;;2023/24;Piger;20;50\n901;;2023/24;Drenge;20;40\n"
    "901;;2023/24;4. klasse;15;45\n901;;2023/24;5. klasse;25;45\n"
)
TWO = (KnownCommunity(7, "Quay", "0901"), KnownCommunity(9, "Hill", "0901"))


def amounts(part, among):
    return Amounts(Decimal(part * 100) / among, Decimal(part), Decimal(among))


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ("901;Quay;2023/24;;400;450\n901;Hill;2023/24;;400;450\n901;;2023/24;;400;612\n", [("total", 4)]),
        ("901;Quay;2023/24;;100;150\n901;Hill;2023/24;;100;150\n901;;2023/24;;400;612\n", []),
        ("901;;2023/24;;400;612\n0;;2023/24;;50;100\n", [("total", 3)]),
        ("901;;2023/24;;400;612\n901;;2023/24;Piger;200;300\n901;;2023/24;Drenge;250;300\n", [("total", 2)]),
        (PARTED_TWICE, []),
    ],
)
def test_parts_that_do_not_fit_their_whole_are_told_with_the_row_of_the_whole(blueprint, rows, found):
    ours = known(blueprint.indicators["dares_at_seven"], communities=TWO)
    assert codes(dry_run(HEADINGS + rows, ours)) == found


def test_so_are_those_that_do_not_fit_what_is_known_already_with_both_numbers_and_what_to_do(blueprint):
    figures = {("m0901", 2023, ""): amounts(400, 612), ("c7", 2023, ""): amounts(300, 400)}
    ours = known(blueprint.indicators["dares_at_seven"], figures, communities=TWO)
    (finding,) = dry_run(HEADINGS + "901;Hill;2023/24;;150;300\n", ours).warnings
    assert (finding.code, finding.row) == ("total", 2)
    assert ("450" in finding.wrong, "400" in finding.wrong, "Nordhavn, 2023/24" in finding.wrong) == (True, True, True)


def test_many_more_or_fewer_people_than_the_year_before_are_told_of(blueprint):
    ours = known(blueprint.indicators["dares_at_seven"], {("m0901", 2022, ""): amounts(100, 560)})
    told = [codes(dry_run(HEADINGS + f"901;;2023/24;;90;{among}\n", ours)) for among in (190, 1900, 600)]
    assert told == [[("leap", 2)], [("leap", 2)], []]


def test_what_it_is_held_against_is_what_is_told_never_what_waits_nor_how_few_there_were(blueprint):
    share, key, row = blueprint.indicators["dares_at_seven"], ("m0901", 2023, ""), HEADINGS + "901;;2023/24;;900;9000\n"
    waits = known(share, {key: amounts(100, 560)}, waiting={key: amounts(101, 561)})
    few = known(share, {key: amounts(1, 4)})
    (told,), (hidden,) = (dry_run(row, ours).doubts.values() for ours in (waits, few))
    assert told.wrong == "Nordhavn, 2023/24: Tallet gælder 9.000. Tallet fra 2023/24 gælder 560."
    assert hidden.wrong.endswith("Tallet fra 2023/24 gælder færre end 5.")
    assert FigurePreview(dry_run(row, waits), waits).rows[0].before == "17,9 %"


def test_a_tick_holds_for_the_words_it_was_set_beside(blueprint):
    share, row = blueprint.indicators["dares_at_seven"], HEADINGS + "901;;2023/24;;900;9000\n"
    told = [dry_run(row, known(share, {("m0901", 2022, ""): amounts(100, among)})) for among in (560, 560, 700)]
    assert [list(plan.doubts) for plan in told] == [["leap-2-0"]] * 3
    assert [plan.digest == told[0].digest for plan in told] == [True, True, False]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("kommunekode;kommune;skoleår;tæller;nævner\n901;Nordhavn;2023/24;5;50\n101;Nordhavn;2023/24;5;50\n", [3]),
        ("kommune;skoleår;tæller;nævner\n101 Nordhavn;2023/24;5;50\n101 Københavns Kommune;2023/24;5;50\n", [2]),
        ("kommune;egn;skoleår;tæller;nævner\n901;København;2023/24;5;50\n901;Nord;2023/24;5;50\n", []),
    ],
)
def test_a_name_that_is_another_municipalitys_than_the_code_beside_it_is_told_of(share, content, found):
    plan = dry_run(content, share, gathers=True)
    assert [row for code, row in codes(plan) if code == "name"] == found


def test_one_cause_is_told_once_with_its_rows():
    alike = [
        blocker("number", f"»{row}x« er ikke et tal.", "Skriv det med cifre.", row=row) for row in range(12, 2, -1)
    ]
    other = blocker("place", "Stedet mangler.", "Udfyld cellen.", row=5)
    first, second = told_once([*alike, other])
    assert first.wrong == "»3x« er ikke et tal. Det samme i række 4, 5, 6, 7, 8, 9 og 3 til."
    assert second == other
    assert told_once(alike[:3]) == alike[2::-1]


def test_years_where_school_years_are_asked_for_are_one_mistake(share):
    rows = "".join(f"101;{year};5;50\n" for year in range(2010, 2024))
    plan = dry_run("kommune;år;tæller;nævner\n" + rows, share)
    (finding,) = plan.blockers
    assert "»2010« er et kalenderår, men indikatoren bruger et skoleår." in finding.wrong
    assert len(plan.faulty) == 14
