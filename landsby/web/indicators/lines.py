"""What is told of an indicator: a line for each place, and one for the programme's places together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.utils.translation import gettext as _

from landsby.blueprint.kinds import Indicator
from landsby.web.indicators.access import Areas
from landsby.web.indicators.figures import Cell, Figure, figure_of, together
from landsby.web.indicators.hiding import Hiding, is_too_small
from landsby.web.indicators.wholes import series_of, wholes_among
from landsby.web.indicators.windows import Verdict, Window, hiding_from, verdict_on, windows_of

TOGETHER = "all"
"""What stands in place of a place's key for all of the programme's places together; in addresses, too."""


@dataclass(frozen=True)
class Point:
    """One period of a line.

    Attributes:
        figure: None where too few people are behind it to be told.
        places: how many places it is of.
    """

    period: int
    figure: Figure | None
    places: int = 1


@dataclass(frozen=True)
class Line:
    """What is told of one place, or of several together.

    Attributes:
        points: every period, the earliest first; none where the place is told of three years at a time only.
        windows: every whole three years, the earliest first.
        is_coarse: whether single periods are left out because there are too few people.
    """

    place: str
    points: Sequence[Point] = ()
    windows: Sequence[Window] = ()
    is_coarse: bool = False

    @property
    def latest(self) -> Point | None:
        """The last period that is told."""
        return next((point for point in reversed(self.points) if point.figure), None)

    @property
    def latest_window(self) -> Window | None:
        """The last three years that are told."""
        return next((window for window in reversed(self.windows) if window.figure), None)


@dataclass(frozen=True)
class Lines:
    """An indicator as one reader sees it.

    Attributes:
        cells: the indicator's, also those that the reader does not see.
        start: the programme's first day.
        hiding: what is told to nobody; None to work it out, for which all of the indicator's cells must be there.
    """

    indicator: Indicator
    cells: Sequence[Cell]
    areas: Areas
    start: date
    hiding: Hiding | None = None
    _told: dict[tuple[str, str], Line] = field(default_factory=dict)

    @cached_property
    def places(self) -> list[str]:
        """The places that the reader sees figures of: the programme's own in reading order, then those outside."""
        told = {cell.place for cell in self.cells}
        outside = {place for place in told if not self.areas.is_own(place)}
        return [
            *(place for place in self.areas.own if place in told),
            *sorted(outside, key=lambda place: (place != "m0000", self.areas.name_of(place))),
        ]

    @cached_property
    def own(self) -> list[str]:
        """Those of the places that are the programme's."""
        return [place for place in self.places if self.areas.is_own(place)]

    @cached_property
    def strata(self) -> list[str]:
        """The parts of the people that figures are told of, in the order of the alphabet."""
        return sorted({cell.stratum for cell in self.cells if cell.stratum and self.areas.sees(cell.place)})

    def line(self, place: str, stratum: str = "") -> Line:
        """What is told of a place; of `TOGETHER` for the programme's places as one."""
        key = (place, stratum)
        if key not in self._told:
            self._told[key] = self._together(stratum) if place == TOGETHER else self._line(place, stratum)
        return self._told[key]

    def verdict(self, place: str, stratum: str = "") -> Verdict:
        """Whether anything has changed there."""
        return verdict_on(self.line(place, stratum).windows, self.indicator)

    @property
    def main(self) -> str:
        """The line that speaks for the indicator: that of all places together, or of the only one."""
        return self._pooled[0] if len(self._pooled) == 1 else TOGETHER

    @property
    def first(self) -> str:
        """The line that the reader looks at first: that of the municipality that they work in, else the main one."""
        return self.areas.home if self.areas.home in self.own else self.main

    def name_of(self, place: str) -> str:
        """What a line is called: that of several together by their sort, for how many differs from point to point."""
        if place != TOGETHER:
            return self.areas.name_of(place)
        if not self._pooled:
            return _("Alle steder under ét")
        if self._pooled[0] in self.areas.communities:
            return _("Lokalområderne under ét")
        return _("Kommunerne under ét")

    def speaks_for_all(self, place: str) -> bool:
        """Whether a line is of the whole programme: all places together, or its only one."""
        return place == TOGETHER or self.areas.all_own == [place]

    @cached_property
    def _pooled(self) -> list[str]:
        """The places that are added together: communities where there are figures of any, else municipalities."""
        communities = [place for place in self.own if place in self.areas.communities]
        return communities or self.own

    @cached_property
    def _hiding(self) -> Hiding:
        return self.hiding or hiding_from(self.cells, self.indicator, self.start, self.areas.within)

    @property
    def _coarse(self) -> frozenset[tuple[str, str]]:
        return self._hiding.coarse

    @cached_property
    def _hidden_windows(self) -> Mapping[tuple[str, str], list[int]]:
        found: dict[tuple[str, str], list[int]] = defaultdict(list)
        for place, stratum, first in self._hiding.windows:
            found[place, stratum].append(first)
        return found

    @cached_property
    def _leaving_few(self) -> frozenset[tuple[str | None, str, int]]:
        """The municipalities, strata and periods in which only a few live in none of the communities that are told."""
        wholes = (whole for whole in wholes_among(self.cells, self.areas.within) if whole.unseen.is_few)
        return frozenset((*series_of(whole.cell), whole.cell.period) for whole in wholes)

    @cached_property
    def _by_series(self) -> Mapping[tuple[str, str], list[Cell]]:
        found: dict[tuple[str, str], list[Cell]] = defaultdict(list)
        for cell in sorted(self.cells, key=lambda cell: cell.period):
            found[cell.place, cell.stratum].append(cell)
        return found

    def _line(self, place: str, stratum: str) -> Line:
        cells = self._by_series.get((place, stratum), [])
        if not self.areas.sees(place) or not cells:
            return Line(place)
        windows = windows_of(cells, self.indicator, self.start, self._hidden_windows.get((place, stratum), ()))
        if (place, stratum) in self._coarse:
            return Line(place, (), windows, is_coarse=True)
        return Line(place, [Point(cell.period, figure_of(cell, self.indicator)) for cell in cells], windows)

    def _together(self, stratum: str) -> Line:
        by_period: dict[int, list[Cell]] = defaultdict(list)
        for place in self._pooled:
            for cell in self._by_series.get((place, stratum), []):
                by_period[cell.period].append(cell)
        points = [self._point(period, cells, stratum) for period, cells in sorted(by_period.items())]
        return Line(TOGETHER, [point for point in points if point], self._windows_together(stratum))

    def _point(self, period: int, cells: Sequence[Cell], stratum: str) -> Point | None:
        """Some places as one. What is left out of the single lines is in it only where it cannot be worked out."""
        hidden = [cell for cell in cells if (cell.place, stratum) in self._coarse]
        shown = [cell for cell in cells if (cell.place, stratum) not in self._coarse]
        covered = together(hidden, self.indicator, place=TOGETHER, period=period)
        leaves_few = any((self.areas.within.get(cell.place), stratum, period) in self._leaving_few for cell in hidden)
        if len(hidden) > 1 and covered is not None and not is_too_small(covered) and not leaves_few:
            shown = list(cells)
        whole = together(shown, self.indicator, place=TOGETHER, period=period)
        if whole is None:
            return None
        figure = None if is_too_small(whole) else figure_of(whole, self.indicator)
        return Point(period, figure, len(shown))

    def _windows_together(self, stratum: str) -> list[Window]:
        """Three years of the same places in each window, lest a place that comes or goes looks like a change."""
        of_place = {place: self._line(place, stratum).windows for place in self._pooled}
        whole = {place: windows for place, windows in of_place.items() if all(window.figure for window in windows)}
        last = sorted({window.last for windows in whole.values() for window in windows})[-2:]
        same = [place for place, windows in whole.items() if {window.last for window in windows}.issuperset(last)]
        if not last or len(same) < 2:
            return []
        return windows_of(self._each_period(same, stratum), self.indicator, self.start)

    def _each_period(self, places: Sequence[str], stratum: str) -> list[Cell]:
        """Some places as one in each period in which all of them are told."""
        by_period: dict[int, list[Cell]] = defaultdict(list)
        for place in places:
            for cell in self._by_series[place, stratum]:
                by_period[cell.period].append(cell)
        full = ((period, cells) for period, cells in by_period.items() if len(cells) == len(places))
        whole = (together(cells, self.indicator, place=TOGETHER, period=period) for period, cells in full)
        return [cell for cell in whole if cell is not None]
