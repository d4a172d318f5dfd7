"""Charts drawn in the page from Vega-Lite specifications, each with a table that says the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from landsby.web.kit.counts import Count

PALETTE = ("#1f5a4c", "#d98324", "#4f7cac", "#8a5a83", "#a3b18a", "#7a6c5d")
"""Told apart by lightness too, so that they hold in grey and for colour-blind eyes."""


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


def _column(x: str, category: str, count: Count) -> dict[str, Any]:
    """The data of one piece of a column; `told` is what a screen reader says of it."""
    told = f"{x}, {category}: {count.value}"
    return {"x": x, "category": category, "count": count.value, "url": count.url, "told": told}


def _colours(categories: list[str], title: str) -> alt.Color:
    """A colour of the palette for each category, named above the chart."""
    return alt.Color(
        "category:N",
        sort=categories,
        scale=alt.Scale(domain=categories, range=list(PALETTE[: len(categories)])),
        legend=alt.Legend(title=title, orient="top", columns=1, labelLimit=400),
    )


def _finished(chart: alt.Chart) -> dict[str, Any]:
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
