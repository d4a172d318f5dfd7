"""How leading gatherings moved over the years: a chart with its table, and a line for each community."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from landsby.web.gatherings.access import Led
from landsby.web.gatherings.facilitation import DRAWN, LEAD_LABELS, Lead
from landsby.web.kit.charts import Chart, stacked_columns
from landsby.web.kit.counts import Count
from landsby.web.partnerships.models import Community, Programme


@dataclass(frozen=True)
class Cell:
    """What a community's own actors led in one year, of all of which somebody said who led; None is none."""

    local: Count
    gatherings: int

    @property
    def share(self) -> int:
        """In whole percent."""
        return self.local.value * 100 // self.gatherings


@dataclass(frozen=True)
class Shift:
    """Who led over the years, in one community or in all that is seen.

    Attributes:
        led: how many were led by whom, by year and community.
        communities: those that have a line.
        place: the community that the chart is about; None is all.
        municipality: the municipality that all of it lies in; None is every one.
    """

    programme: Programme
    led: list[Led]
    communities: list[Community]
    place: int | None
    municipality: int | None = None

    @cached_property
    def _chosen(self) -> list[Led]:
        return [one for one in self.led if self.place is None or one.community == self.place]

    @cached_property
    def years(self) -> list[int]:
        """Every year from the first to the last in which somebody said who led."""
        found = [one.year for one in self._chosen if one.lead in DRAWN]
        return list(range(min(found), max(found) + 1)) if found else []

    @property
    def untold(self) -> Count:
        """The gatherings of which nobody said who led them."""
        found = sum(one.gatherings for one in self._chosen if one.lead is Lead.UNTOLD)
        return Count(found, self._url(lead=Lead.UNTOLD))

    @property
    def chart(self) -> Chart:
        """Gatherings by who led them, year by year."""
        rows = [
            (str(year), str(LEAD_LABELS[lead]), Count(self._by_year[year, lead], self._url(year, lead)))
            for year in self.years
            for lead in DRAWN
        ]
        return stacked_columns(
            key="lead",
            title=_("Hvem der leder"),
            rows=rows,
            x_title=_("År"),
            colour_title=_("Hvem leder"),
            count_title=_("Møder"),
        )

    @property
    def lines(self) -> list[tuple[Community, list[Cell | None]]]:
        """Each community with a cell per year; a community in which nobody said who led has no line."""
        lines = [(place, [self._cell(place.pk, year) for year in self.every_year]) for place in self.communities]
        return [(place, cells) for place, cells in lines if any(cells)]

    @cached_property
    def every_year(self) -> list[int]:
        """The years of the lines."""
        return sorted({one.year for one in self.led if one.lead in DRAWN})

    @cached_property
    def _by_year(self) -> Counter[tuple[int, Lead]]:
        counts: Counter[tuple[int, Lead]] = Counter()
        for one in self._chosen:
            counts[one.year, one.lead] += one.gatherings
        return counts

    @cached_property
    def _by_place(self) -> Counter[tuple[int | None, int, Lead]]:
        counts: Counter[tuple[int | None, int, Lead]] = Counter()
        for one in self.led:
            counts[one.community, one.year, one.lead] += one.gatherings
        return counts

    def _cell(self, place: int, year: int) -> Cell | None:
        told = sum(self._by_place[place, year, lead] for lead in DRAWN)
        local = self._by_place[place, year, Lead.LOCAL]
        return Cell(Count(local, self._url(year, Lead.LOCAL, place)), told) if told else None

    def _url(self, year: int | None = None, lead: Lead | None = None, place: int | None = None) -> str:
        """The list of exactly those gatherings."""
        chosen = {"year": year, "lead": lead, "community": place or self.place, "municipality": self.municipality}
        given = {name: value for name, value in chosen.items() if value is not None}
        return f"{reverse('gatherings:list', args=[self.programme.slug])}?{urlencode(given)}"
