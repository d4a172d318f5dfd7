"""Parts of a declared design: how sure one may be, what is read when, who is looked at alone, what is too early."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from landsby.blueprint.values import Frozen, Id, Line, Prose, Whole
from landsby.evaluation.methods import Procedure, Weights
from landsby.evaluation.recipe import Number


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
    """Simulated outcomes without an effect, in which a procedure must hold its size for its p-value to be given."""
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
    onset: Annotated[tuple[Number, ...], Field(min_length=1)] = (1.0,)
    """How the effect is expected to grow: its share in the first treated period, the second, …; the last one stays."""
    why: Prose
    """How long it takes before the outcome can have moved."""
