"""Doubts as values: what is wrong, how bad it is, and where."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise

Sentence = str | Promise


class Severity(StrEnum):
    """A blocker stops the writing; a warning is shown and counted; a note only informs."""

    BLOCKER = "blocker"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Problem:
    """One doubt about one thing.

    Attributes:
        code: stable id, for tests, counting and translation.
        severity: what it stops.
        text: a whole sentence to the reader: what is wrong and what to do.
        field: the form field it belongs to, or "" for the whole.
        url: where to look at what it speaks of, or "".
    """

    code: str
    severity: Severity
    text: Sentence
    field: str = ""
    url: str = ""

    @property
    def blocks(self) -> bool:
        """Whether an action must refuse."""
        return self.severity is Severity.BLOCKER


class Blocked(Exception):
    """An action refused: its problems say why. Nothing was stored."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(str(problem.text) for problem in self.problems))


def refuse_on_blockers(problems: Iterable[Problem]) -> None:
    """Raise `Blocked` with the blockers among the problems, if there are any."""
    blockers = [problem for problem in problems if problem.blocks]
    if blockers:
        raise Blocked(blockers)
