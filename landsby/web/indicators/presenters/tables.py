"""An indicator's figures as a table to take out; what is hidden on the page is hidden here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _

from landsby.web.indicators.figures import Figure
from landsby.web.indicators.lines import TOGETHER, Lines
from landsby.web.indicators.presenters.words import when, window_name


def export_table(lines: Lines) -> tuple[Sequence[str], list[Sequence[Any]]]:
    """The headings, and a row for each figure that the reader sees: single periods, then three years at a time."""
    headings = (
        _("Sted"),
        _("Gruppe"),
        _("Periode"),
        _("Tal"),
        _("Laveste"),
        _("Højeste"),
        _("Antal, det gælder"),
        _("Bemærkning"),
    )
    return headings, list(_rows(lines))


def _rows(lines: Lines) -> Iterator[Sequence[Any]]:
    places = [*([TOGETHER] if lines.main == TOGETHER and lines.own else []), *lines.places]
    for place in places:
        name = lines.name_of(place)
        for stratum in ("", *lines.strata):
            line = lines.line(place, stratum)
            for point in line.points:
                yield (name, stratum, when(point.period, lines.indicator), *_told(point.figure, ""))
            for window in line.windows:
                yield (name, stratum, window_name(window, lines.indicator), *_told(window.figure, _("tre år under ét")))


def _told(figure: Figure | None, note: str) -> tuple[Any, ...]:
    if figure is None:
        return (None, None, None, None, _("skjult, for få"))
    low, high = figure.interval or (None, None)
    rounded = (None if end is None else round(end, 2) for end in (low, high))
    people = None if figure.people is None else round(figure.people)
    return (round(figure.value, 2), *rounded, people, note)
