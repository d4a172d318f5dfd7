"""The play-based motor examination: small groups of four-year-olds, from 2022."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, time

from landsby.demo import vocabulary as words
from landsby.demo.actors import HEALTH_VISITORS
from landsby.demo.almanac import days_between, is_school_day
from landsby.demo.cancelling import MOTOR_REASONS
from landsby.demo.chance import dealt, happens, stream
from landsby.demo.places import SVALEBORG, TEMPO
from landsby.demo.plan import Counts, Gathering, Outcome, PlannedActor
from landsby.demo.taking_part import taking_part

# How many groups play in each half-year; the examination spreads from house to house.
GROUPS = {(2022, 1): 16, (2022, 2): 24, (2023, 1): 32, (2023, 2): 35, (2024, 1): 38, (2024, 2): 36}
GROUP_SIZES = (6, 6, 7, 7, 7, 8, 8)
_MORE_OF = ("balls", "balls", "balance", "body_sense", "strength", "stamina", "small_movements", "as_now")
_MONTHS = {1: (3, 5), 2: (9, 11)}


def motor_examinations(seed: int, actors: Sequence[PlannedActor]) -> Iterator[Gathering]:
    """Every group that played; a group that falls ill plays another day, so each is held."""
    chance = stream(seed, "motor examinations")
    sizes = iter(dealt(chance, GROUP_SIZES, sum(GROUPS.values())))
    for (year, half), count in GROUPS.items():
        first, last = _MONTHS[half]
        days = list(days_between(date(year, first, 1), date(year, last, 28), is_school_day))
        for house in dealt(chance, _houses(actors, days[0]), count):
            played = _group(chance, house, chance.choice(days))
            if happens(chance, 0.04):
                because = chance.choice(MOTOR_REASONS)
                yield replace(played, outcome=Outcome.CANCELLED, because=because, announced=True)
                played = replace(played, on=chance.choice(days))
            yield replace(played, counts=Counts(children=next(sizes), staff=2))


def _houses(actors: Sequence[PlannedActor], day: date) -> list[PlannedActor]:
    """The houses that have four-year-olds, as many times as their community's tempo says."""
    houses = taking_part(actors, day, kinds=(words.INTEGRATED, words.KINDERGARTEN))
    return [house for house in houses for _ in range(round(TEMPO[house.community] * 10))]


def _group(chance: random.Random, house: PlannedActor, day: date) -> Gathering:
    """In the largest municipality the health visitors lead the play themselves; elsewhere a pedagogue does."""
    health_visitors = HEALTH_VISITORS[house.municipality]
    they_lead = house.municipality == SVALEBORG
    return Gathering(
        kind=words.MOTOR_PLAY,
        title="De fireåriges motorikleg",
        on=day,
        starts=time(9, 30),
        ends=time(10, 45),
        municipality=house.municipality,
        community=house.community,
        place=house.name,
        announced=happens(chance, 0.5),
        extra={
            "led_by": "health_visitor" if they_lead else "pedagogue",
            "more_of": chance.choice(_MORE_OF),
        },
        hosts=(house.name,),
        participants=(health_visitors,),
        facilitators=(health_visitors if they_lead else house.name,),
    )
