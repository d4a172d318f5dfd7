"""Three years at a time, and whether anything has changed.

The windows do not overlap and lie fixed around the programme's start, so that none mixes before with after, and none
moves when a year is added. After a later break in the way of counting they begin anew, and none lies across a break. A
window is told when each of its periods is there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from landsby.blueprint.kinds import Indicator
from landsby.evaluation.estimates import intervals
from landsby.evaluation.estimates.intervals import Interval
from landsby.web.indicators.figures import Cell, Figure, figure_of, together
from landsby.web.indicators.hiding import Hiding, Series, hiding_of, is_too_small, series_of
from landsby.web.indicators.periods import first_day, number_at, period_of, place_of, years_as_places

YEARS = 3


@dataclass(frozen=True)
class Window:
    """Three whole years of one place.

    Attributes:
        first, last: the numbers of its first and last period.
        figure: None where even three years are too few people to tell of, or the cells do not say how many they are.
        is_small: whether it is for there being too few people.
        periods: every period in it, the earliest first.
    """

    place: str
    first: int
    last: int
    figure: Figure | None
    is_small: bool = False
    periods: Sequence[int] = ()


def windows_of(cells: Sequence[Cell], indicator: Indicator, start: date, hidden: Collection[int] = ()) -> list[Window]:
    """The whole windows of one place and stratum, the earliest first.

    Args:
        cells: of one place and stratum, in any order, no period twice.
        start: the programme's first day.
        hidden: the first periods of those that are not told.
    """
    return [
        _window(inside, indicator, first, last, is_hidden=first in hidden)
        for first, last, inside in _whole_windows(cells, indicator, start)
    ]


def hiding_from(
    cells: Sequence[Cell],
    indicator: Indicator,
    start: date,
    within: Mapping[str, str],
    before: Iterable[Series] = (),
    told: Mapping[Series, frozenset[int]] | None = None,
) -> Hiding:
    """What is not told of an indicator; arguments as those of `hiding_of` and `windows_of`.

    Args:
        told: the periods that have been told by themselves. Whoever knows them takes them from the three years that
            they lie in, so that what is left must not be too small.
    """
    by_series: dict[Series, list[Cell]] = defaultdict(list)
    for cell in cells:
        by_series[series_of(cell)].append(cell)
    windows, too_new, alone = [], set(), told or {}
    for series, each in by_series.items():
        for first, _last, inside in _whole_windows(each, indicator, start):
            whole = together(inside, indicator, place=each[0].place, period=first)
            if whole is not None:
                windows.append(replace(whole, stratum=each[0].stratum))
            new = [cell for cell in inside if cell.period not in alone.get(series, ())]
            left = together(new, indicator, place=each[0].place, period=first)
            if left is not None and is_too_small(left):
                too_new.add((*series, first))
    found = hiding_of(cells, windows, within, before, too_new)
    return replace(found, told={series: alone[series] for series in found.coarse if alone.get(series)})


def _whole_windows(cells: Sequence[Cell], indicator: Indicator, start: date) -> list[tuple[int, int, list[Cell]]]:
    """The first and the last period of each whole window of one place and stratum, and its cells."""
    kind, length = indicator.period, years_as_places(YEARS, indicator.period)
    by_place = {place_of(cell.period, kind): cell for cell in cells}
    found = []
    for begin in sorted({_begins(place, indicator, start) for place in by_place}):
        places = range(begin, begin + length)
        inside = [by_place[place] for place in places if place in by_place]
        first, last = number_at(places[0], kind), number_at(places[-1], kind)
        if len(inside) == length and not _is_broken(first, last, indicator):
            found.append((first, last, inside))
    return found


def _begins(place: int, indicator: Indicator, start: date) -> int:
    """Where the window begins that a period lies in: counted from the start, or from the latest break after it."""
    kind, length = indicator.period, years_as_places(YEARS, indicator.period)
    begun = place_of(period_of(start, kind), kind)
    anchor = max([begun, *(one for one in _after_breaks(indicator) if begun < one <= place)])
    return anchor + (place - anchor) // length * length


def _after_breaks(indicator: Indicator) -> list[int]:
    """The first whole period after each break."""
    kind = indicator.period
    held = [(broken.starts_on, place_of(period_of(broken.starts_on, kind), kind)) for broken in indicator.breaks]
    return [place + (first_day(number_at(place, kind), kind) < day) for day, place in held]


def _window(cells: Sequence[Cell], indicator: Indicator, first: int, last: int, *, is_hidden: bool) -> Window:
    whole, periods = together(cells, indicator, place=cells[0].place, period=last), [cell.period for cell in cells]
    if whole is None:
        return Window(cells[0].place, first, last, None, periods=periods)
    if is_hidden or is_too_small(whole):
        return Window(whole.place, first, last, None, is_small=True, periods=periods)
    figure = _per_period(figure_of(whole, indicator), indicator, len(cells))
    return Window(whole.place, first, last, figure, periods=periods)


def _per_period(figure: Figure, indicator: Indicator, periods: int) -> Figure:
    """A count over several periods as the mean of one; other figures as they are."""
    if indicator.form != "count" or figure.interval is None:
        return figure
    low, high = figure.interval
    return Figure(figure.value / periods, Interval(low / periods, high / periods), figure.people)


class Change(StrEnum):
    """What can be said of two windows one after the other."""

    ROSE = "rose"
    FELL = "fell"
    NONE_SEEN = "none_seen"
    TOO_EARLY = "too_early"
    BROKEN = "broken"
    UNSURE = "unsure"


@dataclass(frozen=True)
class Verdict:
    """Whether a figure has changed, and from which window to which.

    Attributes:
        is_hoped_for: whether it is the way that is better; None where nothing changed or no way is better.
        difference: the interval of the later less the earlier.
    """

    change: Change
    before: Window | None = None
    after: Window | None = None
    is_hoped_for: bool | None = None
    difference: Interval | None = None


def verdict_on(windows: Sequence[Window], indicator: Indicator) -> Verdict:
    """Whether the latest two windows differ by more than chance; from one year to the next nothing is ever said."""
    if len(windows) < 2:
        return Verdict(Change.TOO_EARLY)
    before, after = windows[-2], windows[-1]
    if _is_broken(before.first, after.last, indicator):
        return Verdict(Change.BROKEN, before, after)
    earlier, later = before.figure, after.figure
    if earlier is None or later is None or earlier.interval is None or later.interval is None:
        return Verdict(Change.UNSURE, before, after)
    difference = intervals.of_difference(earlier.value, earlier.interval, later.value, later.interval)
    if difference.low <= 0 <= difference.high:
        return Verdict(Change.NONE_SEEN, before, after, None, difference)
    rose = difference.low > 0
    hoped = None if indicator.better == "neither" else rose == (indicator.better == "higher")
    return Verdict(Change.ROSE if rose else Change.FELL, before, after, hoped, difference)


def _is_broken(first: int, last: int, indicator: Indicator) -> bool:
    """Whether the way of counting changed between the beginning of one period and the end of another."""
    kind = indicator.period
    from_day = first_day(first, kind)
    until = first_day(number_at(place_of(last, kind) + 1, kind), kind)
    return any(from_day < broken.starts_on < until for broken in indicator.breaks)
