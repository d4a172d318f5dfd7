"""Which places are too small to be told of year by year, so that nobody can be picked out or worked out.

A place of which one period is too small is told of three years at a time only, for all its periods: were the others
shown, the hidden one could be worked out from the mean. Where one alone of the parts of a whole is such a place, the
smallest of the others becomes one too, since a whole less all parts but one tells of that one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from landsby.web.indicators.figures import Cell
from landsby.web.kit.small_cells import is_small

Series = tuple[str, str]
"""A place and a stratum of it; "" is all of the place."""

Parts = Mapping[Series, Sequence[Series]]
"""For each whole the parts that it is the sum of."""


def told_coarsely(cells: Sequence[Cell], parts: Parts) -> frozenset[Series]:
    """The series that are told of several years at a time only.

    Args:
        cells: all cells of one indicator, also those that a reader may not see.
        parts: as `parts_among` gives them.
    """
    smallest: dict[Series, float] = {}
    coarse: set[Series] = set()
    for cell in cells:
        key = (cell.place, cell.stratum)
        people = cell.denominator if cell.denominator is not None else cell.value
        smallest[key] = min(people, smallest.get(key, people))
        if is_too_small(cell):
            coarse.add(key)
    for whole, of in parts.items():
        hidden = [part for part in of if part in coarse]
        others = [part for part in of if part not in coarse]
        if len(hidden) == 1 and others and whole not in coarse:
            coarse.add(min(others, key=lambda part: (smallest[part], part)))
    return frozenset(coarse)


def is_too_small(cell: Cell) -> bool:
    """Whether a cell speaks of too few to be told."""
    return is_small(cell.numerator, cell.denominator)


def parts_among(cells: Sequence[Cell], within: Mapping[str, str]) -> Parts:
    """The wholes among some cells and their parts: the strata of a place, and the communities that fill a municipality.

    Args:
        within: for each community the municipality that it lies in, both as cells call them.
    """
    strata: dict[Series, list[Series]] = defaultdict(list)
    for place, stratum in dict.fromkeys((cell.place, cell.stratum) for cell in cells):
        if stratum:
            strata[place, ""].append((place, stratum))
    told = {(cell.place, cell.stratum) for cell in cells}
    found: dict[Series, list[Series]] = {whole: of for whole, of in strata.items() if whole in told}
    for municipality, communities in _filled(cells, within).items():
        found.setdefault((municipality, ""), []).extend((community, "") for community in communities)
    return found


def _filled(cells: Iterable[Cell], within: Mapping[str, str]) -> dict[str, list[str]]:
    """The municipalities whose communities together are all of it, in some period."""
    whole: dict[tuple[str, int], float] = {}
    parts: dict[tuple[str, int], list[Cell]] = defaultdict(list)
    for cell in cells:
        if cell.stratum or cell.denominator is None:
            continue
        if cell.place in within:
            parts[within[cell.place], cell.period].append(cell)
        else:
            whole[cell.place, cell.period] = cell.denominator
    filled: dict[str, list[str]] = {}
    for (municipality, period), of in parts.items():
        if sum(cell.denominator or 0 for cell in of) >= whole.get((municipality, period), float("inf")):
            filled[municipality] = sorted({cell.place for cell in of})
    return filled
