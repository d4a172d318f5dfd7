"""One indicator as its page shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from landsby.blueprint.kinds import Indicator
from landsby.web.indicators.lines import TOGETHER, Line, Lines
from landsby.web.indicators.models import Delivery, Target
from landsby.web.indicators.periods import first_day
from landsby.web.indicators.presenters.facts import direction_of, facts_of
from landsby.web.indicators.presenters.rows import Latest, latest_of
from landsby.web.indicators.presenters.words import (
    amount,
    change_in_short,
    still_to_come,
    verdict_in_words,
    when,
    window_name,
    with_interval,
)
from landsby.web.kit.charts import Chart, Mark, Stroke, lines_with_intervals
from landsby.web.kit.text import say

MOST_PLACES = 8
"""A table of more places is folded: on a phone each takes a hand's breadth."""

MOST_DELIVERIES = 5
"""So many files lie open; the older ones are folded."""


@dataclass(frozen=True)
class PlaceRow:
    """What is told of one place, in a table of all of them."""

    name: str
    latest: str
    when: str
    window: str
    verdict: str


@dataclass(frozen=True)
class TargetRow:
    """A target in words."""

    target: Target
    place: str
    value: str
    when: str
    may_take_back: bool


@dataclass(frozen=True)
class IndicatorPage:
    """One indicator: its lines, what can be said of them, and what is aimed at.

    Attributes:
        place: the place that is shown; beside: the one beside it, or None; stratum: the part of the people.
        aimable: the places that the reader may aim for.
    """

    lines: Lines
    place: str
    beside: str | None
    stratum: str
    targets: Sequence[Target]
    deliveries: Sequence[Delivery]
    aimable: frozenset[str]

    @property
    def indicator(self) -> Indicator:
        """Its definition."""
        return self.lines.indicator

    @property
    def latest(self) -> Latest:
        """The latest figure of all places together."""
        return latest_of(self.lines)

    @property
    def is_of_several(self) -> bool:
        """Whether the latest figure is of several places as one."""
        return self.lines.main == TOGETHER

    @property
    def direction(self) -> str:
        """Which way is better."""
        return direction_of(self.indicator)

    @property
    def facts(self) -> list[tuple[str, str]]:
        """How it must be read."""
        return facts_of(self.indicator)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not self.lines.places

    @cached_property
    def shown(self) -> list[Line]:
        """The lines that are drawn."""
        places = [self.place, *([] if self.beside is None else [self.beside])]
        lines = [self.lines.line(place, self.stratum) for place in places]
        return [line for line in lines if line.points or line.windows]

    @property
    def chart(self) -> Chart:
        """The lines over time with their intervals."""
        indicator = self.indicator
        numbers = sorted({point.period for line in self.shown for point in line.points} | self._window_ends)
        headings = [_("Periode"), *(self.name_of(line) for line in self.shown)]
        rows = [[when(number, indicator), *(self._cell(line, number) for line in self.shown)] for number in numbers]
        return lines_with_intervals(
            key="over-time",
            title=say(indicator.title),
            unit=say(indicator.unit),
            labels=[when(number, indicator) for number in numbers],
            strokes=[stroke for line in self.shown for stroke in self._strokes(line)],
            breaks=self._breaks(numbers),
            aims=self._aims(numbers),
            table=(headings, rows),
        )

    @property
    def windows(self) -> list[tuple[str, list[tuple[str, str]], str]]:
        """For each line that is drawn: its name, three years at a time, and what can be said of a change."""
        told = []
        for line in self.shown:
            each = [
                (window_name(one, self.indicator), with_interval(one.figure, self.indicator)) for one in line.windows
            ]
            verdict = verdict_in_words(self.lines.verdict(line.place, self.stratum), self.indicator)
            said = f"{verdict} {still_to_come(line, self.indicator)}".rstrip()
            told.append((self.name_of(line), each, said))
        return told

    @property
    def place_rows(self) -> list[PlaceRow]:
        """The programme's places in reading order; there is no order by figure."""
        return [self._place_row(place) for place in self.lines.own]

    @property
    def has_many_places(self) -> bool:
        """Whether the table of places is folded."""
        return len(self.lines.own) > MOST_PLACES

    @property
    def target_rows(self) -> list[TargetRow]:
        """What is aimed at, the nearest first."""
        return [
            TargetRow(
                target,
                self._target_place(target),
                amount(float(target.value), self.indicator),
                when(target.period, self.indicator),
                (self._place_of(target)) in self.aimable,
            )
            for target in self.targets
        ]

    @property
    def newest_deliveries(self) -> Sequence[Delivery]:
        """The latest files that figures came in."""
        return self.deliveries[:MOST_DELIVERIES]

    @property
    def older_deliveries(self) -> Sequence[Delivery]:
        """Those before, which are folded."""
        return self.deliveries[MOST_DELIVERIES:]

    @property
    def coarse(self) -> bool:
        """Whether a line is told of three years at a time only."""
        return any(line.is_coarse for line in self.shown)

    @property
    def widest(self) -> bool:
        """Whether an interval is the widest that it can be."""
        return any(point.figure and point.figure.is_widest for line in self.shown for point in line.points)

    def name_of(self, line: Line) -> str:
        """What a line is called."""
        return self.lines.areas.name_of(line.place) if line.place else _("Alle steder under ét")

    @property
    def _window_ends(self) -> set[int]:
        return {end for line in self.shown if line.is_coarse for one in line.windows for end in (one.first, one.last)}

    def _strokes(self, line: Line) -> list[Stroke]:
        """A line of single periods; a bar for each three years where there are no single ones."""
        name, indicator = self.name_of(line), self.indicator
        if not line.is_coarse:
            found = [(point.period, point.period, point.figure) for point in line.points]
        else:
            found = [(window.first, window.last, window.figure) for window in line.windows]
        return [
            Stroke(
                name,
                when(first, indicator),
                when(last, indicator),
                figure.value,
                figure.interval,
                with_interval(figure, indicator),
            )
            for first, last, figure in found
            if figure is not None
        ]

    def _cell(self, line: Line, number: int) -> str:
        if line.is_coarse:
            window = next((one for one in line.windows if one.first <= number <= one.last), None)
            if window is None:
                return "–"
            return f"{window_name(window, self.indicator)}: {with_interval(window.figure, self.indicator)}"
        point = next((one for one in line.points if one.period == number), None)
        return "–" if point is None else with_interval(point.figure, self.indicator)

    def _breaks(self, numbers: Sequence[int]) -> list[Mark]:
        """Where the way of counting changed: at the first period that begins on the day or after it, or holds it."""
        kind, found = self.indicator.period, []
        for each in self.indicator.breaks:
            after = [number for number in numbers if first_day(number, kind) >= each.starts_on]
            if after and after[0] != numbers[0]:
                found.append(Mark(when(after[0], self.indicator), 0.0, _("Brud: %(what)s") % {"what": say(each.what)}))
        return found

    def _aims(self, numbers: Sequence[int]) -> list[Mark]:
        """The targets of the place that is shown; those that lie ahead of all figures stand at the end."""
        place = "" if self.place in (TOGETHER, self.lines.main) else self.place
        aims = [target for target in self.targets if self._place_of(target) == place and not self.stratum]
        return [
            Mark(when(target.period, self.indicator), float(target.value), self._aim_told(target))
            for target in aims
            if numbers
        ]

    def _aim_told(self, target: Target) -> str:
        told = {"value": amount(float(target.value), self.indicator), "when": when(target.period, self.indicator)}
        return _("Mål: %(value)s i %(when)s") % told

    def _place_of(self, target: Target) -> str:
        return target.place if target.community_id or target.municipality_code else ""

    def _target_place(self, target: Target) -> str:
        place = self._place_of(target)
        return self.lines.areas.name_of(place) if place else _("Hele programmet")

    def _place_row(self, place: str) -> PlaceRow:
        line, indicator = self.lines.line(place, self.stratum), self.indicator
        point, window = line.latest, line.latest_window
        return PlaceRow(
            self.lines.areas.name_of(place),
            with_interval(point.figure, indicator) if point else _("skjult, for få") if line.is_coarse else "–",
            when(point.period, indicator) if point else "",
            f"{with_interval(window.figure, indicator)}, {window_name(window, indicator)}" if window else "–",
            change_in_short(self.lines.verdict(place, self.stratum)),
        )
