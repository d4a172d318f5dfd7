"""A theory of change as a drawing: where everything stands, with its text already broken into lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.template.loader import render_to_string
from django.utils.translation import get_language

from landsby.blueprint.kinds import TheoryNode
from landsby.blueprint.theory.chart import STAGES, Chart
from landsby.blueprint.theory.layout import BOX_WIDTH, Box, Layout, Placed, lay_out
from landsby.blueprint.theory.wrapping import wrapped
from landsby.web.blueprints.presenters.theory_arrows import DrawnArrow, Fate, drawn_arrows
from landsby.web.blueprints.theory_words import mark_of, stage_name, years_of_horizon
from landsby.web.kit.text import say

TITLE_SIZE, NOTE_SIZE = 14.0, 12.0
TITLE_LINE, NOTE_LINE = 18.0, 16.0
INSIDE = 11.0
"""From the edge of a box to its text."""
MOST_READABLE = 1500.0
"""A drawing wider than this is scrolled rather than made small."""
_BOLD = 1.13
"""How much wider bold letters are."""


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
        arrows=drawn_arrows(chart, layout.routes, told.links),
        stages=[(_stage_line(strip.index, strip.start), strip.length) for strip in layout.stages],
        lanes=[_lane(chart, lanes, strip.index, strip.start, strip.length) for strip in layout.lanes if strip.length],
    )


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


def _stage_line(index: int, x: float) -> Line:
    return Line(x, 28.0, stage_name(STAGES[index]))


def _lane(
    chart: Chart, lanes: Sequence[str], index: int, start: float, length: float
) -> tuple[float, float, Line | None]:
    """Where a lane lies, and what it is called; the band of boxes of no lane has no name."""
    name = say(chart.lanes[lanes[index]].title) if index < len(lanes) else ""
    return start, length, Line(14.0, start + 14.0, name) if name else None
