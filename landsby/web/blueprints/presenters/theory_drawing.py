"""A theory of change as a drawing: where everything stands, with its text already broken into lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.template.loader import render_to_string
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from landsby.blueprint.kinds import TheoryNode
from landsby.blueprint.labels import choice_label
from landsby.blueprint.theory.chart import STAGES, Chart, Link
from landsby.blueprint.theory.layout import BOX_WIDTH, Box, Layout, Placed, Route, lay_out
from landsby.blueprint.theory.wrapping import width_of, wrapped
from landsby.web.kit.text import say

TITLE_SIZE, NOTE_SIZE = 14.0, 12.0
TITLE_LINE, NOTE_LINE = 18.0, 16.0
INSIDE = 11.0
"""From the edge of a box to its text."""
BADGE_HEIGHT = 20.0
MOST_READABLE = 1500.0
"""A drawing wider than this is scrolled rather than made small."""
_BOLD = 1.13
"""How much wider bold letters are."""

Fate = str
"""What became of a box or an arrow between two versions: "same", "new", "changed" or "gone"."""


@dataclass(frozen=True)
class Line:
    """One line of text, by where it begins."""

    x: float
    y: float
    text: str


@dataclass(frozen=True)
class DrawnBox:
    """A box with its text.

    Attributes:
        url: where it leads; "" where nowhere.
        mark: what became of it, in words.
    """

    place: Placed
    name: str
    title: Sequence[Line]
    notes: Sequence[Line]
    url: str = ""
    fate: Fate = "same"
    mark: Line | None = None


@dataclass(frozen=True)
class Badge:
    """The numbers of an arrow's assumptions, by the middle of their plate."""

    x: float
    y: float
    width: float
    text: str

    @property
    def left(self) -> float:
        """Where the plate begins."""
        return self.x - self.width / 2

    @property
    def top(self) -> float:
        """How far down the plate begins."""
        return self.y - BADGE_HEIGHT / 2


@dataclass(frozen=True)
class DrawnArrow:
    """An arrow as the path of an SVG."""

    path: str
    badge: Badge | None = None
    fate: Fate = "same"


@dataclass(frozen=True)
class Drawing:
    """Everything that stands in the picture."""

    title: str
    language: str
    layout: Layout
    boxes: Sequence[DrawnBox]
    arrows: Sequence[DrawnArrow]
    stages: Sequence[tuple[Line, float]]
    lanes: Sequence[tuple[float, float, Line | None]]

    @property
    def fits(self) -> bool:
        """Whether it can still be read when it is made as narrow as a page."""
        return self.layout.width <= MOST_READABLE

    def as_svg(self) -> str:
        """The picture as a file of its own."""
        return render_to_string("blueprints/theory_drawing.svg", {"drawing": self, "alone": True})


@dataclass(frozen=True)
class Marks:
    """What a drawing says beside the theory itself.

    Attributes:
        urls: where boxes lead, by id.
        notes: what more stands in them.
        boxes: what became of boxes, and `links` of arrows; those that are not told of are as they were.
    """

    urls: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    boxes: Mapping[str, Fate] = field(default_factory=dict)
    links: Mapping[tuple[str, str], Fate] = field(default_factory=dict)


def drawing_of(chart: Chart, marks: Marks | None = None) -> Drawing:
    """The drawing of a theory of change, in the reader's language."""
    told = marks or Marks()
    lanes = list(chart.lanes)
    texts = {node.id: _text_of(node, told) for node in chart.nodes.values()}
    boxes = [
        Box(
            node.id,
            STAGES.index(node.stage),
            lanes.index(node.lane) if node.lane in lanes else None,
            _height(texts[id_]),
        )
        for id_, node in chart.nodes.items()
    ]
    layout = lay_out(boxes, [(link.source, link.target) for link in chart.links])
    return Drawing(
        title=say(chart.theory.title),
        language="en" if (get_language() or "da").startswith("en") else "da",
        layout=layout,
        boxes=[_drawn(chart.nodes[key], place, texts[key], told) for key, place in layout.boxes.items()],
        arrows=_arrows(chart, layout.routes, told),
        stages=[(_stage_line(strip.index, strip.start), strip.length) for strip in layout.stages],
        lanes=[_lane(chart, lanes, strip.index, strip.start, strip.length) for strip in layout.lanes if strip.length],
    )


def mark_of(fate: Fate) -> str:
    """What became of a thing, in a word and a sign, so that it does not hang on colour."""
    marks = {"new": _("+ Ny"), "changed": _("± Ændret"), "gone": _("– Væk")}
    return marks.get(fate, "")


def years_of_horizon(node: TheoryNode) -> str:
    """When a box is expected, in words; "" where nothing is said."""
    horizon = node.horizon
    if horizon is None:
        return ""
    if horizon.first_year == horizon.last_year:
        return _("År %(year)s") % {"year": horizon.first_year}
    return _("År %(first)s–%(last)s") % {"first": horizon.first_year, "last": horizon.last_year}


def numbers_of(chart: Chart) -> dict[str, int]:
    """The number by which each assumption is known in the drawing and beside it."""
    return {id_: number for number, id_ in enumerate(chart.assumptions, 1)}


@dataclass(frozen=True)
class _Text:
    """A box's text in lines."""

    mark: str
    title: list[str]
    notes: list[str]


def _text_of(node: TheoryNode, told: Marks) -> _Text:
    inner = BOX_WIDTH - 2 * INSIDE
    notes = [each for each in (years_of_horizon(node), told.notes.get(node.id, "")) if each]
    return _Text(
        mark_of(told.boxes.get(node.id, "same")),
        wrapped(say(node.title), width=inner, size=TITLE_SIZE * _BOLD),
        [line for note in notes for line in wrapped(note, width=inner, size=NOTE_SIZE)],
    )


def _height(text: _Text) -> float:
    marked = NOTE_LINE + 2 if text.mark else 0.0
    return 2 * INSIDE + marked + len(text.title) * TITLE_LINE + len(text.notes) * NOTE_LINE + (4 if text.notes else 0)


def _drawn(node: TheoryNode, place: Placed, text: _Text, told: Marks) -> DrawnBox:
    x, y = place.x + INSIDE, place.y + INSIDE
    mark = Line(x, y + NOTE_SIZE, text.mark) if text.mark else None
    y += NOTE_LINE + 2 if mark else 0
    title = [Line(x, y + TITLE_SIZE + number * TITLE_LINE, line) for number, line in enumerate(text.title)]
    y += len(title) * TITLE_LINE + 4
    notes = [Line(x, y + NOTE_SIZE + number * NOTE_LINE, line) for number, line in enumerate(text.notes)]
    name = say(node.title)
    fate = told.boxes.get(node.id, "same")
    return DrawnBox(place, name, title, notes, told.urls.get(node.id, ""), fate, mark)


def _arrows(chart: Chart, routes: Sequence[Route], told: Marks) -> list[DrawnArrow]:
    links = {(link.source, link.target): link for link in chart.links}
    numbers, taken = numbers_of(chart), list[Badge]()
    drawn = []
    for route in routes:
        link = links[route.source, route.target]
        badge = _badge(route, link, numbers, taken)
        if badge:
            taken.append(badge)
        drawn.append(DrawnArrow(path_of(route), badge, told.links.get((route.source, route.target), "same")))
    return drawn


def path_of(route: Route) -> str:
    """An arrow's way as the path of an SVG: a curve between two columns, a straight line past one."""
    (x, y), *rest = route.points
    told = [f"M{x:g} {y:g}"]
    for number, (to_x, to_y) in enumerate(rest):
        middle = (x + to_x) / 2
        told.append(f"H{to_x:g}" if number % 2 else f"C{middle:g} {y:g} {middle:g} {to_y:g} {to_x:g} {to_y:g}")
        x, y = to_x, to_y
    return "".join(told)


def _badge(route: Route, link: Link, numbers: Mapping[str, int], taken: Sequence[Badge]) -> Badge | None:
    """The plate on the last curve of an arrow, where it hides no other plate."""
    told = ", ".join(str(numbers[each]) for each in link.assumptions)
    if not told:
        return None
    width = max(BADGE_HEIGHT, width_of(told, NOTE_SIZE) + 12)
    tried = [_on_curve(route.points[-2], route.points[-1], part / 20) for part in (10, 8, 12, 6, 14, 5, 15, 4)]
    plates = [Badge(x, y, width, told) for x, y in tried]
    return next((each for each in plates if not any(_overlap(each, other) for other in taken)), plates[0])


def _on_curve(begin: tuple[float, float], end: tuple[float, float], part: float) -> tuple[float, float]:
    """A point of the curve between two columns; `part` is how far along, from 0 to 1."""
    rest, middle = 1 - part, (begin[0] + end[0]) / 2
    weights = (rest**3, 3 * rest**2 * part, 3 * rest * part**2, part**3)
    x = sum(weight * at for weight, at in zip(weights, (begin[0], middle, middle, end[0]), strict=True))
    y = sum(weight * at for weight, at in zip(weights, (begin[1], begin[1], end[1], end[1]), strict=True))
    return x, y


def _overlap(one: Badge, other: Badge) -> bool:
    beside = abs(one.x - other.x) < (one.width + other.width) / 2 + 2
    return beside and abs(one.y - other.y) < BADGE_HEIGHT + 2


def _stage_line(index: int, x: float) -> Line:
    return Line(x, 28.0, stage_name(STAGES[index]))


def stage_name(stage: str) -> str:
    """What a stage is called above its column."""
    return capfirst(say(choice_label("stage", stage)))


def _lane(
    chart: Chart, lanes: Sequence[str], index: int, start: float, length: float
) -> tuple[float, float, Line | None]:
    """Where a lane lies, and what it is called; the band of boxes of no lane has no name."""
    name = say(chart.lanes[lanes[index]].title) if index < len(lanes) else ""
    return start, length, Line(14.0, start + 14.0, name) if name else None
