"""Doubts about rows and cell files, in the form that the whole evaluation uses."""

from __future__ import annotations

from typing import NoReturn

from landsby.analysis.wording import WORDINGS
from landsby.blueprint.text import Text
from landsby.evaluation.few import FEWEST
from landsby.evaluation.problems import Problem, Refused, Severity


def doubt(code: str, severity: Severity = Severity.BLOCKER, /, **values: object) -> Problem:
    """The problem of that code, with the values in its wording's placeholders."""
    text, cure = WORDINGS[code]
    # What blocks comes out with no result: it is told to the holder of the rows alone, who has to find them.
    of_few = () if severity is Severity.BLOCKER else _OF_PEOPLE
    told = {name: _coarsely(value) if name in of_few else value for name, value in values.items()}
    return Problem(code, severity, text.filled(**told), cure.filled(**told))


_OF_PEOPLE = ("count", "rows", "persons")
"""Placeholders for numbers of children or of their rows: a doubt goes out with the result."""


def _coarsely(count: object) -> object:
    few = Text(da=f"færre end {FEWEST}", en=f"fewer than {FEWEST}")
    return few if isinstance(count, int) and 0 < count < FEWEST else count


def refuse_rows(code: str, /, **values: object) -> NoReturn:
    """Raise `Refused` with one problem."""
    raise Refused([doubt(code, **values)])
