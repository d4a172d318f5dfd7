"""What the demo's years hold beside plans and activities: milestones, one that was moved, own dates, a new leader."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from landsby.blueprint.kinds import Milestone
from landsby.demo.almanac import LAST_DAY
from landsby.demo.chance import stream
from landsby.demo.ground import Ground
from landsby.web.partnerships.models import Actor, Place
from landsby.web.plans.models import FocusPrinciple
from landsby.web.wheel.actions import add_entry, begin_introduction, decide_deviation, reach_milestone, tick_point
from landsby.web.wheel.checklists import checklist_for
from landsby.web.wheel.due import due_by_plan
from landsby.web.wheel.told import DeviationTold, EntryTold

MOVED, MOVED_TO = "motor_play_developed", date(2022, 12, 31)
ALL_IN_FOCUS = "all_seven_in_focus"
PRINCIPLES = 7
OWN_DATES = (
    ("Forårsseminar for hele programmet", date(2021, 4, 1)),
    ("Efterårsseminar for hele programmet", date(2021, 10, 1)),
)


def write_year(ground: Ground, seed: int) -> None:
    """Say which milestones were reached where, why one came later, what comes back, and who is new."""
    chance = stream(seed, "year")
    _move_one(ground)
    for milestone in ground.blueprint.milestones.values():
        due = MOVED_TO if milestone.id == MOVED else due_by_plan(milestone, ground.programme)
        for place in _reaching(ground, milestone) if due <= LAST_DAY else ():
            on = due - timedelta(days=chance.randrange(5, 90))
            programme, key = ground.programme, milestone.id
            reach_milestone(programme=programme, place=place, milestone=key, on=on, by=ground.secretariat)
    for title, on in OWN_DATES:
        told_entry = EntryTold(title, on, is_whole_month=True, is_yearly=True)
        add_entry(programme=ground.programme, place=ground.programme, told=told_entry, by=ground.secretariat)
    _welcome_somebody(ground, chance)


def _move_one(ground: Ground) -> None:
    """The motor play came half a year later than the plan said."""
    told = DeviationTold(
        what="Vi prøver to institutioner mere, før alle går i gang.",
        why="De første prøver viste, at rækkefølgen af øvelserne skulle laves om.",
        decided_by="Styregruppen",
        decided_on=date(2022, 3, 15),
        now_due_on=MOVED_TO,
    )
    programme = ground.programme
    decide_deviation(programme=programme, place=programme, milestone=MOVED, told=told, by=ground.secretariat)


def _reaching(ground: Ground, milestone: Milestone) -> Iterator[Place]:
    """The places that have reached a milestone by the demo's last day."""
    match milestone.level:
        case "programme":
            yield ground.programme
        case "municipality":
            yield from ground.municipalities.values()
        case "community":
            yield from ground.communities.values()
        case _:
            yield from _actors(ground, milestone)


def _actors(ground: Ground, milestone: Milestone) -> Iterator[Actor]:
    """Institutions of the milestone's groups; of the principles those alone that have had all of them in focus."""
    whole = (one for one in ground.actors.values() if one.parent_id is None and not one.has_closed)
    for actor in (one for one in whole if one.group in milestone.groups):
        if milestone.id != ALL_IN_FOCUS or _been_in_focus(actor) >= PRINCIPLES:
            yield actor


def _been_in_focus(actor: Actor) -> int:
    """How many principles a daycare's plans have had in focus."""
    return FocusPrinciple.objects.filter(plan__actor=actor).values("principle").distinct().count()


def _welcome_somebody(ground: Ground, chance: random.Random) -> None:
    """A daycare has got a new leader, and half of the list has been gone through."""
    daycares = [actor for actor in ground.actors.values() if checklist_for(ground.blueprint, actor)]
    actor = chance.choice(daycares)
    introduction = begin_introduction(actor=actor, since_on=date(2024, 11, 1), by=ground.secretariat)
    checklist = checklist_for(ground.blueprint, actor)
    points = checklist.points if checklist else ()
    for point in points[: len(points) // 2]:
        tick_point(introduction=introduction, point=point.id, is_done=True, by=ground.secretariat)
