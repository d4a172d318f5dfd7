"""What of an indicator is not told, so that nobody can be picked out or worked out.

A place of which one period is too small is told of three years at a time only, for all its periods: were the others
shown, the hidden one could be worked out from the mean. Then others are told so, too, until neither a whole and the
rest of its parts nor what was told before gives the hidden away:

- of a place, either all parts of its people are told year by year or none;
- among the communities that fill a municipality, and the municipalities that fill the country, at least two are not
  told, and together they are not too few;
- what was once not told year by year never is: its old three years and new single ones would tell the rest.

The same holds among whole three years.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from landsby.web.indicators.figures import Cell
from landsby.web.indicators.models.at_area import COUNTRY, place_key
from landsby.web.kit.small_cells import FEWEST, is_small

Series = tuple[str, str]
"""A place and a stratum of it; "" is all of the place."""

Groups = Sequence[tuple[Series, Sequence[Series]]]
"""Wholes, each with the parts that it is the sum of."""

MUNICIPALITIES = 98
"""With so many municipalities told, they are the country."""


@dataclass(frozen=True)
class Hiding:
    """What is not told.

    Attributes:
        coarse: what is told of three years at a time only.
        windows: place, stratum and first period of three whole years that are not told either.
    """

    coarse: frozenset[Series] = frozenset()
    windows: frozenset[tuple[str, str, int]] = frozenset()

    def to_data(self) -> dict[str, Any]:
        """As JSON-able data."""
        return {"coarse": sorted(map(list, self.coarse)), "windows": sorted(map(list, self.windows))}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Hiding:
        """From what `to_data` gave."""
        coarse, windows = ((tuple(each) for each in data[name]) for name in ("coarse", "windows"))
        return cls(frozenset(coarse), frozenset(windows))


def hiding_of(
    cells: Sequence[Cell], windows: Sequence[Cell], within: Mapping[str, str], before: Iterable[Series] = ()
) -> Hiding:
    """What is not told of an indicator.

    Args:
        cells: all of its cells, also those that a reader may not see.
        windows: three whole years each, as a cell of their first period.
        within: for each community the municipality that it lies in, both as cells call them.
        before: what was told coarsely until now.
    """
    shielding = _Shielding(cells, within)
    coarse = set(before) | {series_of(cell) for cell in cells if is_too_small(cell)}
    while True:
        shielding.spread(coarse, cells, first=())
        hidden = {(series_of(cell), cell.period) for cell in windows if is_too_small(cell)}
        for period in {cell.period for cell in windows}:
            at_once = {series for series, when in hidden if when == period}
            shielding.spread(at_once, [cell for cell in windows if cell.period == period], first=coarse)
            hidden |= {(series, period) for series in at_once}
        more = {series for series, _period in hidden} - coarse
        if not more:
            return Hiding(frozenset(coarse), frozenset((*series, period) for series, period in hidden))
        coarse |= more


def is_too_small(cell: Cell) -> bool:
    """Whether a cell speaks of too few to be told."""
    return is_small(cell.numerator, cell.denominator)


def series_of(cell: Cell) -> Series:
    """What a cell is of, whenever it is."""
    return cell.place, cell.stratum


class _Shielding:
    """The parts and wholes among some cells, and which part shields another best."""

    def __init__(self, cells: Sequence[Cell], within: Mapping[str, str]) -> None:
        self._groups = groups_among(cells, within)
        self._wholes = {whole for whole, _parts in self._groups}
        self._strata: dict[str, set[Series]] = defaultdict(set)
        self._fewest: dict[Series, float] = {}
        for cell in cells:
            key, people = series_of(cell), _people(cell) or 0.0
            self._fewest[key] = min(people, self._fewest.get(key, people))
            if cell.stratum:
                self._strata[cell.place].add(key)

    def spread(self, hidden: set[Series], cells: Sequence[Cell], *, first: Collection[Series]) -> None:
        """Hide more, until nothing of what is hidden can be worked out.

        Args:
            first: what is to be hidden before others.
        """
        by_period: dict[int, dict[Series, Cell]] = defaultdict(dict)
        for cell in cells:
            by_period[cell.period][series_of(cell)] = cell
        there, size = {series_of(cell) for cell in cells}, -1
        while len(hidden) > size:
            size = len(hidden)
            for place in {place for place, _stratum in hidden}:
                # Which strata make up the place together is not known: there may be two ways of parting it.
                hidden |= self._strata.get(place, set()) & there
            for whole, parts in self._groups:
                for told in by_period.values():
                    hidden.update(self._shields(whole, parts, told, hidden, first))

    def _shields(
        self,
        whole: Series,
        parts: Sequence[Series],
        told: Mapping[Series, Cell],
        hidden: Collection[Series],
        first: Collection[Series],
    ) -> Iterator[Series]:
        """Which more of the parts of a whole are to be hidden in one period."""
        if whole not in told:
            return
        covered = [told[part] for part in parts if part in told and part in hidden]
        others = [part for part in parts if part in told and part not in hidden]
        others.sort(key=lambda part: (part not in first, part in self._wholes, self._fewest[part], part))
        for part in others:
            if not _gives_away(covered, is_whole_hidden=whole in hidden):
                return
            covered.append(told[part])
            yield part


def _gives_away(covered: Sequence[Cell], *, is_whole_hidden: bool) -> bool:
    """Whether a whole and those of its parts that are told give away the rest, or the parts the whole."""
    if is_whole_hidden:
        return not covered
    if not covered:
        return False
    counted, among = (_sum(getattr(cell, name) for cell in covered) for name in ("numerator", "denominator"))
    return len(covered) < 2 or is_small(counted, among)


def groups_among(cells: Iterable[Cell], within: Mapping[str, str]) -> Groups:
    """The municipalities that fill the country, and the communities that fill a municipality, by stratum."""
    country = place_key(None, COUNTRY)
    wholes: dict[tuple[Series, int], float] = {}
    parts: dict[tuple[Series, int], list[Cell]] = defaultdict(list)
    for cell in cells:
        people = _people(cell)
        if people is None:
            continue
        wholes[series_of(cell), cell.period] = people
        if cell.place != country:
            around = within.get(cell.place, country)
            parts[(around, cell.stratum), cell.period].append(cell)
    found: dict[Series, set[Series]] = defaultdict(set)
    for (whole, period), of in parts.items():
        rest = wholes.get((whole, period), float("inf")) - sum(_people(cell) or 0 for cell in of)
        if rest < FEWEST or (whole[0] == country and len(of) >= MUNICIPALITIES and (whole, period) in wholes):
            found[whole].update(map(series_of, of))
    return sorted(((whole, sorted(of)) for whole, of in found.items()), key=lambda each: each[0][0] != country)


def _people(cell: Cell) -> float | None:
    return cell.denominator if cell.denominator is not None else cell.numerator


def _sum(amounts: Iterable[float | None]) -> float | None:
    told = list(amounts)
    return None if None in told else sum(amount for amount in told if amount is not None)
