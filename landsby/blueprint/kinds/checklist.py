"""A checklist: what to go through before something is handed on."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from landsby.blueprint.definition import Definition
from landsby.blueprint.kinds.own_field import refuse_repeated
from landsby.blueprint.kinds.parts import Point
from landsby.blueprint.values import Id, Refers


class Checklist(Definition):
    """Points to tick."""

    use: Literal["operation", "new_leader", "new_place", "event"]
    """When it is gone through: before operation, when a leader is new, when a place joins, before an event."""
    points: Annotated[tuple[Point, ...], Field(min_length=1)]
    """What to tick."""
    roles: Annotated[tuple[Id, ...], Refers("roles")] = ()
    """The roles whose holders go through it."""
    groups: Annotated[tuple[Id, ...], Refers("actor_groups")] = ()
    """The groups of actors that it is for; empty for all."""

    @model_validator(mode="after")
    def _names_once(self) -> Checklist:
        refuse_repeated("points", (point.id for point in self.points))
        return self
