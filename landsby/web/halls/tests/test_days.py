"""On which days a season opens."""

from __future__ import annotations

from datetime import date, time

import pytest

from landsby.web.halls.details import Pause, WeeklyTime
from landsby.web.halls.rules import problems_of_season, slots_of
from landsby.web.halls.tests.factories import details

SATURDAY = WeeklyTime(weekday=5, opens_at=time(10), closes_at=time(12, 30))
SUNDAY = WeeklyTime(weekday=6, opens_at=time(9), closes_at=time(11))

pytestmark = pytest.mark.django_db


def days(blueprint, world, **told):
    usual = {"starts_on": date(2024, 9, 4), "ends_on": date(2024, 10, 6), "weekly": (SATURDAY,)}
    return [slot.on.isoformat() for slot in slots_of(details(blueprint, world, **{**usual, **told}))]


def test_every_saturday_from_the_first_day_to_the_last(blueprint, world):
    saturdays = ["2024-09-07", "2024-09-14", "2024-09-21", "2024-09-28", "2024-10-05"]
    assert days(blueprint, world) == saturdays
    assert days(blueprint, world, starts_on=date(2024, 9, 7), ends_on=date(2024, 10, 5)) == saturdays


def test_two_days_of_the_week_each_with_its_own_times(blueprint, world):
    told = details(blueprint, world, starts_on=date(2024, 9, 7), ends_on=date(2024, 9, 8), weekly=(SUNDAY, SATURDAY))
    assert [(slot.on.day, slot.opens_at, slot.closes_at) for slot in slots_of(told)] == [
        (7, time(10), time(12, 30)),
        (8, time(9), time(11)),
    ]


def test_every_other_week_counts_calendar_weeks(blueprint, world):
    both = {"weeks_between": 2, "weekly": (SATURDAY, SUNDAY)}
    assert days(blueprint, world, **both) == [
        "2024-09-07",
        "2024-09-08",
        "2024-09-21",
        "2024-09-22",
        "2024-10-05",
        "2024-10-06",
    ]


def test_a_holiday_is_left_out_and_one_day_is_a_pause_too(blueprint, world):
    holidays = (
        Pause(first_on=date(2024, 9, 10), last_on=date(2024, 9, 22), why="Ferie"),
        Pause(first_on=date(2024, 10, 5), last_on=date(2024, 10, 5)),
    )
    assert days(blueprint, world, pauses=holidays) == ["2024-09-07", "2024-09-28"]


def codes(blueprint, world, **told):
    return [problem.code for problem in problems_of_season(details(blueprint, world, **told))]


def test_what_cannot_be_is_refused(blueprint, world):
    assert codes(blueprint, world) == []
    assert codes(blueprint, world, ends_on=date(2000, 1, 1)) == ["ends_before_start"]
    assert codes(blueprint, world, ends_on=date(2999, 1, 1)) == ["day_out_of_range"]
    assert codes(blueprint, world, starts_on=date(2024, 1, 1), ends_on=date(2025, 12, 1)) == ["too_long"]
    assert codes(blueprint, world, weekly=()) == ["never_open"]
    upside_down = WeeklyTime(weekday=5, opens_at=time(12), closes_at=time(10))
    assert codes(blueprint, world, weekly=(upside_down,)) == ["closes_before_it_opens"]
    assert "kind_without_rota" in codes(blueprint, world, kind=blueprint.activity_kinds["crab_fishing"])
    whole_week = tuple(WeeklyTime(weekday=day, opens_at=time(10), closes_at=time(11)) for day in range(7))
    assert codes(blueprint, world, weekly=whole_week, starts_on=date(2024, 1, 1), ends_on=date(2024, 12, 31)) == [
        "too_many_openings"
    ]
