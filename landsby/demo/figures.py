"""The demo's figures of indicators: invented, with a slow change that is known, and scatter as chance gives it.

Single municipalities outside the programme have none: no figure is invented for a place that there is.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import sqrt

from landsby.blueprint import Blueprint
from landsby.blueprint.kinds import Indicator
from landsby.demo.chance import around, happens, stream
from landsby.demo.ground import Ground
from landsby.web.accounts.models import User
from landsby.web.indicators.actions import ToldTarget, add_figures, set_target
from landsby.web.indicators.importing.known import Amounts, Key
from landsby.web.indicators.importing.plan import PlannedFigure
from landsby.web.indicators.models import COUNTRY, Delivery
from landsby.web.indicators.models.at_area import place_key
from landsby.web.partnerships.models import Programme

SOURCE = "Opdigtet til demoen"
_SIX = Decimal("0.000001")


@dataclass(frozen=True)
class Course:
    """How an indicator goes over the years.

    Attributes:
        level: where it starts: a share in per cent, or a mean.
        yearly: how much it moves each year in the communities, from the year `since`; elsewhere it stays.
        first, last: the years (of school, of the calendar, or of birth) that there are figures of.
        children: about how many a community has in a year.
        spread: how far its children lie from each other, for a mean.
    """

    level: float
    yearly: float
    first: int
    last: int
    since: int = 2020
    children: int = 70
    spread: float = 0.0


COURSES = {
    "growth_above_range": Course(level=17, yearly=-0.7, first=2016, last=2023, since=2021),
    "movement_at_four": Course(level=24, yearly=-1.0, first=2022, last=2023, since=2022, children=55),
    "movement_at_school_start": Course(level=15, yearly=-0.4, first=2016, last=2023, since=2021),
    "members_of_associations": Course(level=61, yearly=1.6, first=2017, last=2024, children=330),
    "happy_at_school": Course(level=87, yearly=0.3, first=2016, last=2023, children=260),
    "thriving_at_school_start": Course(level=90, yearly=0.2, first=2016, last=2023),
}
"""Of the first programme; the others of its indicators are not measured yet."""

BASELINES = {
    "academic_wellbeing": Course(level=3.62, yearly=0, first=2021, last=2023, children=900, spread=0.71),
    "social_wellbeing": Course(level=3.98, yearly=0, first=2021, last=2023, children=900, spread=0.66),
    "worrying_absence": Course(level=17, yearly=0, first=2021, last=2023, children=1400),
}
"""Of the programme that has just begun: where its municipalities stand before anything is done."""

MUNICIPALITY, WHOLE_COUNTRY = 9, 800
"""So many times the children of a community."""

_AIMS = (("growth_above_range", Decimal(12), 2028), ("members_of_associations", Decimal(75), 2028))


def write_figures(ground: Ground, seed: int) -> int:
    """The figures and targets of the first programme; how many figures there are."""
    communities = [place_key(one.pk, "") for one in ground.communities.values()]
    municipalities = [place_key(None, one.code) for one in ground.municipalities.values()]
    places = dict.fromkeys(communities, 1) | dict.fromkeys(municipalities, MUNICIPALITY)
    written = _write(ground.programme, ground.blueprint, COURSES, places, seed, ground.secretariat)
    for indicator, value, period in _AIMS:
        told = ToldTarget("", value, period, "Styregruppen", date(2021, 5, 20), "Aftalt, da programmet gik i gang.")
        set_target(programme=ground.programme, indicator=indicator, told=told, by=ground.secretariat)
    return written


def write_baseline(programme: Programme, blueprint: Blueprint, codes: Iterable[str], by: User) -> int:
    """Where the municipalities of a programme stood before it began; how many figures there are."""
    places = {place_key(None, code): 1 for code in codes}
    return _write(programme, blueprint, BASELINES, places, 1, by)


def _write(
    programme: Programme, blueprint: Blueprint, courses: dict[str, Course], places: dict[str, int], seed: int, by: User
) -> int:
    """Figures of some places and of the whole country, an indicator at a time."""
    sized = {**places, place_key(None, COUNTRY): WHOLE_COUNTRY}
    written = 0
    for id_, course in courses.items():
        told = _figures(blueprint.indicators[id_], course, sized, seed)
        figures = [PlannedFigure(row, key, amounts) for row, (key, amounts) in enumerate(told, start=2)]
        delivery = Delivery(programme=programme, file_name=f"{id_}.csv", source=SOURCE, added_by=by)
        add_figures(delivery=delivery, indicator=blueprint.indicators[id_], figures=figures, by=by)
        written += len(figures)
    return written


def _figures(indicator: Indicator, course: Course, places: dict[str, int], seed: int) -> Iterator[tuple[Key, Amounts]]:
    for position, (place, size) in enumerate(places.items()):
        chance = stream(seed, "figures", indicator.id, position)
        own = chance.gauss(0, 1.2 if indicator.form == "share" else 0.03) if size < WHOLE_COUNTRY else 0.0
        for year in range(course.first, course.last + 1):
            moved = course.yearly * max(0, year - course.since) if place.startswith("c") else 0.0
            people = around(chance, course.children * size, sqrt(course.children * size), least=12, most=10**7)
            yield (place, year, ""), _amounts(chance, indicator, course, course.level + own + moved, people)


def _amounts(chance: random.Random, indicator: Indicator, course: Course, level: float, people: int) -> Amounts:
    """What chance makes of so many children."""
    if indicator.form == "mean":
        mean = Decimal(chance.gauss(level, course.spread / sqrt(people)))
        return Amounts(mean.quantize(_SIX), None, Decimal(people), Decimal(str(course.spread)))
    share = min(max(level / 100, 0.01), 0.99)
    if people < 2000:
        counted = sum(happens(chance, share) for _child in range(people))
    else:
        counted = around(chance, people * share, sqrt(people * share * (1 - share)), most=people)
    return Amounts((Decimal(counted * 100) / people).quantize(_SIX), Decimal(counted), Decimal(people))
