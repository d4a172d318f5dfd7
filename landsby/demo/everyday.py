"""What daycares and schools do on ordinary days: moving, going out, tasting."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, time

from landsby.demo import vocabulary as words
from landsby.demo.almanac import (
    LAST_DAY,
    days_of_month,
    is_closed_down,
    is_school_holiday,
    months_between,
    season_of,
)
from landsby.demo.cancelling import EVERYDAY_REASONS
from landsby.demo.chance import around, happens, number_of, stream
from landsby.demo.habits import HABITS, Doing, Habit
from landsby.demo.places import TEMPO
from landsby.demo.plan import Counts, Gathering, Outcome, PlannedActor
from landsby.demo.taking_part import is_there, neighbours_in

_REMARKS = (
    "God stemning.",
    "De nye børn var med fra start.",
    "Vi gentager det i næste uge.",
    "Forældrene spurgte til turen bagefter.",
    "De store hjalp de små.",
    "Vi manglede en voksen mere.",
)


def everyday_life(seed: int, actors: Sequence[PlannedActor]) -> Iterator[Gathering]:
    """What every institution registers of its ordinary days, month by month."""
    for habit in HABITS:
        for actor in actors:
            if actor.kind in habit.of and (not actor.parent or actor.kind == words.SFO):
                yield from _kept(stream(seed, "everyday", habit.kind, actor.name), actors, habit, actor)


def _kept(
    chance: random.Random, actors: Sequence[PlannedActor], habit: Habit, actor: PlannedActor
) -> Iterator[Gathering]:
    """One institution's keeping of one habit."""
    eagerness = TEMPO[actor.community] * chance.uniform(0.75, 1.25)
    for month in months_between(max(habit.since, actor.joined_on or habit.since), LAST_DAY):
        grown = min(1.0, 0.45 + 0.55 * (month - habit.since).days / 730)
        count = number_of(chance, habit.monthly * eagerness * grown * season_of(month))
        days = [day for day in days_of_month(month, habit.fits) if day >= habit.since and is_there(actor, day)]
        for day in sorted(chance.sample(days, min(count, len(days)))):
            yield _once(chance, actors, habit, actor, day)


def _once(
    chance: random.Random, actors: Sequence[PlannedActor], habit: Habit, actor: PlannedActor, day: date
) -> Gathering:
    doing = chance.choice([doing for doing in habit.doings if day.month in doing.months])
    children = _group(chance, habit, actor, day)
    gathering = Gathering(
        kind=habit.kind,
        title=doing.title,
        on=day,
        starts=_start(chance, actor),
        municipality=actor.municipality,
        community=actor.community,
        place=chance.choice(doing.places),
        announced=happens(chance, 0.06),
        counts=Counts(children=children, staff=max(1, round(children / 7))),
        notes=chance.choice(_REMARKS) if happens(chance, 0.08) else "",
        extra=_answers(chance, habit.kind, doing),
        tracks=_tracks(habit.kind, actor),
        hosts=(actor.name,),
        participants=_company(chance, actors, habit, actor, day),
    )
    if happens(chance, 0.02):
        called_off = replace(gathering, counts=Counts(), extra={}, notes="", announced=True)
        return replace(called_off, outcome=Outcome.CANCELLED, because=chance.choice(EVERYDAY_REASONS))
    return gathering


def _start(chance: random.Random, actor: PlannedActor) -> time:
    hour = 14 if actor.kind == words.SFO else chance.choice((9, 9, 10, 10, 13))
    return time(hour, chance.choice((0, 15, 30)))


def _group(chance: random.Random, habit: Habit, actor: PlannedActor, day: date) -> int:
    """Fewer children in the holidays, in the family day care and at the special school."""
    small = actor.kind in (words.FAMILY_DAYCARE, words.SPECIAL_SCHOOL, words.NURSERY)
    size = habit.group * (0.6 if small else 1.0) * (0.6 if is_school_holiday(day) else 1.0)
    return around(chance, size, size * 0.25, least=4)


def _company(
    chance: random.Random, actors: Sequence[PlannedActor], habit: Habit, actor: PlannedActor, day: date
) -> tuple[str, ...]:
    """A neighbour who had a part in it; nobody visits while everything is closed down."""
    neighbours = neighbours_in(actors, day, actor.community)
    if not neighbours or is_closed_down(day) or not happens(chance, habit.together):
        return ()
    return (chance.choice(neighbours).name,)


def _tracks(kind: str, actor: PlannedActor) -> tuple[str, ...]:
    """The track of the house that does it, and of the neighbourhood when they go out into it."""
    own = words.DAYCARE_TRACK if actor.kind in words.DAYCARES else words.SCHOOL_TRACK
    return (own, words.LOCAL_COMMUNITY) if kind == words.TRIP else (own,)


def _answers(chance: random.Random, kind: str, doing: Doing) -> dict[str, object]:
    """What the house answered to the kind's own questions; now and then nobody did."""
    if happens(chance, 0.3):
        return {}
    match kind:
        case words.TRIP:
            found = {"new_map_points": chance.randint(1, 3)} if happens(chance, 0.25) else {}
            return {"travel": chance.choice(_WAYS), **found}
        case words.FOOD_ACTIVITY:
            return {"what": doing.what, "recipe_home": happens(chance, 0.3)}
        case words.OUTDOOR_LEARNING:
            return {"subject": doing.what}
    return {"what": doing.what}


_WAYS = ("on_foot", "on_foot", "on_foot", "cargo_bicycle", "public_transport")
