"""Theme days: once a year for each field in each municipality, twice for the health visitors together."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, time

from landsby.demo import vocabulary as words
from landsby.demo.actors import CHILDREN_DEPARTMENT, HEALTH_VISITORS, SECRETARIAT
from landsby.demo.almanac import YEARS, is_closed_down, is_school_day, next_fitting
from landsby.demo.cancelling import CLOSED_DOWN, EVENING_REASONS
from landsby.demo.chance import around, happens, some, stream
from landsby.demo.places import MUNICIPALITIES
from landsby.demo.plan import Counts, Gathering, Outcome, PlannedActor
from landsby.demo.taking_part import names, taking_part

# for whom, the kinds that come, the tracks, the talk
AUDIENCES = (
    (
        "daycare",
        words.DAYCARES,
        (words.DAYCARE_TRACK,),
        ("Motorik i fri leg", "Maden som fælles projekt", "At gå forrest i legen"),
    ),
    (
        "school",
        words.SCHOOLS | {words.SFO},
        (words.SCHOOL_TRACK,),
        ("Udeskole, der virker", "Frikvarterer for alle", "Den gode madpakke"),
    ),
)


def theme_days(seed: int, actors: Sequence[PlannedActor]) -> Iterator[Gathering]:
    """Every theme day."""
    yield from _health_visitors_days(stream(seed, "health visitors’ days"))
    for municipality in MUNICIPALITIES:
        chance = stream(seed, "theme days", municipality.code)
        for audience in AUDIENCES:
            yield from _of_one_field(chance, actors, municipality.code, *audience)


def _health_visitors_days(chance: random.Random) -> Iterator[Gathering]:
    for year in YEARS[1:]:
        for month in (5, 11):
            day = next_fitting(date(year, month, chance.randint(3, 20)), is_school_day)
            yield _theme_day(
                chance,
                day,
                audience="health_visitors",
                guests=tuple(HEALTH_VISITORS.values()),
                host=SECRETARIAT,
                tracks=(words.HEALTHY_START,),
                talk=chance.choice(("Skærm og nærvær", "Overgangskost med ro", "Tumleleg fra fødslen")),
            )


def _of_one_field(
    chance: random.Random,
    actors: Sequence[PlannedActor],
    municipality: str,
    audience: str,
    kinds: frozenset[str],
    tracks: tuple[str, ...],
    talks: tuple[str, ...],
) -> Iterator[Gathering]:
    """One a year for each field, in each municipality."""
    for year in YEARS[1:]:
        day = next_fitting(date(year, 9 if audience == "daycare" else 10, chance.randint(1, 24)), is_school_day)
        guests = names(taking_part(actors, day, kinds=kinds, municipality=municipality))
        yield _theme_day(
            chance,
            day,
            audience=audience,
            guests=guests,
            host=CHILDREN_DEPARTMENT[municipality],
            tracks=tracks,
            talk=chance.choice(talks),
            municipality=municipality,
        )


def _theme_day(
    chance: random.Random,
    day: date,
    *,
    audience: str,
    guests: tuple[str, ...],
    host: str,
    tracks: tuple[str, ...],
    talk: str,
    municipality: str = "",
) -> Gathering:
    planned = Gathering(
        kind=words.THEME_DAY,
        title=f"Temadag: {talk}",
        on=day,
        starts=time(9),
        ends=time(15),
        municipality=municipality,
        place="På skærmen" if is_closed_down(day) else "Kulturhuset",
        announced=True,
        goals=tuple(some(chance, words.ALL_GOALS, 2)),
        tracks=tracks,
        hosts=(host,),
        participants=guests,
    )
    if happens(chance, 0.06):
        because = CLOSED_DOWN if is_closed_down(day) else chance.choice(EVENING_REASONS)
        return replace(planned, outcome=Outcome.CANCELLED, because=because)
    return replace(
        planned,
        counts=Counts(staff=around(chance, 12 + 2.6 * len(guests), 6, least=8)),
        extra={"audience": audience, "speaker": talk, "takeaways": chance.choice(_TAKEAWAYS)},
    )


_TAKEAWAYS = ("Tre lege til i morgen.", "En aftale om besøg hos hinanden.", "Mod på at prøve det ude.")


def planned_theme_day(municipality: str, year: int) -> Gathering:
    """The theme day of a coming year, as it stands in the annual wheel."""
    return Gathering(
        kind=words.THEME_DAY,
        title=f"Temadag for dagtilbud {year}",
        on=next_fitting(date(year, 9, 10), is_school_day),
        municipality=municipality,
        place="Kulturhuset",
        outcome=Outcome.OPEN,
        announced=True,
        tracks=(words.DAYCARE_TRACK,),
        hosts=(CHILDREN_DEPARTMENT[municipality],),
    )
