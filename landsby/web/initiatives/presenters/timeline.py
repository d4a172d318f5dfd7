"""The timeline: where each initiative has stood through the programme's years."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from landsby.web.initiatives.models import Initiative, StageChange
from landsby.web.initiatives.stages import Stage


@dataclass(frozen=True)
class Stretch:
    """A time at one stage; `until` is None while it lasts."""

    stage: Stage
    first: date
    until: date | None
    x: str
    width: str
    why: str = ""


@dataclass(frozen=True)
class Axis:
    """The years that are drawn, from the first day of one to the last of another."""

    first: date
    last: date

    def at(self, day: date) -> float:
        """Where a day lies, in percent from the left; days beyond the axis lie at its ends."""
        inside = min(max(day, self.first), self.last)
        return 100 * (inside - self.first).days / max(1, (self.last - self.first).days)

    @property
    def years(self) -> list[tuple[int, str]]:
        """Each year and where it begins, as an SVG length."""
        years = range(self.first.year, self.last.year + 1)
        return [(year, percent(self.at(date(year, 1, 1)))) for year in years]


@dataclass(frozen=True)
class TimelineRow:
    """One initiative and its stretches, the first on the left."""

    initiative: Initiative
    stretches: Sequence[Stretch]


def axis_of(first: date, last: date) -> Axis:
    """Whole years around two days."""
    return Axis(date(first.year, 1, 1), date(max(first, last).year, 12, 31))


def timeline_of(initiatives: Iterable[Initiative], axis: Axis, today: date) -> list[TimelineRow]:
    """A row for each initiative, whose changes of stage are at hand."""
    return [TimelineRow(each, stretches_of(list(each.stage_changes.all()), axis, today)) for each in initiatives]


def stretches_of(changes: Sequence[StageChange], axis: Axis, today: date) -> list[Stretch]:
    """The times between changes of stage, each from its day to the next one's; the last lasts."""
    ordered = sorted(changes, key=lambda change: (change.on, change.pk))
    ends: list[date | None] = [*(change.on for change in ordered[1:]), None]
    stretches = []
    for change, until in zip(ordered, ends, strict=True):
        if until == change.on:  # it only passed through
            continue
        left, right = axis.at(change.on), axis.at(until or max(today, change.on))
        width = percent(max(right - left, 0.5))
        stretches.append(Stretch(Stage(change.to_stage), change.on, until, percent(left), width, change.why))
    return stretches


def percent(value: float) -> str:
    """A length that SVG reads whatever language the page is in."""
    return f"{value:.2f}%"
