"""A theory node: one box of a theory of change, and where its arrows lead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from landsby.blueprint.definition import Definition, Doubt
from landsby.blueprint.kinds.own_field import refuse_repeated
from landsby.blueprint.values import Frozen, Id, Refers, Whole, fault_code

Stage = Literal["input", "activity", "output", "outcome"]
Years = Annotated[Whole, Field(ge=0, le=50)]

_COMES_AS: dict[str, int] = {"input": 0, "activity": 1, "output": 2, "outcome": 3}


class Horizon(Frozen):
    """When something is expected, counted from the programme's start."""

    first_year: Years
    """The earliest, in years."""
    last_year: Years
    """The latest, in years."""

    @model_validator(mode="after")
    def _in_order(self) -> Horizon:
        if self.last_year < self.first_year:
            raise fault_code("limits_reversed", field="last_year", low=self.first_year, high=self.last_year)
        return self


class Arrow(Frozen):
    """One step of the theory: this is thought to lead to that."""

    to: Annotated[Id, Refers("theory_nodes", acyclic=True)]
    """The box that it leads to."""
    assumptions: Annotated[tuple[Id, ...], Refers("assumptions")] = ()
    """What must hold for the step to be taken."""


class TheoryNode(Definition):
    """One box."""

    theory: Annotated[Id, Refers("theories")]
    """The theory of change that it belongs to."""
    stage: Stage
    """Where in the theory it stands."""
    lane: Annotated[Id | None, Refers("theory_lanes")] = None
    """The lane that it is drawn in."""
    leads_to: tuple[Arrow, ...] = ()
    """Where its arrows lead."""
    horizon: Horizon | None = None
    """When it is expected."""
    goals: Annotated[tuple[Id, ...], Refers("goals")] = ()
    """The goals that count under it."""
    tracks: Annotated[tuple[Id, ...], Refers("tracks")] = ()
    """The tracks that count under it."""
    activity_kinds: Annotated[tuple[Id, ...], Refers("activity_kinds")] = ()
    """The kinds of activity that count under it."""
    offers: Annotated[tuple[Id, ...], Refers("offers")] = ()
    """The offers that count under it."""
    indicators: Annotated[tuple[Id, ...], Refers("indicators")] = ()
    """The indicators that show it."""

    @model_validator(mode="after")
    def _arrows_once(self) -> TheoryNode:
        refuse_repeated("leads_to", (arrow.to for arrow in self.leads_to))
        return self

    def doubts(self, others: Mapping[str, Mapping[str, Any]]) -> Iterator[Doubt]:
        """Arrows stay within their theory and lead onward; a lane belongs to the same theory."""
        lane = others["theory_lanes"].get(self.lane or "")
        if lane is not None and lane.theory != self.theory and lane.theory in others["theories"]:
            yield ("lane",), "other_theory", {"id": self.lane, "theory": lane.theory}
        for place, arrow in enumerate(self.leads_to):
            node = others["theory_nodes"].get(arrow.to)
            if node is None:
                continue
            if node.theory != self.theory:
                yield ("leads_to", place, "to"), "other_theory", {"id": node.id, "theory": node.theory}
            elif _COMES_AS[node.stage] < _COMES_AS[self.stage]:
                yield ("leads_to", place, "to"), "arrow_backwards", {"id": node.id, "stage": node.stage}
