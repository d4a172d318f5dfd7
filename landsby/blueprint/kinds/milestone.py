"""A milestone: what has been reached by when."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from landsby.blueprint.definition import Definition
from landsby.blueprint.kinds.parts import Level
from landsby.blueprint.values import Day, Id, Refers, Whole, fault_code


class Milestone(Definition):
    """A point that the programme wants to reach, on a day or some months after its start."""

    due_on: Day | None = None
    """The day, for a programme whose years are given."""
    after_months: Annotated[Whole, Field(ge=0, le=600)] | None = None
    """Months after the programme's start, for a programme that starts when it starts."""
    level: Level
    """Who reaches it."""
    groups: Annotated[tuple[Id, ...], Refers("actor_groups")] = ()
    """The groups of actors that reach it, at the level actor; empty for all."""
    phase: Annotated[Id | None, Refers("phases")] = None
    """The phase that it belongs to."""
    tracks: Annotated[tuple[Id, ...], Refers("tracks")] = ()
    """The tracks that it belongs to."""
    roles: Annotated[tuple[Id, ...], Refers("roles")] = ()
    """The roles whose holders see to it."""

    @model_validator(mode="after")
    def _has_one_day(self) -> Milestone:
        if (self.due_on is None) == (self.after_months is None):
            raise fault_code("one_of_two", field="due_on", first="due_on", second="after_months")
        return self
