"""What families are invited to: lunch-box workshops, evenings, courses, hunts and neighbours' events."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal

from landsby.demo import vocabulary as words
from landsby.demo.actors import HEALTH_VISITORS
from landsby.demo.almanac import (
    LAST_DAY,
    YEARS,
    days_between,
    is_closed_down,
    is_school_day,
    is_school_holiday,
    next_fitting,
)
from landsby.demo.cancelling import CLOSED_DOWN, EVENING_REASONS
from landsby.demo.chance import around, happens, number_of, some, stream
from landsby.demo.places import BOEGESUND, MUNICIPALITIES, MUNICIPALITY_OF, TEMPO
from landsby.demo.plan import Counts, Course, Gathering, Outcome, PlannedActor
from landsby.demo.taking_part import daycares_in, is_there, names, neighbours_in, school_of

_LANGUAGES = ("dansk", "arabisk", "tyrkisk", "polsk", "engelsk", "ukrainsk", "somali")
_TOPICS = (
    "Mad i hverdagen",
    "Leg på stuegulvet",
    "Skærm og nærvær",
    "Ud i nærområdet",
    "Sjov med kroppen",
    "En god start i skolen",
)
# title, and the months that it belongs to
_NEIGHBOURS_EVENTS = (
    ("Loppemarked med lege", range(4, 11)),
    ("Åbent hus for børnefamilier", range(2, 12)),
    ("Høstfest i gården", (9, 10)),
    ("Fastelavn i salen", (2,)),
    ("Vi planter et æbletræ", (3, 4, 10, 11)),
    ("Sommerkino på plænen", (6, 8)),
    ("Cykeltjek for børn", range(3, 10)),
    ("Spil og suppe", (2, 3, 10, 11)),
)


def family_gatherings(seed: int, actors: Sequence[PlannedActor]) -> Iterator[Gathering]:
    """Everything for families that is not a course."""
    for actor in actors:
        if actor.kind in words.INSTITUTIONS and (not actor.parent or actor.kind == words.SFO):
            yield from _lunch_boxes(stream(seed, "lunch boxes", actor.name), actor)
            yield from _evenings(stream(seed, "evenings", actor.name), actor)
    for community in TEMPO:
        yield from _neighbours_events(stream(seed, "neighbours", community), actors, community)
        if MUNICIPALITY_OF[community] == BOEGESUND:
            yield from _treasure_hunts(stream(seed, "treasure hunts", community), actors, community)


def parents_courses(seed: int, actors: Sequence[PlannedActor]) -> Iterator[Course]:
    """A few courses for new parents, led by the health visitors."""
    for municipality in MUNICIPALITIES:
        for year in (2023, 2024):
            chance = stream(seed, "parents course", municipality.code, year)
            community = chance.choice([one.name for one in municipality.communities if one.tempo > 0.5])
            yield _parents_course(chance, actors, community, date(year, chance.choice((2, 9)), 1))


def _parents_course(chance: random.Random, actors: Sequence[PlannedActor], community: str, month: date) -> Course:
    municipality = MUNICIPALITY_OF[community]
    first = next_fitting(month + timedelta(days=chance.randint(4, 20)), is_school_day)
    weeks = [day for day in (first + timedelta(weeks=week) for week in range(8)) if is_school_day(day)]
    families = chance.randint(6, 10)
    sessions = [
        Gathering(
            kind=words.PARENTS_COURSE,
            title=f"Nye forældre i {community}",
            on=day,
            starts=time(10),
            ends=time(12),
            municipality=municipality,
            community=community,
            place=chance.choice(names(neighbours_in(actors, first, community))),
            extra={"topic": chance.choice(_TOPICS[:5]), "childcare": happens(chance, 0.4)},
            hosts=(HEALTH_VISITORS[municipality],),
            counts=Counts(parents=around(chance, families, 1, least=3), children=families, staff=2),
        )
        for day in weeks[:6]
    ]
    return Course(sessions=tuple(sessions), children=families)


def _lunch_boxes(chance: random.Random, actor: PlannedActor) -> Iterator[Gathering]:
    """Schools repeat it with each year's new pupils; some kindergartens make children ready for it."""
    at_school = actor.kind in words.SCHOOLS
    if not at_school and actor.kind not in (words.KINDERGARTEN, words.INTEGRATED):
        return
    for year in range(2021, LAST_DAY.year + 1):
        likely = (0.5 + 0.15 * (year - 2021)) if at_school else 0.12 * (year - 2021)
        day = next_fitting(date(year, 9 if at_school else 5, chance.randint(1, 28)), is_school_day)
        if (
            is_there(actor, day)
            and not is_closed_down(day)
            and happens(chance, likely * min(1.2, 0.3 + TEMPO[actor.community]))
        ):
            for part in range(2 if at_school and happens(chance, 0.5) else 1):
                yield _lunch_box(chance, actor, next_fitting(day + timedelta(days=part), is_school_day))


def _lunch_box(chance: random.Random, actor: PlannedActor, day: date) -> Gathering:
    with_parents = happens(chance, 0.4)
    children = around(chance, 21, 4, least=8)
    track = words.SCHOOL_TRACK if actor.kind in words.SCHOOLS else words.DAYCARE_TRACK
    return Gathering(
        kind=words.LUNCH_BOX,
        title="Madpakkeværksted",
        on=day,
        starts=time(14) if with_parents else time(9),
        municipality=actor.municipality,
        community=actor.community,
        place=actor.name,
        announced=happens(chance, 0.4),
        tracks=(track,),
        hosts=(actor.name,),
        extra={
            "parents_took_part": with_parents,
            "leaflets": children,
            "languages": ", ".join(some(chance, _LANGUAGES, 3)),
        },
        counts=Counts(
            children=children,
            parents=around(chance, children * 0.7, 3) if with_parents else None,
            staff=chance.randint(2, 4),
        ),
    )


def _evenings(chance: random.Random, actor: PlannedActor) -> Iterator[Gathering]:
    """About one event for parents a year, autumn or spring."""
    for year in range(2021, LAST_DAY.year + 1):
        day = next_fitting(date(year, chance.choice((3, 4, 9, 10, 11)), chance.randint(1, 28)), is_school_day)
        if not is_there(actor, day) or not happens(chance, 0.85 * min(1.15, 0.25 + TEMPO[actor.community])):
            continue
        evening = _evening(chance, actor, day)
        if is_closed_down(day):
            yield replace(evening, outcome=Outcome.CANCELLED, because=CLOSED_DOWN, counts=Counts(), extra={})
        elif happens(chance, 0.05):
            because = chance.choice(EVENING_REASONS)
            yield replace(evening, outcome=Outcome.CANCELLED, because=because, counts=Counts(), extra={})
        else:
            yield evening


def _evening(chance: random.Random, actor: PlannedActor, day: date) -> Gathering:
    parents = around(chance, 26, 9, least=6)
    topic = chance.choice(_TOPICS)
    track = words.DAYCARE_TRACK if actor.kind in words.DAYCARES else words.SCHOOL_TRACK
    return Gathering(
        kind=words.PARENTS_EVENT,
        title=f"Forældre på besøg: {topic}",
        on=day,
        starts=time(chance.choice((15, 16, 17))),
        municipality=actor.municipality,
        community=actor.community,
        place=actor.name,
        announced=True,
        goals=tuple(some(chance, words.ALL_GOALS, chance.randint(1, 2))),
        tracks=(track,),
        hosts=(actor.name,),
        extra={"topic": topic, "interpreter": happens(chance, 0.2)},
        counts=Counts(
            parents=parents,
            children=around(chance, parents * 0.8, 5),
            staff=chance.randint(2, 6),
            new_families=chance.randint(0, 5),
        ),
    )


def _neighbours_events(chance: random.Random, actors: Sequence[PlannedActor], community: str) -> Iterator[Gathering]:
    """Events that neighbours hold on their own; there are more of them each year."""
    for year in YEARS[1:]:
        for _ in range(number_of(chance, (0.8 + 0.7 * (year - 2021)) * TEMPO[community])):
            days = [
                day
                for day in days_between(date(year, 2, 1), date(year, 11, 30))
                if day.weekday() == 5 and not is_school_holiday(day) and not is_closed_down(day)
            ]
            yield _neighbours_event(chance, actors, community, chance.choice(days))


def _neighbours_event(chance: random.Random, actors: Sequence[PlannedActor], community: str, day: date) -> Gathering:
    children = around(chance, 40, 14, least=8)
    houses = [*names(daycares_in(actors, day, community)), school_of(community)]
    return Gathering(
        kind=words.COMMUNITY_EVENT,
        title=chance.choice([title for title, months in _NEIGHBOURS_EVENTS if day.month in months]),
        on=day,
        starts=time(10),
        ends=time(14),
        municipality=MUNICIPALITY_OF[community],
        community=community,
        place=community,
        announced=happens(chance, 0.6),
        hosts=(chance.choice(names(neighbours_in(actors, day, community))),),
        participants=tuple(some(chance, houses, chance.randint(1, 3))),
        extra={"again": happens(chance, 0.7)},
        hours=Decimal(chance.randint(4, 16)),
        counts=Counts(
            children=children,
            parents=around(chance, children * 0.8, 6, least=5),
            volunteers=chance.randint(3, 12),
            new_families=chance.randint(0, 8),
        ),
    )


def _treasure_hunts(chance: random.Random, actors: Sequence[PlannedActor], community: str) -> Iterator[Gathering]:
    """One municipality made the map around each house into a hunt."""
    for year in range(2022, LAST_DAY.year + 1):
        for month in (5, 8, 10):
            day = next_fitting(date(year, month, chance.randint(12, 28)), is_school_day)
            children = around(chance, 45, 12, least=12)
            yield Gathering(
                kind=words.TREASURE_HUNT,
                title=f"Skattejagt i {community}",
                on=day,
                starts=time(15),
                municipality=MUNICIPALITY_OF[community],
                community=community,
                place=community,
                announced=True,
                hosts=(school_of(community),),
                participants=tuple(some(chance, names(daycares_in(actors, day, community)), 2)),
                extra={"treasures": chance.randint(6, 14)},
                counts=Counts(
                    children=children,
                    parents=around(chance, children * 0.6, 5),
                    staff=chance.randint(3, 6),
                    new_families=chance.randint(0, 9),
                ),
            )
