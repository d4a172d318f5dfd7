"""An offer: what families are given, by whom, at which age, and for whom."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from landsby.blueprint.definition import Definition
from landsby.blueprint.kinds.own_field import refuse_repeated
from landsby.blueprint.kinds.parts import Point
from landsby.blueprint.values import Day, Frozen, Id, Prose, Refers, Whole, YesNo, fault_code

OfferForm = Literal["visit", "call", "group", "examination", "course", "consultation", "written"]
Months = Annotated[Whole, Field(ge=-9, le=240)]
Minutes = Annotated[Whole, Field(ge=1, le=600)]


class AgeInMonths(Frozen):
    """From one age to another, both included."""

    first: Months
    """The youngest, in months; negative before birth."""
    last: Months
    """The oldest, in months."""

    @model_validator(mode="after")
    def _in_order(self) -> AgeInMonths:
        if self.last < self.first:
            raise fault_code("limits_reversed", field="last", low=self.first, high=self.last)
        return self


class Criterion(Frozen):
    """What decides whether a family is offered it; criteria come and go."""

    id: Id
    """What records keep of it. It never changes."""
    text: Prose
    """What it says."""
    starts_on: Day | None = None
    """The first day it was used."""
    ended_on: Day | None = None
    """The last day it was used."""

    @model_validator(mode="after")
    def _starts_before_it_ends(self) -> Criterion:
        if self.starts_on and self.ended_on and self.ended_on < self.starts_on:
            raise fault_code("dates_reversed", field="ended_on", first="starts_on", last="ended_on")
        return self


class Offer(Definition):
    """What a family is offered."""

    form: OfferForm
    """What it is."""
    ages: AgeInMonths | None = None
    """The child's age when it is given, in months."""
    to: Literal["all", "selected"]
    """Whether all families are offered it, or those whom the criteria point to."""
    criteria: tuple[Criterion, ...] = ()
    """What decides who is offered it; only when it is for selected families."""
    scope: Literal["communities", "municipality", "either"] = "communities"
    """Whether it is given in the chosen communities, in the whole municipality, or as each municipality decides."""
    at_most: Annotated[Whole, Field(ge=1, le=99)] | None = None
    """How many times one family can have it."""
    minutes: Minutes | None = None
    """How long it takes, or how much longer than usual."""
    interpreter: YesNo = False
    """Whether an interpreter can be had."""
    questions: tuple[Point, ...] = ()
    """What is talked about."""
    phrases: tuple[Point, ...] = ()
    """Sentences to copy into the journal system."""
    materials: Annotated[tuple[Id, ...], Refers("materials")] = ()
    """What is brought or left behind."""
    guides: Annotated[tuple[Id, ...], Refers("guides")] = ()
    """Guides to the conversation."""
    exercises: Annotated[tuple[Id, ...], Refers("exercises")] = ()
    """What the children do, for an examination."""
    goals: Annotated[tuple[Id, ...], Refers("goals")] = ()
    """The goals that it serves."""
    tracks: Annotated[tuple[Id, ...], Refers("tracks")] = ()
    """The tracks that it belongs to."""
    groups: Annotated[tuple[Id, ...], Refers("actor_groups")] = ()
    """The groups of actors that give it."""

    @model_validator(mode="after")
    def _holds_together(self) -> Offer:
        if self.to == "all" and self.criteria:
            raise fault_code("criteria_for_all", field="criteria")
        for name in ("criteria", "questions", "phrases"):
            refuse_repeated(name, (part.id for part in getattr(self, name)))
        return self
