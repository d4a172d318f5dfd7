"""A plan template: what a place writes down of what it intends, with ideas to choose among."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from landsby.blueprint.definition import Definition
from landsby.blueprint.kinds.own_field import OwnField, refuse_repeated
from landsby.blueprint.kinds.parts import Level, Point, Rhythm
from landsby.blueprint.values import Frozen, Id, Prose, Refers, Title, Whole, fault_code

Period = Literal["half_year", "school_year", "calendar_year", "programme"]


class PlanSection(Frozen):
    """One part of a plan."""

    id: Id
    """What records keep of it. It never changes."""
    title: Title
    """Its heading."""
    hint: Prose | None = None
    """A line of help under the heading."""
    goals: Annotated[tuple[Id, ...], Refers("goals")] = ()
    """The goals that it is about."""
    ideas: tuple[Point, ...] = ()
    """Ideas to choose among."""

    @model_validator(mode="after")
    def _names_once(self) -> PlanSection:
        refuse_repeated("ideas", (idea.id for idea in self.ideas))
        return self


class Focus(Frozen):
    """Principles to work with a few at a time."""

    principles: Annotated[tuple[Id, ...], Refers("principles"), Field(min_length=1)]
    """The principles to go through."""
    at_a_time: Annotated[Whole, Field(ge=1, le=20)]
    """How many are in focus at a time."""
    all_within_years: Annotated[Whole, Field(ge=1, le=20)] | None = None
    """Within how many years all of them have been in focus."""

    @model_validator(mode="after")
    def _no_more_than_there_are(self) -> Focus:
        if self.at_a_time > len(self.principles):
            raise fault_code("focus_on_too_many", field="at_a_time", most=len(self.principles))
        return self


class PlanTemplate(Definition):
    """The form of a plan. Each of its items says what, how, who and when."""

    level: Level
    """Who makes such a plan."""
    groups: Annotated[tuple[Id, ...], Refers("actor_groups")] = ()
    """The groups of actors that make one, at the level actor."""
    period: Period
    """How long a plan holds."""
    sections: tuple[PlanSection, ...] = ()
    """The parts of the plan."""
    focus: Focus | None = None
    """Principles that the plan goes through."""
    questions: tuple[OwnField, ...] = ()
    """What is asked about the plan as a whole."""
    review: tuple[OwnField, ...] = ()
    """What is asked when the plan is looked at again."""
    reviewed: Rhythm | None = None
    """How often it is looked at again."""
    tracks: Annotated[tuple[Id, ...], Refers("tracks")] = ()
    """The tracks that it belongs to."""

    @model_validator(mode="after")
    def _holds_together(self) -> PlanTemplate:
        if not self.sections and self.focus is None:
            raise fault_code("plan_of_nothing", field="sections")
        for name in ("sections", "questions", "review"):
            refuse_repeated(name, (part.id for part in getattr(self, name)))
        return self
