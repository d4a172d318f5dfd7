"""What figures are parts of what: municipalities of the country, communities of a municipality, groups of a place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from landsby.web.indicators.figures import Cell
from landsby.web.indicators.models.at_area import COUNTRY, place_key
from landsby.web.kit.small_cells import FEWEST, is_small

Series = tuple[str, str]
"""A place and a stratum of it; "" is all of the place."""

MUNICIPALITIES = 98
"""With so many municipalities told, they are the country."""

MOST_GROUPS = 10
"""Among so many groups every way of parting the people is looked for."""

MOST_LEFT = 4
"""Of so many groups that part nobody together, any may leave somebody over."""

_LEFT_OVER = "\0"
"""Begins the name of a group that is in no file: whoever is in none of those that are."""


def series_of(cell: Cell) -> Series:
    """What a cell is of, whenever it is."""
    return cell.place, cell.stratum


def people_in(cell: Cell) -> float | None:
    """Among how many; of a count, how many."""
    return cell.denominator if cell.denominator is not None else cell.numerator


@dataclass(frozen=True)
class Lump:
    """Some people together, as counted and among how many; None where it is not known or there is nobody else."""

    counted: float | None
    among: float | None

    @classmethod
    def of(cls, cells: Iterable[Cell]) -> Lump:
        """Several cells together."""
        told = list(cells)
        return cls(_sum(cell.numerator for cell in told), _sum(cell.denominator for cell in told))

    def __add__(self, other: Lump) -> Lump:
        return Lump(_sum((self.counted, other.counted)), _sum((self.among, other.among)))

    def __sub__(self, other: Lump) -> Lump:
        return Lump(_less(self.counted, other.counted), _less(self.among, other.among))

    @property
    def people(self) -> float:
        """How many there are; none where it is not known."""
        return (self.among if self.among is not None else self.counted) or 0.0

    @property
    def is_few(self) -> bool:
        """Whether it is somebody, and speaks of too few to be told."""
        return self.people > 0 and is_small(self.counted, self.among)


@dataclass(frozen=True)
class Whole:
    """A whole in one period, its parts that are told of, and who is in none of them.

    Attributes:
        unseen: nobody, where the parts fill the whole or come to more than it.
    """

    cell: Cell
    parts: Sequence[Cell]
    unseen: Lump

    @property
    def is_filled(self) -> bool:
        """Whether the parts are the whole, or all but a handful of it."""
        return self.unseen.people < FEWEST


def wholes_among(cells: Iterable[Cell], within: Mapping[str, str]) -> list[Whole]:
    """The country with its municipalities, and each municipality with its communities, by stratum and period.

    Args:
        within: for each community the municipality that it lies in, both as cells call them.
    """
    country = place_key(None, COUNTRY)
    wholes: dict[tuple[Series, int], Cell] = {}
    parts: dict[tuple[Series, int], list[Cell]] = defaultdict(list)
    for cell in cells:
        if people_in(cell) is None:
            continue
        wholes[series_of(cell), cell.period] = cell
        if cell.place != country:
            parts[(within.get(cell.place, country), cell.stratum), cell.period].append(cell)
    found = [_whole(wholes[key], of) for key, of in parts.items() if key in wholes]
    return sorted(found, key=lambda whole: whole.cell.place != country)


def _whole(cell: Cell, parts: Sequence[Cell]) -> Whole:
    rest = Lump.of([cell]) - Lump.of(parts)
    is_country = cell.place == place_key(None, COUNTRY)
    if rest.people <= 0 or (is_country and len(parts) >= MUNICIPALITIES):
        return Whole(cell, parts, Lump(0.0, None if cell.denominator is None else 0.0))
    return Whole(cell, parts, rest)


def divisions_among(cells: Iterable[Cell]) -> list[frozenset[str]]:
    """The sets of strata that part the people of a place, as far as figures show it.

    Strata that add up to all of a place are such a set: girls and boys. Of those that are left, any may be parts of one
    whose other parts are told nowhere, so that each few of them are.
    """
    largest = _parted_best(cells)
    if largest is None:
        return []
    whole, strata = largest
    left, found = dict(strata), []
    for size in range(2, len(strata) + 1) if len(strata) <= MOST_GROUPS else ():
        for names in combinations(sorted(left), size):
            if _fills(whole, [left[name] for name in names if name in left], size):
                found.append(frozenset(names))
                left = {name: cell for name, cell in left.items() if name not in names}
    return [*found, *_each_few(left)]


def _parted_best(cells: Iterable[Cell]) -> tuple[Cell, dict[str, Cell]] | None:
    """The place and period of which the most groups are told, and among those the greatest."""
    told: dict[tuple[str, int], dict[str, Cell]] = defaultdict(dict)
    for cell in cells:
        if people_in(cell) is not None:
            told[cell.place, cell.period][cell.stratum] = cell
    parted = [(each.pop(""), each) for each in told.values() if "" in each and len(each) > 1]
    return max(parted, key=lambda pair: (len(pair[1]), people_in(pair[0]) or 0.0), default=None)


def _fills(whole: Cell, parts: Sequence[Cell], size: int) -> bool:
    rest = Lump.of([whole]) - Lump.of(parts)
    return len(parts) == size and rest.people == 0 and abs(rest.counted or 0.0) < 1


def _each_few(names: Collection[str]) -> Iterator[frozenset[str]]:
    every = sorted(names)
    sizes = range(1, len(every) + 1) if len(every) <= MOST_LEFT else (1, len(every))
    for size in sizes:
        yield from map(frozenset, combinations(every, size))


def with_left_over(cells: Iterable[Cell], divisions: Iterable[frozenset[str]]) -> list[Cell]:
    """The cells, and for each place whoever is in none of the groups that are told: nobody is told of by being left."""
    found = list(cells)
    told: dict[tuple[str, int], dict[str, Cell]] = defaultdict(dict)
    for cell in found:
        told[cell.place, cell.period][cell.stratum] = cell
    every = list(divisions)
    for (place, period), strata in told.items():
        whole = strata.get("")
        for names in every if whole is not None and len(strata) > 1 else ():
            parts = [strata[name] for name in sorted(names) if name in strata]
            left = Lump.of([whole] if whole else ()) - Lump.of(parts)
            if parts and left.people > 0:
                name = _LEFT_OVER + _LEFT_OVER.join(part.stratum for part in parts)
                found.append(Cell(place, period, 0.0, left.counted, left.among, stratum=name))
    return found


def is_left_over(stratum: str) -> bool:
    """Whether a stratum is one that `with_left_over` made."""
    return stratum.startswith(_LEFT_OVER)


def _sum(amounts: Iterable[float | None]) -> float | None:
    told = list(amounts)
    return None if None in told else round(sum(amount for amount in told if amount is not None), 3)


def _less(whole: float | None, part: float | None) -> float | None:
    return None if whole is None or part is None else round(whole - part, 3)
