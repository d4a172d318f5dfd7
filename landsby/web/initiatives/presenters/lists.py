"""Checklists, and the pipeline to operation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from landsby.blueprint import Blueprint
from landsby.web.initiatives.models import ChecklistTick, Initiative
from landsby.web.kit.text import say


def track_titles(blueprint: Blueprint, initiative: Initiative) -> list[str]:
    """The tracks that an initiative runs on, by title."""
    tracks = blueprint.tracks
    return [say(tracks[key].title) if key in tracks else key for key in initiative.linked("tracks")]


@dataclass(frozen=True)
class Point:
    """One point of a checklist: what it says, and whether it is ticked and since when."""

    checklist: str
    key: str
    text: str
    tick: ChecklistTick | None

    @property
    def name(self) -> str:
        """The name of its box in the form."""
        return f"{self.checklist}/{self.key}"


@dataclass(frozen=True)
class Pipeline:
    """One initiative on its way to operation: how much of its checklists is in place."""

    initiative: Initiative
    points: list[Point]

    @property
    def ticked(self) -> int:
        """How many points are in place."""
        return sum(1 for point in self.points if point.tick)

    @property
    def is_ready(self) -> bool:
        """Whether everything is in place."""
        return bool(self.points) and self.ticked == len(self.points)

    @property
    def missing(self) -> list[str]:
        """The points that are not in place."""
        return [point.text for point in self.points if not point.tick]


def points_of(initiative: Initiative, blueprint: Blueprint) -> list[tuple[str, list[Point]]]:
    """The checklists of an initiative whose links and ticks are at hand: title and points."""
    ticks = {(tick.checklist, tick.point): tick for tick in initiative.ticks.all()}
    found = [blueprint.checklists[key] for key in initiative.linked("checklists") if key in blueprint.checklists]
    return [
        (
            say(each.title),
            [Point(each.id, point.id, say(point.text), ticks.get((each.id, point.id))) for point in each.points],
        )
        for each in found
    ]


def pipeline_of(initiatives: Iterable[Initiative], blueprint: Blueprint) -> list[Pipeline]:
    """The initiatives on their way, those that lack the least first; those without a checklist last."""
    rows = [Pipeline(one, [p for _title, points in points_of(one, blueprint) for p in points]) for one in initiatives]
    return sorted(rows, key=lambda row: (not row.points, len(row.missing), row.initiative.title.lower()))
