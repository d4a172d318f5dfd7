"""From an opened source to a tally: one scan, and a second one only where the first could not be exact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NoReturn

from landsby.analysis.cells.celling import STRATUM, Summing, summing_for, tally_expression
from landsby.analysis.cells.tally import Key, Tally, Unplaced, columns_of, tally_of
from landsby.analysis.problems import refuse_rows
from landsby.analysis.rows.readable import readable
from landsby.analysis.rows.sources import Engine, Rows, opened
from landsby.evaluation.designs.recipe import Recipe

TRIED_AT_FIRST = 10_000
"""Rows in a cell for which the quick sums must be exact, to be tried at all."""


def tallied(source: str | Path, recipe: Recipe, engine: Engine = Engine.DUCKDB, threads: int | None = None) -> Tally:
    """The tally of a source; see `opened` for what a source may be.

    Raises:
        Refused: as `opened` and `tally_of_rows`.
    """
    with opened(source, engine, threads) as rows:
        return tally_of_rows(rows, recipe)


def tally_of_rows(rows: Rows, recipe: Recipe) -> Tally:
    """The tally of an opened source.

    Raises:
        Refused: `column_absent`, `column_not_a_number`, `no_rows`, `no_rows_of_window`.
    """
    table = readable(rows.table, recipe)
    summing = summing_for(recipe, TRIED_AT_FIRST)
    found = rows.fetched(tally_expression(table, recipe, summing))
    if summing is Summing.FLOATING:
        largest = max(found["v0"], default=0)
        if summing_for(recipe, largest) is Summing.DECIMAL:
            found = rows.fetched(tally_expression(table, recipe, Summing.DECIMAL))
    tally = _placed(found, recipe)
    if not tally.keys:
        _refuse_none(rows, recipe, sum(tally.unplaced))
    return tally


def _refuse_none(rows: Rows, recipe: Recipe, count: int) -> NoReturn:
    """No row can be used: which period does the first one name?"""
    if not count:
        refuse_rows("no_rows", count=0)
    period = rows.table[recipe.columns.period].cast("string")
    value = rows.fetched_row(period.name("period").as_table().limit(1))["period"]
    window = recipe.window
    said = {"name": recipe.columns.period, "value": value, "first": window.first, "last": window.last}
    refuse_rows("no_rows_of_window", count=count, **said)


def _placed(found: dict[str, list[Any]], recipe: Recipe) -> Tally:
    """The fetched groups as a tally: those without a key or outside the window are only counted."""
    columns = columns_of(recipe)
    numbers = zip(*(_whole_numbers(found[f"v{place}"]) for place in range(len(columns))), strict=True)
    without_key = outside = 0
    placed: list[tuple[Key, tuple[int, ...]]] = []
    for key, values in zip(_keys(found, recipe), numbers, strict=True):
        if key is None:
            without_key += values[0]
        elif not recipe.window.first <= key.period <= recipe.window.last:
            outside += values[0]
        else:
            placed.append((key, values))
    return tally_of(columns, placed, Unplaced(without_key, outside))


def _whole_numbers(column: Iterable[Any]) -> Iterator[int]:
    """Sums as whole numbers, whatever the engine calls them; a sum over nothing is 0."""
    return (0 if value is None else int(value) for value in column)


def _keys(found: dict[str, list[Any]], recipe: Recipe) -> Iterator[Key | None]:
    """Each group's key; None where area, period or cohort is not there."""
    count, columns = len(found["v0"]), recipe.columns
    cohorts = map(_number, found["cohort"]) if columns.cohort else [0] * count
    clusters = map(label, found["cluster"]) if columns.cluster else [""] * count
    strata = [map(label, found[f"{STRATUM}{place}"]) for place in range(len(columns.strata))]
    joined = map(" · ".join, zip(*strata, strict=True)) if strata else [""] * count
    areas, periods = map(label, found["area"]), map(_number, found["period"])
    for area, period, cohort, stratum, cluster in zip(areas, periods, cohorts, joined, clusters, strict=True):
        if not area or period is None or cohort is None or (columns.cluster and not cluster):
            yield None
        else:
            yield Key(area, period, cohort, stratum, cluster)


def label(value: object) -> str:
    """A code as text: 101.0, as some programs write the number 101, is 101."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None or value != value else str(value).strip()  # noqa: PLR0124 - only NaN differs from itself


def _number(value: Any) -> int | None:
    return None if value is None or value != value else int(value)  # noqa: PLR0124 - only NaN differs from itself
