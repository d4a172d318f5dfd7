"""A fund: money that can be applied for within the programme, and on which terms."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from landsby.blueprint.definition import Definition
from landsby.blueprint.kinds.own_field import OwnField, refuse_repeated
from landsby.blueprint.kinds.parts import Level, Point, Rhythm
from landsby.blueprint.values import Id, Refers, Whole


class Fund(Definition):
    """A pool of money."""

    level: Level
    """Whether there is one for the programme, or one in each municipality or community."""
    groups: Annotated[tuple[Id, ...], Refers("actor_groups")] = ()
    """The groups of actors that can apply; empty for all."""
    most_kr: Annotated[Whole, Field(ge=1, le=100_000_000)] | None = None
    """The most that one application can be granted, in kroner."""
    covers: tuple[Point, ...] = ()
    """What it pays for."""
    questions: tuple[OwnField, ...] = ()
    """What an application answers."""
    report: tuple[OwnField, ...] = ()
    """What is told afterwards."""
    rounds: Rhythm | None = None
    """How often it is given out."""

    @model_validator(mode="after")
    def _names_once(self) -> Fund:
        for name in ("covers", "questions", "report"):
            refuse_repeated(name, (part.id for part in getattr(self, name)))
        return self
