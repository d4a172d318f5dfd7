"""What is planned and not yet reported: the last weeks of the five years, and the years of anchoring.

The demo's records end with 2024, while lists of what is due go by the real day. So that they are
never empty, some gatherings of December 2024 still await their report, and the annual wheel for
2025-2029 (festival weeks, theme days, seminars, winters with open hall) is planned: whenever the demo is opened, there
is something behind and something ahead. Nothing here depends on the day the demo is built.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time

from landsby.demo import vocabulary as words
from landsby.demo.actors import HEALTH_DEPARTMENT, HEALTH_VISITORS, LEISURE_DEPARTMENT
from landsby.demo.festivals import WEEK, planned_week
from landsby.demo.learning import seminar
from landsby.demo.places import HALL, MUNICIPALITIES, MUNICIPALITY_OF, SVALEBORG
from landsby.demo.plan import Gathering, Outcome
from landsby.demo.theme_days import planned_theme_day
from landsby.demo.winters import winter_openings

ANCHORING = range(2025, 2030)


def loose_ends() -> list[Gathering]:
    """Everything that is planned without a report."""
    return [*_AWAITING_REPORT, *_annual_wheel(), *winter_openings()]


def _annual_wheel() -> Iterator[Gathering]:
    for year in ANCHORING:
        yield seminar(year, 4)
        yield seminar(year, 11)
        yield from (planned_theme_day(municipality.code, year) for municipality in MUNICIPALITIES)
        yield from (planned_week(community, year) for community in WEEK)


def _open(
    kind: str,
    title: str,
    day: int,
    community: str = "",
    *,
    hosts: tuple[str, ...],
    guests: tuple[str, ...] = (),
    facilitators: tuple[str, ...] = (),
    municipality: str = "",
) -> Gathering:
    """A gathering of December 2024 that nobody has reported on."""
    return Gathering(
        kind=kind,
        title=title,
        on=date(2024, 12, day),
        starts=time(10),
        municipality=municipality or MUNICIPALITY_OF[community],
        community=community,
        place=HALL[community] if kind == words.OPEN_HALL else hosts[0],
        outcome=Outcome.OPEN,
        announced=True,
        hosts=hosts,
        participants=guests,
        facilitators=facilitators,
    )


_AWAITING_REPORT = (
    _open(words.MOVEMENT, "Luciadans på stuen", 13, "Mågevig", hosts=("Børnehuset Tangloppen",)),
    _open(words.TRIP, "Tur efter gran og kogler", 17, "Mågevig", hosts=("Børnehuset Tangloppen",)),
    _open(
        words.MOTOR_PLAY,
        "De fireåriges motorikleg",
        11,
        "Mågevig",
        hosts=("Børnehuset Tangloppen",),
        guests=(HEALTH_VISITORS[SVALEBORG],),
    ),
    _open(words.LUNCH_BOX, "Madpakkeværksted", 12, "Mågevig", hosts=("Mågevigskolen",)),
    _open(words.OUTDOOR_LEARNING, "Matematik i sneen", 18, "Mågevig", hosts=("Mågevigskolen",)),
    _open(
        words.OPEN_HALL,
        "Åben hal med julelege",
        21,
        "Mågevig",
        hosts=("Mågevig Gymnastikforening",),
        facilitators=(LEISURE_DEPARTMENT[SVALEBORG],),
    ),
    _open(
        words.NETWORK_MEETING,
        "Netværksmøde i Mågevig",
        10,
        "Mågevig",
        hosts=("Mågevigskolen",),
        guests=("Boligforeningen Mågegården", "Mågevig Bibliotek"),
    ),
    _open(words.COMMUNITY_EVENT, "Juletræ i gården", 14, "Morelparken", hosts=("Morelparkens Beboerhus",)),
    _open(words.PARENTS_EVENT, "Forældre på besøg: Mad i hverdagen", 10, "Kildetoft", hosts=("Kildetoft Skole",)),
    _open(words.TRIP, "Tur til stranden i vintertøj", 12, "Sandkrog", hosts=("Børnehuset Sandpiberen",)),
    *(
        _open(
            words.MEETING,
            "Møde i den lokale styregruppe",
            18,
            hosts=(HEALTH_DEPARTMENT[one.code],),
            municipality=one.code,
        )
        for one in MUNICIPALITIES
    ),
)
