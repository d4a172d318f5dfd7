"""The recipe by which rows become cells: which columns are read, in which units, and what is possible.

It is the part of a design that every register holder needs, and all that they need: with the same recipe they make
cells that can be added up, and no row leaves them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from landsby.blueprint.document import Unquoted
from landsby.blueprint.hashing import hash_of
from landsby.blueprint.values import Frozen, Id, Line, Whole

MOST_STORED = 10**9
"""The largest whole number that a value is stored as; its square then fits into 18 digits and into 64 bits."""


def _number(value: object) -> object:
    """A number as it was written: YAML's decimal numbers reach us as what people wrote."""
    written = value.written if isinstance(value, Unquoted) else value
    if isinstance(written, str) or (isinstance(written, int) and not isinstance(written, bool)):
        try:
            return float(written)
        except ValueError:
            return value
    return value


def _code(value: object) -> object:
    """A code as it was written: 0250 without quotes stays 0250."""
    if isinstance(value, Unquoted):
        return value.written
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Number = Annotated[float, BeforeValidator(_number), Field(strict=True, allow_inf_nan=False)]
"""A number, with a decimal point."""

YES_OR_NO = (0, 1, 0)
"""The limits and decimals of a column of 0 and 1."""

Code = Annotated[Line, BeforeValidator(_code)]
"""The code of an area as the data write it; quotes may be left out."""


class Variable(Frozen):
    """A column that is summed: an outcome or a covariate."""

    id: Id
    """What results call it."""
    column: Line
    """The name of its column in the data."""
    unit: Line | None = None
    """The unit in which the column is written, such as m, kg or years; none for yes and no as 1 and 0."""
    low: Number = 0.0
    """The smallest value that can be true. Smaller ones are counted as impossible and left out."""
    high: Number = 1.0
    """The largest value that can be true. Larger ones are counted as impossible and left out."""
    decimals: Annotated[Whole, Field(ge=0, le=6)] = 0
    """How many decimals the column is written with; sums are exact to the last of them."""

    @property
    def is_share(self) -> bool:
        """Whether it is no and yes, as 0 and 1: its means are shares, its effects percentage points."""
        return (self.low, self.high, self.decimals) == YES_OR_NO

    def to_data(self) -> dict[str, Any]:
        """The content as JSON-able data, with what `is_share_of` reads."""
        return {**self.model_dump(mode="json"), "is_share": self.is_share}

    @property
    def scale(self) -> int:
        """A value is stored as ``round(value * scale)``, a whole number."""
        return int(10**self.decimals)

    @property
    def is_yes_or_no(self) -> bool:
        """Whether the column is written as 1 and 0."""
        return (self.unit, self.low, self.high, self.decimals) == (None, 0.0, 1.0, 0)

    @property
    def largest_stored(self) -> float:
        """The largest whole number, without its sign, that a possible value is stored as."""
        return max(abs(self.low), abs(self.high)) * self.scale + 1


def is_share_of(told: Mapping[str, Any]) -> bool:
    """`Variable.is_share` of a variable as a result tells it; older results tell a share by its having no unit."""
    return bool(told.get("is_share", told.get("unit") is None))


class Columns(Frozen):
    """The names of the columns that say whom, where and when a row is about."""

    area: Line
    """The area that counts: of birth or entry where the design says so, so that moving away changes nothing."""
    period: Line
    """The period of the measurement, a whole number such as the year: one more for each period that follows."""
    cohort: Line | None = None
    """The cohort, such as the year of birth: cells keep cohorts apart, and are smaller; estimates take all together."""
    strata: tuple[Line, ...] = ()
    """Columns that divide children into groups, such as sex, for `subgroups` and for what only one side has."""
    person: Line | None = None
    """A pseudonym of the child, by which doubles are found. Never a civil registration number."""
    cluster: Line | None = None
    """The unit at the level where shocks strike, such as the municipality, the same for all rows of an area."""
    area_now: Line | None = None
    """Where the child was when measured; those who had moved are counted."""


class Window(Frozen):
    """The periods that count, from the first to the last, both included."""

    first: Whole
    """The first period."""
    last: Whole
    """The last period."""


class Recipe(Frozen):
    """How rows become cells."""

    columns: Columns
    """The columns that say whom, where and when."""
    outcomes: Annotated[tuple[Variable, ...], Field(min_length=1)]
    """What is followed."""
    covariates: tuple[Variable, ...] = ()
    """What is held alike."""
    window: Window
    """The periods that count."""

    @property
    def variables(self) -> tuple[Variable, ...]:
        """Outcomes, then covariates."""
        return (*self.outcomes, *self.covariates)

    def scales(self, outcome: Variable) -> dict[str, int]:
        """The variables of an outcome's cells and their scales: the outcome, then the covariates."""
        return {variable.id: variable.scale for variable in (outcome, *self.covariates)}

    def to_data(self) -> dict[str, Any]:
        """The content as JSON-able data."""
        return self.model_dump(mode="json")

    @cached_property
    def content_hash(self) -> str:
        """The hash of the content; cells can be added up when it is the same."""
        return hash_of(self.to_data())
