"""The text of a design: read, with everything that is wrong at once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from landsby.blueprint import BlueprintError, Fault
from landsby.evaluation.designs.design import Design, read_design


@dataclass(frozen=True)
class Read:
    """A text that was read: a design, or what is wrong with it."""

    design: Design | None
    faults: tuple[Fault, ...]


def read_text(text: str, name: str = "design.yaml") -> Read:
    """A design from what somebody wrote or sent."""
    try:
        return Read(read_design(name, text.encode()), ())
    except BlueprintError as error:
        return Read(None, error.faults)


def quoted(text: str, faults: Iterable[Fault]) -> list[tuple[Fault, str]]:
    """Each fault with the line that it stands on; "" where it is about no line."""
    lines = text.splitlines()
    return [
        (fault, lines[fault.line - 1].strip() if fault.line and fault.line <= len(lines) else "") for fault in faults
    ]


def as_kept(text: str) -> str:
    """The text with the line ends that are kept, whatever a browser sent."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip("\n") + "\n"


def hash_of_text(text: str) -> str:
    """SHA-256 of the text as a file."""
    return hashlib.sha256(text.encode()).hexdigest()
