"""A result as a spreadsheet and as data, with small counts hidden."""

from __future__ import annotations

import json
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Font

from landsby.web.evaluations.presenters import ResultPage

LONGEST_NAME = 31
"""Characters that the name of a sheet may have."""
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


def as_spreadsheet(page: ResultPage) -> bytes:
    """One sheet that says what it is, then one for each picture and table."""
    book = Workbook(write_only=True)
    declaration, run = page.run.declaration, page.run
    _sheet(
        book,
        _("Om resultatet"),
        [str(declaration)],
        [
            [page.sentence],
            *([text] for text in (() if run.is_patience else page.carried)),
            [_("Designets segl"), declaration.text_hash],
            [_("Resultatets segl"), run.result_hash],
        ],
    )
    for chart in page.charts:
        _sheet(book, chart.title, chart.headings, chart.rows)
    for table in page.tables:
        _sheet(book, table.title, table.headings, table.rows)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def as_data(page: ResultPage) -> str:
    """The result as JSON: the stored one, with the table of children as it may be shown."""
    told = dict(page.run.told)
    told["children"] = page.run.shown.get("children")
    told["sealed"] = {"design_text_sha256": page.run.declaration.text_hash, "result_sha256": page.run.result_hash}
    return json.dumps(told, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


def _sheet(book: Workbook, title: str, headings: Sequence[Any], rows: Sequence[Sequence[Any]]) -> None:
    """Text is text, even when it begins with '='."""
    name = f"{len(book.worksheets) + 1}. {title.translate(_FORBIDDEN)}"[:LONGEST_NAME]
    sheet = book.create_sheet(name)
    for number, row in enumerate([headings, *rows]):
        sheet.append([_cell(sheet, value, is_bold=number == 0) for value in row])


def _cell(sheet: Any, value: Any, *, is_bold: bool) -> Any:
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        cell.data_type = "s"
    if is_bold:
        cell.font = Font(bold=True)
    return cell
