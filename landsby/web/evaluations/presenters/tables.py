"""The tables of a result: what stands behind its pictures, and what has none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp
from typing import Any

from django.utils.translation import gettext as _

from landsby.evaluation.disclosure import TOTAL
from landsby.web.evaluations.carrying_out import COMPARISON
from landsby.web.evaluations.figures import bare, bilingual, decimal, in_unit, unit_words
from landsby.web.evaluations.names import Names
from landsby.web.evaluations.words import NAMES, named
from landsby.web.kit.text import in_digits

Told = Mapping[str, Any]
SUMMARY = ("all", "treated")


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
    rows: Sequence[Sequence[Any]]
    note: str = ""
    texts: int = 1


def effects_table(estimates: Sequence[Told], outcomes: Sequence[Told]) -> Table:
    """Every estimate that sums up, of every outcome, with its interval where one may be given."""
    units = {one["id"]: one["unit"] for one in outcomes}
    titles = {one["id"]: _with_unit(one) for one in outcomes}
    rows = [
        [
            titles.get(one["outcome"], one["outcome"]),
            named(NAMES, one["estimator"]),
            named(NAMES, _procedure(one["procedure"])),
            *with_interval(one, units.get(one["outcome"])),
        ]
        for one in estimates
        if one["term"] in SUMMARY
    ]
    headings = [_("Udfald"), _("Metode"), _("Usikkerhed"), *interval_headings()]
    return Table("effects", _("Forskellen regnet på flere måder"), headings, rows, texts=3)


def _procedure(said: str) -> str:
    """The kind of a procedure, of what an estimate says it was found by."""
    return said.partition(" ")[0].rstrip(",")


def _with_unit(outcome: Told) -> str:
    return f"{bilingual(outcome['title'])} ({unit_words(outcome['unit'])})"


def interval_headings() -> list[str]:
    """Of what `with_interval` gives."""
    return [_("Forskel"), _("Fra"), _("Til"), _("p")]


def with_interval(one: Told, unit: str | None) -> list[str]:
    """An estimate with its interval and p-value; a dash for what may not be given."""
    numbers = [bare(one[key], unit) for key in ("estimate", "ci_low", "ci_high")]
    return [*numbers, "–" if one["p"] is None else decimal(one["p"])]


def children_table(shown: Told, names: Names, *, is_hiding: bool) -> Table:
    """How many children stand behind the outcome that decides; small counts are hidden."""
    told = shown.get("children") or {"rows": [], "columns": [], "cells": []}
    rows = [
        [_row_name(row, names), *("–" if count is None else count for count in cells)]
        for row, cells in zip(told["rows"], told["cells"], strict=True)
    ]
    headings = [_("Område"), *(_("I alt") if column == TOTAL else column for column in told["columns"])]
    note = _("En streg betyder, at tallet er skjult, så ingen kan regne ud, hvem det handler om.") if is_hiding else ""
    return Table("children", _("Børn bag tallene"), headings, rows, note)


def _row_name(row: str, names: Names) -> str:
    if row == TOTAL:
        return _("I alt")
    return _("Sammenligningsområder") if row.startswith(COMPARISON) else names.of(row)


def balance_table(matched: Sequence[Told], unit: str | None) -> Table:
    """What the areas were before the start: treated, in the whole pool, and among those compared with."""
    rows = [
        [
            feature(one["name"]),
            *(_of_feature(one["name"], one[side], unit) for side in ("treated", "pool", "compared")),
            decimal(one["before"]),
            decimal(one["after"]),
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
    note = _("De to sidste er målt i standardafvigelser. Under 0,25 regnes for ens.")
    return Table("balance", _("Områderne før starten"), headings, rows, note)


def feature(name: str) -> str:
    """What areas were matched on, in words; a variable of the design's own is itself."""
    known = {"level": _("niveau"), "trend": _("udvikling om året"), "size": _("børn i området")}
    return known.get(name, name)


def _of_feature(name: str, value: float, unit: str | None) -> str:
    """Size is kept as a logarithm; of variables of the design's own the unit is not told."""
    if name == "size":
        return in_digits(round(exp(value)))
    return in_unit(value, unit) if name in ("level", "trend") else decimal(value)


def placebo_outcomes_table(leaning: Told, outcomes: Sequence[Told]) -> Table:
    """What the programme cannot have moved."""
    known = {one["id"]: one for one in outcomes}
    rows = [
        [
            _with_unit(known[one["outcome"]]) if one["outcome"] in known else one["outcome"],
            *with_interval(one, known.get(one["outcome"], {}).get("unit")),
        ]
        for one in leaning.get("placebo_outcomes", [])
    ]
    return Table("placebo_outcomes", _("Det, der ikke kan have flyttet sig"), [_("Udfald"), *interval_headings()], rows)


def subgroups_table(groups: Sequence[Told], unit: str | None) -> Table:
    """The groups of the design, each by itself, with why they were named."""
    rows = [[one["id"], bilingual(one["why"]), *with_interval(one, unit)] for one in groups]
    said = {"unit": unit_words(unit)}
    note = _("Forskellene er i %(unit)s. p-værdierne er rettet for, at der er set på flere grupper.") % said
    headings = [_("Gruppe"), _("Hvorfor"), *interval_headings()]
    return Table("subgroups", _("Grupper af børn"), headings, rows, note, texts=2)


def areas_table(codes: Sequence[str], names: Names) -> Table:
    """The areas that are compared with, by name and code."""
    rows = [[names.of(code), code] for code in codes]
    return Table("areas", _("Områderne, der er sammenlignet med"), [_("Område"), _("Kode")], rows, texts=2)
