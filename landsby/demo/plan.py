"""What the demo is to contain, before anything is written: places, people and gatherings as values.

Actors are referred to by the name they begin with, communities by their name, municipalities by
their code: within the plan each is its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from enum import StrEnum


class Outcome(StrEnum):
    """How a gathering ended, as far as anybody has said."""

    HELD = "held"
    CANCELLED = "cancelled"
    OPEN = "planned"


@dataclass(frozen=True, kw_only=True)
class PlannedCommunity:
    """A local community.

    Attributes:
        tempo: how much happens here, where 1 is usual.
    """

    name: str
    tempo: float


@dataclass(frozen=True, kw_only=True)
class PlannedMunicipality:
    """An invented municipality; `code` is in use by no real one."""

    code: str
    name: str
    communities: tuple[PlannedCommunity, ...]


@dataclass(frozen=True, kw_only=True)
class PlannedActor:
    """An organisation or a team.

    Attributes:
        kind: an id of the code list of actor kinds.
        municipality: its code, or "" for one that belongs to the whole programme.
        community: the community's name, or "" for one that serves more than one.
        parent: the name of the institution that it is a department of, or "".
        joined_on: the day it came to the programme, or None for one that was there from the start.
    """

    name: str
    kind: str
    municipality: str = ""
    community: str = ""
    parent: str = ""
    address: str = ""
    town: str = ""
    joined_on: date | None = None


class Turn(StrEnum):
    """What can happen to an actor over the years."""

    RENAMED = "renamed"
    CLOSED = "closed"
    MERGED = "merged"


@dataclass(frozen=True, kw_only=True)
class ActorTurn:
    """One actor's new name, closing, or merger into another; `to` is the new name or the other one."""

    turn: Turn
    actor: str
    on: date
    to: str = ""


@dataclass(frozen=True, kw_only=True)
class PlannedContact:
    """A person to call at an actor."""

    actor: str
    name: str
    title: str
    email: str


@dataclass(frozen=True, kw_only=True)
class Persona:
    """A person who signs in to the demo.

    Attributes:
        role: an id of the blueprint's roles.
        municipality, community, actor: where the person belongs, as narrow as there is a place.
    """

    name: str
    email: str
    role: str
    municipality: str = ""
    community: str = ""
    actor: str = ""


@dataclass(frozen=True, kw_only=True)
class Counts:
    """How many came, by group; None was not counted."""

    children: int | None = None
    parents: int | None = None
    staff: int | None = None
    volunteers: int | None = None
    new_families: int | None = None


@dataclass(frozen=True, kw_only=True)
class Gathering:
    """One activity to be registered.

    Attributes:
        kind: an id of the blueprint.
        goals, tracks: ids of the blueprint; None is those that the kind usually has.
        announced: it was registered before the day and reported after it.
        because: why it was cancelled.
        extra: answers to the kind's own fields.
        agreed: what was agreed there.
    """

    kind: str
    title: str
    on: date
    until: date | None = None
    starts: time | None = None
    ends: time | None = None
    municipality: str = ""
    community: str = ""
    place: str = ""
    outcome: Outcome = Outcome.HELD
    because: str = ""
    announced: bool = False
    counts: Counts = field(default_factory=Counts)
    hours: Decimal | None = None
    notes: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)
    agreed: tuple[str, ...] = ()
    goals: tuple[str, ...] | None = None
    tracks: tuple[str, ...] | None = None
    hosts: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    facilitators: tuple[str, ...] = ()

    @property
    def actors(self) -> tuple[str, ...]:
        """Everybody with a part."""
        return self.hosts + self.participants + self.facilitators


@dataclass(frozen=True, kw_only=True)
class Course:
    """A series: gatherings under one name, with the number of different children on it."""

    sessions: tuple[Gathering, ...]
    children: int | None = None

    @property
    def first(self) -> Gathering:
        """The session that names the course."""
        return self.sessions[0]


@dataclass(frozen=True, kw_only=True)
class Plan:
    """The whole demo. `courses` and `gatherings` are in the order of their days."""

    municipalities: tuple[PlannedMunicipality, ...]
    actors: tuple[PlannedActor, ...]
    turns: tuple[ActorTurn, ...]
    contacts: tuple[PlannedContact, ...]
    personas: tuple[Persona, ...]
    courses: tuple[Course, ...]
    gatherings: tuple[Gathering, ...]

    @property
    def every_gathering(self) -> list[Gathering]:
        """Those that stand alone and the sessions of courses."""
        return [*self.gatherings, *(session for course in self.courses for session in course.sessions)]
