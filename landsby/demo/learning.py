"""What the grown-ups learn together: workshops, seminars, webinars, courses, and a new leader's welcome."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from landsby.demo import vocabulary as words
from landsby.demo.actors import (
    CHILDREN_DEPARTMENT,
    HEALTH_DEPARTMENT,
    HEALTH_VISITORS,
    LEISURE_DEPARTMENT,
    SECRETARIAT,
)
from landsby.demo.almanac import LAST_DAY, YEARS, is_closed_down, is_school_day, next_fitting
from landsby.demo.chance import around, happens, some, stream
from landsby.demo.places import MUNICIPALITIES
from landsby.demo.plan import Counts, Gathering, Outcome, PlannedActor
from landsby.demo.taking_part import names, taking_part

_ONLINE = "På skærmen"


@dataclass(frozen=True, kw_only=True)
class Development:
    """A run of workshops in which one track took shape across the municipalities."""

    about: str
    track: str
    months: tuple[date, ...]
    guests: tuple[dict[str, str], ...]


# The programme begins in steps: each track is developed just before it starts.
DEVELOPMENTS = (
    Development(
        about="Dagtilbuddenes principper",
        track=words.DAYCARE_TRACK,
        months=(date(2020, 8, 20), date(2020, 9, 15), date(2020, 10, 20), date(2020, 11, 17)),
        guests=(CHILDREN_DEPARTMENT,),
    ),
    Development(
        about="Sundhedsplejens besøg",
        track=words.HEALTHY_START,
        months=(date(2021, 3, 4), date(2021, 3, 25), date(2021, 4, 21)),
        guests=(HEALTH_VISITORS,),
    ),
    Development(
        about="Skolernes handleplaner",
        track=words.SCHOOL_TRACK,
        months=(date(2020, 12, 2), date(2021, 1, 14), date(2021, 2, 4)),
        guests=(CHILDREN_DEPARTMENT, HEALTH_DEPARTMENT),
    ),
    Development(
        about="Legebaseret undersøgelse af motorik",
        track=words.MOTOR_TRACK,
        months=(date(2022, 3, 2), date(2022, 3, 16), date(2022, 9, 7)),
        guests=(HEALTH_VISITORS, CHILDREN_DEPARTMENT),
    ),
    Development(
        about="Foreningerne ind i hverdagen",
        track=words.ASSOCIATIONS,
        months=(date(2022, 1, 20), date(2022, 2, 24), date(2022, 4, 7)),
        guests=(LEISURE_DEPARTMENT,),
    ),
    Development(
        about="Babybolden og det, den kan",
        track=words.HEALTHY_START,
        months=(date(2023, 2, 9), date(2023, 4, 20)),
        guests=(HEALTH_VISITORS,),
    ),
)

_WEBINARS = (
    "Bevægelse i små rum",
    "Når forældre er på arbejde",
    "Kortet over nærområdet",
    "Foreningerne fortæller",
    "Sprog uden ord",
    "Mad og fællesskab",
)
_COURSES = ("Leg, der samler", "Førstehjælp på tur", "Bålmad", "Vejleder i legepatrulje")


def learning(seed: int, actors: Sequence[PlannedActor]) -> Iterator[Gathering]:
    """Everything that grown-ups came together to learn from."""
    for development in DEVELOPMENTS:
        yield from _workshops(stream(seed, "workshops", development.about), development)
    yield from _seminars(stream(seed, "seminars"))
    yield from _webinars(stream(seed, "webinars"), actors)
    for municipality in MUNICIPALITIES:
        yield from _staff_courses(stream(seed, "staff courses", municipality.code), actors, municipality.code)
    yield from _new_leaders(stream(seed, "new leaders"), actors)


def seminar(year: int, month: int) -> Gathering:
    """A seminar of the extended project group, as planned."""
    return Gathering(
        kind=words.SEMINAR,
        title=f"Projektseminar, {'forår' if month < 7 else 'efterår'} {year}",
        on=next_fitting(date(year, month, 8), is_school_day),
        starts=time(9, 30),
        ends=time(15, 30),
        place="Sekretariatet",
        outcome=Outcome.OPEN,
        announced=True,
        hosts=(SECRETARIAT,),
        participants=tuple(HEALTH_DEPARTMENT.values()),
    )


def _seminars(chance: random.Random) -> Iterator[Gathering]:
    for year in YEARS:
        for month in (4, 11):
            planned = seminar(year, month)
            place = _ONLINE if is_closed_down(planned.on) else planned.place
            decisions = chance.choice(_DECISIONS)
            counts = Counts(staff=around(chance, 22, 3, least=12))
            yield replace(planned, place=place, outcome=Outcome.HELD, counts=counts, extra={"decisions": decisions})


_DECISIONS = (
    "Vi samler gode eksempler og deler dem før sommer.",
    "To principper ad gangen er nok.",
    "Festivalugen planlægges et halvt år før.",
    "Hver kommune prøver én ny måde at nå familierne på.",
)


def _workshops(chance: random.Random, development: Development) -> Iterator[Gathering]:
    guests = tuple(name for table in development.guests for name in table.values())
    for number, near in enumerate(development.months, start=1):
        day = next_fitting(near, is_school_day)
        yield Gathering(
            kind=words.WORKSHOP,
            title=f"{development.about}, workshop {number}",
            on=day,
            starts=time(9),
            ends=time(14),
            place=_ONLINE if is_closed_down(day) else "Sekretariatet",
            announced=True,
            goals=words.ALL_GOALS,
            tracks=(development.track,),
            hosts=(SECRETARIAT,),
            participants=guests,
            extra={"outcome": "Et udkast, som husene prøver af til næste gang."},
            counts=Counts(staff=around(chance, 24, 6, least=10)),
        )


def _webinars(chance: random.Random, actors: Sequence[PlannedActor]) -> Iterator[Gathering]:
    """More of them while people could not meet."""
    for year in YEARS:
        for month in (2, 3, 4, 10, 11) if year == 2021 else (3, 10):
            day = next_fitting(date(year, month, chance.randint(3, 24)), is_school_day)
            if day < date(2020, 9, 1):
                continue
            topic = chance.choice(_WEBINARS)
            houses = names(taking_part(actors, day, kinds=words.INSTITUTIONS))
            yield Gathering(
                kind=words.WEBINAR,
                title=f"Webinar: {topic}",
                on=day,
                starts=time(14),
                ends=time(15, 30),
                place=_ONLINE,
                announced=True,
                goals=tuple(some(chance, words.ALL_GOALS, 1)),
                hosts=(SECRETARIAT,),
                participants=tuple(some(chance, houses, chance.randint(8, 20))),
                extra={"topic": topic, "recorded": happens(chance, 0.5)},
                counts=Counts(staff=around(chance, 48, 14, least=15), volunteers=chance.randint(0, 6)),
            )


def _staff_courses(chance: random.Random, actors: Sequence[PlannedActor], municipality: str) -> Iterator[Gathering]:
    for year in range(2022, LAST_DAY.year + 1):
        day = next_fitting(date(year, chance.choice((2, 5, 10)), chance.randint(1, 24)), is_school_day)
        guests = names(taking_part(actors, day, kinds=words.INSTITUTIONS, municipality=municipality))
        topic = chance.choice(_COURSES)
        yield Gathering(
            kind=words.STAFF_COURSE,
            title=f"Kursus: {topic}",
            on=day,
            starts=time(13),
            ends=time(16),
            municipality=municipality,
            place="Kulturhuset",
            announced=True,
            goals=tuple(some(chance, words.ALL_GOALS, 1)),
            hosts=(LEISURE_DEPARTMENT[municipality],),
            participants=tuple(some(chance, guests, chance.randint(3, 7))),
            extra={"topic": topic},
            counts=Counts(staff=around(chance, 18, 4, least=8), volunteers=chance.randint(0, 5)),
        )


def _new_leaders(chance: random.Random, actors: Sequence[PlannedActor]) -> Iterator[Gathering]:
    """A new leader inherits the programme; in five years that happens to one house in three."""
    for actor in taking_part(actors, LAST_DAY, kinds=words.DAYCARES | words.SCHOOLS):
        if happens(chance, 0.35):
            day = next_fitting(
                date(chance.randint(2022, 2024), chance.choice((2, 5, 9, 11)), chance.randint(1, 24)), is_school_day
            )
            yield Gathering(
                kind=words.LEADER_INTRODUCTION,
                title=f"Velkommen til den nye leder hos {actor.name}",
                on=max(day, next_fitting((actor.joined_on or day) + timedelta(days=14), is_school_day)),
                municipality=actor.municipality,
                community=actor.community,
                place=actor.name,
                tracks=(words.DAYCARE_TRACK if actor.kind in words.DAYCARES else words.SCHOOL_TRACK,),
                hosts=(HEALTH_DEPARTMENT[actor.municipality],),
                participants=(actor.name,),
                extra={
                    "next_step": chance.choice(("Besøg i et andet hus", "Med til næste temadag", "Vælg to principper"))
                },
                counts=Counts(staff=chance.randint(2, 4)),
            )
