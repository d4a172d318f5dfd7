"""The tables of a result: what stands behind its pictures, and what has none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp
from typing import Any

from django.utils.translation import gettext as _

from landsby.evaluation.comparison.matching import ALIKE
from landsby.evaluation.designs.periods import PeriodWords
from landsby.evaluation.disclosure.tables import TOTAL
from landsby.evaluation.inference.statistics import SUMMARY, statistic_told
from landsby.web.evaluations.carrying_out import COMPARISON
from landsby.web.evaluations.figures import (
    Figure,
    Value,
    beside,
    bilingual,
    decimal,
    level_words,
    shown_unit,
    unit_words,
    written,
)
from landsby.web.evaluations.names import Names
from landsby.web.evaluations.words import NAMES, named
from landsby.web.kit.text import say

Told = Mapping[str, Any]
MOST_LINES = 8
"""Values of a row that may stand below each other on a phone; of more the table is drawn sideways."""


@dataclass(frozen=True)
class Table:
    """A table of the page and of the files.

    Attributes:
        rows: the first value of each names it.
        texts: how many of the first columns are words; the others are figures.
        note: what is said below it; "" for nothing.
    """

    key: str
    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Value]]
    note: str = ""
    texts: int = 1

    @property
    def filled(self) -> Table:
        """The table without columns that hold nothing."""
        held = [at for at in range(len(self.headings)) if any(row[at] is not None for row in self.rows)]
        rows = [[row[at] for at in held] for row in self.rows]
        return replace(self, headings=[self.headings[at] for at in held], rows=rows)

    @property
    def lines(self) -> list[list[str]]:
        """The rows as they are read."""
        return [[written(value) for value in row] for row in self.rows]

    @property
    def is_wide(self) -> bool:
        """Whether it has more columns than a phone can carry, even where each becomes a line of its own."""
        return len(self.headings) > MOST_LINES


def effects_table(estimates: Sequence[Told], outcomes: Sequence[Told]) -> Table:
    """The difference of every outcome by every method, each once: with the procedure that may speak, or with none."""
    units = {one["id"]: shown_unit(one) for one in outcomes}
    titles = {one["id"]: _with_unit(one) for one in outcomes}
    rows = [
        [
            titles.get(one["outcome"], one["outcome"]),
            named(NAMES, one["estimator"]),
            _procedure(one),
            *with_interval(one, units.get(one["outcome"])),
        ]
        for one in _spoken([one for one in estimates if one["term"] in SUMMARY])
    ]
    headings = [_("Udfald"), _("Metode"), _("Usikkerhed fundet ved"), *interval_headings()]
    note = _("Hvor der ingen usikkerhed står, er der ingen metode, som er prøvet efter her og holder.")
    return Table("effects", _("Forskellen regnet på flere måder"), headings, rows, note, texts=3)


def _spoken(estimates: Sequence[Told]) -> list[Told]:
    """Of each outcome and method those whose procedure may speak, else the first."""
    by_method: dict[tuple[str, str], list[Told]] = {}
    for one in estimates:
        by_method.setdefault((one["outcome"], one["estimator"]), []).append(one)
    return [one for same in by_method.values() for one in ([one for one in same if one["p"] is not None] or same[:1])]


def _procedure(one: Told) -> str:
    """By what the uncertainty of an estimate was found."""
    if one["p"] is None:
        return _("ingen metode holder her")
    statistic = statistic_told(one)
    # What nothing asks may speak only where nothing is compared.
    return say(statistic.text) if statistic else _("simulerede serier uden ændring")


def _with_unit(outcome: Told) -> str:
    return f"{bilingual(outcome['title'])} ({unit_words(shown_unit(outcome))})"


def interval_headings() -> list[str]:
    """Of what `with_interval` gives."""
    return [_("Forskel"), _("Fra"), _("Til"), _("p")]


def with_interval(one: Told, unit: str | None) -> list[Figure | None]:
    """An estimate with its interval and p-value; nothing for what may not be given."""
    return [*beside([one[key] for key in ("estimate", "ci_low", "ci_high")], unit), *beside([one["p"]], "", digits=2)]


def children_table(shown: Told, names: Names, *, is_hiding: bool) -> Table:
    """How many children stand behind the outcome that decides; small counts are hidden."""
    told = shown.get("children") or {"rows": [], "columns": [], "cells": []}
    rows = [[_row_name(row, names), *cells] for row, cells in zip(told["rows"], told["cells"], strict=True)]
    headings = [_("Område"), *(_("I alt") if column == TOTAL else column for column in told["columns"])]
    note = _("En streg betyder, at tallet er skjult, så ingen kan regne ud, hvem det handler om.") if is_hiding else ""
    return Table("children", _("Børn bag tallene"), headings, rows, note)


def _row_name(row: str, names: Names) -> str:
    if row == TOTAL:
        return _("I alt")
    return _("Sammenligningsområder") if row.startswith(COMPARISON) else names.of(row)


def balance_table(matched: Sequence[Told], unit: str | None, periods: PeriodWords) -> Table:
    """What the areas were before the start: treated, in the whole pool, and among those compared with."""
    rows: list[list[Value]] = [
        [
            feature(one["name"], periods),
            *_of_feature(one["name"], [one[side] for side in ("treated", "pool", "compared")], unit),
            *beside([one["before"], one["after"]], ""),
        ]
        for one in matched
    ]
    headings = [
        _("Før starten"),
        _("Hvor programmet er"),
        _("Alle mulige områder"),
        _("De valgte"),
        _("Forskel før valget"),
        _("Forskel efter valget"),
    ]
    note = _("De to sidste er målt i standardafvigelser. Op til %(alike)s regnes for ens.") % {"alike": decimal(ALIKE)}
    return Table("balance", _("Områderne før starten"), headings, rows, note)


def feature(name: str, periods: PeriodWords) -> str:
    """What areas were matched on, in words; a variable of the design's own is itself."""
    known = {
        "level": _("niveau"),
        "last": _("niveau lige før starten"),
        "trend": _("udvikling pr. %(period)s") % {"period": say(periods.one)},
        "size": _("børn i området"),
    }
    return known.get(name, name)


def _of_feature(name: str, values: Sequence[float], unit: str | None) -> list[Value]:
    """Size is kept as a logarithm; of variables of the design's own the unit is not told."""
    if name == "size":
        return [round(exp(value)) for value in values]
    if name not in ("level", "last", "trend"):
        return [*beside(values, "")]
    said = unit_words(unit) if name == "trend" else level_words(unit)
    return [replace(figure, unit=said) for figure in beside(values, unit) if figure]


def placebo_outcomes_table(leaning: Told, outcomes: Sequence[Told]) -> Table:
    """What the programme cannot have moved."""
    known = {one["id"]: one for one in outcomes}
    rows = [
        [
            _with_unit(known[one["outcome"]]) if one["outcome"] in known else one["outcome"],
            *with_interval(one, shown_unit(known.get(one["outcome"], {}))),
        ]
        for one in leaning.get("placebo_outcomes", [])
    ]
    return Table("placebo_outcomes", _("Det, der ikke burde ændre sig"), [_("Udfald"), *interval_headings()], rows)


def subgroups_table(groups: Sequence[Told], unit: str | None) -> Table:
    """The groups of the design, each by itself, with why they were named."""
    rows = [[one["id"], bilingual(one["why"]), *with_interval(one, unit)] for one in groups]
    said = {"unit": unit_words(unit)}
    note = _("Forskellene er i %(unit)s. p-værdierne er rettet for, at der er set på flere grupper.") % said
    headings = [_("Gruppe"), _("Hvorfor"), *interval_headings()]
    return Table("subgroups", _("Grupper af børn"), headings, rows, note, texts=2)


def bounds_table(bounds: Sequence[Told], labels: Sequence[str], unit: str | None) -> Table:
    """What is left of the effect when trends may differ so much, and by what the interval was found.

    Args:
        labels: what is said of each bound's trends, in the same order.
    """
    asked = {True: _("ombytning, prøvet efter her"), False: _("normalfordeling, ikke prøvet efter her")}
    rows = [
        [label, asked[statistic_told(one) is not None], *beside([one["ci_low"], one["ci_high"]], unit)]
        for label, one in zip(labels, bounds, strict=True)
    ]
    headings = [_("Så meget må områderne glide fra hinanden"), _("Fundet ved"), _("Fra"), _("Til")]
    note = _("Tallene er i %(unit)s. Hvor der ikke er prøvet efter, er spændene et skøn.") % {"unit": unit_words(unit)}
    return Table("bounds", _("Grænser, hvis områderne var gledet fra hinanden"), headings, rows, note, texts=2)


def areas_table(codes: Sequence[str], names: Names) -> Table:
    """The areas that are compared with, by name and code."""
    rows = [[names.of(code), code] for code in codes]
    return Table("compared", _("Områderne, der er sammenlignet med"), [_("Område"), _("Kode")], rows, texts=2)
