"""The picture of an indicator over time, and the table with the same figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from landsby.blueprint.kinds import Indicator
from landsby.web.indicators.figures import Figure
from landsby.web.indicators.lines import Line
from landsby.web.indicators.models import Target
from landsby.web.indicators.periods import first_day
from landsby.web.indicators.presenters.words import amount, when, window_name, with_interval
from landsby.web.indicators.rules import limits_of
from landsby.web.kit.charts import Chart, Height, Mark, Stroke, lines_with_intervals
from landsby.web.kit.text import say


@dataclass(frozen=True)
class Drawing:
    """Some lines of an indicator, drawn together.

    Attributes:
        named: each line with what it is called.
        aims: what is aimed at there.
    """

    indicator: Indicator
    named: Sequence[tuple[str, Line]]
    aims: Sequence[Target]

    @property
    def chart(self) -> Chart:
        """The lines over time with their intervals."""
        numbers = self._numbers
        labels = [self._when(number) for number in numbers]
        rows = [
            [label, *(self._cell(line, number) for _name, line in self.named)]
            for label, number in zip(labels, numbers, strict=True)
        ]
        return lines_with_intervals(
            key="over-time",
            title=say(self.indicator.title),
            height=Height(say(self.indicator.unit), *limits_of(self.indicator)),
            labels=labels,
            strokes=[stroke for name, line in self.named for stroke in self._strokes(name, line)],
            breaks=self._breaks(numbers),
            aims=[self._aim(target) for target in self.aims if numbers],
            table=([_("Periode"), *(name for name, _line in self.named)], rows),
        )

    @property
    def _numbers(self) -> list[int]:
        """Every period that something is told of, alone or among three years."""
        lines = [line for _name, line in self.named]
        windows = (window for line in lines if line.is_coarse for window in line.windows)
        alone = {point.period for line in lines for point in line.points}
        return sorted(alone | {period for window in windows for period in window.periods})

    def _strokes(self, name: str, line: Line) -> list[Stroke]:
        """A line of single periods; a bar for each three years where there are no single ones."""
        found: list[tuple[Sequence[int], Figure | None]] = [((point.period,), point.figure) for point in line.points]
        if line.is_coarse:
            found = [(window.periods, window.figure) for window in line.windows]
        return [self._stroke(name, periods, figure) for periods, figure in found if figure is not None]

    def _stroke(self, name: str, periods: Sequence[int], figure: Figure) -> Stroke:
        first, middle, last = (self._when(periods[at]) for at in (0, len(periods) // 2, -1))
        return Stroke(name, first, middle, last, figure.value, figure.interval, with_interval(figure, self.indicator))

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
        found = []
        for each in self.indicator.breaks:
            after = [number for number in numbers if first_day(number, self.indicator.period) >= each.starts_on]
            if after and after[0] != numbers[0]:
                found.append(Mark(self._when(after[0]), 0.0, _("Brud: %(what)s") % {"what": say(each.what)}))
        return found

    def _aim(self, target: Target) -> Mark:
        told = {"value": amount(float(target.value), self.indicator), "when": self._when(target.period)}
        return Mark(self._when(target.period), float(target.value), _("Mål: %(value)s i %(when)s") % told)

    def _when(self, number: int) -> str:
        return when(number, self.indicator)
