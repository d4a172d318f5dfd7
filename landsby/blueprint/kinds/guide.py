"""A guide: how to hold a conversation, so that people are heard."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from landsby.blueprint.definition import Definition
from landsby.blueprint.kinds.own_field import refuse_repeated
from landsby.blueprint.kinds.parts import Point
from landsby.blueprint.values import Frozen, Id, Prose, Refers, Whole

GuideForm = Literal["interview", "listening", "conversation", "lab", "future_scenario", "meeting", "observation"]


class Question(Frozen):
    """One question, and what to ask on from it."""

    id: Id
    """What records keep of it. It never changes."""
    text: Prose
    """The question."""
    probes: tuple[Prose, ...] = ()
    """What to ask on from it."""


class Guide(Definition):
    """A guide to one sort of conversation."""

    form: GuideForm
    """What sort of conversation it is."""
    minutes: Annotated[Whole, Field(ge=5, le=600)] | None = None
    """How long it takes."""
    questions: tuple[Question, ...] = ()
    """What is asked."""
    steps: tuple[Point, ...] = ()
    """What is done, in order."""
    remember: tuple[Point, ...] = ()
    """What to remember, before and after."""
    audiences: Annotated[tuple[Id, ...], Refers("audiences")] = ()
    """Whom it is held with."""
    tracks: Annotated[tuple[Id, ...], Refers("tracks")] = ()
    """The tracks that it belongs to."""

    @model_validator(mode="after")
    def _names_once(self) -> Guide:
        for name in ("questions", "steps", "remember"):
            refuse_repeated(name, (part.id for part in getattr(self, name)))
        return self
