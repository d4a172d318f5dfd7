"""Pictures as Vega-Lite specifications, for pages. Dots speak to a screen reader; what is around them does not."""

from __future__ import annotations

from textwrap import wrap
from typing import Any

import altair as alt

from landsby.analysis.pictures.picture import Mark, Picture
from landsby.blueprint.figures import figure
from landsby.blueprint.text import Language, Text

PALETTE = ("#1f5a4c", "#d98324", "#4f7cac", "#8a5a83")
CHANCE, QUIET = "#d9d3c4", "#8a8578"
FONT = "IBM Plex Sans, sans-serif"
LINE, HEIGHT = 36, 280
"""Points for each name below the other, and for a picture along numbers."""
WIDE = 22
"""Characters after which a name goes on below itself, so that on a phone there is room for what it is about."""


def as_spec(picture: Picture, lang: Language) -> dict[str, Any]:
    """The specification in one language, JSON-able."""
    data = alt.Data(values=[_datum(picture, mark, lang) for mark in picture.marks])
    layers = [*_ground(picture), *_chance(picture, data, lang), *_dots(picture, data, lang)]
    names = list(dict.fromkeys(mark.at for mark in picture.marks if isinstance(mark.at, Text)))
    height = LINE * max(2, len(names)) if picture.named else HEIGHT
    chart = alt.layer(*layers).properties(width="container", height=height, description=picture.title.say(lang))
    spec: dict[str, Any] = chart.configure(
        font=FONT,
        axis=alt.AxisConfig(
            aria=False, labelFontSize=13, titleFontSize=13, gridColor="#e6e2d8", domainColor=QUIET, labelLimit=260
        ),
        legend=alt.LegendConfig(aria=False, labelFontSize=13, titleFontSize=13),
        view=alt.ViewConfig(stroke=None),
        background="transparent",
    ).to_dict()
    return spec


def _datum(picture: Picture, mark: Mark, lang: Language) -> dict[str, Any]:
    at = mark.at.say(lang) if isinstance(mark.at, Text) else mark.at
    kind = picture.kinds[mark.kind].say(lang) if picture.kinds else ""
    told = f"{mark.name or at}: {_short(mark.value, lang)}"
    if mark.low is not None and mark.high is not None:
        told += f" ({_short(mark.low, lang)} – {_short(mark.high, lang)})"
    known = {"value": mark.value, "low": mark.low, "high": mark.high}
    return {
        "at": "\n".join(wrap(at, WIDE)) if isinstance(at, str) else at,
        "kind": kind,
        "told": told,
        "chance_low": mark.chance_low,
        "chance_high": mark.chance_high,
        **known,
    }


def _short(value: float | None, lang: Language) -> str:
    return "–" if value is None else figure(value, ".3g").say(lang)


def _ground(picture: Picture) -> list[alt.Chart]:
    """What should be, the line of nothing, and where it began."""
    across, other = ("x", "y") if picture.named else ("y", "x")
    out = []
    if picture.between is not None:
        low, high = picture.between
        band = alt.Chart(alt.Data(values=[{"a": low, "b": high}])).mark_rect(color=CHANCE, opacity=0.5, aria=False)
        out.append(band.encode(**{across: "a:Q", f"{across}2": "b:Q"}))
    for side, place in ((across, picture.zero), (other, picture.before)):
        if place is not None:
            rule = alt.Chart(alt.Data(values=[{"a": place}])).mark_rule(color=QUIET, strokeDash=[4, 3], aria=False)
            out.append(rule.encode(**{side: "a:Q"}))
    return out


def _chance(picture: Picture, data: alt.Data, lang: Language) -> list[alt.Chart]:
    if all(mark.chance_low is None for mark in picture.marks):
        return []
    bars = alt.Chart(data).mark_bar(color=CHANCE, opacity=0.7, size=14, aria=False)
    return [bars.encode(**_places(picture, lang, "chance_low", "chance_high"))]


def _dots(picture: Picture, data: alt.Data, lang: Language) -> list[alt.Chart]:
    colour = _colour(picture, lang)
    whiskers = (
        alt.Chart(data).transform_filter("datum.low != null && datum.high != null").mark_rule(strokeWidth=2, aria=False)
    )
    dots = alt.Chart(data).mark_point(filled=True, size=70, opacity=1)
    told = {"description": alt.Description("told:N"), "tooltip": alt.Tooltip("told:N", title=picture.value.say(lang))}
    lines = alt.Chart(data).mark_line(strokeWidth=2, aria=False)
    return [
        *([lines.encode(**_places(picture, lang, "value"), **colour)] if picture.is_joined else []),
        whiskers.encode(**_places(picture, lang, "low", "high"), **colour),
        dots.encode(**_places(picture, lang, "value"), **colour, **told),
    ]


def _colour(picture: Picture, lang: Language) -> dict[str, Any]:
    if len(picture.kinds) < 2:
        return {"color": alt.value(PALETTE[0])}
    names = [kind.say(lang) for kind in picture.kinds]
    scale = alt.Scale(domain=names, range=list(PALETTE[: len(names)]))
    return {"color": alt.Color("kind:N", scale=scale, legend=alt.Legend(title=None, orient="top", columns=2))}


def _places(picture: Picture, lang: Language, low: str, high: str | None = None) -> dict[str, Any]:
    """Where a mark stands and what it says, along the right axes."""
    across, other = (("x", alt.X), ("y", alt.Y)) if picture.named else (("y", alt.Y), ("x", alt.X))
    value = across[1](f"{low}:Q", title=picture.value.say(lang), scale=alt.Scale(zero=False))
    if picture.named:
        below_each_other = alt.Axis(labelLimit=300, labelExpr="split(datum.label, '\\n')")
        place = other[1]("at:N", sort=None, title=None, axis=below_each_other)
    else:
        by_one = alt.Axis(grid=False, tickMinStep=1, format="d")
        axis = by_one if picture.is_counted else alt.Axis(grid=False, tickCount=6, format="~g")
        scale = alt.Scale(zero=False) if picture.is_counted else alt.Scale(zero=False, padding=16)
        place = other[1]("at:Q", title=picture.along.say(lang), axis=axis, scale=scale)
    ends = {f"{across[0]}2": f"{high}:Q"} if high else {}
    return {across[0]: value, other[0]: place, **ends}
