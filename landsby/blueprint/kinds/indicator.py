"""An indicator: what is looked at to see whether children fare better."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import model_validator

from landsby.blueprint.definition import Definition
from landsby.blueprint.kinds.own_field import refuse_repeated
from landsby.blueprint.values import Day, Frozen, Id, Line, Prose, Refers, Title, Whole, fault_code

IndicatorForm = Literal["share", "mean", "rate", "count"]
Direction = Literal["higher", "lower", "neither"]
IndicatorPeriod = Literal["half_year", "school_year", "calendar_year", "birth_cohort"]
By = Literal["sex", "age", "grade", "cohort", "community", "municipality", "institution"]


class Break(Frozen):
    """A day on which the series stopped being comparable with what came before."""

    starts_on: Day
    """The first day of the new way of counting."""
    what: Prose
    """What changed."""


class Indicator(Definition):
    """A measure of an outcome, and how it must be read."""

    form: IndicatorForm
    """What sort of number it is."""
    unit: Title
    """What it is given in."""
    numerator: Prose
    """What is counted or measured."""
    denominator: Prose | None = None
    """Among whom."""
    min: Whole | None = None
    """The lowest number that it can be, where it is on a scale."""
    max: Whole | None = None
    """The highest number that it can be, where it is on a scale."""
    better: Direction
    """Which way is better; neither, when that cannot be said."""
    period: IndicatorPeriod
    """What one observation covers."""
    taken_from: Line | None = None
    """The register or survey that it is taken from."""
    by: tuple[By, ...] = ()
    """What it can be divided by."""
    breaks: tuple[Break, ...] = ()
    """Days on which the series was broken."""
    coverage: Prose | None = None
    """Who is left out."""
    reference: Line | None = None
    """The reference that values are compared with, such as a growth standard."""
    follows: Annotated[Id | None, Refers("indicators", acyclic=True)] = None
    """The indicator of the same thing at an earlier age."""
    goals: Annotated[tuple[Id, ...], Refers("goals")] = ()
    """The goals that it speaks of."""
    audiences: Annotated[tuple[Id, ...], Refers("audiences")] = ()
    """Whom it is about."""

    @model_validator(mode="after")
    def _divided_once(self) -> Indicator:
        refuse_repeated("by", self.by)
        return self

    @model_validator(mode="after")
    def _can_be_read(self) -> Indicator:
        """A part is of something, and a scale goes upwards."""
        if self.form in ("share", "rate") and self.denominator is None:
            raise fault_code("among_whom", field="denominator", form=self.form)
        if self.min is not None and self.max is not None and self.max <= self.min:
            raise fault_code("limits_reversed", field="max", low=self.min, high=self.max)
        return self
