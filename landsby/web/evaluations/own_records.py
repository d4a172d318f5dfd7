"""The programme's own records for an evaluator: by place and year, without names, with a codebook."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from landsby.evaluation.disclosure.tables import Shown, protected
from landsby.web.evaluations.access.own_records import Dose
from landsby.web.kit.small_cells import FEWEST

COLUMNS = (
    "area",
    "year",
    "activities",
    "kinds",
    "hours",
    "children",
    "institutions",
    "with_plan",
    "in_focus",
    "everyday",
    "done",
    "reviews",
    "taught",
)
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
        _("Timer i de aktiviteter, hvor de er skrevet ned. Er de ikke skrevet, tæller de som 0."),
        _("Hvor mange gange et barn var med. Det samme barn kan tælle flere gange. Tom, hvor tallet er skjult."),
        _("Institutioner, der skal have en plan, og som fandtes, da året sluttede."),
        _("Institutioner, der havde en plan i brug en del af året eller hele året."),
        _("Principper i fokus: hvert princip tæller én gang for hver institution, der havde det i fokus i året."),
        _("Eksempler fra principperne, som institutioner i året sagde var blevet hverdag."),
        _("Punkter i planerne, der blev gjort i året."),
        _("Hvor mange gange en plan blev fulgt op."),
        _("Institutioner, foreninger og andre, hvorfra nogen var med, hvor en kompetence blev givet."),
    )
    return [Column(name, meaning) for name, meaning in zip(COLUMNS, meanings, strict=True)]


def children_told(doses: Sequence[Dose], earlier: Sequence[Shown]) -> Shown:
    """How many children came, by place and year, as it may be told.

    Args:
        doses: of all the programme's places, so that what is hidden is the same whoever asks.
        earlier: what earlier files told; what they and this one would tell together is hidden too.
    """
    return protected({(dose.code, str(dose.year)): dose.children for dose in doses}, FEWEST, earlier)


def rows_of(doses: Sequence[Dose], told: Shown, seen: Container[str]) -> list[list[Any]]:
    """The file's rows of the places that the reader sees.

    Args:
        told: as `children_told` gives it.
        seen: the codes of those places.
    """
    return [
        [
            told[dose.code, str(dose.year)] if column == "children" else getattr(dose, _FIELDS.get(column, column))
            for column in COLUMNS
        ]
        for dose in doses
        if dose.code in seen
    ]


_FIELDS = {"area": "code"}
"""Columns that the rows call otherwise."""
