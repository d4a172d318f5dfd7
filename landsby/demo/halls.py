"""Open hall: weekends in which families play in the sports hall, with associations as hosts in turn."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from decimal import Decimal

from landsby.demo import vocabulary as words
from landsby.demo.actors import LEISURE_DEPARTMENT
from landsby.demo.almanac import days_between, is_school_holiday, public_holidays
from landsby.demo.associations import CLUBS
from landsby.demo.cancelling import HALL_REASONS
from landsby.demo.chance import around, dealt, happens, number_of, stream
from landsby.demo.places import HALL, MUNICIPALITY_OF
from landsby.demo.plan import Counts, Gathering, Outcome, PlannedActor
from landsby.demo.taking_part import institutions_in, is_there, names

SATURDAY, SUNDAY = 5, 6


@dataclass(frozen=True, kw_only=True)
class Rota:
    """When one hall is open: a weekday, every so many weeks, from a day on."""

    community: str
    weekday: int
    every: int
    since: date


# Two of the three municipalities open their halls.
ROTAS = (
    Rota(community="Mågevig", weekday=SUNDAY, every=1, since=date(2022, 9, 1)),
    Rota(community="Morelparken", weekday=SUNDAY, every=1, since=date(2022, 9, 1)),
    Rota(community="Hejrebro", weekday=SATURDAY, every=2, since=date(2022, 11, 1)),
    Rota(community="Hasselhegn", weekday=SATURDAY, every=5, since=date(2023, 9, 1)),
)
SEASONS = (
    (date(2022, 9, 11), date(2023, 3, 26)),
    (date(2023, 9, 10), date(2024, 3, 24)),
    (date(2024, 9, 8), date(2024, 12, 15)),
)

# One weekend in twenty comes to nothing: dealt, so that hard luck is spread over the seasons.
_LUCK = (True,) * 19 + (False,)


def open_halls(seed: int, actors: Sequence[PlannedActor]) -> list[Gathering]:
    """Every open hall, those cancelled included."""
    chance = stream(seed, "open halls")
    slots = [(rota, day) for rota in ROTAS for day in _days(rota)]
    luck = dealt(chance, _LUCK, len(slots))
    return [_open_hall(chance, actors, rota, day, held=held) for (rota, day), held in zip(slots, luck, strict=True)]


def _days(rota: Rota) -> Iterator[date]:
    for first, last in SEASONS:
        begin = max(first, rota.since)
        weekend = (day for day in days_between(begin, last) if day.weekday() == rota.weekday)
        for number, day in enumerate(weekend):
            if number % rota.every == 0 and not is_school_holiday(day) and day not in public_holidays(day.year):
                yield day


def _open_hall(
    chance: random.Random, actors: Sequence[PlannedActor], rota: Rota, day: date, *, held: bool
) -> Gathering:
    municipality = MUNICIPALITY_OF[rota.community]
    planned = Gathering(
        kind=words.OPEN_HALL,
        title=f"Åben hal i {HALL[rota.community]}",
        on=day,
        starts=time(10),
        ends=time(12, 30),
        municipality=municipality,
        community=rota.community,
        place=HALL[rota.community],
        announced=True,
        hosts=_hosts(chance, actors, municipality, rota.community, day),
        participants=_spreading_the_word(chance, actors, rota.community, day),
        facilitators=(LEISURE_DEPARTMENT[municipality],),
    )
    if not held:
        return replace(planned, outcome=Outcome.CANCELLED, because=chance.choice(HALL_REASONS))
    children = around(chance, _usual_crowd(rota, day), 9, least=8)
    counts = Counts(
        children=children,
        parents=around(chance, children * 0.7, 4, least=5),
        volunteers=chance.randint(2, 5),
        new_families=min(children // 2, number_of(chance, 4.0)),
    )
    trials = number_of(chance, 1.5)
    extra = {"style": _style(chance, day), "trial_lessons": trials, "new_members": chance.randint(0, trials)}
    return replace(planned, counts=counts, extra=extra, hours=Decimal("2.5") * len(planned.hosts))


def _style(chance: random.Random, day: date) -> str:
    """From free play towards games that the host sets going."""
    return "hosted" if happens(chance, 0.2 + 0.25 * (day.year - 2022)) else chance.choice(("free_play", "both"))


def _usual_crowd(rota: Rota, day: date) -> float:
    """More come as the word spreads through daycares and schools, and in the darkest months."""
    seasons = (day - rota.since) / timedelta(days=365)
    dark = 8 if day.month in (11, 12, 1, 2) else 0
    return 28 + 7 * seasons + dark


def _hosts(
    chance: random.Random, actors: Sequence[PlannedActor], municipality: str, community: str, day: date
) -> tuple[str, ...]:
    there = {actor.name for actor in actors if is_there(actor, day)}
    turn = [
        club.name
        for club in CLUBS
        if club.municipality == municipality and club.community in ("", community) and club.name in there
    ]
    return tuple(chance.sample(turn, 2 if happens(chance, 0.3) else 1))


def _spreading_the_word(
    chance: random.Random, actors: Sequence[PlannedActor], community: str, day: date
) -> tuple[str, ...]:
    """The institutions that told their families about it."""
    return tuple(name for name in names(institutions_in(actors, day, community)) if happens(chance, 0.35))
