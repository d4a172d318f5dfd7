"""The indicators of a programme in a list, each with its latest figure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from landsby.blueprint.kinds import Indicator
from landsby.web.indicators.lines import Lines
from landsby.web.indicators.models import Target
from landsby.web.indicators.presenters.facts import direction_of
from landsby.web.indicators.presenters.words import (
    amount,
    change_between,
    interval,
    still_to_come,
    when,
    window_name,
    with_interval,
)


@dataclass(frozen=True)
class Latest:
    """The latest figure of an indicator, in words.

    Attributes:
        value, interval: "" where nothing can be told.
        when: the period, or the three years, that it is of.
        note: why there is none.
    """

    value: str = ""
    interval: str = ""
    when: str = ""
    note: str = ""


def latest_of(lines: Lines, place: str | None = None, stratum: str = "", period: int = 0) -> Latest:
    """The latest that is told of a place: a year, or three where a year has too few people.

    Args:
        place: as cells call it; None for the one that speaks for the programme.
        period: the number of another that is wanted, where it is told.
    """
    indicator = lines.indicator
    if place is None and not lines.own:
        return Latest(note=_("Ikke målt endnu"))
    line = lines.line(lines.main if place is None else place, stratum)
    wanted = next((point for point in line.points if point.period == period and point.figure), None)
    point, window = wanted or line.latest, line.latest_window
    if point is not None and point.figure is not None:
        figure, told = point.figure, when(point.period, indicator)
    elif window is not None and window.figure is not None:
        figure, told = window.figure, window_name(window, indicator)
    else:
        return Latest(note=_("For få til at vise"))
    return Latest(amount(figure.value, indicator), interval(figure, indicator), told)


@dataclass(frozen=True)
class IndicatorRow:
    """One indicator in the list; `whom` is the place that its figures are of."""

    indicator: Indicator
    url: str
    latest: Latest
    change: str
    whom: str = ""
    window: str = ""
    later: str = ""
    target: str = ""

    @property
    def direction(self) -> str:
        """Which way is better."""
        return direction_of(self.indicator)

    @property
    def is_measured(self) -> bool:
        """Whether there is any figure to show."""
        return bool(self.latest.value)


def rows_of(slug: str, lines: Mapping[str, Lines], targets: Iterable[Target]) -> list[IndicatorRow]:
    """The indicators in the blueprint's order."""
    aimed: dict[str, Target] = {}
    for target in targets:
        key = target.indicator
        if key in lines and target.aimed_place == (
            "" if lines[key].speaks_for_all(lines[key].first) else lines[key].first
        ):
            aimed.setdefault(key, target)
    return [_row(slug, key, told, aimed.get(key)) for key, told in lines.items()]


def _row(slug: str, key: str, lines: Lines, target: Target | None) -> IndicatorRow:
    indicator = lines.indicator
    aim = ""
    if target is not None:
        told = {"value": amount(float(target.value), indicator), "when": when(target.period, indicator)}
        aim = _("%(value)s i %(when)s") % told
    url = reverse("indicators:detail", args=[slug, key])
    if not lines.own:
        return IndicatorRow(indicator, url, latest_of(lines), "")
    place = lines.first
    change, later = change_between(lines.verdict(place), indicator), still_to_come(lines.line(place), indicator)
    latest, whom = latest_of(lines, place), lines.name_of(place)
    return IndicatorRow(indicator, url, latest, change, whom, _window(lines), later, aim)


def _window(lines: Lines) -> str:
    """The latest three years as one; "" until there are three whole ones."""
    window = lines.line(lines.first).latest_window
    if window is None:
        return ""
    return f"{with_interval(window.figure, lines.indicator)}, {window_name(window, lines.indicator)}"
