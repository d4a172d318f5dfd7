"""Joint courses: children try an association's activity while daycare or school is open."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal

from landsby.demo import vocabulary as words
from landsby.demo.almanac import is_school_day, next_fitting
from landsby.demo.associations import COURSE_TITLES, Club, clubs_near
from landsby.demo.cancelling import COURSE_REASONS, NO_TRAINERS
from landsby.demo.chance import around, dealt, happens, stream
from landsby.demo.places import HALL, MUNICIPALITY_OF, QUIET_COMMUNITY, SVALEBORG, TEMPO
from landsby.demo.plan import Counts, Course, Gathering, Outcome, PlannedActor
from landsby.demo.taking_part import is_there, taking_part

HalfYear = tuple[int, int]

# How many courses begin in each half-year, from the spring in which the associations came in.
LONG_COURSES: dict[HalfYear, int] = {
    (2022, 1): 11,
    (2022, 2): 18,
    (2023, 1): 26,
    (2023, 2): 29,
    (2024, 1): 30,
    (2024, 2): 26,
}
# Courses that were agreed on and came to nothing.
CALLED_OFF: dict[HalfYear, int] = {(2022, 2): 2, (2023, 1): 1, (2023, 2): 1}
# Short courses are counted in one municipality only.
SHORT_COURSES: dict[HalfYear, int] = {
    (2022, 1): 4,
    (2022, 2): 6,
    (2023, 1): 8,
    (2023, 2): 7,
    (2024, 1): 7,
    (2024, 2): 5,
}
SHORT_COURSES_IN = SVALEBORG

GROUP_SIZES = (13, 14, 15, 16, 17, 17, 18, 19, 20, 21)
SESSIONS_OF_LONG = (5, 6, 7, 8, 8, 8, 9, 10, 10)
VISITS_OF_SHORT = (1, 2, 2, 2)
# A whole school on one day, or half of it on each of two.
CHILDREN_AT_SHORT = {1: (165, 180, 200, 220, 235), 2: (105, 115, 125, 130, 135, 145, 155)}


def joint_courses(seed: int, actors: Sequence[PlannedActor]) -> list[Course]:
    """All joint courses, long and short, those called off included."""
    return [*_long_courses(seed, actors), *_short_courses(seed, actors), *_called_off(seed, actors)]


def _long_courses(seed: int, actors: Sequence[PlannedActor]) -> Iterator[Course]:
    chance = stream(seed, "long courses")
    halves = _every_one(LONG_COURSES)
    communities = dealt(chance, _communities_by_tempo(), len(halves))
    sizes = [_give_or_take(chance, size) for size in dealt(chance, GROUP_SIZES, len(halves))]
    lengths = dealt(chance, SESSIONS_OF_LONG, len(halves))
    for half, community, size, length in zip(halves, communities, sizes, lengths, strict=True):
        yield _long_course(chance, actors, half, community, size, length)


def _long_course(
    chance: random.Random, actors: Sequence[PlannedActor], half: HalfYear, community: str, size: int, length: int
) -> Course:
    """Weekly sessions of one group with one club; the first is always held, as a course that began."""
    frame, club = _agreed(chance, actors, half, community, words.LONG_COURSE)
    days = _weekly(frame.on, length)
    sessions = [_session(chance, frame, day, club, size, is_last=day == days[-1]) for day in days]
    return Course(sessions=(_held(chance, sessions[0], size), *sessions[1:]), children=size)


def _short_courses(seed: int, actors: Sequence[PlannedActor]) -> Iterator[Course]:
    chance = stream(seed, "short courses")
    halves = _every_one(SHORT_COURSES)
    near = [name for name in _communities_by_tempo() if MUNICIPALITY_OF[name] == SHORT_COURSES_IN]
    communities = dealt(chance, near, len(halves))
    visits = dealt(chance, VISITS_OF_SHORT, len(halves))
    crowds = {count: iter(dealt(chance, cards, 2 * len(halves))) for count, cards in CHILDREN_AT_SHORT.items()}
    for half, community, count in zip(halves, communities, visits, strict=True):
        yield _short_course(chance, actors, half, community, [next(crowds[count]) for _ in range(count)])


def _short_course(
    chance: random.Random, actors: Sequence[PlannedActor], half: HalfYear, community: str, crowds: Sequence[int]
) -> Course:
    """One or two visits in which many children get a taste."""
    frame, _ = _agreed(chance, actors, half, community, words.SHORT_COURSE, kinds=(words.SCHOOL,))
    occasion = chance.choice(("theme_week", "theme_week", "party", "ordinary_day"))
    days = _weekly(frame.on, len(crowds))
    sessions = [
        replace(
            frame,
            on=day,
            announced=True,
            hours=Decimal(3),
            starts=time(9),
            ends=time(12),
            extra={"where": "at_institution" if crowd > 150 else "at_association", "occasion": occasion},
            counts=Counts(
                children=crowd, staff=around(chance, crowd / 14, 1, least=4), volunteers=chance.randint(3, 8)
            ),
        )
        for day, crowd in zip(days, crowds, strict=True)
    ]
    return Course(sessions=tuple(sessions))


def _called_off(seed: int, actors: Sequence[PlannedActor]) -> Iterator[Course]:
    chance = stream(seed, "courses called off")
    for half in _every_one(CALLED_OFF):
        frame, _ = _agreed(chance, actors, half, QUIET_COMMUNITY, words.LONG_COURSE)
        sessions = (
            replace(frame, on=day, announced=True, outcome=Outcome.CANCELLED, because=NO_TRAINERS)
            for day in _weekly(frame.on, 6)
        )
        yield Course(sessions=tuple(sessions))


def _agreed(
    chance: random.Random,
    actors: Sequence[PlannedActor],
    half: HalfYear,
    community: str,
    kind: str,
    kinds: Sequence[str] = tuple(words.INSTITUTIONS - {words.FAMILY_DAYCARE}),
) -> tuple[Gathering, Club]:
    """What a club and an institution agree on: everything that the sessions share, and the first day."""
    first = _first_day(chance, half)
    there = {actor.name for actor in actors if is_there(actor, first)}
    near = [club for club in clubs_near(MUNICIPALITY_OF[community], community) if club.name in there]
    club = chance.choice([club for club in near if club.by_day])
    guests = taking_part(actors, first, kinds=kinds, community=community)
    guest = chance.choice(sorted(guests, key=lambda actor: actor.name))
    where = "at_institution" if guest.kind == words.NURSERY else "at_association"
    frame = Gathering(
        kind=kind,
        title=f"{chance.choice(COURSE_TITLES[club.sport])} med {club.name}",
        on=first,
        municipality=MUNICIPALITY_OF[community],
        community=community,
        place=guest.name if where == "at_institution" else HALL[club.community or community],
        extra={"where": where, "travel": _travel(chance, club, where)},
        hosts=(club.name,),
        participants=(guest.name,),
    )
    return frame, club


def _session(chance: random.Random, frame: Gathering, day: date, club: Club, size: int, *, is_last: bool) -> Gathering:
    session = replace(frame, on=day, announced=happens(chance, 0.3), starts=time(9, 30), ends=time(10, 30))
    if happens(chance, 0.05):
        return replace(session, outcome=Outcome.CANCELLED, because=chance.choice(COURSE_REASONS))
    session = _held(chance, session, size)
    if is_last:  # the parents pick up at the activity and meet the trainer
        parents = around(chance, size * 0.6, 2)
        return replace(
            session,
            counts=replace(session.counts, parents=parents),
            extra={**session.extra, "parents_picked_up": True},
            notes="Forældrene hentede ved aktiviteten.",
        )
    return session


def _travel(chance: random.Random, club: Club, where: str) -> str:
    """The children walk to a club next door and ride to one across town."""
    if where == "at_institution":
        return "no_travel"
    return (
        chance.choice(("on_foot", "on_foot", "bicycle"))
        if club.community
        else chance.choice(("public_transport", "hired_bus"))
    )


def _held(chance: random.Random, session: Gathering, size: int) -> Gathering:
    came = sum(happens(chance, 0.92) for _ in range(size))
    counts = Counts(children=came, staff=chance.choice((2, 2, 3)), volunteers=chance.choice((1, 2, 2)))
    return replace(
        session,
        outcome=Outcome.HELD,
        because="",
        starts=time(9, 30),
        ends=time(10, 30),
        counts=counts,
        hours=Decimal(1),
    )


def _first_day(chance: random.Random, half: HalfYear) -> date:
    """A school day early enough in the half-year for ten weeks to follow."""
    year, number = half
    earliest = date(year, 1, 15) if number == 1 else date(year, 8, 19)
    return next_fitting(earliest + timedelta(days=chance.randint(0, 42)), is_school_day)


def _weekly(first: date, count: int) -> list[date]:
    """The same weekday every week, holidays left out."""
    days, day = [first], first
    while len(days) < count:
        day += timedelta(weeks=1)
        if is_school_day(day):
            days.append(day)
    return days


def _give_or_take(chance: random.Random, size: int) -> int:
    """Every fifth group or so has had a child come or leave."""
    return size + (chance.choice((-1, 1)) if happens(chance, 0.2) else 0)


def _every_one(counts: dict[HalfYear, int]) -> list[HalfYear]:
    return [half for half, count in counts.items() for _ in range(count)]


def _communities_by_tempo() -> list[str]:
    """Every community as many times as its tempo says: a deck to deal courses from."""
    return [community for community, tempo in TEMPO.items() for _ in range(round(tempo * 10))]
