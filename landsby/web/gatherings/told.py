"""What is said about a gathering before it is stored: values that forms make and actions take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time

from landsby.web.partnerships.models import Actor

Heads = Mapping[tuple[int, str], int]
"""How many people, by the primary key of an actor and the id of a profession; "" is of no profession that was told."""


@dataclass(frozen=True, kw_only=True)
class Point:
    """One point of an agenda."""

    title: str
    starts_at: time | None = None
    led_by: Actor | None = None


@dataclass(frozen=True, kw_only=True)
class Link:
    """A link to something that is read or shown."""

    title: str
    url: str


@dataclass(frozen=True, kw_only=True)
class Planned:
    """The sign-up to a gathering, its agenda, what is learnt and what is read."""

    takes_sign_up: bool = False
    capacity: int | None = None
    sign_up_ends_on: date | None = None
    agenda: tuple[Point, ...] = ()
    materials: tuple[Link, ...] = ()
    competences: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FestivalEvent:
    """One event of a festival's programme."""

    title: str
    on: date
    starts_at: time | None = None
    ends_at: time | None = None
    place: str = ""
    hosts: tuple[Actor, ...] = field(default_factory=tuple)
