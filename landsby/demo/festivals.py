"""The festival week: once a year in every community, and wider from year to year."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal

from landsby.demo import vocabulary as words
from landsby.demo.almanac import is_closed_down, is_working_day, next_fitting
from landsby.demo.associations import clubs_near
from landsby.demo.cancelling import CLOSED_DOWN, EVERYDAY_REASONS, WEEK_REASONS
from landsby.demo.chance import around, happens, some, stream
from landsby.demo.places import HALL, MUNICIPALITY_OF, QUIET_COMMUNITY, TEMPO
from landsby.demo.plan import Counts, Gathering, Outcome, PlannedActor
from landsby.demo.taking_part import institutions_in, is_there, names, neighbours_in, school_of

# The calendar week in which each community celebrates.
WEEK = {
    "Mågevig": 22,
    "Hejrebro": 37,
    "Sivkær": 23,
    "Ternevig": 20,
    "Hasselhegn": 38,
    "Kildetoft": 19,
    "Morelparken": 36,
    "Løvgangen": 20,
    "Sandkrog": 24,
    "Lyngtange": 39,
}
FIRST_YEAR, LAST_YEAR = 2021, 2024

# title, whether parents are invited
EVENTS = (
    ("Cykelparade gennem byen", False),
    ("Bål og pandekager", False),
    ("Stjerneløb mellem husene", False),
    ("Smagebod på torvet", True),
    ("Prøv en forening", False),
    ("De store læser for de små", False),
    ("Verdens længste frugtspyd", False),
    ("Familieeftermiddag med lege", True),
    ("Vandkamp og vandpost", False),
    ("Fællesspisning i gården", True),
    ("Skattejagt ved åen", True),
    ("Dans på skolens trappe", False),
)


def festival_weeks(seed: int, actors: Sequence[PlannedActor]) -> Iterator[Gathering]:
    """The events of every festival week; a week that fell into the closing down was called off."""
    for community in WEEK:
        for year in range(FIRST_YEAR, LAST_YEAR + 1):
            week = planned_week(community, year)
            if is_closed_down(week.on):
                yield replace(week, outcome=Outcome.CANCELLED, because=CLOSED_DOWN)
            elif community == QUIET_COMMUNITY and year == LAST_YEAR:
                yield replace(week, outcome=Outcome.CANCELLED, because=WEEK_REASONS[0])
            else:
                yield from _events(stream(seed, "festival week", community, year), actors, week)


def planned_week(community: str, year: int) -> Gathering:
    """The week as it stands in the annual wheel, before anybody has said who does what."""
    monday = date.fromisocalendar(year, WEEK[community], 1)
    return Gathering(
        kind=words.FESTIVAL,
        title=f"Festivaluge i {community} {year}",
        on=monday,
        until=monday + timedelta(days=4),
        municipality=MUNICIPALITY_OF[community],
        community=community,
        place=community,
        outcome=Outcome.OPEN,
        announced=True,
        hosts=(school_of(community),),
    )


def _events(chance: random.Random, actors: Sequence[PlannedActor], week: Gathering) -> Iterator[Gathering]:
    """An opening for everybody, and then more events, and more neighbours, from year to year."""
    years = week.on.year - FIRST_YEAR
    yield _opening(chance, actors, week, years)
    count = max(1, round((3 + 1.6 * years) * TEMPO[week.community]))
    for title, for_families in some(chance, EVENTS, count):
        yield _event(chance, actors, week, title, for_families=for_families)


def _opening(chance: random.Random, actors: Sequence[PlannedActor], week: Gathering, years: int) -> Gathering:
    day = next_fitting(week.on, is_working_day)
    houses = [name for name in names(institutions_in(actors, day, week.community)) if name not in week.hosts]
    children = around(chance, 45 * len(houses), 25, least=60)
    partners = some(chance, _partners(actors, week, day), max(1, round((2 + years) * TEMPO[week.community])))
    return replace(
        week,
        title=f"Åbning af festivalugen i {week.community}",
        on=day,
        until=None,
        starts=time(9, 30),
        ends=time(11, 30),
        place=f"Pladsen ved {HALL[week.community]}",
        outcome=Outcome.HELD,
        participants=(*houses, *partners),
        hours=Decimal(around(chance, 12, 4, least=3)),
        extra={"new_contacts": min(len(partners), chance.randint(0, 3))},
        counts=Counts(
            children=children,
            parents=around(chance, children * (0.1 + 0.05 * years), 8),
            staff=around(chance, children / 9, 3, least=6),
            volunteers=around(chance, 4 + 2 * years, 2),
        ),
    )


def _event(
    chance: random.Random, actors: Sequence[PlannedActor], week: Gathering, title: str, *, for_families: bool
) -> Gathering:
    day = next_fitting(week.on + timedelta(days=chance.randint(1, 4)), is_working_day)
    host = chance.choice(institutions_in(actors, day, week.community)).name
    children = around(chance, 48 if for_families else 34, 12, least=10)
    event = replace(
        week,
        title=title,
        on=day,
        until=None,
        starts=time(15) if for_families else time(chance.choice((9, 10, 13))),
        place=chance.choice((host, HALL[week.community], "Torvet", "Parken")),
        outcome=Outcome.HELD,
        announced=happens(chance, 0.5),
        goals=tuple(some(chance, words.ALL_GOALS, chance.randint(1, 2))),
        hosts=(host,),
        participants=tuple(some(chance, _partners(actors, week, day), chance.randint(0, 2))),
        counts=Counts(
            children=children,
            parents=around(chance, children * 0.8, 6, least=6) if for_families else None,
            staff=max(2, children // 8),
            volunteers=chance.randint(0, 5),
            new_families=chance.randint(0, 6) if for_families else None,
        ),
    )
    if happens(chance, 0.05):
        because = chance.choice(EVERYDAY_REASONS[:2])
        return replace(event, outcome=Outcome.CANCELLED, because=because, counts=Counts(), announced=True)
    return event


def _partners(actors: Sequence[PlannedActor], week: Gathering, day: date) -> list[str]:
    """Neighbours and clubs who could be asked."""
    there = {actor.name for actor in actors if is_there(actor, day)}
    clubs = [club.name for club in clubs_near(week.municipality, week.community) if club.name in there]
    return [*names(neighbours_in(actors, day, week.community)), *clubs]
