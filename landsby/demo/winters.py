"""The open hall of the years of anchoring: planned, with a rota, and not yet held."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta

from landsby.demo import vocabulary as words
from landsby.demo.actors import LEISURE_DEPARTMENT
from landsby.demo.almanac import days_between, is_school_holiday, public_holidays
from landsby.demo.places import HALL, MUNICIPALITY_OF
from landsby.demo.plan import Gathering, Outcome
from landsby.web.halls.turns import Turn, fair_turns

COMMUNITY = "Mågevig"
YEARS = (2025, 2026, 2027)
"""The years in which these winters begin."""

EVERY = 3
SUNDAY = 6
TURN = ("Mågevig Boldklub", "Mågevig Gymnastikforening", "Mågevig Roklub", "FDF Mågevig")
"""Those who take turns, in the order of the first round."""


def bounds(year: int) -> tuple[date, date]:
    """The first and the last day of a winter, a Monday and a Sunday, so that its weeks count from its first."""
    first = date(year, 10, 1)
    return first - timedelta(days=first.weekday()), date(year + 1, 3, 31)


def winter_openings() -> list[Gathering]:
    """Every opening of these winters."""
    return [opening for year in YEARS for opening in _openings(year)]


def _openings(year: int) -> Iterator[Gathering]:
    days = list(_days(year))
    turns = [Turn(key=number, on=day) for number, day in enumerate(days)]
    hosts = fair_turns(turns, range(len(TURN)), 1)
    for number, day in enumerate(days):
        yield Gathering(
            kind=words.OPEN_HALL,
            title=f"Åben hal i {HALL[COMMUNITY]}",
            on=day,
            starts=time(10),
            ends=time(12, 30),
            municipality=MUNICIPALITY_OF[COMMUNITY],
            community=COMMUNITY,
            place=HALL[COMMUNITY],
            outcome=Outcome.OPEN,
            announced=True,
            hosts=tuple(TURN[host] for host in hosts[number]),
            facilitators=(LEISURE_DEPARTMENT[MUNICIPALITY_OF[COMMUNITY]],),
        )


def _days(year: int) -> Iterator[date]:
    first, last = bounds(year)
    for day in days_between(first, last, lambda day: day.weekday() == SUNDAY):
        is_week = (day - first).days // 7 % EVERY == 0
        if is_week and not is_school_holiday(day) and day not in public_holidays(day.year):
            yield day
