"""What is told of an indicator, what is hidden, and what may be called a change."""

from __future__ import annotations

from datetime import date

import pytest

from landsby.evaluation.estimates.intervals import of_share
from landsby.web.indicators.access import Areas
from landsby.web.indicators.figures import Cell
from landsby.web.indicators.lines import TOGETHER, Lines
from landsby.web.indicators.windows import Change

QUAY, HILL, BAY, NORTH, SOUTH, COUNTRY = "c1", "c2", "c3", "m0901", "m0902", "m0000"
START = date(2021, 1, 1)
"""The school year 2020/21 is the programme's first."""


@pytest.fixture
def told(blueprint):
    """The lines of shares: for each place the numerators and the denominators from a year on."""
    areas = Areas(
        {"0901": "Nordhavn", "0902": "Sydhavn"},
        {QUAY: "Quay", HILL: "Hill", BAY: "Bay"},
        {QUAY: NORTH, HILL: NORTH, BAY: SOUTH},
        (NORTH, SOUTH, QUAY, HILL, BAY),
    )

    def lines(cells, *, indicator="dares_at_seven", own=None, start=START):
        seen = areas if own is None else Areas(areas.municipalities, areas.communities, areas.within, own)
        return Lines(blueprint.indicators[indicator], cells, seen, start)

    return lines


def years(place, first, *parts, stratum=""):
    """A cell for each year from the first: numerator and denominator."""
    return [
        Cell(place, first + ahead, part / among * 100, part, among, stratum=stratum)
        for ahead, (part, among) in enumerate(parts)
    ]


def shown(line):
    """The years of a line that are told."""
    return [point.period for point in line.points if point.figure]


def test_every_figure_has_its_interval(told):
    line = told(years(QUAY, 2021, (40, 80))).line(QUAY)
    low, high = of_share(40, 80)
    assert line.points[0].figure.value == 50
    assert line.points[0].figure.interval == pytest.approx((low * 100, high * 100))


def test_a_place_of_which_one_year_is_too_small_is_told_three_years_at_a_time(told):
    line = told(years(QUAY, 2020, (9, 30), (2, 30), (8, 31))).line(QUAY)
    assert line.is_coarse
    assert line.points == ()
    [window] = line.windows
    assert (window.first, window.last, round(window.figure.value, 1)) == (2020, 2022, 20.9)


def test_three_years_that_are_too_small_themselves_are_not_told_either(told):
    [window] = told(years(QUAY, 2020, (1, 30), (0, 30), (1, 31))).line(QUAY).windows
    assert (window.figure, window.is_small) == (None, True)


def test_a_hidden_part_cannot_be_worked_out_from_the_whole(told):
    whole = years(QUAY, 2021, (21, 70))
    girls, boys = years(QUAY, 2021, (2, 30), stratum="Piger"), years(QUAY, 2021, (19, 40), stratum="Drenge")
    lines = told([*whole, *girls, *boys])
    assert shown(lines.line(QUAY)) == [2021]
    assert [lines.line(QUAY, part).is_coarse for part in ("Piger", "Drenge")] == [True, True]


def test_a_hidden_community_cannot_be_worked_out_from_its_municipality(told):
    cells = [*years(NORTH, 2021, (22, 80)), *years(QUAY, 2021, (20, 50)), *years(HILL, 2021, (2, 30))]
    lines = told(cells)
    assert shown(lines.line(NORTH)) == [2021]
    assert [lines.line(place).is_coarse for place in (QUAY, HILL)] == [True, True]


def test_a_municipality_with_more_than_its_communities_hides_only_what_is_small(told):
    cells = [*years(NORTH, 2021, (90, 300)), *years(QUAY, 2021, (20, 50)), *years(HILL, 2021, (2, 30))]
    assert [told(cells).line(place).is_coarse for place in (QUAY, HILL)] == [False, True]


def test_all_places_together_leave_out_the_one_that_could_be_worked_out(told):
    cells = [*years(QUAY, 2021, (20, 50)), *years(HILL, 2021, (10, 40)), *years(BAY, 2021, (2, 30))]
    point = told(cells).line(TOGETHER).points[0]
    assert (point.places, point.figure.people) == (2, 90)


def test_all_places_together_count_every_child_where_nothing_is_hidden(told):
    cells = [*years(QUAY, 2021, (20, 50)), *years(HILL, 2021, (10, 40)), *years(NORTH, 2021, (500, 1000))]
    point = told(cells).line(TOGETHER).points[0]
    assert (point.places, round(point.figure.value, 2)) == (2, 33.33)


def test_what_a_reader_does_not_see_is_not_told(told):
    cells = [*years(QUAY, 2021, (20, 50)), *years(BAY, 2021, (10, 40)), *years(COUNTRY, 2021, (500, 1000))]
    lines = told(cells, own=(NORTH, QUAY, HILL))
    assert lines.places == [QUAY, COUNTRY]
    assert lines.line(BAY).points == ()


STEADY = [(300, 1000)] * 6


@pytest.mark.parametrize(
    ("parts", "change", "hoped"),
    [
        (STEADY, Change.NONE_SEEN, None),
        ([*STEADY[:3], *[(400, 1000)] * 3], Change.ROSE, True),
        ([*STEADY[:3], *[(200, 1000)] * 3], Change.FELL, False),
        (STEADY[:5], Change.TOO_EARLY, None),
    ],
)
def test_only_two_whole_windows_tell_of_a_change(told, parts, change, hoped):
    verdict = told(years(QUAY, 2020, *parts)).verdict(QUAY)
    assert (verdict.change, verdict.is_hoped_for) == (change, hoped)


def test_one_years_leap_is_no_change(told):
    """However far the last year lies from the one before."""
    assert told(years(QUAY, 2023, (300, 1000), (900, 1000))).verdict(QUAY).change is Change.TOO_EARLY
    assert told(years(QUAY, 2020, *STEADY, (900, 1000))).verdict(QUAY).change is Change.NONE_SEEN


def test_windows_lie_fixed_around_the_start_and_do_not_overlap(told):
    windows = told(years(QUAY, 2015, *[(30, 100)] * 10)).line(QUAY).windows
    assert [(window.first, window.last) for window in windows] == [(2017, 2019), (2020, 2022)]


def test_across_a_break_nothing_is_compared(told):
    """The made-up programme counts from a higher jetty since August 2020."""
    assert told(years(QUAY, 2017, *[(300, 1000)] * 3, *[(900, 1000)] * 3)).verdict(QUAY).change is Change.BROKEN


def test_after_a_break_three_years_are_counted_anew_and_none_lie_across_it(told):
    """In a programme that began two years before the break."""
    windows = told(years(QUAY, 2015, *[(300, 1000)] * 9), start=date(2018, 9, 1)).line(QUAY).windows
    assert [(window.first, window.last) for window in windows] == [(2015, 2017), (2020, 2022)]


def test_places_together_are_compared_by_the_places_that_were_there_all_along(told):
    cells = [
        *years(QUAY, 2020, *[(300, 1000)] * 6),
        *years(HILL, 2020, *[(300, 1000)] * 6),
        *years(BAY, 2023, *[(900, 1000)] * 3),
    ]
    assert told(cells).verdict(TOGETHER).change is Change.NONE_SEEN


def test_a_mean_without_its_spread_has_the_widest_interval_of_its_scale(told):
    cells = [Cell(QUAY, 2021, 4.0, None, 50)]
    figure = told(cells, indicator="joy_of_stories").line(QUAY).points[0].figure
    assert figure.is_widest
    assert figure.interval.low < 4 < figure.interval.high <= 5
    narrow = told([Cell(QUAY, 2021, 4.0, None, 50, 0.5)], indicator="joy_of_stories").line(QUAY).points[0].figure
    assert narrow.interval.high - narrow.interval.low < figure.interval.high - figure.interval.low


def test_without_how_many_there_are_there_is_no_interval_and_no_change(told):
    cells = [Cell(SOUTH, 2020 + ahead, 30.0) for ahead in range(6)]
    lines = told(cells)
    assert lines.line(SOUTH).points[0].figure.interval is None
    assert lines.verdict(SOUTH).change is Change.UNSURE
