"""A tally: for each combination of keys how many rows there are, and exact sums over them.

It is what the one expression gives back, what lies in a cell file, and what is added up when several register holders
have made theirs. `Cells` for one outcome are cut out of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import combinations_with_replacement
from typing import NamedTuple

import numpy as np

from landsby.evaluation.cells.cells import Cells
from landsby.evaluation.cells.making import cells_of_sums
from landsby.evaluation.designs.recipe import Recipe, Variable


class Key(NamedTuple):
    """What a cell is about."""

    area: str
    period: int
    cohort: int
    stratum: str
    cluster: str


class Unplaced(NamedTuple):
    """Rows that belong to no cell, by reason."""

    without_key: int
    """Rows whose area, period or cohort is not there."""
    outside_window: int
    """Rows from periods that the recipe leaves out."""
    in_small_cells: int = 0
    """Rows of cells about so few that their holder lets nobody have them; older cell files tell none."""


@dataclass(frozen=True)
class Tally:
    """Exact whole numbers by key, in the order of the keys.

    Attributes:
        columns: the names of the numbers, as `columns_of` gives them.
        keys: (m) each once, in order.
        numbers: (m) rows of whole numbers, one for each column.
        unplaced: rows that belong to no cell.
    """

    columns: tuple[str, ...]
    keys: tuple[Key, ...]
    numbers: tuple[tuple[int, ...], ...]
    unplaced: Unplaced

    def total(self, column: str) -> int:
        """The sum of one column over all keys."""
        place = self.columns.index(column)
        return sum(row[place] for row in self.numbers)


ROWS, MOVED = "rows", "moved"
MEASURED = ":n"
"""How the columns end that say how many rows an outcome was measured of."""


def pairs_of(recipe: Recipe, outcome: Variable) -> list[tuple[str, str]]:
    """The pairs of variables whose products are summed for an outcome, in the order of `cells.pairs`."""
    return list(combinations_with_replacement(recipe.scales(outcome), 2))


def columns_of(recipe: Recipe) -> tuple[str, ...]:
    """The numbers of a tally by name.

    For each outcome: ``id:known`` rows with a value, ``id:possible`` rows whose value is possible, ``id:n`` rows whose
    covariates are possible too, and over these ``id:sum:variable`` and ``id:product:variable:variable``.
    """
    names = [ROWS, MOVED]
    for outcome in recipe.outcomes:
        names += [f"{outcome.id}:{count}" for count in ("known", "possible", "n")]
        names += [f"{outcome.id}:sum:{name}" for name in recipe.scales(outcome)]
        names += [f"{outcome.id}:product:{one}:{other}" for one, other in pairs_of(recipe, outcome)]
    return tuple(names)


def smallest_count(tally: Tally) -> list[int]:
    """(m) about how many the least figure of each cell is: of many, hardly any may have been measured."""
    places = [place for place, name in enumerate(tally.columns) if name == ROWS or name.endswith(MEASURED)]
    return [min((row[place] for place in places if row[place]), default=0) for row in tally.numbers]


def without_small(tally: Tally, fewest: int) -> Tally:
    """The tally without cells that hold a figure of fewer than so many rows; these rows are counted as unplaced."""
    kept = [place for place, count in enumerate(smallest_count(tally)) if count >= fewest]
    numbers = tuple(tally.numbers[place] for place in kept)
    left = replace(tally, keys=tuple(tally.keys[place] for place in kept), numbers=numbers)
    gone = tally.unplaced.in_small_cells + tally.total(ROWS) - left.total(ROWS)
    return replace(left, unplaced=tally.unplaced._replace(in_small_cells=gone))


def tally_of(columns: tuple[str, ...], rows: Iterable[tuple[Key, tuple[int, ...]]], unplaced: Unplaced) -> Tally:
    """A tally from rows in any order; those with the same key are added up."""
    by_key: dict[Key, tuple[int, ...]] = {}
    for key, numbers in rows:
        before = by_key.get(key)
        by_key[key] = numbers if before is None else tuple(a + b for a, b in zip(before, numbers, strict=True))
    ordered = sorted(by_key)
    return Tally(columns, tuple(ordered), tuple(by_key[key] for key in ordered), unplaced)


def added_up(tallies: Iterable[Tally]) -> Tally:
    """Several tallies of the same columns as one, exactly, whatever their order."""
    every = list(tallies)
    unplaced = Unplaced(*(sum(counts) for counts in zip(*(tally.unplaced for tally in every), strict=True)))
    rows = (row for tally in every for row in zip(tally.keys, tally.numbers, strict=True))
    return tally_of(every[0].columns, rows, unplaced)


def cells_of(tally: Tally, recipe: Recipe, outcome: Variable) -> Cells:
    """The cells of one outcome: those with at least one row on which it and all covariates are known and possible.

    Raises:
        Refused: `no_cells`.
    """
    place = {name: position for position, name in enumerate(tally.columns)}
    at = place[f"{outcome.id}:n"]
    kept = [row for row, numbers in enumerate(tally.numbers) if numbers[at] > 0]
    scales = recipe.scales(outcome)
    sums = [place[f"{outcome.id}:sum:{name}"] for name in scales]
    products = [place[f"{outcome.id}:product:{one}:{other}"] for one, other in pairs_of(recipe, outcome)]
    columns = _keys([tally.keys[row] for row in kept])
    return cells_of_sums(
        scales,
        columns,
        np.array([tally.numbers[row][at] for row in kept], dtype=np.int64),
        np.array([[tally.numbers[row][column] for column in sums] for row in kept], dtype=object),
        np.array([[tally.numbers[row][column] for column in products] for row in kept], dtype=object),
    )


def _keys(keys: list[Key]) -> Mapping[str, list[str] | list[int]]:
    return {
        "area": [key.area for key in keys],
        "period": [key.period for key in keys],
        "cohort": [key.cohort for key in keys],
        "stratum": [key.stratum for key in keys],
    }
