"""A principle: what professionals have agreed to live by, with examples of how."""

from __future__ import annotations

from typing import Annotated

from pydantic import model_validator

from landsby.blueprint.definition import Definition
from landsby.blueprint.kinds.own_field import refuse_repeated
from landsby.blueprint.kinds.parts import Point
from landsby.blueprint.values import Id, Refers


class Principle(Definition):
    """A shared professional principle."""

    practice: tuple[Point, ...] = ()
    """Examples of what it looks like in practice."""
    goals: Annotated[tuple[Id, ...], Refers("goals")] = ()
    """The goals that it serves."""
    tracks: Annotated[tuple[Id, ...], Refers("tracks")] = ()
    """The tracks that it belongs to."""
    groups: Annotated[tuple[Id, ...], Refers("actor_groups")] = ()
    """The groups of actors that live by it; empty for everybody."""

    @model_validator(mode="after")
    def _names_once(self) -> Principle:
        refuse_repeated("practice", (example.id for example in self.practice))
        return self
