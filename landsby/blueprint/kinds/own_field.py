"""An own field: a question that one kind of activity asks beyond what all activities ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field, model_validator

from landsby.blueprint.values import Frozen, Id, Prose, Title, Whole, YesNo, fault_code

FieldType = Literal["text", "long_text", "number", "choice", "yes_no"]
Number = Annotated[Whole, Field(ge=0, le=100_000)]


class Choice(Frozen):
    """One answer to choose."""

    id: Id
    """What is stored when it is chosen. It never changes."""
    title: Title
    """What it says."""


class OwnField(Frozen):
    """A question with one answer."""

    id: Id
    """What the answer is stored under. It never changes."""
    type: FieldType
    """What kind of answer it takes."""
    label: Title
    """The question."""
    hint: Prose | None = None
    """A line of help under the question."""
    required: YesNo = False
    """Whether it must be answered before the activity counts as held."""
    min: Number | None = None
    """The least number, for the type number."""
    max: Number | None = None
    """The greatest number, for the type number."""
    choices: tuple[Choice, ...] = ()
    """The answers to choose among, for the type choice."""

    @model_validator(mode="after")
    def _fits_its_type(self) -> OwnField:
        if self.type != "number" and (self.min, self.max) != (None, None):
            raise fault_code("only_for_type", field="min" if self.min is not None else "max", type="number")
        if self.min is not None and self.max is not None and self.max < self.min:
            raise fault_code("limits_reversed", field="max", low=self.min, high=self.max)
        if self.type != "choice" and self.choices:
            raise fault_code("only_for_type", field="choices", type="choice")
        if self.type == "choice" and len(self.choices) < 2:
            raise fault_code("too_few_choices", field="choices")
        refuse_repeated("choices", (choice.id for choice in self.choices))
        return self


def refuse_repeated(field: str, values: Iterable[str]) -> None:
    """Raise a fault on `field` when a value stands there twice."""
    for value, count in Counter(values).items():
        if count > 1:
            raise fault_code("repeated", field=field, value=value)
