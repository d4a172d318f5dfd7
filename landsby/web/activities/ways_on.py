"""Where more is told of an activity than its own page tells: rooms above say so when they are ready."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from landsby.web.activities.models import Activity
from landsby.web.kit.problems import Sentence


@dataclass(frozen=True, slots=True)
class WayOn:
    """A page of a room above about one activity."""

    label: Sentence
    url: str


Pointer = Callable[[Activity], WayOn | None]

_pointers: list[Pointer] = []


def point_on(pointer: Pointer) -> None:
    """Called once per room from its `AppConfig.ready`.

    Args:
        pointer: gives the way on from an activity, or None where the room has nothing to tell of it.
    """
    _pointers.append(pointer)


def ways_on(activity: Activity) -> list[WayOn]:
    """The ways on from an activity's page, in the order in which the rooms came."""
    return [way for way in (pointer(activity) for pointer in _pointers) if way is not None]
