"""What became of initiatives, as values: the ways they went, what was tried, who does it, what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True, kw_only=True)
class PlannedMove:
    """That an initiative came to stand elsewhere; `why` where it was told."""

    to: str
    on: date
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class PlannedTrial:
    """A small test of change; each in the order given goes on from the one before it.

    Attributes:
        actor: where it was tried, by name; "" for a trial of the whole programme.
    """

    question: str
    tried: str
    first: date
    last: date
    observed: str
    learned: str
    next_step: str
    expected: str = ""
    actor: str = ""


@dataclass(frozen=True, kw_only=True)
class PlannedCoverage:
    """That some actors do it from a day on; `groups` is how many groups each reaches, of how many."""

    actors: tuple[str, ...]
    since: date
    groups: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, kw_only=True)
class PlannedDecision:
    """What a municipality, by its code, decided."""

    municipality: str
    verdict: str
    on: date
    why: str


@dataclass(frozen=True, kw_only=True)
class PlannedPolicy:
    """Something written down that came of it; `actor` is where it holds, "" for the whole programme."""

    title: str
    text: str
    owner: str
    since: date
    actor: str = ""


@dataclass(frozen=True, kw_only=True)
class PlannedInitiative:
    """One of the blueprint's initiatives, by its id, and what became of it.

    Attributes:
        meant: the kinds of actor that it is meant to reach.
        nodes: the boxes of the theory of change that it belongs to.
        is_ready: every point of its checklist was in place.
    """

    definition: str
    moves: tuple[PlannedMove, ...] = ()
    owner: str = ""
    partners: tuple[str, ...] = ()
    meant: tuple[str, ...] = ()
    nodes: tuple[str, ...] = ()
    trials: tuple[PlannedTrial, ...] = ()
    coverage: tuple[PlannedCoverage, ...] = ()
    decisions: tuple[PlannedDecision, ...] = ()
    policies: tuple[PlannedPolicy, ...] = ()
    is_ready: bool = False


_PARTS: dict[str, type] = {
    "moves": PlannedMove,
    "trials": PlannedTrial,
    "coverage": PlannedCoverage,
    "decisions": PlannedDecision,
    "policies": PlannedPolicy,
}


def planned_portfolio(blueprint: str) -> list[PlannedInitiative]:
    """What became of a blueprint's initiatives, as the file of its name tells it.

    Raises:
        TypeError: when the file tells something that no plan holds.
    """
    file = Path(__file__).with_name("portfolios") / f"{blueprint}.yaml"
    return [_initiative(told) for told in yaml.safe_load(file.read_text(encoding="utf-8"))]


def _initiative(told: dict[str, Any]) -> PlannedInitiative:
    parts = {name: tuple(kind(**_tupled(part)) for part in told.get(name, ())) for name, kind in _PARTS.items()}
    return PlannedInitiative(**{**_tupled(told), **parts})


def _tupled(told: dict[str, Any]) -> dict[str, Any]:
    """Lists as tuples, so that what is planned stays as it was told."""
    return {name: tuple(value) if isinstance(value, list) else value for name, value in told.items()}
