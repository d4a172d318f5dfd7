"""A picture of dots with intervals as data: drawn in a page by Vega-Lite, in a file as SVG, and told as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from landsby.blueprint.figures import figure
from landsby.blueprint.text import Language, Text


@dataclass(frozen=True)
class Mark:
    """One dot.

    Attributes:
        at: its place: a number along the picture, or the name of its line.
        value: what it says; None where only its place is known.
        low: of its interval; None where there is none or it has no end.
        high: the other end.
        chance_low: what chance alone gave there; None where that is not known.
        chance_high: the other end.
        kind: which of the picture's kinds it is, from 0.
        name: of what it is about, where its place is a number; "" where the place says it.
    """

    at: float | Text
    value: float | None
    low: float | None = None
    high: float | None = None
    chance_low: float | None = None
    chance_high: float | None = None
    kind: int = 0
    name: str = ""


@dataclass(frozen=True)
class Picture:
    """Dots with intervals.

    Attributes:
        name: of its files, in small letters.
        title: what it shows, as a sentence.
        along: what runs along the places.
        value: what the dots say, with its unit.
        marks: the dots, in order.
        kinds: what the kinds of dots are called; one where they need no telling apart.
        zero: where the line is drawn that stands for nothing; None for none.
        between: a band that stands for what should be, as low and high; None for none.
        before: a place along the picture before which nothing had begun; None for none.
        is_joined: whether the dots of a kind follow each other, and a line leads from one to the next.
        is_counted: whether places along the picture are whole numbers.
    """

    name: str
    title: Text
    along: Text
    value: Text
    marks: Sequence[Mark]
    kinds: Sequence[Text] = ()
    zero: float | None = 0.0
    between: tuple[float, float] | None = None
    before: float | None = None
    is_joined: bool = False
    is_counted: bool = True

    @property
    def named(self) -> bool:
        """Whether places are names, which stand below each other."""
        return any(isinstance(mark.at, Text) for mark in self.marks)

    def headings(self, lang: Language) -> list[str]:
        """Of the table that says the same."""
        told = [*([_NAME] if self._by_name else []), self.along, *([_KIND] if len(self.kinds) > 1 else []), self.value]
        ends = [_LOW, _HIGH] if self._by_interval else []
        chance = [_CHANCE_LOW, _CHANCE_HIGH] if self._by_chance else []
        return [each.say(lang) for each in [*told, *ends, *chance]]

    def rows(self, lang: Language) -> list[list[str | float | None]]:
        """Of the table: a line for each dot."""
        out: list[list[str | float | None]] = []
        for mark in self.marks:
            at = mark.at.say(lang) if isinstance(mark.at, Text) else figure(mark.at, "g").say(lang)
            kind = [self.kinds[mark.kind].say(lang)] if len(self.kinds) > 1 else []
            ends = [mark.low, mark.high] if self._by_interval else []
            chance = [mark.chance_low, mark.chance_high] if self._by_chance else []
            out.append([*([mark.name] if self._by_name else []), at, *kind, mark.value, *ends, *chance])
        return out

    @property
    def _by_name(self) -> bool:
        return any(mark.name for mark in self.marks)

    @property
    def _by_interval(self) -> bool:
        return any(mark.low is not None or mark.high is not None for mark in self.marks)

    @property
    def _by_chance(self) -> bool:
        return any(mark.chance_low is not None for mark in self.marks)


_NAME = Text(da="Område", en="Area")
_KIND = Text(da="Serie", en="Series")
_LOW = Text(da="Fra", en="From")
_HIGH = Text(da="Til", en="To")
_CHANCE_LOW = Text(da="Tilfældet alene, fra", en="Chance alone, from")
_CHANCE_HIGH = Text(da="Tilfældet alene, til", en="Chance alone, to")
