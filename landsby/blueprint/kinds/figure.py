"""A figure: a number that the programme publishes, computed from what is recorded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

from pydantic import model_validator

from landsby.blueprint.definition import Definition, Doubt
from landsby.blueprint.values import Id, Refers, Title, fault_code

Measure = Literal["series_held", "series_children", "series_participations", "activities_held", "actors", "communities"]

_OF_SERIES = ("series_held", "series_children", "series_participations")
_COUNTS_KINDS = (*_OF_SERIES, "activities_held")


class Figure(Definition):
    """A number with a name. How it is counted is a named measure; there is no formula to write."""

    unit: Title
    """What is counted, in the plural."""
    measure: Measure
    """Which of the known ways of counting it uses."""
    activity_kinds: Annotated[tuple[Id, ...], Refers("activity_kinds")] = ()
    """The kinds of activity that are counted."""
    actor_groups: Annotated[tuple[Id, ...], Refers("actor_groups")] = ()
    """The groups of actors that are counted."""

    @model_validator(mode="after")
    def _names_what_it_counts(self) -> Figure:
        for field, needed in (
            ("activity_kinds", self.measure in _COUNTS_KINDS),
            ("actor_groups", self.measure == "actors"),
        ):
            named = bool(getattr(self, field))
            if needed and not named:
                raise fault_code("measure_needs", field=field, measure=self.measure)
            if named and not needed:
                raise fault_code("measure_ignores", field=field, measure=self.measure)
        return self

    def doubts(self, others: Mapping[str, Mapping[str, Any]]) -> Iterator[Doubt]:
        """A measure of series can only count kinds that are series."""
        if self.measure not in _OF_SERIES:
            return
        for place, id_ in enumerate(self.activity_kinds):
            kind = others["activity_kinds"].get(id_)
            if kind is not None and kind.form != "series":
                yield ("activity_kinds", place), "not_a_series", {"kind": id_, "measure": self.measure}
