"""A file's content, where its values stand, and what is wrong with it so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from landsby.blueprint.fault import Fault
from landsby.blueprint.wording import WORDINGS

Way = tuple[str | int, ...]
"""The way to a value from the top of its file: names of fields, and places in lists from 0."""


def written_way(way: Way) -> str:
    """A way as people read it: with dots, and places in lists from 1."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in way)


class Unquoted:
    """A value that YAML reads as something other than its author wrote; it fits no field."""

    def __init__(self, written: str) -> None:
        self.written = written


class Empty:
    """A value whose fault has been told already; what it leads to is not told again."""


EMPTY = Empty()


@dataclass
class Document:
    """One file's content, and where its values stand.

    Attributes:
        file: the name that faults give it.
        data: the content; None when the file could not be read.
        lines: the line of each value, counted from 1.
        written: what was written for a value that is not plainly text.
        faults: what is wrong with the file as YAML.
    """

    file: str
    data: dict[str, Any] | None = None
    lines: dict[Way, int] = field(default_factory=dict)
    written: dict[Way, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, code: str, way: Way = (), *, line: int | None = None, **values: object) -> Fault:
        """A fault at a value, on its line or on the nearest known one around it."""
        wording = WORDINGS[code]
        return Fault(
            file=self.file,
            line=self.line_of(way) if line is None else line,
            field=written_way(way),
            message=wording.message.filled(**values),
            cure=wording.cure.filled(**values),
        )

    def line_of(self, way: Way) -> int | None:
        """The line of a value, or of the nearest one around it that is known."""
        for length in range(len(way), -1, -1):
            if way[:length] in self.lines:
                return self.lines[way[:length]]
        return None
