"""Tables in which a figure stands in several rows, or the periods stand side by side, become figures too."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import Workbook

from landsby.web.indicators.forms.columns import ACROSS, FiguresForm
from landsby.web.indicators.importing.checking import checked
from landsby.web.indicators.importing.columns import FigureColumns, Told
from landsby.web.indicators.importing.guessing import guessed
from landsby.web.indicators.importing.laying import headings_of_groups
from landsby.web.indicators.importing.reading import read_figures
from landsby.web.indicators.tests.factories import codes, dry_run, known, left_out
from landsby.web.partnerships.imports.table import Table

pytestmark = pytest.mark.once

NORTH, CAPITAL, COUNTRY = "m0901", "m0101", "m0000"
STATUS = """OMRÅDE;ALDER;STATUS;TID;INDHOLD
101 København;I alt;I alt;2023/24;1.200
101 København;I alt;Fuldført;2023/24;600
101 København;I alt;Afbrudt;2023/24;90
101 København;15-19 år;I alt;2023/24;700
101 København;15-19 år;Fuldført;2023/24;100
901 Nordhavn;I alt;I alt;2023/24;50
901 Nordhavn;I alt;Fuldført;2023/24;40
"""
CHOSEN = {
    Told.MUNICIPALITY: "OMRÅDE",
    Told.PERIOD: "TID",
    Told.AMOUNT: "INDHOLD",
}
ROWS = {Told.NUMERATOR: ("STATUS", "Fuldført"), Told.DENOMINATOR: ("STATUS", "I alt")}


def figures(plan):
    """By what they are of: the value, and what it was counted among."""
    among = {figure.key: figure.amounts.denominator for figure in plan.figures}
    return {f.key: (float(f.amounts.value), among[f.key] and float(among[f.key])) for f in plan.figures}


def asked(content, indicator, **said):
    """What the page of columns understands when everything guessed is taken, but for what is said."""
    table = read_figures(content.encode("cp1252") if isinstance(content, str) else content)
    form = FiguresForm(table=table, columns=None, indicator=indicator.indicator)
    guessed = {field.name: field.initial for field in form if field.initial not in (None, "", False)}
    bound = FiguresForm({**guessed, **said}, table=table, columns=None, indicator=indicator.indicator)
    return bound, table


def walked(content, known, **said):
    """The dry run that follows."""
    bound, table = asked(content, known, **said)
    assert bound.is_valid(), bound.errors
    again = FigureColumns.from_data(bound.columns.to_data())
    return checked(table, again, known)


def test_numerator_and_denominator_may_stand_in_rows_of_their_own(share):
    plan = dry_run(STATUS, share, columns=CHOSEN, rows_of=ROWS, only_totals=True)
    assert codes(plan) == []
    assert figures(plan) == {(CAPITAL, 2023, ""): (50.0, 1200.0), (NORTH, 2023, ""): (80.0, 50.0)}
    assert left_out(plan) == {"aside": 3}
    assert plan.left_out[0].what == "101 København, I alt, Afbrudt"


def test_they_are_chosen_on_the_page_and_the_column_of_the_numbers_is_understood(share):
    plan = walked(STATUS, share, numerator="STATUS = Fuldført", denominator="STATUS = I alt", stratum="")
    assert figures(plan) == {(CAPITAL, 2023, ""): (50.0, 1200.0), (NORTH, 2023, ""): (80.0, 50.0)}


def test_a_part_may_be_a_group_of_its_own(share):
    said = {"numerator": "STATUS = Fuldført", "denominator": "STATUS = I alt", "stratum": "ALDER"}
    assert (CAPITAL, 2023, "15-19 år") in figures(walked(STATUS, share, **said))


def test_a_mistake_in_rows_of_their_own_is_told_where_it_stands(share):
    wrong = STATUS.replace("Fuldført;2023/24;600", "Fuldført;2023/24;6000")
    plan = dry_run(wrong, share, columns=CHOSEN, rows_of=ROWS, only_totals=True)
    assert [(one.row, one.column, one.code) for one in plan.blockers] == [(3, "INDHOLD", "more_than_all")]
    without = STATUS.replace("901 Nordhavn;I alt;I alt", "901 Nordhavn;I alt;Afbrudt")
    lone = dry_run(without, share, columns=CHOSEN, rows_of=ROWS, only_totals=True)
    assert codes(lone) == [("too_little", 8)]


WIDE = "kommune;antal svar;2022;2023\nNordhavn;40;3,5;..\nKøbenhavn;90;3,75;4,25\n"


def test_periods_may_be_headings(mean):
    plan = walked(WIDE, mean)
    assert codes(plan) == [("people", 2)]
    assert figures(plan) == {
        (NORTH, 2022, ""): (3.5, None),
        (CAPITAL, 2022, ""): (3.75, None),
        (CAPITAL, 2023, ""): (4.25, None),
    }
    assert left_out(plan) == {"no_figure": 1}


def test_headings_that_are_no_periods_of_the_indicator_are_told_with_a_cure(share):
    plan = walked(WIDE, share)
    assert [(one.code, one.column) for one in plan.blockers] == [("period", "2022"), ("period", "2023")]
    assert "2023/24" in plan.blockers[0].cure


def test_a_number_that_cannot_be_is_told_with_its_row_and_its_heading(mean):
    plan = walked(WIDE.replace("4,25", "42,5"), mean)
    assert [(one.row, one.column, one.code) for one in plan.blockers] == [(3, "2023", "outside")]


def test_a_downloaded_sheet_has_a_title_and_names_each_place_once(share):
    book = Workbook()
    for row in (
        ["Uddannelse efter område, status og tid"],
        ["Enhed: antal"],
        [],
        ["område", "status", "2022/2023", "2023/2024"],
        ["Hele landet", "I alt", 1000, 1100],
        [None, "Fuldført", 500, 660],
        ["Nordhavn", "I alt", 50, 60],
        [None, "Fuldført", 40, 45],
        ["Kilde: registret"],
    ):
        book.active.append(row)
    file = BytesIO()
    book.save(file)
    plan = walked(file.getvalue(), share, numerator="status = Fuldført", denominator="status = I alt")
    assert codes(plan) == []
    assert figures(plan) == {
        (COUNTRY, 2022, ""): (50.0, 1000.0),
        (COUNTRY, 2023, ""): (60.0, 1100.0),
        (NORTH, 2022, ""): (80.0, 50.0),
        (NORTH, 2023, ""): (75.0, 60.0),
    }


@pytest.mark.parametrize(
    ("content", "said", "field"),
    [
        (STATUS, {"numerator": "STATUS = Fuldført", "denominator": "STATUS = I alt", "value": ""}, "amount"),
        (STATUS, {"numerator": "STATUS = I alt", "denominator": "STATUS = I alt"}, "denominator"),
        (WIDE, {"period": ACROSS, "value": "antal svar"}, "value"),
        (STATUS, {"numerator": "STATUS = Ukendt"}, "numerator"),
    ],
)
def test_what_does_not_go_together_is_told_at_its_field(share, content, said, field):
    bound, _table = asked(content, share, **said)
    assert field in bound.errors


def test_means_in_rows_of_their_own_are_not_weighed_by_guess(mean):
    content = "kommune;mål;år;tal\n901;Snit;2023;4\n901;Svar;2023;10\n901;Snit;2023;3\n901;Svar;2023;30\n"
    said = {"value": "mål = Snit", "denominator": "mål = Svar", "amount": "tal"}
    assert codes(walked(content, mean, **said)) == [("twice", 4)]
    assert "gathers" in asked(content, mean, **said, gathers=True)[0].errors


def test_counts_in_rows_of_their_own_are_added_together(share):
    content = "kommune;skole;mål;skoleår;tal\n" + "".join(
        f"901;{school};{name};2023/24;{count}\n"
        for school, of in (("A", (5, 10)), ("B", (9, 30)))
        for name, count in zip(("Klaret", "I alt"), of, strict=True)
    )
    said = {"numerator": "mål = Klaret", "denominator": "mål = I alt", "amount": "tal", "gathers": True}
    assert figures(walked(content, share, **said)) == {(NORTH, 2023, ""): (35.0, 40.0)}


def test_the_growth_reference_is_asked_for_where_the_indicator_has_one_and_another_is_told(blueprint):
    measured = blueprint.indicators["dares_at_seven"].model_copy(update={"reference": "IOTF 2012"})
    bound, _table = asked(STATUS, known(measured), numerator="STATUS = Fuldført", denominator="STATUS = I alt")
    assert (bound.is_valid(), bound.columns.reference) == (True, "IOTF 2012")
    plan = dry_run(STATUS, known(measured), columns=CHOSEN, rows_of=ROWS, only_totals=True, reference="WHO 2007")
    assert codes(plan) == [("reference", 0)]
    assert plan.can_be_applied
    assert "reference" not in asked(STATUS, known(blueprint.indicators["dares_at_seven"]))[0].fields


@pytest.mark.parametrize(
    ("content", "numbers"),
    [
        (
            "kommune;år;Antal børn;Overvægtige;Andel i pct.\n901;2023/24;598;90;15,1\n101;2023/24;2.100;310;14,8\n",
            ("Overvægtige", "Antal børn", "Andel i pct."),
        ),
        ("kommune;skoleår;målt;over\n901;2023/24;598;90\n101;2023/24;210;31\n", ("over", "målt", None)),
        ("kommune;skoleår;tæller;nævner;uge\n901;2023/24;50;60;3\n", ("tæller", "nævner", None)),
        ("kommune;skoleår;pct;uge\n901;2023/24;50,2;3\n", (None, None, "pct")),
    ],
)
def test_numbers_tell_by_themselves_which_is_part_of_which(share, content, numbers):
    columns = guessed(read_figures(content.encode()), share.indicator).columns
    assert tuple(columns.get(told) for told in (Told.NUMERATOR, Told.DENOMINATOR, Told.VALUE)) == numbers


def test_headings_are_found_below_a_title_as_wide_as_you_like_or_where_they_are_said_to_be():
    content = "Overvægt;Hentet 3. november\nkommune;skoleår;tæller;nævner\n901;2023/24;50;60\n"
    assert read_figures(content.encode()).headings == ("kommune", "skoleår", "tæller", "nævner")
    told = "kommune;i alt;;\nnavn;år;x;y\nNordhavn;2023/24;50;60\n"
    assert read_figures(told.encode(), 2).headings == ("navn", "år", "x", "y")


def test_a_column_that_names_the_places_once_more_holds_no_groups():
    def table(heading, first, second):
        rows = (("0901", first, "2022", "7"), (second, "I alt", "2022", "9"))
        return Table(("kode", heading, "aar", "antal"), rows, (2, 3))

    columns = FigureColumns({Told.MUNICIPALITY: "kode", Told.PERIOD: "aar", Told.NUMERATOR: "antal"})
    assert headings_of_groups(table("kommune", "Nordhavn", "I alt"), columns) == []
    assert headings_of_groups(table("alder", "6 aar", "0901"), columns) == ["alder"]
