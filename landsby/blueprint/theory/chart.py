"""One theory of change taken out of a blueprint: what is in use of it, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from landsby.blueprint.blueprint import Blueprint
from landsby.blueprint.definition import Definition
from landsby.blueprint.hashing import hash_of
from landsby.blueprint.kinds import Assumption, Theory, TheoryLane, TheoryNode

PARTS = ("theories", "theory_lanes", "theory_nodes", "assumptions")
"""The folders that a theory of change is made of."""

STAGES = ("input", "activity", "output", "outcome")
"""In the order in which they lead to each other."""

Content = Mapping[str, list[dict[str, Any]]]
"""A theory of change as JSON-able data: definitions by folder, each as `Definition.to_data` gives it."""


@dataclass(frozen=True)
class Link:
    """One arrow between two boxes, and what must hold for it."""

    source: str
    target: str
    assumptions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Chart:
    """A theory of change.

    Attributes:
        lanes: by id, from the uppermost.
        nodes: by id, in reading order.
        assumptions: by id, those that its arrows name, in the order in which they are met.
    """

    theory: Theory
    lanes: Mapping[str, TheoryLane]
    nodes: Mapping[str, TheoryNode]
    assumptions: Mapping[str, Assumption]

    @property
    def id(self) -> str:
        """The id of the theory."""
        return self.theory.id

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The arrows between its boxes, in the order of the boxes that they come from."""
        return tuple(
            Link(node.id, arrow.to, tuple(each for each in arrow.assumptions if each in self.assumptions))
            for node in self.nodes.values()
            for arrow in node.leads_to
            if arrow.to in self.nodes
        )

    @property
    def by_stage(self) -> dict[str, list[TheoryNode]]:
        """The boxes of each stage; a stage without any is left out."""
        found = {stage: [node for node in self.nodes.values() if node.stage == stage] for stage in STAGES}
        return {stage: nodes for stage, nodes in found.items() if nodes}

    @cached_property
    def content(self) -> dict[str, list[dict[str, Any]]]:
        """As data, to be kept and written down."""
        parts: tuple[Iterable[Definition], ...] = (
            (self.theory,),
            self.lanes.values(),
            self.nodes.values(),
            self.assumptions.values(),
        )
        return {folder: [each.to_data() for each in found] for folder, found in zip(PARTS, parts, strict=True)}

    @property
    def content_hash(self) -> str:
        """The hash of the content; two that say the same have the same."""
        return hash_of(self.content)


def charts_of(blueprint: Blueprint, day: date) -> dict[str, Chart]:
    """The theories of change that are in use on a day, by id."""
    return {id_: chart_of(blueprint, id_, day) for id_, theory in blueprint.theories.items() if is_used(theory, day)}


def chart_of(blueprint: Blueprint, theory: str, day: date) -> Chart:
    """One theory of change as it is in use on a day.

    Raises:
        KeyError: where there is no such theory.
    """
    found = blueprint.theories[theory]
    lanes = {lane.id: lane for lane in blueprint.theory_lanes.values() if lane.theory == theory and is_used(lane, day)}
    nodes = {node.id: node for node in blueprint.theory_nodes.values() if node.theory == theory and is_used(node, day)}
    met = dict.fromkeys(_assumptions_of(nodes.values()))
    known = blueprint.assumptions
    return Chart(found, lanes, nodes, {id_: known[id_] for id_ in met if id_ in known and is_used(known[id_], day)})


def chart_from(content: Content) -> Chart:
    """A theory of change from its data, as `Chart.content` gives it.

    Raises:
        ValidationError: where the data is not that of its kinds.
    """
    [theory] = [Theory.model_validate(each) for each in content["theories"]]
    lanes = [TheoryLane.model_validate(each) for each in content["theory_lanes"]]
    nodes = [TheoryNode.model_validate(each) for each in content["theory_nodes"]]
    assumptions = [Assumption.model_validate(each) for each in content["assumptions"]]
    return Chart(theory, _in_order(lanes), _in_order(nodes), {each.id: each for each in assumptions})


def is_used(definition: Definition, day: date) -> bool:
    """Whether a definition is in use on a day: one that ends is drawn no more from its last day on."""
    return definition.ended_on is None or definition.ended_on > day


def _in_order(found: Iterable[Any]) -> dict[str, Any]:
    return {each.id: each for each in sorted(found, key=lambda each: (each.order, each.id))}


def _assumptions_of(nodes: Iterable[TheoryNode]) -> Iterator[str]:
    for node in nodes:
        for arrow in node.leads_to:
            yield from arrow.assumptions
