"""Which kinds of activity can be offered as a course."""

from __future__ import annotations

from datetime import date

from landsby.blueprint import ActivityKind, Blueprint


def series_kinds(blueprint: Blueprint, today: date) -> list[ActivityKind]:
    """The kinds that can be offered: series in use, in the blueprint's order."""
    kinds = blueprint.activity_kinds.values()
    return [kind for kind in kinds if kind.form == "series" and (kind.ended_on is None or kind.ended_on >= today)]
