"""A good guess at how a file with figures lies, and what there is to choose among."""

from __future__ import annotations

from landsby.blueprint.kinds import Indicator
from landsby.web.indicators.importing.columns import NUMBERS, FigureColumns, Told, guessed_columns
from landsby.web.indicators.importing.laying import ABOUT, PLACES, headings_with_totals, period_headings, rows_of_all
from landsby.web.indicators.importing.numbers import is_no_figure, number_in
from landsby.web.indicators.importing.parts import with_parts_of_wholes
from landsby.web.indicators.periods import looks_like_period
from landsby.web.partnerships.imports.table import Table

MOST_NAMES = 20
"""A column with more different texts is no list of measures."""

_GAPS = 0.3
"""So many of the rows have no place of their own where a table names each place once only."""


def guessed(table: Table, indicator: Indicator) -> FigureColumns:
    """How a table most likely is to be understood."""
    columns = with_parts_of_wholes(_with_the_only_number(guessed_columns(table.headings), table), table, indicator)
    across = Told.PERIOD not in columns and len(period_headings(table.headings)) > 1
    if across:
        columns = {told: heading for told, heading in columns.items() if told in ABOUT}
    return FigureColumns(
        columns,
        across=across,
        fills_down=has_gaps(table, columns),
        only_totals=bool(headings_of_groups(table, columns)),
        reference=indicator.reference or "",
    )


def headings_of_groups(table: Table, columns: dict[Told, str]) -> list[str]:
    """The headings that nothing was said of under which everybody stands among parts.

    One that says so in the very rows that are about all places names the places once more, and no groups.
    """
    named = [rows_of_all(table, columns[told]) for told in PLACES if told in columns]
    left = [heading for heading in headings_with_totals(table) if heading not in columns.values()]
    return [heading for heading in left if rows_of_all(table, heading) not in named]


def _with_the_only_number(columns: dict[Told, str], table: Table) -> dict[Told, str]:
    """Where no heading sounds like a number, the only column of numbers that is left is the one."""
    if any(told in columns for told in NUMBERS):
        return columns
    left = [heading for heading in table.headings if heading not in columns.values()]
    numbers = [heading for heading in left if all(map(_may_be_number, table.column(heading)))]
    return {**columns, Told.VALUE: numbers[0]} if len(numbers) == 1 else columns


def _may_be_number(cell: str) -> bool:
    return is_no_figure(cell) or number_in(cell, ",") is not None or number_in(cell, ".") is not None


def has_gaps(table: Table, columns: dict[Told, str]) -> bool:
    """Whether a place is named once for several rows."""
    places = [table.headings.index(columns[told]) for told in PLACES if told in columns]
    without = sum(not any(row[place] for place in places) for row in table.rows)
    return bool(places) and without > _GAPS * len(table.rows)


def names_under(table: Table) -> dict[str, list[str]]:
    """By heading, what rows may be told apart by: columns with a few texts, each of which stands there again."""
    said = {told: heading for told, heading in guessed_columns(table.headings).items() if told in ABOUT}
    found = {}
    for heading in table.headings:
        cells = [cell for cell in table.column(heading) if cell]
        names = list(dict.fromkeys(cells))
        if heading in said.values() or not 2 <= len(names) <= MOST_NAMES or len(names) == len(cells):
            continue
        if not all(_may_be_number(name) or looks_like_period(name) for name in names):
            found[heading] = names
    return found
