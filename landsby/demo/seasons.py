"""Writing the seasons behind the open halls, their rotas, and the swaps between associations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from landsby.demo import vocabulary as words
from landsby.demo import winters
from landsby.demo.actors import LEISURE_DEPARTMENT
from landsby.demo.almanac import days_between, is_school_holiday
from landsby.demo.associations import CLUBS
from landsby.demo.ground import Ground
from landsby.demo.halls import ROTAS, SEASONS, SUNDAY
from landsby.demo.places import HALL, MUNICIPALITY_OF
from landsby.demo.plan import Gathering, Plan
from landsby.web.accounts.models import User
from landsby.web.halls.actions import RotaLine, accept_swap, ask_swap, fill_rota, plan_season
from landsby.web.halls.details import Pause, SeasonDetails, Slot, WeeklyTime
from landsby.web.halls.models import Answer, Opening, Season, Swap
from landsby.web.partnerships.models import Actor

OPENS, CLOSES = time(10), time(12, 30)
BRING = "Indendørs sko eller bare tæer, tøj til at røre sig i og en vandflaske."
BRING_IN_ENGLISH = "Indoor shoes or bare feet, clothes to move in, and a bottle of water."
EVERY_SIXTH = 6
"""So seldom an association could not come to its duty and found another."""


@dataclass(frozen=True, kw_only=True)
class PlannedSeason:
    """One season of one hall: its openings are those of the plan that lie in it."""

    community: str
    weekday: int
    every: int
    first: date
    last: date


def write_seasons(ground: Ground, plan: Plan) -> None:
    """Gather the open halls, which are written already, into seasons."""
    halls = [one for one in plan.gatherings if one.kind == words.OPEN_HALL]
    for planned in _seasons():
        openings = [one for one in halls if _is_in(one, planned)]
        if openings:
            season = _season(ground, planned, openings)
            _past_swaps(season, ground)
    for year in winters.YEARS:
        _coming_swaps(ground, year)


def _seasons() -> Iterator[PlannedSeason]:
    for rota in ROTAS:
        for first, last in SEASONS:
            if rota.since < last:
                begin = max(first, rota.since)
                yield PlannedSeason(
                    community=rota.community, weekday=rota.weekday, every=rota.every, first=begin, last=last
                )
    for year in winters.YEARS:
        first, last = winters.bounds(year)
        yield PlannedSeason(community=winters.COMMUNITY, weekday=SUNDAY, every=winters.EVERY, first=first, last=last)


def _is_in(gathering: Gathering, season: PlannedSeason) -> bool:
    is_day = season.first <= gathering.on <= season.last and gathering.on.weekday() == season.weekday
    return is_day and gathering.community == season.community


def _season(ground: Ground, planned: PlannedSeason, openings: Sequence[Gathering]) -> Season:
    kind = ground.blueprint.activity_kinds[words.OPEN_HALL]
    department = LEISURE_DEPARTMENT[MUNICIPALITY_OF[planned.community]]
    hosts = {host for one in openings for host in one.hosts}
    details = SeasonDetails(
        kind=kind,
        title=f"Åben hal i {HALL[planned.community]} {planned.first.year}/{(planned.first.year + 1) % 100}",
        place=HALL[planned.community],
        community=ground.communities[planned.community],
        coordinator=ground.actors[department],
        starts_on=planned.first,
        ends_on=planned.last,
        weekly=(WeeklyTime(weekday=planned.weekday, opens_at=OPENS, closes_at=CLOSES),),
        weeks_between=planned.every,
        pauses=tuple(_holidays(planned.first, planned.last)),
        bring=BRING,
        bring_in_english=BRING_IN_ENGLISH,
        associations=[ground.actors[club.name] for club in CLUBS if club.name in hosts],
    )
    slots = [Slot(on=one.on, opens_at=OPENS, closes_at=CLOSES) for one in openings]
    return plan_season(programme=ground.programme, details=details, slots=slots, by=_coordinator(ground, department))


def _coordinator(ground: Ground, department: str) -> User:
    """Who plans for a municipality: its leisure consultant, where one signs in."""
    return ground.authors.get(department, ground.secretariat)


def _holidays(first: date, last: date) -> Iterator[Pause]:
    """The school holidays within a season, each as one pause."""
    days = list(days_between(first, last, is_school_holiday))
    begin = None
    for day in days:
        begin = begin or day
        if day + timedelta(days=1) not in days:
            yield Pause(first_on=begin, last_on=day, why=_holiday(day))
            begin = None


def _holiday(last: date) -> str:
    names = {2: "Vinterferie", 3: "Påskeferie", 4: "Påskeferie", 10: "Efterårsferie"}
    return names.get(last.month, "Juleferie")


def _past_swaps(season: Season, ground: Ground) -> None:
    """Now and then the host of a day had taken it over from another: asked twelve days before, agreed in two."""
    turn = [host.actor for host in season.hosts.all()]
    openings = list(season.openings.held().with_activity().in_order())
    by = _coordinator(ground, season.coordinator.name if season.coordinator else "")
    Swap.objects.bulk_create(
        _agreed(opening, giver, by)
        for opening in openings[EVERY_SIXTH - 1 :: EVERY_SIXTH]
        for giver in _others(turn, opening)[:1]
    )


def _others(turn: Iterable[Actor], opening: Opening) -> list[Actor]:
    return [actor for actor in turn if actor not in opening.hosts]


def _agreed(opening: Opening, giver: Actor, by: User) -> Swap:
    day = timezone.make_aware(datetime.combine(opening.planned_on, time(18)))
    return Swap(
        opening=opening,
        giver=giver,
        taker=opening.hosts[0],
        status=Answer.ACCEPTED,
        asked_by=by,
        asked_at=day - timedelta(days=12),
        answered_by=by,
        answered_at=day - timedelta(days=10),
    )


def _coming_swaps(ground: Ground, year: int) -> None:
    """One that has been agreed, one that a gymnast is still to answer, and one opening that has lost its host."""
    first, _last = winters.bounds(year)
    seasons = Season.objects.of(ground.programme).filter(community__name=winters.COMMUNITY)
    season = seasons.filter(starts_on=first).first()
    if season is None:
        return
    football, gymnasts, rowers, scouts = (ground.actors[name] for name in winters.TURN)
    openings = list(season.openings.with_activity().in_order())
    by = _coordinator(ground, LEISURE_DEPARTMENT[MUNICIPALITY_OF[winters.COMMUNITY]])
    lost = next(one for one in reversed(openings) if one.hosts == [scouts])
    line = RotaLine(was=tuple(host.pk for host in lost.hosts), becomes=())
    fill_rota(season=season, lines={lost.pk: line}, actors=[], by=by)
    theirs = next(one for one in openings if one.hosts == [rowers])
    agreed = ask_swap(opening=theirs, giver=rowers, taker=scouts, message="Vi skal til stævne.", by=by, today=first)
    accept_swap(swap=agreed, by=by, today=first)
    footballers = [one for one in openings if one.hosts == [football]]
    ask_swap(
        opening=footballers[-1],
        giver=football,
        taker=gymnasts,
        message="Vi spiller kamp den dag. Kan I?",
        by=by,
        today=first,
    )
