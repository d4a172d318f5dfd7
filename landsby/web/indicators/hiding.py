"""What of an indicator is not told, so that nobody can be picked out or worked out.

A place of which one period is too small is told of three years at a time only, for all its periods: were the others
shown, the hidden one could be worked out from the mean. Then others are told so, too, until neither a whole and the
rest of its parts nor what was told before gives the hidden away:

- of a place, either all groups of its people are told year by year or none; whom the groups leave over is a group, too;
- among the communities of a municipality, and the municipalities of the country, those that are not told, and whoever
  is in none of the parts, are together not too few; where the parts fill the whole, at least two are not told;
- what was once not told year by year never is: its old three years and new single ones would tell the rest.

The same holds among whole three years.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from landsby.web.indicators.figures import Cell
from landsby.web.indicators.wholes import (
    Lump,
    Series,
    Whole,
    divisions_among,
    is_left_over,
    people_in,
    series_of,
    wholes_among,
    with_left_over,
)
from landsby.web.kit.small_cells import is_small

Named = TypeVar("Named", tuple[str, str], tuple[str, str, int])
"""A place with a group of its people, and with the first of three years where these are meant."""

__all__ = ["Hiding", "Series", "hiding_of", "is_too_small", "series_of"]


@dataclass(frozen=True)
class Hiding:
    """What is not told.

    Attributes:
        coarse: what is told of three years at a time only.
        windows: place, stratum and first period of three whole years that are not told either.
        told: of what is told coarsely, the periods that were told by themselves before.
    """

    coarse: frozenset[Series] = frozenset()
    windows: frozenset[tuple[str, str, int]] = frozenset()
    told: Mapping[Series, frozenset[int]] = field(default_factory=dict)

    def to_data(self) -> dict[str, Any]:
        """As JSON-able data."""
        told = sorted([*series, sorted(periods)] for series, periods in self.told.items())
        return {"coarse": sorted(map(list, self.coarse)), "windows": sorted(map(list, self.windows)), "told": told}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Hiding:
        """From what `to_data` gave."""
        coarse, windows = ((tuple(each) for each in data[name]) for name in ("coarse", "windows"))
        told = {(place, stratum): frozenset(periods) for place, stratum, periods in data.get("told", ())}
        return cls(frozenset(coarse), frozenset(windows), told)


def hiding_of(
    cells: Sequence[Cell],
    windows: Sequence[Cell],
    within: Mapping[str, str],
    before: Iterable[Series] = (),
    too_new: Collection[tuple[str, str, int]] = (),
) -> Hiding:
    """What is not told of an indicator.

    Args:
        cells: all of its cells, also those that a reader may not see.
        windows: three whole years each, as a cell of their first period.
        within: for each community the municipality that it lies in, both as cells call them.
        before: what was told coarsely until now.
        too_new: place, stratum and first period of three whole years of which what was not told before is too small.
    """
    divisions = divisions_among(cells)
    singles = _Shielding(with_left_over(cells, divisions), within)
    of_periods = _by_period(with_left_over(windows, divisions))
    by_period = {period: _Shielding(of, within) for period, of in of_periods.items()}
    coarse = set(before) | singles.too_small
    while True:
        singles.spread(coarse)
        hidden: set[tuple[str, str, int]] = set()
        for period, shielding in by_period.items():
            at_once = shielding.too_small | {(place, stratum) for place, stratum, first in too_new if first == period}
            shielding.spread(at_once, first=coarse)
            hidden |= {(*series, period) for series in at_once}
        more = {(place, stratum) for place, stratum, _period in hidden} - coarse
        if not more:
            return Hiding(_of_parts(coarse), _of_parts(hidden))
        coarse |= more


def _of_parts(found: Iterable[Named]) -> frozenset[Named]:
    """What is about parts that are told at all; of whoever is left over nothing is."""
    return frozenset(each for each in found if not is_left_over(each[1]))


def is_too_small(cell: Cell) -> bool:
    """Whether a cell speaks of too few to be told."""
    return is_small(cell.numerator, cell.denominator)


def _by_period(cells: Iterable[Cell]) -> Mapping[int, list[Cell]]:
    found: dict[int, list[Cell]] = defaultdict(list)
    for cell in cells:
        found[cell.period].append(cell)
    return found


class _Shielding:
    """The parts and wholes among some cells, and which part shields another best."""

    def __init__(self, cells: Sequence[Cell], within: Mapping[str, str]) -> None:
        self.too_small = {series_of(cell) for cell in cells if is_too_small(cell)}
        self._wholes = wholes_among(cells, within)
        self._are_wholes = {series_of(whole.cell) for whole in self._wholes}
        self._groups: dict[str, set[Series]] = defaultdict(set)
        self._fewest: dict[Series, float] = {}
        for cell in cells:
            key, people = series_of(cell), people_in(cell) or 0.0
            self._fewest[key] = min(people, self._fewest.get(key, people))
            if cell.stratum:
                self._groups[cell.place].add(key)

    def spread(self, hidden: set[Series], *, first: Collection[Series] = ()) -> None:
        """Hide more, until nothing of what is hidden can be worked out.

        Args:
            first: what is to be hidden before others.
        """
        size = -1
        while len(hidden) > size:
            size = len(hidden)
            for place in {place for place, _stratum in hidden}:
                # Which strata make up the place together is not known: there may be two ways of parting it.
                hidden |= self._groups.get(place, set())
            for whole in self._wholes:
                hidden.update(self._shields(whole, hidden, first))

    def _shields(self, whole: Whole, hidden: Collection[Series], first: Collection[Series]) -> Iterator[Series]:
        """What more is to be hidden of a whole and its parts: parts while there are any, then the whole."""
        covered = [part for part in whole.parts if series_of(part) in hidden]
        is_whole_hidden = series_of(whole.cell) in hidden
        if not _gives_away(whole, covered, is_whole_hidden=is_whole_hidden):
            return
        others = [part for part in whole.parts if series_of(part) not in hidden]
        for part in sorted(others, key=lambda part: self._order(series_of(part), first)):
            covered.append(part)
            yield series_of(part)
            if not _gives_away(whole, covered, is_whole_hidden=is_whole_hidden):
                return
        yield series_of(whole.cell)

    def _order(self, part: Series, first: Collection[Series]) -> tuple[bool, bool, float, Series]:
        return part not in first, part in self._are_wholes, self._fewest[part], part


def _gives_away(whole: Whole, covered: Sequence[Cell], *, is_whole_hidden: bool) -> bool:
    """Whether a whole and those of its parts that are told give away the rest, or the parts the whole."""
    if is_whole_hidden:
        return whole.is_filled and not covered
    if covered and whole.is_filled and len(covered) < 2:
        return True
    return (Lump.of(covered) + whole.unseen).is_few if covered else whole.unseen.is_few
