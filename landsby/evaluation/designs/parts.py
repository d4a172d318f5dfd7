"""What a design is made of: outcomes, where the programme works, with what it is compared, how sure one may be."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from landsby.blueprint.values import Frozen, Id, Line, Whole
from landsby.evaluation.designs.methods import Feature, Matching, Procedure, Weights
from landsby.evaluation.designs.recipe import Code, Number, Variable
from landsby.evaluation.designs.texts import Prose, Title


class Outcome(Variable):
    """What is followed, and what would be worth knowing about it."""

    title: Title
    """What people call it."""
    role: Literal["primary", "secondary", "placebo"] = "secondary"
    """Primary outcomes decide; a placebo is one that the programme cannot have moved."""
    better: Literal["higher", "lower", "neither"] = "neither"
    """In which direction it is good."""
    smallest_effect: Number | None = None
    """The smallest effect that would matter to anybody, in the outcome's own unit and above 0."""

    @property
    def matters(self) -> float | None:
        """The smallest effect that matters, whichever way it goes; None where nobody has said it."""
        return abs(self.smallest_effect) if self.smallest_effect else None


class Treated(Frozen):
    """An area in which the programme works."""

    area: Code
    """Its code, as the data write it."""
    starts: Whole
    """The first period in which the programme can have had an effect."""
    dose: Number | None = None
    """How much of the programme it had, for instance a score of implementation; read as observation, not experiment."""


class Selection(Frozen):
    """Why the programme works where it does."""

    how: Prose
    """How the treated areas were chosen, for instance that a municipality took those with most overweight."""
    by: tuple[Id, ...] = ()
    """The outcomes by whose level they were chosen: such areas return towards the mean by themselves."""


class Excluded(Frozen):
    """Areas that may not serve as comparison."""

    areas: Annotated[tuple[Code, ...], Field(min_length=1)]
    """Their codes."""
    because: Prose
    """Why, for instance that they are neighbours and borrow from the programme."""


class Comparison(Frozen):
    """With what the treated areas are compared."""

    areas: tuple[Code, ...] = ()
    """The pool; empty for all other areas of the data."""
    exclude: tuple[Excluded, ...] = ()
    """Areas taken out of the pool, with reasons."""
    why: Prose
    """Why these areas show how it would have gone."""
    not_yet: bool = False
    """Whether areas that begin later are compared with too, until they do; of group-time effects alone."""
    matching: Matching = "none"
    """How the pool is narrowed or weighted."""
    match_on: Annotated[tuple[Feature, ...], Field(min_length=1)] = ("level", "trend")
    """What is made alike, all of it before the first start; `last` is the level in an area's last period."""
    for_each: Annotated[Whole, Field(ge=1, le=50)] = 5
    """How many comparison areas each treated area gets, where they are chosen."""


class Inference(Frozen):
    """How sure one may be."""

    shocks: Literal["area", "cluster"] = "area"
    """The level at which chance strikes whole places: each area, or the unit in the column `cluster`."""
    procedures: Annotated[tuple[Procedure, ...], Field(min_length=1)] = ("exchange", "cr3", "wild_bootstrap")
    """What is reported; the first is the one that counts."""
    alpha: Annotated[Number, Field(ge=0.001, le=0.5)] = 0.05
    """How often a true null may be rejected."""
    draws: Annotated[Whole, Field(ge=99, le=1_000_000)] = 9999
    """Draws where there are too many exchanges to go through all."""
    weights: Weights = "rademacher"
    """What the wild bootstrap multiplies by: signs, or Webb's six points where units are very few."""
    calibration: Annotated[Whole, Field(ge=200, le=20_000)] = 1000
    """Outcomes without an effect in which a procedure must hold its size; at least 2,000 are drawn in any case."""
    seed: Annotated[Whole, Field(ge=0)] = 1
    """Where the draws begin; the same seed gives the same result."""


class Look(Frozen):
    """A planned reading of the results."""

    period: Whole
    """The last period of data that it uses."""
    what: Prose
    """What may be concluded then, and what not yet."""


class Subgroup(Frozen):
    """A group that is looked at by itself."""

    id: Id
    """What results call it."""
    strata: Annotated[tuple[Line, ...], Field(min_length=1)]
    """The strata it is made of, as the data write them."""
    why: Prose
    """Why the effect may differ there."""


class TooEarly(Frozen):
    """What would make any answer premature."""

    periods_after_start: Annotated[Whole, Field(ge=0, le=30)] = 1
    """Periods after the start that must have been measured in the areas that began last."""
    least_power: Annotated[Number, Field(ge=0.0, le=1.0)] = 0.8
    """The chance that the smallest effect that matters would be found must be at least this."""
    onset: Annotated[tuple[Annotated[Number, Field(ge=0)], ...], Field(min_length=1)] = (1.0,)
    """How the effect is expected to grow: its share in the first treated period, the second, …; the last one stays."""
    why: Prose
    """How long it takes before the outcome can have moved."""
