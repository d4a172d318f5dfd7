"""A board: people who meet at a rhythm and decide or advise."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from landsby.blueprint.definition import Definition
from landsby.blueprint.kinds.own_field import refuse_repeated
from landsby.blueprint.kinds.parts import Level, Point, Rhythm
from landsby.blueprint.values import Frozen, Id, Refers, Title, Whole, YesNo, fault_code


class Seat(Frozen):
    """A place at the table."""

    id: Id
    """What records keep of it. It never changes."""
    title: Title
    """Who sits there."""
    role: Annotated[Id | None, Refers("roles")] = None
    """The role in the programme that goes with it."""
    number: Annotated[Whole, Field(ge=1, le=100)] = 1
    """How many such places there are; where `each` is set, for each of those."""
    each: Literal["municipality", "community"] | None = None
    """Whether every municipality or community has such a place."""
    chairs: YesNo = False
    """Whether this place chairs the board."""
    votes: YesNo = True
    """Whether this place takes part in decisions."""


class Board(Definition):
    """A steering group, a project group, an advisory group, a circle of collaboration."""

    form: Literal["steering", "project", "advisory", "secretariat", "circle", "alliance"]
    """What it is for."""
    level: Level
    """Whether there is one for the programme, or one in each municipality, community or actor."""
    groups: Annotated[tuple[Id, ...], Refers("actor_groups")] = ()
    """The groups of actors that have one, where there is one in each actor; empty for all."""
    rhythm: Rhythm | None = None
    """How often it meets."""
    seats: tuple[Seat, ...] = ()
    """Who sits in it."""
    tasks: tuple[Point, ...] = ()
    """What it decides or does."""
    agenda: tuple[Point, ...] = ()
    """What is on the agenda every time."""

    @model_validator(mode="after")
    def _holds_together(self) -> Board:
        if sum(seat.chairs for seat in self.seats) > 1:
            raise fault_code("several_chairs", field="seats")
        for name in ("seats", "tasks", "agenda"):
            refuse_repeated(name, (part.id for part in getattr(self, name)))
        return self
