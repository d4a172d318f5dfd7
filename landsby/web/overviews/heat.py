"""A grid of counts in which each cell's shade says how it stands among the others."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from landsby.web.kit.counts import Count

SHADES = 4


@dataclass(frozen=True, slots=True)
class Cell:
    """One count and its shade, from 0 (nothing) to `SHADES` (among the most)."""

    count: Count
    shade: int


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the grid, with its own total."""

    title: str
    group: str
    cells: Sequence[Cell]
    total: Count


@dataclass(frozen=True, slots=True)
class Grid:
    """The grid, with what each shade holds: (shade, fewest, most), as far as any cell has it."""

    headings: Sequence[str]
    rows: Sequence[Row]
    legend: Sequence[tuple[int, int, int]]


def grid_of(
    *,
    lines: Sequence[tuple[Any, str, str]],
    columns: Sequence[tuple[Any, str]],
    counts: Mapping[tuple[Any, Any], int],
    url: Callable[[Any, Any], str],
) -> Grid:
    """The grid of some counts.

    Args:
        lines: (key, title, group) per line.
        columns: (key, heading) per column.
        counts: by (column key, line key); a pair that is left out is nothing.
        url: the records behind a line in a column; the column None is the whole line.
    """
    shades = shades_of([counts.get((column, line), 0) for line, _, _ in lines for column, _ in columns])
    rows = []
    for line, title, group in lines:
        values = [counts.get((column, line), 0) for column, _ in columns]
        cells = [
            Cell(Count(value, url(line, column)), shades[value])
            for value, (column, _) in zip(values, columns, strict=True)
        ]
        rows.append(Row(title, group, cells, Count(sum(values), url(line, None))))
    return Grid([heading for _, heading in columns], rows, _legend(shades))


def shades_of(values: Sequence[int]) -> dict[int, int]:
    """The shade of every value: 0 for nothing, and the others by quartile, equal values alike.

    A value's shade tells which quarter of the counts above nothing lie at or below it.
    """
    some = sorted(value for value in values if value > 0)
    shades = {0: 0}
    for value in set(some):
        below = bisect_left(some, value)
        shades[value] = 1 + below * SHADES // len(some)
    return shades


def _legend(shades: Mapping[int, int]) -> list[tuple[int, int, int]]:
    legend = []
    for shade in range(1, SHADES + 1):
        held = [value for value, own in shades.items() if own == shade]
        if held:
            legend.append((shade, min(held), max(held)))
    return legend
