"""Doubts about numbers as values: what is wrong, how bad it is, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NoReturn

from landsby.blueprint.text import Language, Text
from landsby.evaluation.wording import WORDINGS


class Severity(StrEnum):
    """A blocker stops the analysis; a warning is shown beside every figure; a note only informs."""

    BLOCKER = "blocker"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True)
class Problem:
    """One doubt about cells, a design or a result.

    Attributes:
        code: stable id, the key of its wording.
        severity: what it stops.
        text: what is wrong.
        cure: what to do.
    """

    code: str
    severity: Severity
    text: Text
    cure: Text

    @property
    def blocks(self) -> bool:
        """Whether no number may be given."""
        return self.severity is Severity.BLOCKER

    def say(self, lang: Language) -> str:
        """The doubt and its cure as two sentences."""
        return f"{self.text.say(lang)} {self.cure.say(lang)}"


class Refused(Exception):
    """No number can be given; `problems` says why, and what to do."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(problem.say("en") for problem in self.problems))

    @property
    def as_warnings(self) -> tuple[Problem, ...]:
        """Why a part could not be had, where what can be had goes on without it."""
        return tuple(replace(each, severity=Severity.WARNING) for each in self.problems)

    @property
    def as_notes(self) -> tuple[Problem, ...]:
        """The same, where nobody would miss it."""
        return tuple(replace(each, severity=Severity.NOTE) for each in self.problems)


def problem(code: str, **values: object) -> Problem:
    """The blocker of that code, with the values in its wording's placeholders."""
    text, cure = WORDINGS[code]
    return Problem(code, Severity.BLOCKER, text.filled(**values), cure.filled(**values))


def warning(code: str, **values: object) -> Problem:
    """The warning of that code, with the values in its wording's placeholders."""
    return replace(problem(code, **values), severity=Severity.WARNING)


def note(code: str, **values: object) -> Problem:
    """The note of that code, with the values in its wording's placeholders."""
    return replace(problem(code, **values), severity=Severity.NOTE)


def refuse(code: str, **values: object) -> NoReturn:
    """Raise `Refused` with one problem."""
    raise Refused([problem(code, **values)])


def refuse_on_blockers(problems: Iterable[Problem]) -> None:
    """Raise `Refused` with the blockers among the problems, if there are any."""
    blockers = [each for each in problems if each.blocks]
    if blockers:
        raise Refused(blockers)


def each_once(*doubts: Iterable[Problem]) -> tuple[Problem, ...]:
    """All of them, each where it is first."""
    return tuple(dict.fromkeys(each for some in doubts for each in some))


def named(names: Iterable[object], *, most: int = 8) -> str:
    """Names for a sentence, the first few and how many more there are."""
    words = [str(name) for name in names]
    return ", ".join(words[:most]) + (f" (+{len(words) - most})" if len(words) > most else "")
