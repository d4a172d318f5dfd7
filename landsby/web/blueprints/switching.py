"""Using a definition no longer, or again, as a patch."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from landsby.blueprint import Role
from landsby.blueprint.definition import Definition, Described


def can_be_switched(today: Described | None, patch: Mapping[str, Any]) -> bool:
    """Whether a programme may switch it.

    Not what only stays because old records refer to it; and not a role, whose holders would keep it all the same.
    """
    return isinstance(today, Definition) and not isinstance(today, Role) and "kept" not in patch


def switched(today: Definition, upstream: Described | None, patch: Mapping[str, Any], day: date) -> dict[str, Any]:
    """The patch by which what is used has its last day, and what has ended is used again.

    Args:
        day: the last day, unless it is used from a later one only.
    """
    values = dict(patch.get("set", {}))
    if today.ended_on is None:
        values["ended_on"] = max(day, today.starts_on or day).isoformat()
    else:
        values.pop("ended_on", None)
        if isinstance(upstream, Definition) and upstream.ended_on:
            values["ended_on"] = None
    return {sort: value for sort, value in {**patch, "set": values}.items() if value}
