"""What is said about a season before it is stored: one value that forms make and actions take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from landsby.blueprint import ActivityKind
from landsby.web.partnerships.models import Actor, Community, Municipality


@dataclass(frozen=True, kw_only=True, order=True)
class WeeklyTime:
    """When it opens on one day of the week; Monday is 0."""

    weekday: int
    opens_at: time
    closes_at: time


@dataclass(frozen=True, kw_only=True, order=True)
class Pause:
    """From one day to another, both included, it stays closed."""

    first_on: date
    last_on: date
    why: str = ""


@dataclass(frozen=True, kw_only=True, order=True)
class Slot:
    """One day on which it opens, and from when to when."""

    on: date
    opens_at: time
    closes_at: time


@dataclass(frozen=True, kw_only=True)
class SeasonDetails:
    """Everything that is said about one season.

    Attributes:
        hall: the actor whose place it is, where it is one.
        coordinator: the actor that answers for the season and is facilitator of its openings.
        weeks_between: 1 is every week, 2 every other.
        hosts_each: how many associations are hosts at an opening.
        people_needed: how many people each of them sends.
        bring, bring_in_english: what families are to bring, for the information sheet.
        associations: those that take turns.
    """

    kind: ActivityKind
    title: str
    place: str
    starts_on: date
    ends_on: date
    weekly: tuple[WeeklyTime, ...]
    municipality: Municipality | None = None
    community: Community | None = None
    hall: Actor | None = None
    coordinator: Actor | None = None
    weeks_between: int = 1
    pauses: tuple[Pause, ...] = ()
    hosts_each: int = 1
    people_needed: int = 2
    bring: str = ""
    bring_in_english: str = ""
    associations: Sequence[Actor] = ()
