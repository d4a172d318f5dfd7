"""Charts drawn in the page from Vega-Lite specifications, each with a table that says the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any, NamedTuple

import altair as alt

from landsby.web.kit.counts import Count

PALETTE = ("#1f5a4c", "#d98324", "#4f7cac", "#8a5a83", "#a3b18a", "#7a6c5d")
"""Told apart by lightness too, so that they hold in grey and for colour-blind eyes."""


_INTERVALS = 5
"""So many intervals the axis of figures is long at least."""


@dataclass(frozen=True)
class Chart:
    """A chart and its table twin.

    Attributes:
        key: an id that is unique in the page.
        spec: the Vega-Lite specification, JSON-able.
        headings, rows: the same numbers as a table; a `Count` there is a link to its records.
    """

    key: str
    title: str
    spec: dict[str, Any]
    headings: Sequence[str]
    rows: Sequence[Sequence[Any]]

    @property
    def spec_id(self) -> str:
        """The id of the element that carries the specification."""
        return f"{self.key}-spec"


def stacked_columns(
    *, key: str, title: str, rows: Sequence[tuple[str, str, Count]], x_title: str, colour_title: str, count_title: str
) -> Chart:
    """Columns over time, stacked by a category. A click on a column opens its records.

    Args:
        rows: (x label, category label, count), with the x labels in the order to draw; a pair of
            labels that is left out is nothing.
    """
    labels = list(dict.fromkeys(x for x, _, _ in rows))
    categories = list(dict.fromkeys(category for _, category, _ in rows))
    titles = {"x:N": x_title, "category:N": colour_title, "count:Q": count_title}
    chart = (
        alt.Chart(alt.Data(values=[_column(*row) for row in rows]))
        .mark_bar(cursor="pointer")
        .encode(
            x=alt.X("x:N", sort=labels, title=None, axis=alt.Axis(labelAngle=-40)),
            y=alt.Y("sum(count):Q", title=count_title, axis=alt.Axis(tickMinStep=1)),
            color=_colours(categories, colour_title),
            href=alt.Href("url:N"),
            description=alt.Description("told:N"),
            tooltip=[alt.Tooltip(field, title=title) for field, title in titles.items()],
        )
        .properties(width="container", height=260, description=title)
    )
    counts = {(x, category): count for x, category, count in rows}
    table = [[x, *(counts.get((x, category), 0) for category in categories)] for x in labels]
    return Chart(key, title, _finished(chart), [x_title, *categories], table)


class Stroke(NamedTuple):
    """One figure of a line, with its interval; from one label to another where it covers several.

    Attributes:
        middle: the label in the middle of those; its point and interval stand there.
        interval: the lowest and the highest; None where it is not known.
        told: what is said of it where one points.
    """

    line: str
    first: str
    middle: str
    last: str
    value: float
    interval: tuple[float, float] | None
    told: str


class Mark(NamedTuple):
    """Something that stands at one place of the time axis: a break in the series, or what is aimed at."""

    at: str
    value: float
    told: str


class Height(NamedTuple):
    """What an axis of figures is given in, and the lowest and the highest that a figure can be; None for no limit."""

    unit: str
    least: float | None = None
    most: float | None = None


def lines_with_intervals(
    *,
    key: str,
    title: str,
    height: Height,
    labels: Sequence[str],
    strokes: Sequence[Stroke],
    breaks: Sequence[Mark],
    aims: Sequence[Mark],
    table: tuple[Sequence[str], Sequence[Sequence[Any]]],
) -> Chart:
    """Lines over time, each figure with its interval. Colour tells which line it is, never whether it is good.

    Args:
        height: what the figures are given in, and between which limits they lie.
        labels: the time axis from left to right.
        breaks: where figures cannot be compared with those before; a dashed line stands there.
        aims: what is aimed at; a rule across, for the day lies ahead more often than not.
        table: the headings and the rows of the table twin.
    """
    names = list(dict.fromkeys(stroke.line for stroke in strokes))
    data = [_stroke(stroke) for stroke in strokes]
    x = alt.X(
        "middle:O", sort=list(labels), title=None, axis=alt.Axis(labelAngle=-40), scale=alt.Scale(domain=list(labels))
    )
    y = alt.Y("value:Q", title=height.unit, scale=alt.Scale(zero=False, domain=_with_air(data, aims, height)))
    base = alt.Chart(alt.Data(values=data)).encode(x=x, color=_colours(names, "", field="line:N"))
    layers = [*_figures(base, strokes, y, height.unit, list(labels)), *_rules(breaks, aims, list(labels))]
    chart = alt.layer(*layers).properties(width="container", height=300, description=title)
    return Chart(key, title, _finished(chart), *table)


def _with_air(data: Sequence[Mapping[str, Any]], aims: Sequence[Mark], height: Height) -> list[float]:
    """From a little under all that is drawn to a little over it, lest a line lie on the axis.

    The axis is several times as long as the intervals usually are, so that what chance does looks as small as it is.
    """
    told = [*(one[end] for one in data for end in ("low", "high")), *(aim.value for aim in aims)]
    low, high = min(told, default=0.0), max(told, default=1.0)
    air = max((high - low) * 0.06 or 1.0, (_INTERVALS * _usual_interval(data) - (high - low)) / 2)
    least, most = height.least if height.least is not None else 0.0 if low >= 0 else None, height.most
    # What cannot be shown at the one end is given to the other.
    over = 0.0 if most is None else max(0.0, high + air - most)
    under = 0.0 if least is None else max(0.0, least - (low - air))
    bottom, top = low - air - over, high + air + under
    return [bottom if least is None else max(least, bottom), top if most is None else min(most, top)]


def _usual_interval(data: Sequence[Mapping[str, Any]]) -> float:
    """How long the intervals of the least sure line mostly are."""
    lengths: dict[str, list[float]] = {}
    for one in data:
        lengths.setdefault(one["line"], []).append(one["high"] - one["low"])
    return max(map(median, lengths.values()), default=0.0)


def _figures(base: alt.Chart, strokes: Sequence[Stroke], y: alt.Y, unit: str, labels: list[str]) -> list[alt.Chart]:
    """Intervals, lines and points; a figure of several labels is a bar across them.

    Only the points speak to a screen reader, and what nothing would be drawn of is left out: it would have no name.
    """
    low = alt.Y("low:Q", title=unit)
    layers = [
        base.mark_rule(opacity=0.55, strokeWidth=2, aria=False).encode(y=low, y2="high:Q"),
        base.mark_point(filled=True, size=60, opacity=1).encode(y=y, **_pointed_at()),
    ]
    if any(stroke.first == stroke.last for stroke in strokes):
        single = base.transform_filter("datum.first === datum.last")
        layers.append(single.mark_line(strokeWidth=2, aria=False).encode(y=y))
    if any(stroke.first != stroke.last for stroke in strokes):
        several = base.transform_filter("datum.first !== datum.last")
        whole = alt.X("first:O", sort=labels)
        layers.append(several.mark_rule(strokeWidth=4, aria=False).encode(x=whole, y=y, x2="last:O"))
    return layers


def _stroke(stroke: Stroke) -> dict[str, Any]:
    low, high = stroke.interval or (stroke.value, stroke.value)
    told = f"{stroke.line}, {stroke.first}: {stroke.told}"
    return {**stroke._asdict(), "interval": None, "low": low, "high": high, "told": told}


def _pointed_at() -> dict[str, Any]:
    return {"tooltip": [alt.Tooltip("told:N", title=" ")], "description": alt.Description("told:N")}


def _rules(breaks: Sequence[Mark], aims: Sequence[Mark], labels: list[str]) -> list[alt.Chart]:
    """Dashed lines: upright where a series is broken, across where something is aimed at."""
    found = []
    if breaks:
        marks = alt.Chart(alt.Data(values=[mark._asdict() for mark in breaks]))
        x = alt.X("at:O", sort=labels, bandPosition=0)
        found.append(marks.mark_rule(strokeDash=[3, 3], color="#5a564c").encode(x=x, **_pointed_at()))
    if aims:
        marks = alt.Chart(alt.Data(values=[mark._asdict() for mark in aims]))
        found.append(marks.mark_rule(strokeDash=[8, 4], color="#5a564c").encode(y="value:Q", **_pointed_at()))
    return found


def _column(x: str, category: str, count: Count) -> dict[str, Any]:
    """The data of one piece of a column; `told` is what a screen reader says of it."""
    told = f"{x}, {category}: {count.value}"
    return {"x": x, "category": category, "count": count.value, "url": count.url, "told": told}


def _colours(categories: list[str], title: str, *, field: str = "category:N") -> alt.Color:
    """A colour of the palette for each category, named above the chart."""
    return alt.Color(
        field,
        sort=categories,
        scale=alt.Scale(domain=categories, range=list(PALETTE[: len(categories)])),
        legend=alt.Legend(title=title or None, orient="top", columns=1, labelLimit=400, symbolOpacity=1),
    )


def _finished(chart: Any) -> dict[str, Any]:
    """The specification with the house's fonts and quiet axes."""
    spec: dict[str, Any] = chart.configure(
        font="IBM Plex Sans, sans-serif",
        # Axes and legend would speak English to a screen reader; what they say stands in each mark and in the table.
        axis=alt.AxisConfig(aria=False, labelFontSize=13, titleFontSize=13, gridColor="#e6e2d8", domainColor="#8a8578"),
        legend=alt.LegendConfig(aria=False, labelFontSize=14, titleFontSize=13, symbolType="square"),
        view=alt.ViewConfig(stroke=None),
        background="transparent",
    ).to_dict()
    return spec
