"""The rows of a publisher's table, whether it is text or a workbook."""

from __future__ import annotations

import csv
import io
from zipfile import BadZipFile

from openpyxl import load_workbook

from landsby.evaluation.problems import refuse

_WORKBOOK = b"PK"


def rows_of_table(content: bytes) -> list[list[str]]:
    """The cells of a table, row by row, its headings first.

    Args:
        content: the bytes of a workbook, of which the first sheet is read, or of text parted by tabs, semicolons (then
            with decimal commas), commas or spaces.

    Raises:
        Refused: `table_columns` if it is a workbook that cannot be opened.
    """
    return _of_workbook(content) if content.startswith(_WORKBOOK) else _of_text(content)


def _of_workbook(content: bytes) -> list[list[str]]:
    try:
        sheet = load_workbook(io.BytesIO(content), read_only=True, data_only=True).worksheets[0]
        rows = [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    except (BadZipFile, KeyError, ValueError, IndexError):
        refuse("table_columns", found="–")
    return [row for row in rows if any(row)]


def _of_text(content: bytes) -> list[list[str]]:
    text = content.decode("utf-8-sig", errors="replace")
    first = text.split("\n", 1)[0]
    if (delimiter := next((d for d in "\t;," if d in first), None)) is None:
        return [line.split() for line in text.splitlines() if line.strip()]
    decimal = text.replace(",", ".") if delimiter == ";" else text
    return [row for row in csv.reader(io.StringIO(decimal), delimiter=delimiter) if any(cell.strip() for cell in row)]
