"""Meetings: the local networks, the project group and the steering groups."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, time, timedelta

from landsby.demo import vocabulary as words
from landsby.demo.actors import CHILDREN_DEPARTMENT, HEALTH_DEPARTMENT, HEALTH_VISITORS, LEISURE_DEPARTMENT, SECRETARIAT
from landsby.demo.almanac import LAST_DAY, YEARS, is_closed_down, is_school_day, is_working_day, next_fitting
from landsby.demo.cancelling import CLOSED_DOWN, MEETING_REASONS
from landsby.demo.chance import around, happens, some, stream
from landsby.demo.places import MUNICIPALITIES, MUNICIPALITY_OF, QUIET_COMMUNITY, SVALEBORG, TEMPO
from landsby.demo.plan import Counts, Gathering, Outcome, PlannedActor
from landsby.demo.taking_part import daycares_in, names, neighbours_in, school_of

# Networks meet in one municipality from the start; one community elsewhere took the idea up.
NETWORKS = ("Mågevig", "Hejrebro", "Sivkær", QUIET_COMMUNITY, "Morelparken")
NETWORK_MONTHS = (2, 4, 6, 9, 11)
_ONLINE = "På skærmen"
_AGREEMENTS = (
    "Fælles plakat til festivalugen",
    "Biblioteket holder åbent for SFO’en om torsdagen",
    "Boligforeningen låner fælleshuset ud til madklubben",
    "Vi deler cykler mellem husene",
    "Købmanden giver overskudsfrugt om fredagen",
    "Kort over nærområdet hænges op i opgangene",
    "Skolen åbner hallen for dagtilbuddene om formiddagen",
)


def meetings(seed: int, actors: Sequence[PlannedActor]) -> Iterator[Gathering]:
    """Every meeting of the five years."""
    for community in NETWORKS:
        yield from _network(stream(seed, "network", community), actors, community)
    yield from _project_group(stream(seed, "project group"))
    yield from _steering_group(stream(seed, "steering group"))
    for municipality in MUNICIPALITIES:
        yield from _local_steering_group(stream(seed, "local steering group", municipality.code), municipality.code)


def _network(chance: random.Random, actors: Sequence[PlannedActor], community: str) -> Iterator[Gathering]:
    """Local actors meet; year by year they lead the meeting themselves more often."""
    municipality = MUNICIPALITY_OF[community]
    since = date(2020, 9, 1) if municipality == SVALEBORG else date(2023, 1, 1)
    lively = TEMPO[community] > 0.5
    for year in YEARS:
        for month in NETWORK_MONTHS if lively else NETWORK_MONTHS[::3]:
            day = next_fitting(date(year, month, chance.randint(3, 24)), is_school_day)
            if day >= since:
                yield _network_meeting(
                    chance, actors, community, day, led_locally=happens(chance, (year - 2020) * 0.22)
                )


def _network_meeting(
    chance: random.Random, actors: Sequence[PlannedActor], community: str, day: date, *, led_locally: bool
) -> Gathering:
    school = school_of(community)
    present = _present(chance, actors, community, day)
    online = is_closed_down(day)
    return _settled(
        chance,
        Gathering(
            kind=words.NETWORK_MEETING,
            title=f"Netværksmøde i {community}",
            on=day,
            starts=time(14, 30),
            ends=time(16),
            municipality=MUNICIPALITY_OF[community],
            community=community,
            place=_ONLINE if online else chance.choice((school, *present)),
            announced=True,
            counts=Counts(staff=len(present) + chance.randint(2, 4), volunteers=chance.randint(0, 4)),
            agreed=tuple(some(chance, _AGREEMENTS, 2)),
            extra={"new_faces": chance.randint(0, 3)},
            goals=tuple(some(chance, words.ALL_GOALS, chance.randint(1, 3))),
            hosts=(school,),
            participants=present,
            facilitators=(chance.choice(present) if led_locally else HEALTH_DEPARTMENT[MUNICIPALITY_OF[community]],),
        ),
        MEETING_REASONS,
        0.05,
    )


def _present(chance: random.Random, actors: Sequence[PlannedActor], community: str, day: date) -> tuple[str, ...]:
    """Who comes: most daycares, and some of the others."""
    houses = names(daycares_in(actors, day, community))
    others = [*names(neighbours_in(actors, day, community)), HEALTH_VISITORS[MUNICIPALITY_OF[community]]]
    return (*some(chance, houses, max(1, len(houses) - 1)), *some(chance, others, chance.randint(1, 4)))


def _project_group(chance: random.Random) -> Iterator[Gathering]:
    """The project leaders and the secretariat, every other week."""
    day = date(2020, 1, 15)
    while day <= LAST_DAY:
        if is_working_day(day) and is_school_day(day):
            yield _settled(
                chance,
                Gathering(
                    kind=words.MEETING,
                    title="Projektgruppemøde",
                    on=day,
                    starts=time(9),
                    ends=time(11),
                    place=_ONLINE,
                    counts=Counts(staff=around(chance, 8, 1, least=5)),
                    extra={"about": "project_group"},
                    hosts=(SECRETARIAT,),
                    participants=tuple(HEALTH_DEPARTMENT.values()),
                ),
                MEETING_REASONS,
                0.06,
            )
        day += timedelta(weeks=2)


def _steering_group(chance: random.Random) -> Iterator[Gathering]:
    """The steering group across the municipalities, three times a year."""
    for year in YEARS:
        for month in (3, 6, 11):
            day = next_fitting(date(year, month, chance.randint(4, 20)), is_school_day)
            yield Gathering(
                kind=words.MEETING,
                title="Møde i den tværgående styregruppe",
                on=day,
                starts=time(10),
                ends=time(12),
                place=_ONLINE if is_closed_down(day) else "Sekretariatet",
                announced=True,
                counts=Counts(staff=chance.randint(5, 8)),
                hosts=(SECRETARIAT,),
                participants=tuple(CHILDREN_DEPARTMENT.values()),
            )


def _local_steering_group(chance: random.Random, municipality: str) -> Iterator[Gathering]:
    """Each municipality's own leaders, four times a year."""
    departments = [table[municipality] for table in (CHILDREN_DEPARTMENT, LEISURE_DEPARTMENT, HEALTH_VISITORS)]
    for year in YEARS:
        for month in (2, 5, 9, 12):
            day = next_fitting(date(year, month, chance.randint(1, 14)), is_school_day)
            yield _settled(
                chance,
                Gathering(
                    kind=words.MEETING,
                    title="Møde i den lokale styregruppe",
                    on=day,
                    starts=time(13),
                    ends=time(14, 30),
                    municipality=municipality,
                    place=_ONLINE if is_closed_down(day) else "Rådhuset",
                    announced=happens(chance, 0.5),
                    counts=Counts(staff=chance.randint(5, 9)),
                    hosts=(HEALTH_DEPARTMENT[municipality],),
                    participants=tuple(departments),
                ),
                MEETING_REASONS,
                0.05,
            )


def _settled(chance: random.Random, meeting: Gathering, reasons: Sequence[str], risk: float) -> Gathering:
    """The meeting as held, or called off with a reason."""
    if not happens(chance, risk):
        return meeting
    because = CLOSED_DOWN if is_closed_down(meeting.on) else chance.choice(reasons)
    return replace(
        meeting, outcome=Outcome.CANCELLED, because=because, counts=Counts(), extra={}, agreed=(), announced=True
    )
