"""A recipe: a practice described so that another place can make it its own."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from landsby.blueprint.definition import Definition
from landsby.blueprint.kinds.own_field import refuse_repeated
from landsby.blueprint.kinds.parts import Point
from landsby.blueprint.values import Id, Prose, Refers


class Recipe(Definition):
    """How something is done, and what came of it."""

    steps: Annotated[tuple[Point, ...], Field(min_length=1)]
    """What to do, in order."""
    needs: tuple[Point, ...] = ()
    """What must be in place: people, time, things."""
    works_when: Prose | None = None
    """When it works."""
    beware: Prose | None = None
    """What did not work, or what to watch."""
    adapted_from: Annotated[Id | None, Refers("recipes", acyclic=True)] = None
    """The recipe that it was made from."""
    changed: Prose | None = None
    """What was changed on the way."""
    activity_kinds: Annotated[tuple[Id, ...], Refers("activity_kinds")] = ()
    """The kinds of activity in which it is used."""
    materials: Annotated[tuple[Id, ...], Refers("materials")] = ()
    """What it uses."""
    audiences: Annotated[tuple[Id, ...], Refers("audiences")] = ()
    """Whom it is for."""
    goals: Annotated[tuple[Id, ...], Refers("goals")] = ()
    """The goals that it serves."""
    tracks: Annotated[tuple[Id, ...], Refers("tracks")] = ()
    """The tracks that it belongs to."""

    @model_validator(mode="after")
    def _names_once(self) -> Recipe:
        refuse_repeated("steps", (step.id for step in self.steps))
        refuse_repeated("needs", (need.id for need in self.needs))
        return self
