"""An exercise: what children do together in play, and what an adult can see in it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from landsby.blueprint.definition import Definition
from landsby.blueprint.kinds.own_field import refuse_repeated
from landsby.blueprint.kinds.parts import Ages, Point
from landsby.blueprint.values import Id, Prose, Refers


class Skill(Definition):
    """Something that exercises train, such as balance."""


class Exercise(Definition):
    """A playful exercise for a group."""

    skills: Annotated[tuple[Id, ...], Refers("skills"), Field(min_length=1)]
    """What it trains."""
    how: Prose
    """How it is played."""
    look_for: tuple[Point, ...] = ()
    """What to look for in the group as a whole."""
    easier: Prose | None = None
    """How to make it easier."""
    harder: Prose | None = None
    """How to make it harder."""
    ages: Ages | None = None
    """The ages it is for."""
    materials: Annotated[tuple[Id, ...], Refers("materials")] = ()
    """What is needed."""

    @model_validator(mode="after")
    def _names_once(self) -> Exercise:
        refuse_repeated("look_for", (sign.id for sign in self.look_for))
        return self
