"""Lists as files: CSV that a Danish spreadsheet opens by a double click, and XLSX."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.text import slugify
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from landsby.web.kit.audit import Author, record_many
from landsby.web.kit.listing import Listing
from landsby.web.kit.models import Act

FORMATS = ("csv", "xlsx")
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def export(*, form: str, name: str, headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> HttpResponseBase:
    """The rows as a file to download.

    Args:
        form: one of `FORMATS`.
        name: what the file is about; it becomes the file's name.

    Raises:
        KeyError: when the form is unknown.
    """
    write = {"csv": _as_csv, "xlsx": _as_xlsx}[form]
    response = write(headings, rows)
    response["Content-Disposition"] = f'attachment; filename="{slugify(name) or "landsby"}.{form}"'
    return response


def export_listing(*, listing: Listing, form: str, name: str, by: Author, programme: str) -> HttpResponseBase:
    """A whole list as a file, all pages and all columns of it; who took it out, and how much, is noted.

    Raises:
        Http404: when the form is unknown.
    """
    if form not in FORMATS:
        raise Http404
    rows = listing.sorted_rows.count()
    record_many(by=by, act=Act.EXPORTED, what=listing.rows.model, label=name, programme=programme, rows=rows)
    headings = [str(column.title) for column in listing.columns]
    return export(form=form, name=name, headings=headings, rows=listing.cells())


def _as_csv(headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> HttpResponseBase:
    """Semicolons, decimal commas and a byte order mark: what Excel in Danish expects."""

    def lines() -> Iterator[str]:
        buffer = StringIO()
        writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
        yield "\ufeff"
        writer.writerow(headings)
        for row in rows:
            writer.writerow([_plain(value) for value in row])
            if buffer.tell() > 32_768:
                yield _taken(buffer)
        yield _taken(buffer)

    return StreamingHttpResponse(lines(), content_type="text/csv; charset=utf-8")


def _taken(buffer: StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text


def _plain(value: Any) -> str:
    """A value as text. Text that a spreadsheet would take for a formula is made harmless."""
    if value is None:
        return ""
    if isinstance(value, float | Decimal):
        return str(value).replace(".", ",")
    if isinstance(value, date | time | datetime | int):
        return str(value)
    text = str(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def _as_xlsx(headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> HttpResponseBase:
    """One sheet with a bold, frozen heading row."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Landsby")
    sheet.freeze_panes = "A2"
    for index, heading in enumerate(headings, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = max(12, len(heading) + 4)
    bold = []
    for heading in headings:
        cell = WriteOnlyCell(sheet, value=heading)
        cell.font = Font(bold=True)
        bold.append(cell)
    sheet.append(bold)
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
    file = BytesIO()
    book.save(file)
    return HttpResponse(file.getvalue(), content_type=_XLSX)


def _cell(sheet: Any, value: Any) -> Any:
    """Numbers and dates keep their type; text is text even when it begins with '='."""
    if value is None or isinstance(value, bool | int | float | Decimal | date | time):
        return value
    # A row kept before such characters were left out must not cost everybody the file.
    cell = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub("", str(value)))
    cell.data_type = "s"
    return cell
