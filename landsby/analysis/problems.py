"""Doubts about rows and cell files, in the form that the whole evaluation uses."""

from __future__ import annotations

from typing import NoReturn

from landsby.analysis.wording.rows import WORDINGS
from landsby.blueprint.figures import counted
from landsby.blueprint.text import Text
from landsby.evaluation.disclosure.few import FEWEST
from landsby.evaluation.problems import Problem, Refused, Severity


def doubt(code: str, severity: Severity = Severity.BLOCKER, /, **values: object) -> Problem:
    """The problem of that code, with the values in its wording's placeholders."""
    text, cure = WORDINGS[code]
    # What blocks comes out with no result: it is told to the holder of the rows alone, who has to find them.
    hides = severity is not Severity.BLOCKER
    told = {name: _said(value, hides_few=hides) if name in _OF_PEOPLE else value for name, value in values.items()}
    return Problem(code, severity, text.filled(**told), cure.filled(**told))


_OF_PEOPLE = ("count", "rows", "persons")
"""Placeholders for numbers of children or of their rows: a doubt goes out with the result."""


def _said(count: object, *, hides_few: bool) -> object:
    if not isinstance(count, int):
        return count
    few = Text(da=f"færre end {FEWEST}", en=f"fewer than {FEWEST}")
    return few if hides_few and 0 < count < FEWEST else counted(count)


def refuse_rows(code: str, /, **values: object) -> NoReturn:
    """Raise `Refused` with one problem."""
    raise Refused([doubt(code, **values)])
