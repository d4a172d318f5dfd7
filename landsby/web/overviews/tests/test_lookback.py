"""The day to look back from: today while the programme lives, the last record when it has stopped."""

from datetime import date

from landsby.web.kit.periods import HalfYear
from landsby.web.overviews.lookback import Days, day_to_look_back_from, last_year

TODAY = date(2024, 10, 15)


def test_without_any_activity_it_is_today():
    assert day_to_look_back_from(None, TODAY) == TODAY


def test_with_something_held_lately_it_is_today():
    assert day_to_look_back_from(date(2024, 6, 1), TODAY) == TODAY


def test_when_nothing_was_held_for_half_a_year_it_is_the_day_of_the_latest():
    assert day_to_look_back_from(date(2023, 12, 20), TODAY) == date(2023, 12, 20)


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
