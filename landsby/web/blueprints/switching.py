"""Using a definition no longer, or again, as a patch."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from landsby.blueprint import Role
from landsby.blueprint.definition import Definition, Described

_LAST_DAY = "ended_on"


def can_be_switched(today: Described | None, *, is_kept: bool) -> bool:
    """Whether a programme may switch it; not a role, whose holders would keep it all the same.

    Args:
        is_kept: whether it only stays because old records refer to it.
    """
    return isinstance(today, Definition) and not isinstance(today, Role) and not is_kept


def with_switch_of(patch: Mapping[str, Any], today: Mapping[str, Any]) -> dict[str, Any]:
    """Other words, with its last day as today's patch has it: words are one thing, being in use another."""
    values = {path: value for path, value in patch.get("set", {}).items() if path != _LAST_DAY}
    if _LAST_DAY in today.get("set", {}):
        values[_LAST_DAY] = today["set"][_LAST_DAY]
    return {sort: value for sort, value in {**patch, "set": values}.items() if value}


def switched(today: Definition, upstream: Described | None, patch: Mapping[str, Any], day: date) -> dict[str, Any]:
    """The patch by which what is used has its last day, and what has ended is used again.

    Args:
        day: the last day, unless it is used from a later one only.
    """
    values = dict(patch.get("set", {}))
    if today.ended_on is None:
        values[_LAST_DAY] = max(day, today.starts_on or day).isoformat()
    else:
        values.pop(_LAST_DAY, None)
        if isinstance(upstream, Definition) and upstream.ended_on:
            values[_LAST_DAY] = None
    return {sort: value for sort, value in {**patch, "set": values}.items() if value}
