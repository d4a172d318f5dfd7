"""How long a plan holds, and when it is looked at again."""

from datetime import date

from landsby.blueprint.kinds.parts import Rhythm
from landsby.web.plans.periods import Span, months_after, review_due, span_after, span_around

WHOLE = Span(date(2020, 1, 1), date(2029, 12, 31))


def test_each_period_is_the_one_that_the_day_lies_in() -> None:
    day = date(2021, 2, 3)
    assert span_around("half_year", day, WHOLE) == (date(2021, 1, 1), date(2021, 6, 30))
    assert span_around("school_year", day, WHOLE) == (date(2020, 8, 1), date(2021, 7, 31))
    assert span_around("calendar_year", day, WHOLE) == (date(2021, 1, 1), date(2021, 12, 31))
    assert span_around("programme", day, WHOLE) == WHOLE


def test_the_next_period_follows_on_and_ends_as_such_a_period_does() -> None:
    until_summer = Span(date(2020, 11, 1), date(2021, 7, 31))
    spring = date(2021, 5, 1)
    assert span_after("school_year", until_summer, WHOLE, spring) == (date(2021, 8, 1), date(2022, 7, 31))
    assert span_after("programme", WHOLE, WHOLE, spring) == (date(2030, 1, 1), date(2030, 12, 31))
    assert span_after("programme", Span(date(2020, 1, 1), None), WHOLE, spring) == WHOLE


def test_the_next_period_is_one_that_is_not_over_and_lasts_as_long_as_the_place_is_used_to() -> None:
    two_years, late = Span(date(2021, 1, 1), date(2022, 12, 31)), date(2026, 11, 21)
    assert span_after("half_year", two_years, WHOLE, late) == (date(2025, 1, 1), date(2026, 12, 31))
    half_a_year = Span(date(2021, 1, 1), date(2021, 6, 30))
    assert span_after("half_year", half_a_year, WHOLE, late) == (date(2026, 7, 1), date(2026, 12, 31))


def test_a_plan_is_looked_at_again_in_its_rhythm_or_when_it_ends() -> None:
    first, last = date(2021, 1, 31), date(2021, 6, 30)
    assert review_due(Rhythm(every="month"), first, last) == date(2021, 2, 28)
    assert review_due(Rhythm(every="half_year"), first, last) == date(2021, 7, 31)
    assert review_due(Rhythm(every="year", times=2), first, last) == date(2021, 7, 30)
    assert review_due(Rhythm(every="week"), first, last) == date(2021, 2, 7)
    assert review_due(Rhythm(every="as_needed"), first, last) is None
    assert (review_due(None, first, last), review_due(None, last, last)) == (last, None)


def test_the_same_day_of_a_shorter_month_is_its_last() -> None:
    assert months_after(date(2023, 8, 31), 6) == date(2024, 2, 29)
    assert months_after(date(2023, 11, 5), 12) == date(2024, 11, 5)
