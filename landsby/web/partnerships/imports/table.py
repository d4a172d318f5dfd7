"""A file as a table of text: headings, rows, and the number that a spreadsheet gives each row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from openpyxl.utils import get_column_letter

MOST_ROWS = 20_000
MOST_COLUMNS = 100


@dataclass(frozen=True)
class Table:
    """What a file says, all cells as text without spaces around.

    Attributes:
        headings: one per column, none empty, no two alike.
        rows: as wide as the headings.
        numbers: the row's number in the file, as a spreadsheet shows it.
        encoding: how the text was written, in words for the reader; "" for a workbook.
        separator: what stood between the cells; "" for a workbook.
        sheet: the name of the sheet that was read; "" for a text file.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    encoding: str = ""
    separator: str = ""
    sheet: str = ""

    def to_data(self) -> dict[str, Any]:
        """The table as JSON-able data."""
        return {
            "headings": list(self.headings),
            "rows": [list(row) for row in self.rows],
            "numbers": list(self.numbers),
            "encoding": self.encoding,
            "separator": self.separator,
            "sheet": self.sheet,
        }

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> Table:
        """The table from what `to_data` gave."""
        return cls(
            headings=tuple(data["headings"]),
            rows=tuple(tuple(row) for row in data["rows"]),
            numbers=tuple(data["numbers"]),
            encoding=data["encoding"],
            separator=data["separator"],
            sheet=data["sheet"],
        )

    def column(self, heading: str) -> Iterator[str]:
        """The cells of one column, from the top.

        Raises:
            ValueError: when there is no such column.
        """
        index = self.headings.index(heading)
        return (row[index] for row in self.rows)

    def samples(self, heading: str, most: int = 3) -> list[str]:
        """Some different values of a column, to know it by."""
        found: dict[str, None] = {}
        for value in self.column(heading):
            if value and value not in found:
                found[value] = None
                if len(found) == most:
                    break
        return list(found)


def told_apart(cells: Sequence[str], width: int) -> tuple[str, ...]:
    """Headings for so many columns: the nameless are called by their letter, the second of two alike is numbered."""
    taken: dict[str, int] = {}
    names = []
    for index in range(width):
        name = " ".join(cells[index].split()) if index < len(cells) else ""
        name = name or _("Kolonne %(letter)s") % {"letter": get_column_letter(index + 1)}
        taken[name] = taken.get(name, 0) + 1
        names.append(name if taken[name] == 1 else f"{name} ({taken[name]})")
    return tuple(names)


def without_empty(records: Iterable[Sequence[str]]) -> Iterator[tuple[int, list[str]]]:
    """The records that say something, each with its number, counted from 1, and without empty cells at its end."""
    for number, record in enumerate(records, start=1):
        cells = [cell.strip() for cell in record]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            yield number, cells
