"""What is wrong with a definition: where, what, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from landsby.blueprint.text import Language, Text


@dataclass(frozen=True)
class Fault:
    """One thing to put right.

    Attributes:
        file: the file as the reader named it, or the place in the data that was given.
        line: counted from 1; None where the whole file, or data without lines, is meant.
        field: the way to the field, with dots; items of a list are counted from 1. Empty for the whole file.
        message: what is wrong.
        cure: what to do.
    """

    file: str
    line: int | None
    field: str
    message: Text
    cure: Text

    def __str__(self) -> str:
        return self.say("da")

    def say(self, lang: Language) -> str:
        """The fault on one line: ``file:line: field: message — cure``."""
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        field = f"{self.field}: " if self.field else ""
        return f"{where}: {field}{self.message.say(lang)} — {self.cure.say(lang)}"


class BlueprintError(Exception):
    """A blueprint cannot be used; `faults` says everything that is wrong with it at once."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


def in_reading_order(faults: Iterable[Fault]) -> list[Fault]:
    """The faults by file and line, each once."""
    return sorted(dict.fromkeys(faults), key=lambda fault: (fault.file, fault.line or 0, fault.field))
