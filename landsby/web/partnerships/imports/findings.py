"""What the checking of a file finds: where, what is wrong, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from landsby.web.kit.problems import Blocked, Problem, Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at in a file.

    Attributes:
        code: stable id, for tests and counting.
        severity: a blocker keeps the file from being imported; a warning only where it `asks`, and a note never.
        row: the row's number as a spreadsheet shows it; 0 means the whole file.
        column: the column's heading, or "".
        wrong: what is wrong, a whole sentence. Never repeats what could be a CPR number.
        cure: what to do about it, a whole sentence.
        asks: whether it looks so wrong that somebody must say that it is right before the file is imported.
    """

    code: str
    severity: Severity
    row: int
    column: str
    wrong: str
    cure: str
    asks: bool = False

    @property
    def blocks(self) -> bool:
        """Whether the file cannot be imported with this in it."""
        return self.severity is Severity.BLOCKER

    def as_problem(self) -> Problem:
        """The finding as one sentence for a form's field `file`."""
        return Problem(self.code, self.severity, f"{self.as_sentence()} {self.cure}", "file")

    def as_sentence(self) -> str:
        """Where, and what is wrong."""
        return f"{self._where()}{self.wrong}"

    def _where(self) -> str:
        if self.row and self.column:
            return _("Række %(row)s, kolonnen %(column)s: ") % {"row": self.row, "column": self.column}
        if self.row:
            return _("Række %(row)s: ") % {"row": self.row}
        return ""


def blocker(code: str, wrong: str, cure: str, *, row: int = 0, column: str = "") -> Finding:
    """A finding that keeps the file from being imported."""
    return Finding(code, Severity.BLOCKER, row, column, wrong, cure)


def warning(code: str, wrong: str, cure: str, *, row: int = 0, column: str = "") -> Finding:
    """A finding that is shown and left to the one who imports."""
    return Finding(code, Severity.WARNING, row, column, wrong, cure)


def doubt(code: str, wrong: str, cure: str, *, row: int = 0, column: str = "") -> Finding:
    """A finding that the one who imports must say is right, or mend."""
    return Finding(code, Severity.WARNING, row, column, wrong, cure, asks=True)


def refused(*findings: Finding) -> Blocked:
    """The refusal of a whole file, to be raised."""
    return Blocked(finding.as_problem() for finding in findings)
