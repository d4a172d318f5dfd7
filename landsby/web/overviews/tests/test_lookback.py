"""The day to look back from: today while enough is registered, else the end of the last half-year that holds enough."""

from datetime import date

import pytest

from landsby.web.kit.periods import HalfYear
from landsby.web.overviews.lookback import Days, day_with_enough, last_year

TODAY = date(2024, 10, 15)
FIVE_YEARS = {HalfYear(year, half): 40 for year in range(2019, 2024) for half in (1, 2)}
END_OF_2023 = date(2023, 12, 31)


def test_without_any_activity_it_is_today():
    assert day_with_enough({}, 0, TODAY) == TODAY


def test_with_a_fair_share_of_what_is_usual_held_lately_it_is_today():
    assert day_with_enough(FIVE_YEARS, 10, TODAY) == TODAY


@pytest.mark.parametrize("lately", [0, 1, 9])
def test_with_nothing_or_little_held_lately_it_is_the_end_of_the_last_half_year_that_holds_enough(lately):
    held = {**FIVE_YEARS, HalfYear(2024, 2): lately}
    assert day_with_enough(held, lately, TODAY) == END_OF_2023


def test_a_single_record_in_an_otherwise_empty_half_year_is_passed_over_too():
    assert day_with_enough({**FIVE_YEARS, HalfYear(2024, 1): 1}, 0, TODAY) == END_OF_2023


def test_what_a_young_programme_has_is_always_enough():
    assert day_with_enough({HalfYear(2024, 2): 1}, 1, TODAY) == TODAY
    assert day_with_enough({HalfYear(2022, 1): 1}, 0, TODAY) == date(2022, 6, 30)


def test_a_small_place_is_judged_by_its_own_measure():
    few = dict.fromkeys(FIVE_YEARS, 3)
    assert day_with_enough({**few, HalfYear(2024, 2): 1}, 1, TODAY) == TODAY


def test_what_stays_little_becomes_what_is_usual():
    little = {HalfYear(2022, 1): 2, HalfYear(2022, 2): 2, HalfYear(2023, 1): 2, HalfYear(2023, 2): 2}
    assert day_with_enough({**FIVE_YEARS, **little}, 2, TODAY) == TODAY


def test_days_to_come_do_not_count():
    assert day_with_enough({**FIVE_YEARS, HalfYear(2030, 1): 40}, 0, TODAY) == END_OF_2023


def test_the_half_year_that_ends_on_its_last_day_is_that_half_year_beside_the_same_of_the_year_before():
    days = Days.up_to(END_OF_2023)
    assert (days.first, days.half_year) == (date(2023, 7, 1), HalfYear(2023, 2))
    assert days.a_year_before() == Days(date(2022, 7, 1), date(2022, 12, 31))
    assert Days.up_to(TODAY).half_year is None


def test_half_a_year_and_the_same_days_a_year_before_are_equally_long_and_begin_on_the_same_weekday():
    days = Days.up_to(TODAY)
    before = days.a_year_before()
    assert (days.last - days.first).days == 181
    assert before.last - before.first == days.last - days.first
    assert before.first.weekday() == days.first.weekday()
    assert before.last < days.first


def test_the_last_year_is_this_half_year_and_the_one_before():
    assert last_year(date(2024, 10, 15)) == (HalfYear(2024, 1), HalfYear(2024, 2))


def test_a_half_year_that_has_just_begun_counts_as_an_extra_one():
    assert last_year(date(2024, 7, 10)) == (HalfYear(2023, 2), HalfYear(2024, 2))
