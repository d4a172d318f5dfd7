"""How many came: the screen on which it is said after an opening, and the season seen as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from django.forms import BoundField
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from landsby.blueprint import ActivityKind
from landsby.web.activities.counts import COUNT_LABELS
from landsby.web.activities.forms import HoldForm
from landsby.web.halls.models import Opening, Season
from landsby.web.kit.charts import Chart, stacked_columns
from landsby.web.kit.counts import Count
from landsby.web.kit.dates import short_day
from landsby.web.kit.numbers import CountField
from landsby.web.kit.text import say

PRESENT = ("children", "parents")
"""Those who come to an opening; the chart stacks them. What else is counted stands in the table."""

FEWEST_TOLD = 5
"""A smaller number than this could be somebody that one knows; in a file that leaves the house it is hidden."""


@dataclass(frozen=True)
class CountScreen:
    """The form of an opening's counts: the numbers on top, the rest below."""

    form: HoldForm

    @property
    def numbers(self) -> list[BoundField]:
        """What is counted, in the order in which the kind asks."""
        return [bound for bound in self.form if isinstance(bound.field, CountField)]

    @property
    def others(self) -> list[BoundField]:
        """What else is asked."""
        return [bound for bound in self.form if not isinstance(bound.field, CountField)]


@dataclass(frozen=True)
class SeasonCounts:
    """What was counted at the openings of a season that were held.

    Attributes:
        openings: those that were held, in order.
    """

    season: Season
    kind: ActivityKind
    openings: Sequence[Opening]

    @cached_property
    def _columns(self) -> list[tuple[str, str]]:
        """What is counted: the name of a count or of the kind's own number, and what it is called."""
        counts = [(group, str(capfirst(COUNT_LABELS[group]))) for group in self.kind.counts]
        return counts + [(own.id, say(own.label)) for own in self.kind.fields if own.type == "number"]

    def _value(self, opening: Opening, name: str) -> int | None:
        if name in self.kind.counts:
            value: int | None = getattr(opening.activity, name)
            return value
        told = opening.activity.extra.get(name)
        return told if isinstance(told, int) and not isinstance(told, bool) else None

    @property
    def totals(self) -> list[tuple[str, int]]:
        """Each count over the season."""
        return [(title, sum(self._value(one, name) or 0 for one in self.openings)) for name, title in self._columns]

    @property
    def chart(self) -> Chart | None:
        """Those who came, opening by opening; everything that is counted in the table. None while nothing was held."""
        shown = [(name, title) for name, title in self._columns if name in PRESENT] or self._columns[:1]
        if not self.openings:
            return None
        rows = [
            (short_day(one.activity.starts_on), title, Count(self._value(one, name) or 0, _page(one)))
            for one in self.openings
            for name, title in shown
        ]
        drawn = stacked_columns(
            key="season-counts",
            title=_("Hvor mange der kom"),
            rows=rows,
            x_title=_("Dag"),
            colour_title=_("Hvem"),
            count_title=_("Antal"),
        )
        return replace(drawn, headings=self.headings, rows=list(self._rows()))

    @property
    def headings(self) -> list[str]:
        """Those of the table and of the file."""
        return [_("Dag"), *(title for _name, title in self._columns)]

    def _rows(self) -> Iterator[list[Any]]:
        for one in self.openings:
            values = [self._value(one, name) for name, _title in self._columns]
            yield [short_day(one.activity.starts_on), *values]

    def rows_to_leave(self) -> Iterator[list[Any]]:
        """The table as it may leave the house: a small number is only said to be small, and there is no total."""
        for opening, row in zip(self.openings, self._rows(), strict=True):
            yield [opening.activity.starts_on, *map(_hidden_if_small, row[1:])]


def _hidden_if_small(value: int | None) -> int | str | None:
    if value is None or value == 0 or value >= FEWEST_TOLD:
        return value
    return _("under %(fewest)s") % {"fewest": FEWEST_TOLD}


def _page(opening: Opening) -> str:
    return reverse("activities:detail", args=[opening.activity_id])
