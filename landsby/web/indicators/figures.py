"""From what was counted to a figure with how sure one can be of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from landsby.blueprint.kinds import Indicator
from landsby.evaluation.estimates import intervals
from landsby.evaluation.estimates.intervals import Interval

PER = 1000
"""A rate is told per so many."""


@dataclass(frozen=True)
class Cell:
    """What is known of one place in one period.

    Attributes:
        value: in the unit that people read: a share in per cent, a rate per 1,000, a mean or a count as it is.
        numerator: how many, or how much, was counted; None for a mean, and where only the value is known.
        denominator: among how many; None where it is not known.
        spread: the standard deviation among those behind a mean; None where it is not known.
    """

    place: str
    period: int
    value: float
    numerator: float | None = None
    denominator: float | None = None
    spread: float | None = None
    stratum: str = ""


@dataclass(frozen=True)
class Figure:
    """A figure as it is told.

    Attributes:
        interval: None where what was told of it does not carry one.
        people: among how many; None where it is not known.
        is_widest: whether the interval is the widest that it can be, the spread not being known.
    """

    value: float
    interval: Interval | None = None
    people: float | None = None
    is_widest: bool = False


def value_of(form: str, numerator: float, denominator: float | None) -> float:
    """The figure in the unit that people read.

    Args:
        form: "share", "rate" or "count".

    Raises:
        ValueError: for a share or a rate among nobody.
    """
    if form == "count":
        return numerator
    if not denominator:
        raise ValueError("a share among nobody is no number")
    return numerator / denominator * (100 if form == "share" else PER)


def figure_of(cell: Cell, indicator: Indicator) -> Figure:
    """What was counted, as a figure with its interval."""
    people = cell.denominator
    match indicator.form:
        case "share" if cell.numerator is not None and people:
            low, high = intervals.of_share(cell.numerator, people)
            return Figure(cell.value, Interval(low * 100, high * 100), people)
        case "rate" if cell.numerator is not None and people:
            low, high = intervals.of_count(cell.numerator)
            return Figure(cell.value, Interval(low / people * PER, high / people * PER), people)
        case "count":
            return Figure(cell.value, intervals.of_count(cell.value) if cell.value >= 0 else None)
        case "mean" if people and people >= 2:
            return _mean(cell, indicator, people)
    return Figure(cell.value, None, people)


def _mean(cell: Cell, indicator: Indicator, people: float) -> Figure:
    """A mean; where the spread is not told, the scale says how great it can be at most."""
    if cell.spread is not None:
        return Figure(cell.value, intervals.of_mean(cell.value, cell.spread, people), people)
    least, most = indicator.min, indicator.max
    if least is None or most is None or not least <= cell.value <= most:
        return Figure(cell.value, None, people)
    widest = intervals.of_mean(cell.value, intervals.greatest_spread(cell.value, least, most), people)
    return Figure(cell.value, Interval(max(widest.low, least), min(widest.high, most)), people, is_widest=True)


def together(cells: Iterable[Cell], indicator: Indicator, *, place: str, period: int = 0) -> Cell | None:
    """Several cells as one, each counting by its people; None where one of them does not say how many it counts.

    A count over several periods is the mean of them, so that it can be read beside a single one.
    """
    found = list(cells)
    if not found:
        return None
    if indicator.form == "mean":
        return _mean_together(found, place, period)
    if indicator.form == "count":
        count = sum(cell.value for cell in found)
        return Cell(place, period, count, count)
    counted = [cell.numerator for cell in found if cell.numerator is not None]
    among = [cell.denominator for cell in found if cell.denominator]
    if len(counted) < len(found) or len(among) < len(found):
        return None
    numerator, denominator = sum(counted), sum(among)
    return Cell(place, period, value_of(indicator.form, numerator, denominator), numerator, denominator)


def _mean_together(cells: list[Cell], place: str, period: int) -> Cell | None:
    """The mean of all that are behind some means, with their spread where each tells its own."""
    weights = [cell.denominator for cell in cells if cell.denominator]
    if len(weights) < len(cells):
        return None
    people = sum(weights)
    mean = sum(weight * cell.value for weight, cell in zip(weights, cells, strict=True)) / people
    spreads = [cell.spread for cell in cells if cell.spread is not None]
    spread = None
    if len(spreads) == len(cells):
        parts = zip(weights, cells, spreads, strict=True)
        spread = sqrt(sum(n * (own**2 + (cell.value - mean) ** 2) for n, cell, own in parts) / people)
    return Cell(place, period, mean, None, people, spread)
