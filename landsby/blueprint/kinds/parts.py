"""Parts that several kinds of definition share: a point with an id, a rhythm, a span of age."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from landsby.blueprint.values import Frozen, Id, Prose, Whole, fault_code

Every = Literal["week", "fortnight", "month", "quarter", "half_year", "year", "once", "as_needed"]
Level = Literal["programme", "municipality", "community", "actor"]
Age = Annotated[Whole, Field(ge=-1, le=99)]
"""Years; -1 is the pregnancy."""


class Point(Frozen):
    """One sentence or two with an id: an idea, an example, a promise, a step."""

    id: Id
    """What records keep of it. It never changes."""
    text: Prose
    """What it says."""


class Rhythm(Frozen):
    """How often something comes back."""

    every: Every
    """The stretch of time within which it comes back."""
    times: Annotated[Whole, Field(ge=1, le=20)] = 1
    """How many times in each stretch."""


class Ages(Frozen):
    """From one age to another, both included."""

    first: Age
    """The youngest, in years; -1 is the pregnancy."""
    last: Age
    """The oldest, in years."""

    @model_validator(mode="after")
    def _in_order(self) -> Ages:
        if self.last < self.first:
            raise fault_code("limits_reversed", field="last", low=self.first, high=self.last)
        return self
