"""The programme's own records for an evaluator: by place and year, without names, with a codebook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from landsby.evaluation.disclosure import protected
from landsby.web.evaluations.access.own_records import Dose
from landsby.web.kit.small_cells import FEWEST

COLUMNS = ("area", "year", "activities", "kinds", "children")
"""What the columns are called in the file, as data are: the same in every language."""


@dataclass(frozen=True)
class Column:
    """One column of the file, and what it means."""

    name: str
    meaning: str


def codebook() -> list[Column]:
    """What each column is."""
    meanings = (
        _("Stedets kode, som registrene kender det. Ved den kan tallene lægges til udfaldene."),
        _("Kalenderår."),
        _("Hvor mange aktiviteter der blev holdt på stedet i året."),
        _("Hvor mange slags aktiviteter det var."),
        _("Hvor mange gange et barn var med. Det samme barn kan tælle flere gange. Tom, hvor tallet er skjult."),
    )
    return [Column(name, meaning) for name, meaning in zip(COLUMNS, meanings, strict=True)]


def rows_of(doses: Sequence[Dose]) -> list[list[Any]]:
    """The file's rows; a count of children that is small is left out, and what it could be worked out from."""
    shown = protected({(dose.code, str(dose.year)): dose.children for dose in doses}, FEWEST)
    return [[dose.code, dose.year, dose.activities, dose.kinds, shown[dose.code, str(dose.year)]] for dose in doses]
