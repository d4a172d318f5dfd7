"""What a run found, for those who read it in five seconds and for those who want all of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from landsby.evaluation.disclosure import TOTAL
from landsby.web.evaluations.analysing import drawn, drawn_patience
from landsby.web.evaluations.carrying_out import COMPARISON
from landsby.web.evaluations.presenters.runs import RunPage, bilingual, decimal, in_unit
from landsby.web.evaluations.words import NAMES, named
from landsby.web.kit.charts import Chart
from landsby.web.kit.text import in_digits

MOST_AREAS = 60


@dataclass(frozen=True)
class Table:
    """A table of the page and of the files.

    Attributes:
        rows: the first value of each names it.
    """

    key: str
    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Any]]


@dataclass(frozen=True)
class ResultPage(RunPage):
    """The page of a finished run."""

    @property
    def looks(self) -> list[str]:
        """What the design says of reading it now."""
        return [bilingual(look["what"]) for look in self.run.told.get("looks", []) if look["state"] == "now"]

    @property
    def carried(self) -> list[str]:
        """What the design can and cannot carry, in words."""
        told = [self.primary.get("carried"), (self.primary.get("verdict") or {}).get("because")]
        return [bilingual(each) for each in told if each]

    @property
    def others(self) -> list[tuple[str, str]]:
        """What was found of each other outcome, with a word for the stylesheet."""
        rest = [one for one in self.outcomes if one is not self.primary and one.get("reading")]
        return [(one["reading"]["code"], bilingual(one["reading"])) for one in rest]

    @cached_property
    def charts(self) -> list[Chart]:
        """The pictures of the outcome that decides, the course of time first."""
        if self.run.is_patience:
            return [drawn_patience(self.run.told, self.run.declaration.design)]
        return drawn(self.primary, self.run.told.get("balance", [])) if self.primary else []

    @property
    def doubts(self) -> list[tuple[str, str]]:
        """What is doubtful, each with its cure."""
        return [(bilingual(one["text"]), bilingual(one["cure"])) for one in self.run.told.get("problems", [])]

    @property
    def areas(self) -> list[str]:
        """The areas that were compared with, by name where the programme knows them."""
        treated = set(self.run.declaration.design.starts)
        return [self.name_of.get(area, area) for area in self.run.told.get("areas", []) if area not in treated]

    @property
    def areas_told(self) -> str:
        """The first of them, and how many there are more."""
        first = ", ".join(self.areas[:MOST_AREAS])
        more = len(self.areas) - MOST_AREAS
        return _("%(areas)s og %(count)s til") % {"areas": first, "count": in_digits(more)} if more > 0 else first

    @property
    def tables(self) -> list[Table]:
        """What stands behind the pictures, as tables."""
        if self.run.is_patience:
            return []
        return [table for table in (self.effects, self.children, self.trends) if table.rows]

    @property
    def effects(self) -> Table:
        """Every estimate that sums up, of every outcome, with its interval where one may be given."""
        units = {one["id"]: one["unit"] for one in self.outcomes}
        titles = {one["id"]: bilingual(one["title"]) for one in self.outcomes}
        rows = [
            [
                titles.get(one["outcome"], one["outcome"]),
                named(NAMES, one["estimator"]),
                *(_figure(one[key], units.get(one["outcome"])) for key in ("estimate", "ci_low", "ci_high")),
                "–" if one["p"] is None else decimal(one["p"]),
            ]
            for one in self.run.told.get("estimates", [])
            if one["term"] in ("all", "treated")
        ]
        headings = [_("Udfald"), _("Metode"), _("Forskel"), _("Fra"), _("Til"), _("p")]
        return Table("effects", _("Forskellen regnet på flere måder"), headings, rows)

    @property
    def children(self) -> Table:
        """How many children stand behind the outcome that decides; small counts are hidden."""
        told = self.run.shown.get("children") or {"rows": [], "columns": [], "cells": []}
        names = {TOTAL: _("I alt"), **self.name_of}
        names |= {row: _("Sammenligningsområder") for row in told["rows"] if row.startswith(COMPARISON)}
        rows = [
            [names.get(row, row), *("–" if count is None else count for count in cells)]
            for row, cells in zip(told["rows"], told["cells"], strict=True)
        ]
        headings = [_("Område"), *(names.get(column, column) for column in told["columns"])]
        return Table("children", _("Børn bag tallene"), headings, rows)

    @property
    def trends(self) -> Table:
        """How it looks when all are said to have started earlier than they did: nothing should be seen."""
        unit = self.primary.get("unit")
        sensitivity = self.primary.get("sensitivity") or {}
        rows = [
            [
                str(one["earlier"]),
                *(_figure(one[key], unit) for key in ("estimate", "ci_low", "ci_high")),
                "–" if one["p"] is None else decimal(one["p"]),
            ]
            for one in sensitivity.get("placebo_dates", [])
        ]
        headings = [_("Så mange år før"), _("Forskel"), _("Fra"), _("Til"), _("p")]
        return Table("trends", _("Prøve: en start, der ikke var der"), headings, rows)

    @property
    def is_hiding(self) -> bool:
        """Whether a count was hidden."""
        cells = (self.run.shown.get("children") or {}).get("cells", [])
        return any(count is None for row in cells for count in row)


def _figure(value: float | None, unit: str | None) -> str:
    return "–" if value is None else in_unit(value, unit)
