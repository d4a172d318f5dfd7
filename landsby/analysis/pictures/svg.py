"""Pictures as SVG, drawn by us: a register holder needs no browser, and the same run gives the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape
from itertools import pairwise

import numpy as np

from landsby.analysis.pictures.picture import Mark, Picture
from landsby.analysis.pictures.spec import CHANCE, PALETTE, QUIET
from landsby.blueprint.figures import figure
from landsby.blueprint.text import Language, Text

WIDE, HIGH, LINE = 760, 420, 34
LEFT, RIGHT, TOP, BOTTOM = 78, 24, 66, 58
NAMES = 300
Scale = Callable[[float], float]
Point = tuple[float, float]


def as_svg(picture: Picture, lang: Language, high: float = HIGH) -> str:
    """The picture in one language; its title and what each dot says can be read out.

    Args:
        high: how high it is drawn, of 760 wide; one of named things is as high as they are many.
    """
    drawing = _Drawing(picture, lang, high)
    body = "\n".join(drawing.parts())
    title = escape(picture.title.say(lang))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {drawing.high:g}" role="img" '
        f'aria-label="{title}" font-family="IBM Plex Sans, Segoe UI, sans-serif" font-size="13">\n'
        f"<title>{title}</title>\n"
        f'<rect width="{WIDE}" height="{drawing.high:g}" fill="#ffffff"/>\n{body}\n</svg>\n'
    )


class _Drawing:
    """Where things stand: places along one axis, values along the other."""

    def __init__(self, picture: Picture, lang: Language, high: float) -> None:
        self.picture, self.lang = picture, lang
        self.names = list(dict.fromkeys(mark.at for mark in picture.marks if isinstance(mark.at, Text)))
        self.high = TOP + BOTTOM + LINE * max(2, len(self.names)) if picture.named else high
        self.left = NAMES if picture.named else LEFT
        self.ticks = nice_ticks(_values(picture))
        low, high = self.ticks[0], self.ticks[-1]
        if picture.named:
            self.value: Scale = _scale(low, high, self.left, WIDE - RIGHT)
        else:
            self.value = _scale(low, high, self.high - BOTTOM, TOP)
        numbers = [mark.at for mark in picture.marks if not isinstance(mark.at, Text)] or [0.0]
        room = 0.5 if picture.is_counted else (max(numbers) - min(numbers) or 1.0) / 20
        self.along = _scale(min(numbers) - room, max(numbers) + room, self.left, WIDE - RIGHT)

    def place(self, mark: Mark) -> float:
        """Where a dot stands along the places; kinds stand a little apart."""
        apart = 0.0 if self.picture.is_joined else 7.0 * (mark.kind - (max(len(self.picture.kinds), 1) - 1) / 2)
        if isinstance(mark.at, Text):
            return TOP + LINE * (self.names.index(mark.at) + 0.5) + apart
        return self.along(mark.at) + apart

    def point(self, place: float, value: float) -> tuple[float, float]:
        """x and y of a value at a place."""
        return (self.value(value), place) if self.picture.named else (place, self.value(value))

    def parts(self) -> Iterator[str]:
        """All that is drawn, from the ground up."""
        yield _text(16, 26, self.picture.title.say(self.lang), size=15, weight="600")
        yield from self._kinds()
        yield from self._axes()
        for mark in self.picture.marks:
            yield from self._chance(mark)
        yield from self._lines()
        for mark in self.picture.marks:
            yield from self._mark(mark)

    def _lines(self) -> Iterator[str]:
        """From each dot to the next of its kind."""
        if not self.picture.is_joined:
            return
        for kind in sorted({mark.kind for mark in self.picture.marks}):
            marks = [mark for mark in self.picture.marks if mark.kind == kind and mark.value is not None]
            for one, other in pairwise(marks):
                start, end = (self.point(self.place(each), each.value or 0.0) for each in (one, other))
                yield _line(start, end, PALETTE[kind % len(PALETTE)], width=2)

    def _kinds(self) -> Iterator[str]:
        if len(self.picture.kinds) < 2:
            return
        x = 16.0 if self.picture.named else 46.0 + 7 * len(self.picture.value.say(self.lang))
        for kind, colour in zip(self.picture.kinds, PALETTE, strict=False):
            yield f'<circle cx="{x + 5:g}" cy="45" r="5" fill="{colour}"/>'
            yield _text(x + 15, 49, kind.say(self.lang))
            x += 40 + 7 * len(kind.say(self.lang))

    def _axes(self) -> Iterator[str]:
        picture, bottom = self.picture, self.high - BOTTOM
        if picture.between is not None:
            (x0, y0), (x1, y1) = self.point(TOP, picture.between[0]), self.point(bottom, picture.between[1])
            yield _box((x0, x1), (y0, y1)) if picture.named else _box((self.left, WIDE - RIGHT), (y0, y1))
        for tick in self.ticks:
            where = self.value(tick)
            colour, said = QUIET if tick == picture.zero else "#e6e2d8", number(tick, self.lang)
            if picture.named:
                yield _line((where, TOP), (where, bottom), colour)
                yield _text(where, bottom + 18, said, anchor="middle")
            else:
                yield _line((self.left, where), (WIDE - RIGHT, where), colour)
                yield _text(self.left - 8, where + 4, said, anchor="end")
        yield _text((self.left + WIDE - RIGHT) / 2, self.high - 14, self._below().say(self.lang), anchor="middle")
        if not picture.named:
            yield _text(16, 50, picture.value.say(self.lang))
        yield from self._places()

    def _below(self) -> Text:
        return self.picture.value if self.picture.named else self.picture.along

    def _places(self) -> Iterator[str]:
        bottom = self.high - BOTTOM
        for row, name in enumerate(self.names):
            yield _text(self.left - 12, TOP + LINE * (row + 0.5) + 4, name.say(self.lang), anchor="end")
        numbers = sorted({mark.at for mark in self.picture.marks if not isinstance(mark.at, Text)})
        step = max(1, -(-len(numbers) // 16))
        for at in numbers[::step]:
            yield _text(self.along(at), bottom + 18, figure(at, "g").say(self.lang), anchor="middle")
        if self.picture.before is not None and numbers:
            began = self.along(self.picture.before)
            yield _line((began, TOP), (began, bottom), QUIET, dash="4 3")

    def _chance(self, mark: Mark) -> Iterator[str]:
        place = self.place(mark)
        if mark.chance_low is not None and mark.chance_high is not None:
            (x0, y0), (x1, y1) = self.point(place - 7, mark.chance_low), self.point(place + 7, mark.chance_high)
            yield _box((x0, x1), (y0, y1))

    def _mark(self, mark: Mark) -> Iterator[str]:
        place, colour = self.place(mark), PALETTE[mark.kind % len(PALETTE)]
        if mark.low is not None and mark.high is not None:
            yield _line(self.point(place, mark.low), self.point(place, mark.high), colour, width=2)
        if mark.value is not None:
            x, y = self.point(place, mark.value)
            told = escape(f"{number(mark.value, self.lang)}")
            yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="{colour}"><title>{told}</title></circle>'


def _values(picture: Picture) -> list[float]:
    ends = [(mark.value, mark.low, mark.high, mark.chance_low, mark.chance_high) for mark in picture.marks]
    known = [value for each in ends for value in each if value is not None]
    return [*known, *(picture.between or ()), *([] if picture.zero is None else [picture.zero])]


def nice_ticks(values: list[float]) -> list[float]:
    """Round numbers around all values, about six of them, in steps of 1, 2 or 5 times a power of ten."""
    low, high = (min(values), max(values)) if values else (0.0, 1.0)
    span = (high - low) or abs(high) or 1.0
    power = 10.0 ** np.floor(np.log10(span / 5))
    step = float(next(power * factor for factor in (1, 2, 5, 10) if span / (power * factor) <= 6))
    first, last = int(np.floor(low / step + 1e-9)), int(np.ceil(high / step - 1e-9))
    return [round(step * k, 12) for k in range(first, max(last, first + 1) + 1)]


def number(value: float, lang: Language) -> str:
    """A number as people write it."""
    return figure(value).say(lang)


def _scale(low: float, high: float, start: float, end: float) -> Scale:
    span = (high - low) or 1.0
    return lambda value: start + (value - low) / span * (end - start)


def _line(start: Point, end: Point, colour: str, *, width: float = 1, dash: str = "") -> str:
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    ends = f'x1="{start[0]:.1f}" y1="{start[1]:.1f}" x2="{end[0]:.1f}" y2="{end[1]:.1f}"'
    return f'<line {ends} stroke="{colour}" stroke-width="{width:g}"{dashed}/>'


def _box(x: tuple[float, float], y: tuple[float, float]) -> str:
    place = f'x="{min(x):.1f}" y="{min(y):.1f}" width="{abs(x[1] - x[0]):.1f}" height="{abs(y[1] - y[0]):.1f}"'
    return f'<rect {place} fill="{CHANCE}" fill-opacity="0.6"/>'


def _text(x: float, y: float, said: str, *, anchor: str = "start", size: int = 13, weight: str = "400") -> str:
    style = f'text-anchor="{anchor}" font-size="{size}" font-weight="{weight}" fill="#2b2a26"'
    return f'<text x="{x:.1f}" y="{y:.1f}" {style}>{escape(said)}</text>'
