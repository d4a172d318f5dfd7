"""Doubts about rows and cell files, in the form that the whole evaluation uses."""

from __future__ import annotations

from typing import NoReturn

from landsby.analysis.wording import WORDINGS
from landsby.evaluation.problems import Problem, Refused, Severity


def doubt(code: str, severity: Severity = Severity.BLOCKER, /, **values: object) -> Problem:
    """The problem of that code, with the values in its wording's placeholders."""
    text, cure = WORDINGS[code]
    return Problem(code, severity, text.filled(**values), cure.filled(**values))


def refuse_rows(code: str, /, **values: object) -> NoReturn:
    """Raise `Refused` with one problem."""
    raise Refused([doubt(code, **values)])
