"""What the periods of a design are called: years, or what it counts by instead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from landsby.blueprint.text import Text

PeriodName = Literal["year", "school_year", "half_year", "quarter"]
"""What a period may be; school years by the year in which they begin, half-years and quarters numbered 1, 2, 3 …"""


@dataclass(frozen=True)
class PeriodWords:
    """A sort of period in words, for sentences that fit whichever it is.

    Attributes:
        one: of one of them.
        many: of several.
        is_dated: whether its number is a year that everybody knows.
        runs_over: whether it begins in that year and ends in the next.
    """

    one: Text
    many: Text
    is_dated: bool = False
    runs_over: bool = False

    def counted(self, count: int) -> Text:
        """So many of them: 2 years, 1 half-year."""
        word = self.one if count == 1 else self.many
        return Text(da=f"{count} {word.da}", en=f"{count} {word.en}")

    def called(self, number: int) -> Text:
        """One of them by its number: 2026, 2026/27, or half-year 14."""
        if self.is_dated:
            said = f"{number}/{(number + 1) % 100:02d}" if self.runs_over else str(number)
            return Text(da=said, en=said)
        return Text(da=f"{self.one.da} {number}", en=f"{self.one.en} {number}")


YEARS = PeriodWords(Text(da="år", en="year"), Text(da="år", en="years"), is_dated=True)
WORDS: Mapping[PeriodName, PeriodWords] = {
    "year": YEARS,
    "school_year": PeriodWords(
        Text(da="skoleår", en="school year"), Text(da="skoleår", en="school years"), is_dated=True, runs_over=True
    ),
    "half_year": PeriodWords(Text(da="halvår", en="half-year"), Text(da="halvår", en="half-years")),
    "quarter": PeriodWords(Text(da="kvartal", en="quarter"), Text(da="kvartaler", en="quarters")),
}
NUMBERED = PeriodWords(Text(da="periode", en="period"), Text(da="perioder", en="periods"))
DATED = range(1000, 3000)
"""Numbers that can be years."""


def words_of(name: PeriodName, first: int) -> PeriodWords:
    """The words for a design's periods.

    Args:
        name: what the design calls them; designs of before there was a name for them say "year" whatever they are.
        first: the first of them, which tells numbers that are no years.
    """
    words = WORDS[name]
    return NUMBERED if name == "year" and first not in DATED else words
