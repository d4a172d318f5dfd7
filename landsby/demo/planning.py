"""From a seed to the whole plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from enum import StrEnum
from typing import TypeVar

from landsby.demo.action_days import action_days
from landsby.demo.actors import TURNS, all_actors
from landsby.demo.courses import joint_courses
from landsby.demo.everyday import everyday_life
from landsby.demo.families import family_gatherings, parents_courses
from landsby.demo.festivals import festival_weeks
from landsby.demo.halls import open_halls
from landsby.demo.learning import learning
from landsby.demo.loose_ends import loose_ends
from landsby.demo.meetings import meetings
from landsby.demo.motor import motor_examinations
from landsby.demo.people import PERSONAS, contacts_of
from landsby.demo.places import MUNICIPALITIES
from landsby.demo.plan import Course, Gathering, Outcome, Plan
from landsby.demo.theme_days import theme_days

Planned = TypeVar("Planned", Course, Gathering)


class Size(StrEnum):
    """How much of the five years is written."""

    NORMAL = "normal"
    SMALL = "small"


# A small demo keeps one in so many of each kind, so that it has the same shape and little weight.
ONE_IN = 16


def plan_demo(seed: int, size: Size = Size.NORMAL) -> Plan:
    """The demo's content; the same seed gives the same plan on every machine and day."""
    actors = all_actors(seed)
    gatherings = [
        *everyday_life(seed, actors),
        *family_gatherings(seed, actors),
        *festival_weeks(seed, actors),
        *open_halls(seed, actors),
        *motor_examinations(seed, actors),
        *learning(seed, actors),
        *theme_days(seed, actors),
        *action_days(seed, actors),
        *meetings(seed, actors),
        *loose_ends(),
    ]
    courses = [*joint_courses(seed, actors), *parents_courses(seed, actors)]
    plan = Plan(
        municipalities=MUNICIPALITIES,
        actors=actors,
        turns=TURNS,
        contacts=contacts_of(seed, actors),
        personas=PERSONAS,
        courses=tuple(sorted(courses, key=lambda course: _order(course.first))),
        gatherings=tuple(sorted(gatherings, key=_order)),
    )
    return plan if size is Size.NORMAL else _thinned(plan)


def _order(gathering: Gathering) -> tuple[str, ...]:
    """By day, and then by what tells two gatherings of one day apart."""
    return (gathering.on.isoformat(), gathering.kind, gathering.community, *gathering.hosts, gathering.title)


def _thinned(plan: Plan) -> Plan:
    """The same shape with little weight; what awaits its report or is still to come stays whole."""
    courses = tuple(_one_in_each(plan.courses, lambda course: course.first.kind))
    reported = [gathering for gathering in plan.gatherings if gathering.outcome is not Outcome.OPEN]
    kept = _one_in_each(reported, lambda gathering: gathering.kind)
    waiting = (gathering for gathering in plan.gatherings if gathering.outcome is Outcome.OPEN)
    return replace(plan, courses=courses, gatherings=tuple(sorted([*kept, *waiting], key=_order)))


def _one_in_each(all_of_them: Iterable[Planned], kind_of: Callable[[Planned], str]) -> Iterator[Planned]:
    """The first, and then one in `ONE_IN`, of each kind."""
    seen: Counter[str] = Counter()
    for one in all_of_them:
        if seen[kind_of(one)] % ONE_IN == 0:
            yield one
        seen[kind_of(one)] += 1
