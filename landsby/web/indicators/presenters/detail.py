"""One indicator as its page shows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from landsby.blueprint.kinds import Indicator
from landsby.web.indicators.lines import Line, Lines
from landsby.web.indicators.models import Delivery, Target
from landsby.web.indicators.presenters.drawing import Drawing
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
from landsby.web.kit.charts import Chart

MOST_PLACES = 8
"""A table of more places is folded: on a phone each takes a hand's breadth."""

MOST_DELIVERIES = 5
"""So many files lie open; the older ones are folded."""


@dataclass(frozen=True)
class PlaceRow:
    """What is told of one place, in a table of all of them; `code` is a municipality's."""

    name: str
    latest: str
    when: str
    window: str
    verdict: str
    code: str = ""


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
        period: the number of the one that is looked at; 0 for the latest.
    """

    lines: Lines
    place: str
    beside: str | None
    stratum: str
    targets: Sequence[Target]
    deliveries: Sequence[Delivery]
    aimable: frozenset[str]
    period: int = 0

    @property
    def indicator(self) -> Indicator:
        """Its definition."""
        return self.lines.indicator

    @property
    def latest(self) -> Latest:
        """The figure of the place and the people that are shown: of the period that was asked for, or the latest."""
        return latest_of(self.lines, self.place, self.stratum, self.period)

    @property
    def of_whom(self) -> str:
        """Of which place, and of which part of its people, the latest figure is."""
        place = self.lines.name_of(self.place)
        return f"{place}, {self.stratum}" if self.stratum else place

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
        """The lines over time, and what is aimed at there."""
        return Drawing(self.indicator, [(self.name_of(line), line) for line in self.shown], self.aims).chart

    @property
    def aims(self) -> list[Target]:
        """What is aimed at for the place that is shown; what is aimed at elsewhere says nothing beside its figures."""
        place = "" if self.lines.speaks_for_all(self.place) else self.place
        return [target for target in self.targets if target.aimed_place == place and not self.stratum]

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
                target.aimed_place in self.aimable,
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
        return self.lines.name_of(line.place)

    def _target_place(self, target: Target) -> str:
        place = target.aimed_place
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
            "" if place in self.lines.areas.communities else place[1:],
        )
