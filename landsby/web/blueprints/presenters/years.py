"""The programme's phases on a line of years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from landsby.blueprint import Blueprint, Phase
from landsby.web.partnerships.models import Programme

LINE = 1000
"""The line is so many units long."""


@dataclass(frozen=True)
class PhaseSpan:
    """A phase, where it lies on the line, and whether it is the one that is running."""

    phase: Phase
    start: int
    length: int
    is_now: bool


@dataclass(frozen=True)
class Years:
    """The line: its phases, the mark of each new year, and of today where it lies on the line."""

    spans: Sequence[PhaseSpan]
    marks: Sequence[tuple[int, int]]
    today: int | None


def years_of(programme: Programme, blueprint: Blueprint, today: date) -> Years:
    """The phases from the first day of the earliest to the last of the latest.

    The programme's own dates widen the line where they reach further.
    """
    phases = list(blueprint.phases.values())
    first = min([programme.starts_on, *(phase.starts_on for phase in phases)])
    last = max([programme.ends_on or first, *(phase.ends_on for phase in phases)])
    days = max(1, (last - first).days + 1)

    def place(day: date) -> int:
        return (day - first).days * LINE // days

    spans = [
        PhaseSpan(
            phase,
            place(phase.starts_on),
            max(1, ((phase.ends_on - phase.starts_on).days + 1) * LINE // days),
            phase.starts_on <= today <= phase.ends_on,
        )
        for phase in phases
    ]
    marks = [(year, place(date(year, 1, 1))) for year in range(first.year + 1, last.year + 1)]
    return Years(spans, marks, place(today) if first <= today <= last else None)
