"""What the numbers of a file can be: whole where they count, written in one way, and of so many."""

from __future__ import annotations

import pytest

from landsby.web.indicators.forms.columns import FiguresForm
from landsby.web.indicators.importing.checking import checked
from landsby.web.indicators.importing.columns import Told
from landsby.web.indicators.importing.guessing import guessed
from landsby.web.indicators.importing.numbers import decimal_sign
from landsby.web.indicators.importing.reading import read_figures
from landsby.web.indicators.tests.factories import codes, dry_run

pytestmark = pytest.mark.once

NORTH = ("m0901", 2023, "")


def guessed_plan(content, known):
    """The dry run when every guess is taken."""
    table = read_figures(content.encode())
    return checked(table, guessed(table, known.indicator), known)


def test_a_count_is_whole(share):
    plan = dry_run("kommune;skoleår;tæller;nævner\n901;2023/24;2010,5;2340\n101;2023/24;5,0;10\n", share)
    (found,) = plan.blockers
    assert (found.code, found.row, found.column) == ("not_whole", 2, "tæller")
    assert found.wrong == "Der står 2010,5, men et antal er et helt tal."


def test_a_column_with_both_signs_is_told_so_and_no_cure_shows_what_was_refused(share):
    rows = "901;2023/24;87.5;400\n101;2023/24;87,1;200\n901;2022/23;86.25;400\n"
    (found,) = dry_run(f"kommune;skoleår;andel;børn\n{rows}", share).blockers
    assert (found.code, found.row, found.column) == ("mixed_signs", 3, "andel")
    assert found.wrong == "»87,1« har komma før decimaler, men kolonnen læses med punktum."
    assert "12,5" not in found.cure


def test_what_is_no_number_is_told_with_an_example_in_the_writing_of_its_column(mean):
    plan = dry_run("kommune;år;score;svar\n901;2023;3.75;40\n101;2023;fire;40\n", mean)
    assert plan.blockers[0].cure == "Skriv det med cifre, fx 1234 eller 12.5."


@pytest.mark.parametrize(("cells", "sign"), [(("1,5", "2.5", "3,5"), ","), (("2.5", "1,5", "3.5"), "."), (("7",), ".")])
def test_the_sign_of_a_column_is_that_of_most_of_its_cells(cells, sign):
    assert decimal_sign(cells) == sign


def test_the_number_beside_a_per_cent_is_how_many_it_is_about(share, mean):
    plan = guessed_plan("Kommune;Skoleår;Procent;Antal\n901;2023/24;87,5;2340\n", share)
    assert (codes(plan), [float(figure.amounts.denominator) for figure in plan.figures]) == ([], [2340.0])
    weighed = guessed_plan("Kommune;År;Gennemsnit;Antal\n901;2023;3,5;40\n", mean)
    assert [float(figure.amounts.denominator) for figure in weighed.figures] == [40.0]
    counted = guessed(read_figures(b"Kommune;Aar;Antal\n901;2023;40\n"), share.indicator)
    assert counted.columns[Told.NUMERATOR] == "Antal"


def test_so_groups_that_are_more_or_fewer_than_their_whole_are_told_of(share):
    rows = "901;2023/24;I alt;87,5;2350\n901;2023/24;Piger;88;1200\n901;2023/24;Drenge;87;1300\n"
    assert codes(guessed_plan(f"Kommune;Skoleår;Køn;Procent;Antal\n{rows}", share)) == [("total", 2)]


def test_whoever_says_how_many_are_counted_says_among_how_many(share):
    table = read_figures("Kommune;Skoleår;Tæller;Procent\n901;2023/24;50;87,5\n".encode())
    chosen = {"municipality": "Kommune", "period": "Skoleår", "numerator": "Tæller", "value": "Procent"}
    form = FiguresForm(chosen, table=table, columns=None, indicator=share.indicator)
    assert list(form.errors) == ["denominator"]
