"""A phase: a stretch of the programme's years."""

from __future__ import annotations

from pydantic import model_validator

from landsby.blueprint.definition import Definition
from landsby.blueprint.values import Day, fault_code


class Phase(Definition):
    """A stretch of years with a purpose of its own."""

    starts_on: Day
    """The phase's first day."""
    ends_on: Day
    """The phase's last day."""

    @model_validator(mode="after")
    def _ends_after_its_start(self) -> Phase:
        if self.ends_on < self.starts_on:
            raise fault_code("dates_reversed", field="ends_on", first="starts_on", last="ends_on")
        return self
