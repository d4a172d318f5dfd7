"""How a table lies: a row for each figure, its parts in rows of their own, or the periods side by side.

Registers write the same figures in all three ways. Whichever it is, here it becomes the cells of one figure at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from landsby.web.indicators.importing.columns import NUMBERS, FigureColumns, Told, is_of_all
from landsby.web.indicators.importing.left_out import LeftOut, Why
from landsby.web.indicators.periods import looks_like_period
from landsby.web.partnerships.imports.table import Table

PLACES = (Told.MUNICIPALITY, Told.COMMUNITY)
ABOUT = (*PLACES, Told.PERIOD, Told.STRATUM)
"""What says which figure it is; the rest says how much."""


@dataclass(frozen=True)
class Cells:
    """What a file says of one figure, wherever it stands.

    Attributes:
        row: the number of its row; where it stands in several, of the first.
        text: what is said, by what it tells.
        at: by what it tells, the number of the row and the heading of the column.
    """

    row: int
    text: dict[Told, str] = field(default_factory=dict)
    at: dict[Told, tuple[int, str]] = field(default_factory=dict)

    def put(self, told: Told, text: str, row: int, heading: str) -> None:
        """Let a cell of the file tell something."""
        self.text[told], self.at[told] = text, (row, heading)


@dataclass
class Laid:
    """The figures of a file as they lie; `aside` are the rows that are about something else."""

    figures: list[Cells] = field(default_factory=list)
    aside: list[LeftOut] = field(default_factory=list)


def period_headings(headings: Iterable[str]) -> list[str]:
    """The headings that are periods."""
    return [heading for heading in headings if looks_like_period(heading)]


def laid(table: Table, columns: FigureColumns) -> Laid:
    """The cells of every figure that a table tells."""
    found, under_way = Laid(), dict[tuple[str, ...], list[Cells]]()
    others = headings_of_groups(table, columns) if columns.only_totals else []
    across = period_headings(table.headings) if columns.across else []
    for number, cells in _rows(table, columns):
        tells = [told for told, (heading, name) in columns.rows_of.items() if cells[heading] == name]
        if (columns.rows_of and not tells) or any(not is_of_all(cells[heading]) for heading in others):
            found.aside.append(LeftOut(number, Why.ASIDE, _said(cells, columns, others)))
            continue
        for figure in _figures_of(number, cells, columns, across, tells):
            if columns.rows_of:
                _join(figure, under_way.setdefault(_about(figure), []), found)
            else:
                found.figures.append(figure)
    return found


def _rows(table: Table, columns: FigureColumns) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The rows by heading; empty cells before the first that says which figure it is may mean the same as above."""
    about = {columns.columns.get(told) for told in ABOUT} | {heading for heading, _name in columns.rows_of.values()}
    filled = [heading for heading in table.headings if heading in about] if columns.fills_down else []
    above: dict[str, str] = {}
    for number, row in zip(table.numbers, table.rows, strict=True):
        cells = dict(zip(table.headings, row, strict=True))
        empty = [not cells[heading] for heading in filled]
        for heading in filled[: [*empty, False].index(False)]:
            cells[heading] = above.get(heading, "")
        above = cells
        yield number, cells


def _figures_of(
    row: int, cells: Mapping[str, str], columns: FigureColumns, across: list[str], tells: list[Told]
) -> Iterator[Cells]:
    """The figures of a row: one, or one for each period; of some only a part is told here."""
    amount = columns.columns.get(Told.AMOUNT, "")
    # A row that is empty under every period, such as a heading between others, says so once.
    periods = (across if any(cells[heading] for heading in across) else across[:1]) if columns.across else [""]
    for period in periods:
        figure = Cells(row)
        for told, heading in columns.columns.items():
            if told is not Told.AMOUNT:
                figure.put(told, cells[heading], row, heading)
        if period:
            figure.put(Told.PERIOD, period, row, period)
        for told in tells or ([Told.VALUE] if period else []):
            figure.put(told, cells[period or amount], row, period or amount)
        yield figure


def _about(figure: Cells) -> tuple[str, ...]:
    return tuple(figure.text.get(told, "").casefold() for told in ABOUT)


def _join(part: Cells, known: list[Cells], found: Laid) -> None:
    """Put a part of a figure to the others; a part that is there already begins a figure of its own."""
    numbers = [told for told in NUMBERS if told in part.text]
    whole = next((one for one in known if not any(told in one.text for told in numbers)), None)
    if whole is None:
        known.append(part)
        found.figures.append(part)
        return
    for told in numbers:
        whole.put(told, part.text[told], *part.at[told])


def _said(cells: Mapping[str, str], columns: FigureColumns, others: Iterable[str]) -> str:
    """What a row says that it is about: its place, and the group that it is of."""
    places = (columns.columns[told] for told in PLACES if told in columns.columns)
    headings = dict.fromkeys([*places, *others, *(heading for heading, _name in columns.rows_of.values())])
    return ", ".join(cells[heading] for heading in headings if cells[heading])


def headings_of_groups(table: Table, columns: FigureColumns) -> list[str]:
    """The headings that nothing was said of under which everybody stands among parts.

    One that only names the places once more holds no groups, whatever its last row is called.
    """
    used = {*columns.columns.values(), *(heading for heading, _name in columns.rows_of.values())}
    places = [columns.columns[told] for told in PLACES if told in columns.columns]
    rows = [cells for _number, cells in _rows(table, columns)]
    left = [heading for heading in table.headings if heading not in used and _has_totals(table.column(heading))]
    return [heading for heading in left if not any(_names_alike(rows, place, heading) for place in places)]


def _has_totals(cells: Iterable[str]) -> bool:
    """Whether some rows are of everybody and others of a part."""
    return {is_of_all(cell) for cell in cells if cell} == {True, False}


def _names_alike(rows: Iterable[Mapping[str, str]], place: str, heading: str) -> bool:
    """Whether a column names the places of another: names stand at one place, but for slips, and »i alt« at its own."""
    at: dict[str, set[str]] = {}
    called: dict[str, set[str]] = {}
    for cells in rows:
        if cells[heading]:
            at.setdefault(cells[heading], set()).add(cells[place])
            called.setdefault(cells[place], set()).add(cells[heading])
    totals = [place for name, places in at.items() if is_of_all(name) for place in places]
    at_one = sum(len(places) == 1 for places in at.values())
    return 2 * at_one > len(at) and all(len(called[place]) == 1 for place in totals)
