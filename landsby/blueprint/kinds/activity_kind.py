"""A kind of activity: what is asked when one is planned, logged or counted."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated, Literal

from pydantic import Field, model_validator

from landsby.blueprint.definition import Definition
from landsby.blueprint.kinds.own_field import OwnField, refuse_repeated
from landsby.blueprint.values import Day, Frozen, Id, Line, Refers, Whole, YesNo, fault_code
from landsby.blueprint.values import Form as TextForm

Form = Literal["single", "series"]
Occasion = Literal["gathering", "festival"]
Count = Literal["children", "parents", "staff", "volunteers", "new_families"]
SessionCount = Annotated[Whole, Field(ge=1, le=200)]


class Sessions(Frozen):
    """How many times a series meets."""

    min: SessionCount
    """The fewest times."""
    max: SessionCount
    """The most times."""

    @model_validator(mode="after")
    def _in_order(self) -> Sessions:
        if self.max < self.min:
            raise fault_code("limits_reversed", field="max", low=self.min, high=self.max)
        return self


class Rate(Frozen):
    """What an hour of it is paid with, from one day to another."""

    kr: Annotated[Whole, Field(ge=1, le=100_000)]
    """Kroner for each hour."""
    starts_on: Day
    """The first day it holds."""
    ended_on: Day | None = None
    """The last day it held; empty as long as it holds."""
    source: Line
    """Where it was agreed."""

    @model_validator(mode="after")
    def _in_order(self) -> Rate:
        if self.ended_on and self.ended_on < self.starts_on:
            raise fault_code("dates_reversed", field="ended_on", first="starts_on", last="ended_on")
        return self


class ActivityKind(Definition):
    """A kind of activity."""

    form: Form
    """Whether it is one event, or a series of sessions."""
    sessions: Sessions | None = None
    """How many times it meets; only for a series."""
    counts: Annotated[tuple[Count, ...], Field(min_length=1)]
    """Who is counted, in the order in which it is asked."""
    occasion: Occasion | None = None
    """Whether people sign up, meet and agree there, or it is part of a festival; empty for everything else."""
    goals: Annotated[tuple[Id, ...], Refers("goals")] = ()
    """The goals that it usually serves."""
    tracks: Annotated[tuple[Id, ...], Refers("tracks")] = ()
    """The tracks that it usually belongs to."""
    quick: Annotated[Whole, Field(ge=1, le=99)] | None = None
    """Its place in the phone's quick log; empty if it is not offered there."""
    hosts: Annotated[tuple[Id, ...], Refers("actor_groups")] = ()
    """The groups of actors who usually host it."""
    rota: YesNo = False
    """Whether it opens at fixed times through a season, with hosts who take turns."""
    fields: tuple[OwnField, ...] = ()
    """The questions that only this kind asks."""
    audiences: Annotated[tuple[Id, ...], Refers("audiences")] = ()
    """Whom it is for."""
    materials: Annotated[tuple[Id, ...], Refers("materials")] = ()
    """What is used at it."""
    rates: tuple[Rate, ...] = ()
    """What an hour is paid with where that is agreed, one after the other."""
    icon: Annotated[str, TextForm(r"[a-z][a-z0-9-]*", "not_an_icon"), Field(max_length=40)] | None = None
    """The name of an icon of the design system."""

    @model_validator(mode="after")
    def _holds_together(self) -> ActivityKind:
        if self.form == "series" and self.sessions is None:
            raise fault_code("series_without_sessions", field="sessions")
        if self.form == "single" and self.sessions is not None:
            raise fault_code("sessions_of_single", field="sessions")
        if self.quick is not None and self.form == "series":
            raise fault_code("quick_series", field="quick")
        if self.quick is not None and any(own.required for own in self.fields):
            raise fault_code("quick_asks_too_much", field="quick")
        for earlier, later in pairwise(self.rates):
            if earlier.ended_on is None or later.starts_on <= earlier.ended_on:
                raise fault_code("rates_overlap", field="rates")
        refuse_repeated("counts", self.counts)
        refuse_repeated("fields", (own.id for own in self.fields))
        return self
