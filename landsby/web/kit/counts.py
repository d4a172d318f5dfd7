"""Numbers that can be opened."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Count:
    """A count, and the address of the list that shows exactly the records behind it."""

    value: int
    url: str

    def __str__(self) -> str:
        return str(self.value)
