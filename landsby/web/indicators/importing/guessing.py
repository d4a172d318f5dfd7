"""A good guess at how a file with figures lies, and what there is to choose among."""

from __future__ import annotations

from dataclasses import replace

from landsby.blueprint.kinds import Indicator
from landsby.web.indicators.importing.columns import NUMBERS, FigureColumns, Told, guessed_columns
from landsby.web.indicators.importing.known import is_total
from landsby.web.indicators.importing.laying import ABOUT, PLACES, headings_of_groups, period_headings
from landsby.web.indicators.importing.numbers import is_no_figure, number_in
from landsby.web.indicators.importing.parts import with_parts_of_wholes
from landsby.web.indicators.periods import looks_like_period
from landsby.web.partnerships.imports.table import Table

MOST_NAMES = 20
"""A column with more different texts is no list of measures."""

_NEARLY_ALL = 90
"""Of 98 municipalities: where fewer stand in the file, what they come to is not the country."""

_GAPS = 0.3
"""So many of the rows have no place of their own where a table names each place once only."""


def guessed(table: Table, indicator: Indicator) -> FigureColumns:
    """How a table most likely is to be understood."""
    columns = with_parts_of_wholes(_with_the_only_number(guessed_columns(table.headings), table), table, indicator)
    columns = _with_whom_it_is_about(columns, indicator)
    across = Told.PERIOD not in columns and len(period_headings(table.headings)) > 1
    if across:
        columns = {told: heading for told, heading in columns.items() if told in ABOUT}
    told = FigureColumns(
        columns, across=across, fills_down=has_gaps(table, columns), reference=indicator.reference or ""
    )
    total_is = "sum" if 0 < len(places_beside_total(table, told)) < _NEARLY_ALL else ""
    return replace(told, only_totals=bool(headings_of_groups(table, told)), total_is=total_is)


def places_beside_total(table: Table, columns: FigureColumns) -> set[str]:
    """What stands among the places where »i alt« stands there, too; nothing where it does not."""
    heading = columns.columns.get(Told.MUNICIPALITY)
    cells = {cell for cell in table.column(heading) if cell} if heading else set()
    places = {cell for cell in cells if not is_total(cell)}
    return places if len(places) < len(cells) else set()


def _with_whom_it_is_about(columns: dict[Told, str], indicator: Indicator) -> dict[Told, str]:
    """Beside a per cent or a mean, »antal« says how many it is about."""
    is_number = columns.get(Told.NUMERATOR, "").casefold() == "antal"
    if not is_number or indicator.form == "count" or Told.VALUE not in columns or Told.DENOMINATOR in columns:
        return columns
    return {Told.DENOMINATOR if told is Told.NUMERATOR else told: heading for told, heading in columns.items()}


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
