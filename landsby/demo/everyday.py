"""What daycares and schools do on ordinary days: moving, going out, tasting."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from landsby.demo import vocabulary as words
from landsby.demo.almanac import (
    LAST_DAY,
    days_of_month,
    is_closed_down,
    is_school_day,
    is_school_holiday,
    is_working_day,
    months_between,
    season_of,
)
from landsby.demo.cancelling import EVERYDAY_REASONS
from landsby.demo.chance import around, happens, number_of, stream
from landsby.demo.places import TEMPO
from landsby.demo.plan import Counts, Gathering, Outcome, PlannedActor
from landsby.demo.taking_part import is_there, neighbours_in


@dataclass(frozen=True, kw_only=True)
class Habit:
    """Something that a sort of institution does again and again.

    Attributes:
        monthly: how often in a full month, where the tempo is 1 and the habit is grown.
        since: when it begins; it takes two years to grow.
        group: the mean number of children.
        together: how likely a neighbour has a part in it.
    """

    kind: str
    titles: tuple[str, ...]
    of: frozenset[str]
    monthly: float
    since: date
    group: float
    places: tuple[str, ...]
    fits: Callable[[date], bool] = is_working_day
    together: float = 0.0


_SCHOOLS = words.SCHOOLS
_SFO = frozenset({words.SFO})

HABITS = (
    Habit(
        kind=words.MOVEMENT,
        of=words.DAYCARES,
        monthly=0.8,
        since=date(2020, 10, 1),
        group=15,
        places=("Legepladsen", "Puderummet", "Gården", "Stuen"),
        titles=(
            "Samling på maven",
            "Forhindringsbane på legepladsen",
            "Rytmik på stuen",
            "Rulle, trille og tumle",
            "Dans til morgensangen",
            "Balancebom og madrasser",
            "Løbelege i regnvejr",
            "Dyregang gennem huset",
            "Boldleg i gården",
            "Motorikbane i puderummet",
        ),
    ),
    Habit(
        kind=words.TRIP,
        of=words.DAYCARES,
        monthly=0.55,
        since=date(2021, 3, 1),
        group=13,
        places=("Skoven", "Stranden", "Legepladsen ved åen", "Byparken", "Mosen", "Biblioteket"),
        together=0.25,
        titles=(
            "Tur med kort over nærområdet",
            "På jagt efter brombær",
            "Gåtur til den store bakke",
            "Madpakketur i det grønne",
            "Besøg på biblioteket",
            "Skovdag med lup og spand",
            "Tur efter krabber og sten",
            "På besøg hos naboen",
        ),
    ),
    Habit(
        kind=words.FOOD_ACTIVITY,
        of=words.DAYCARES,
        monthly=0.35,
        since=date(2021, 1, 15),
        group=11,
        places=("Køkkenet", "Bålpladsen", "Køkkenhaven"),
        together=0.1,
        titles=(
            "Suppe over bål",
            "Vi smager på rodfrugter",
            "Knækbrød med kerner",
            "Grønt, som vi selv har sået",
            "Fisk, vi kan lide",
            "Frugt i alle farver",
            "Boller af fuldkorn",
        ),
    ),
    Habit(
        kind=words.MOVEMENT,
        of=_SCHOOLS,
        monthly=1.0,
        since=date(2021, 2, 1),
        group=24,
        places=("Skolegården", "Gymnastiksalen", "Klassen"),
        fits=is_school_day,
        titles=(
            "Bevægelsesbånd i indskolingen",
            "Legepatruljen i det store frikvarter",
            "Aktiv morgensamling",
            "Matematikløb i skolegården",
            "Små pauser med puls",
            "Stafet mellem årgangene",
        ),
    ),
    Habit(
        kind=words.OUTDOOR_LEARNING,
        of=_SCHOOLS,
        monthly=0.5,
        since=date(2021, 4, 1),
        group=23,
        places=("Skoven", "Søen", "Havnen", "Parken"),
        fits=is_school_day,
        together=0.3,
        titles=("Udeskole en hel dag", "På cykel til skoven", "Vandretur to og to", "Eleverne anmelder legepladser"),
    ),
    Habit(
        kind=words.FOOD_ACTIVITY,
        of=_SCHOOLS | _SFO,
        monthly=0.4,
        since=date(2021, 5, 1),
        group=20,
        places=("Skolekøkkenet", "Skolehaven", "Bålhytten"),
        fits=is_school_day,
        together=0.2,
        titles=("Eftermiddagsmad af overskudsgrønt", "Høst i skolehaven", "Vi laver hummus", "Vand i dunken", "Madmod"),
    ),
    Habit(
        kind=words.MOVEMENT,
        of=_SFO,
        monthly=0.6,
        since=date(2021, 3, 1),
        group=21,
        places=("Hallen", "Boldburet", "SFO’ens gård"),
        fits=is_school_day,
        together=0.1,
        titles=("Eftermiddag i hallen", "Hulahop og sjippetov", "Rundbold for alle", "Parkour med madrasser"),
    ),
)

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
    for number, habit in enumerate(HABITS):
        for actor in actors:
            if actor.kind in habit.of and (not actor.parent or actor.kind == words.SFO):
                yield from _kept(stream(seed, "everyday", number, actor.name), actors, habit, actor)


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
    start = chance.choice((9, 9, 10, 10, 13))
    children = _group(chance, habit, actor, day)
    gathering = Gathering(
        kind=habit.kind,
        title=chance.choice(habit.titles),
        on=day,
        starts=time(start, chance.choice((0, 15, 30))),
        municipality=actor.municipality,
        community=actor.community,
        place=chance.choice(habit.places),
        announced=happens(chance, 0.06),
        counts=Counts(children=children, staff=max(1, round(children / 7))),
        notes=chance.choice(_REMARKS) if happens(chance, 0.08) else "",
        extra=_answers(chance, habit.kind, day),
        tracks=_tracks(habit.kind, actor, day),
        hosts=(actor.name,),
        participants=_company(chance, actors, habit, actor, day),
    )
    if happens(chance, 0.02):
        because = chance.choice(EVERYDAY_REASONS)
        return replace(gathering, outcome=Outcome.CANCELLED, because=because, counts=Counts(), notes="", announced=True)
    return gathering


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


def _tracks(kind: str, actor: PlannedActor, day: date) -> tuple[str, ...]:
    """The track of the house that does it, and of the neighbourhood when they go out into it."""
    own = words.DAYCARE_TRACK if actor.kind in words.DAYCARES else words.SCHOOL_TRACK
    return (own, words.LOCAL_COMMUNITY) if kind == words.TRIP else (own,)


def _answers(chance: random.Random, kind: str, day: date) -> dict[str, object]:
    """What the house answered to the kind's own questions; now and then nobody did."""
    if happens(chance, 0.3):
        return {}
    if kind == words.TRIP:
        found = {"new_map_points": chance.randint(1, 3)} if happens(chance, 0.25) else {}
        return {
            "travel": chance.choice(("on_foot", "on_foot", "on_foot", "cargo_bicycle", "public_transport")),
            **found,
        }
    if kind == words.FOOD_ACTIVITY:
        return {
            "what": chance.choice(("tasting", "cooking", "growing", "packed_lunch")),
            "recipe_home": happens(chance, 0.3),
        }
    if kind == words.OUTDOOR_LEARNING:
        return {"subject": chance.choice(("Dansk", "Matematik", "Natur og teknologi", "Billedkunst", "Historie"))}
    return {}
