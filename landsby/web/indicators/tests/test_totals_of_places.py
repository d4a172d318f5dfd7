"""»I alt« among the places is the country only when somebody says so, and a column of names is no column of groups."""

from __future__ import annotations

import pytest

from landsby.web.indicators.forms.columns import FiguresForm
from landsby.web.indicators.importing.checking import checked
from landsby.web.indicators.importing.guessing import guessed
from landsby.web.indicators.importing.reading import read_figures
from landsby.web.indicators.tests.factories import codes, dry_run, known, left_out

pytestmark = pytest.mark.once

OURS = """Kommunekode;Kommune;Skoleår;Tæller;Nævner
901;Nordhavn;2023/24;300;400
101;København;2023/24;2500;2340
9999;Atlantis;2023/24;90;100
I alt;I alt;2023/24;2890;2840
"""
COUNTRY = "m0000"


def test_the_total_of_some_municipalities_is_not_the_country_and_no_row_goes_unseen(share):
    table = read_figures(OURS.encode())
    columns = guessed(table, share.indicator)
    assert (columns.only_totals, columns.total_is) == (False, "sum")
    plan = checked(table, columns, share)
    assert codes(plan) == [("more_than_all", 3), ("unknown_place", 4)]
    assert [(one.row, one.why.value, one.what) for one in plan.left_out] == [(5, "sum", "I alt, 2023/24")]


def test_a_slip_in_a_name_makes_no_groups_of_the_places(share):
    """The name of one row is another municipality's; the rows are told of, not left out as parts of something."""
    rows = OURS.replace("101;København", "101;Nordhavn").replace("I alt;I alt", "102;Vesterby;2023/24;1;9\nI alt;I alt")
    assert not guessed(read_figures(rows.encode()), share.indicator).only_totals


@pytest.mark.parametrize(("said", "places"), [({"total_is": "sum"}, []), ({"total_is": "country"}, [COUNTRY])])
def test_what_the_total_is_can_be_said(share, said, places):
    plan = dry_run("kommune;skoleår;tæller;nævner\nI alt;2023/24;50;90\n", share, **said)
    assert [figure.key[0] for figure in plan.figures] == places
    assert [code for code, _row in codes(plan)] == ["total_is_country"] * len(places)


def test_where_nobody_has_said_it_is_asked(share):
    plan = dry_run("kommune;skoleår;tæller;nævner\nI alt;2023/24;50;90\n", share)
    assert (codes(plan), plan.can_be_applied) == ([("whose_total", 2)], False)


def test_where_the_file_says_the_whole_country_nothing_is_asked(share):
    for name in ("Hele landet", "000 I alt", "0000"):
        plan = dry_run(f"kommune;skoleår;tæller;nævner\n{name};2023/24;50;90\n", share)
        assert ([figure.key[0] for figure in plan.figures], plan.findings) == ([COUNTRY], [])


def test_the_country_is_told_only_by_who_works_for_the_whole_programme(blueprint):
    ours = known(blueprint.indicators["dares_at_seven"], writes_country=False)
    rows = "I alt;2023/24;50;90\nHele landet;2022/23;50;90\n"
    plan = dry_run(f"kommune;skoleår;tæller;nævner\n{rows}", ours, total_is="country")
    assert (plan.figures, left_out(plan)) == ([], {"country": 2})


def test_of_nearly_all_municipalities_it_is_asked_beside_the_columns(share):
    rows = "".join(f"{code};2023/24;50;90\n" for code in range(101, 199))
    table = read_figures(f"kommune;skoleår;tæller;nævner\n{rows}I alt;2023/24;4900;8820\n".encode())
    form = FiguresForm(table=table, columns=None, indicator=share.indicator)
    told = {field.name: field.initial for field in form if field.initial not in (None, "", False)}
    bound = FiguresForm(told, table=table, columns=None, indicator=share.indicator)
    assert list(bound.errors) == ["total_is"]
    other = read_figures(b"kommune;aar;tal\n901;2023;5\n")
    assert "total_is" not in FiguresForm(table=other, columns=None, indicator=share.indicator).fields


def test_groups_are_still_left_out_where_their_places_stand_once_for_several_rows(share):
    rows = "Nordhavn;I alt;2023/24;50;90\n;Piger;2023/24;20;40\n;Drenge;2023/24;30;50\n"
    table = read_figures(f"kommune;deling;skoleår;tæller;nævner\n{rows}".encode())
    plan = checked(table, guessed(table, share.indicator), share)
    assert (len(plan.figures), left_out(plan)) == (1, {"aside": 2})
