"""Reading the first sheet with something in it of an XLSX workbook."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from django.utils.translation import gettext as _
from openpyxl import load_workbook

from landsby.web.partnerships.imports.findings import blocker, refused
from landsby.web.partnerships.imports.table import MOST_COLUMNS, MOST_ROWS

MOST_UNPACKED = 200 * 1024 * 1024
"""A workbook is a packed folder; one that unpacks to more than this is not read."""


def is_workbook(content: bytes) -> bool:
    """Whether the file is a packed folder, as XLSX is."""
    return content.startswith(b"PK\x03\x04")


def is_packed_otherwise(content: bytes) -> bool:
    """Whether the file is a packed folder that holds no workbook: a document, or files sent together."""
    try:
        with ZipFile(BytesIO(content)) as packed:
            return "xl/workbook.xml" not in packed.namelist()
    except BadZipFile:
        return False


def is_old_workbook(content: bytes) -> bool:
    """Whether the file is of the format before XLSX."""
    return content.startswith(b"\xd0\xcf\x11\xe0")


def read_workbook(content: bytes) -> tuple[str, list[list[str]]]:
    """The name of the first visible sheet with something in it, and its rows as text.

    Raises:
        Blocked: when the file is no workbook that can be read.
    """
    try:
        with ZipFile(BytesIO(content)) as packed:
            unpacked = sum(info.file_size for info in packed.infolist())
        if unpacked > MOST_UNPACKED:
            raise _unreadable()
        return _first_with_rows(content)
    except (BadZipFile, KeyError, ValueError, OSError, EOFError, TypeError, SyntaxError) as error:
        # openpyxl lets the errors of unpacking and of XML (a SyntaxError) through as they are.
        raise _unreadable() from error


def _first_with_rows(content: bytes) -> tuple[str, list[list[str]]]:
    with warnings.catch_warnings():
        # What openpyxl cannot keep (styles, drop-downs) it warns of; only values are read here.
        warnings.simplefilter("ignore")
        book = load_workbook(BytesIO(content), read_only=True, data_only=True)
        try:
            for sheet in book.worksheets:
                if sheet.sheet_state == "visible":
                    sheet.reset_dimensions()
                    rows = list(_rows(sheet))
                    if any(any(row) for row in rows):
                        return sheet.title, rows
        finally:
            book.close()
    return "", []


def _rows(sheet: Any) -> Iterator[list[str]]:
    """All rows as text, up to just beyond what is too many."""
    for row in sheet.iter_rows(max_row=MOST_ROWS + 100, max_col=MOST_COLUMNS + 1, values_only=True):
        yield [_as_text(value) for value in row]


def _as_text(value: Any) -> str:
    """A cell as it would stand in a text file: whole numbers without decimals, days in ISO."""
    match value:
        case None:
            return ""
        case float() if value.is_integer():
            return str(int(value))
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case _:
            return str(value).strip()


def _unreadable() -> Exception:
    cure = _("Gem den igen som .xlsx eller CSV, og prøv igen.")
    return refused(blocker("workbook", _("Filen kan ikke åbnes som en Excel-fil."), cure))
