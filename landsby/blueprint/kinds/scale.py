"""A scale: steps with a number and words, which instruments and ties are set on."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from landsby.blueprint.definition import Definition
from landsby.blueprint.values import Frozen, Prose, Title, Whole, fault_code


class Step(Frozen):
    """One step of a scale."""

    value: Annotated[Whole, Field(ge=-10, le=100)]
    """Its number, which is what is stored."""
    title: Title
    """What it is called."""
    anchor: Prose | None = None
    """How one knows that one stands on it."""


class Scale(Definition):
    """Steps in rising order."""

    steps: Annotated[tuple[Step, ...], Field(min_length=2)]
    """From the lowest to the highest."""

    @model_validator(mode="after")
    def _rises(self) -> Scale:
        values = [step.value for step in self.steps]
        if values != sorted(set(values)):
            raise fault_code("scale_does_not_rise", field="steps")
        return self
