"""Which kinds of activity are on offer on a day."""

from __future__ import annotations

from datetime import date

from landsby.blueprint import ActivityKind, Blueprint


def kinds_on(blueprint: Blueprint, day: date) -> list[ActivityKind]:
    """The kinds in use on a day, in the blueprint's order."""
    return [kind for kind in blueprint.activity_kinds.values() if kind.ended_on is None or kind.ended_on >= day]


def quick_kinds_on(blueprint: Blueprint, day: date) -> list[ActivityKind]:
    """Those that can be logged with one number: single activities that ask nothing of their own."""
    return [
        kind
        for kind in kinds_on(blueprint, day)
        if kind.quick and kind.form == "single" and not any(own.required for own in kind.fields)
    ]
