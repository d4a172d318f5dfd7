"""Where more is told of a thing than its own page tells: rooms above its own say so when they are ready."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from landsby.web.kit.problems import Sentence

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class WayOn:
    """A page of a room above about one thing."""

    label: Sentence
    url: str


class WaysOn(Generic[Thing]):
    """The ways on from the page of one sort of thing."""

    def __init__(self) -> None:
        self._pointers: list[Callable[[Thing], WayOn | None]] = []

    def point_on(self, pointer: Callable[[Thing], WayOn | None]) -> None:
        """Called once per page from a room's `AppConfig.ready`.

        Args:
            pointer: gives the way on from a thing, or None where the room has nothing to tell of it.
        """
        self._pointers.append(pointer)

    def of(self, thing: Thing) -> list[WayOn]:
        """The ways on, in the order in which the rooms came."""
        return [way for way in (pointer(thing) for pointer in self._pointers) if way is not None]
