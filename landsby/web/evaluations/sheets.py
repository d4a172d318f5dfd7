"""A result as a spreadsheet and as data, with small counts hidden. What is a number can be computed on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from landsby.web.evaluations.figures import Figure, decimals_of
from landsby.web.evaluations.presenters import ResultPage
from landsby.web.evaluations.sealing import as_text, seal_of
from landsby.web.kit.problems import Sentence

LONGEST_NAME = 31
"""Characters that the name of a sheet may have."""
MOST_WIDE, MARGIN = 60, 3
"""Of a column, in characters."""
SHEETS: Mapping[str, Sentence] = {
    "event_study": gettext_lazy("Før og efter starten"),
    "calibration": gettext_lazy("Falske alarmer"),
    "balance": gettext_lazy("Områderne før starten"),
    "placebo_dates": gettext_lazy("Prøve med opdigtet start"),
    "bounds": gettext_lazy("Hvis de var gledet fra hinanden"),
    "placebo_outcomes": gettext_lazy("Burde ikke ændre sig (prøve)"),
    "leave_one_out": gettext_lazy("Uden ét sted ad gangen"),
    "subgroups": gettext_lazy("Grupper af børn"),
    "dose": gettext_lazy("Mere gjort, bedre gået"),
    "effects": gettext_lazy("Regnet på flere måder"),
    "children": gettext_lazy("Børn bag tallene"),
    "compared": gettext_lazy("Sammenligningsområder"),
    "areas": gettext_lazy("Færre eller flere områder"),
    "patience": gettext_lazy("Hvornår kan vi vide det"),
    "donors": gettext_lazy("Flere at sammenligne med"),
    "ways": gettext_lazy("Færre og flere steder"),
}
"""What sheets are called, by what they hold: whole words, within what a spreadsheet allows."""
Row = Sequence[Any]
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)([.][0-9]+)?")


def as_spreadsheet(page: ResultPage) -> bytes:
    """One sheet that says what it is, then one for each picture and table."""
    book = Workbook(write_only=True)
    _sheet(book, _("Om resultatet"), [str(page.run.declaration), ""], [[first, said] for first, said in _about(page)])
    tables = page.tables
    told = {table.key for table in tables}
    for chart in page.charts:
        if (topic := chart.key.rpartition("-")[2]) not in told:
            _sheet(book, _named(topic), chart.headings, [[_number(value) for value in row] for row in chart.rows])
    for table in tables:
        _sheet(book, _named(table.key), table.headings, table.rows, table.note)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def as_data(page: ResultPage) -> str:
    """The result as JSON: the stored one as it may be read, with the table of children as it may be shown.

    It is sealed itself, for what is stored holds more and is not handed over: whoever has the file takes `sealed` out,
    writes the rest as `as_text` does, and finds its seal.
    """
    told = dict(page.run.told)
    told["children"] = page.run.shown.get("children")
    told["sealed"] = {
        "design_text_sha256": page.run.declaration.text_hash,
        "stored_result_sha256": page.run.result_hash,
        "sha256_without_this_part": seal_of(as_text(told)),
    }
    return as_text(told)


def _about(page: ResultPage) -> Iterator[tuple[str, str]]:
    """What the result says in words, each line under what it is about."""
    yield _("Spørgsmålet"), page.gist.question
    yield _("Svaret"), page.sentence
    if not page.run.is_patience:
        yield from ((fact.heading, line) for fact in page.gist.facts for line in fact.lines)
        yield from ((_("Metoden"), text) for text in page.carried)
    yield _("Designets segl"), page.run.declaration.text_hash
    yield _("Resultatets segl"), page.run.result_hash


def _number(value: Any) -> Any:
    """A value of a picture: its places in time and doses are written as words there, and are numbers here."""
    written = value.replace("−", "-").replace(",", ".") if isinstance(value, str) else ""
    return Decimal(written) if _NUMBER.fullmatch(written) else value


def _named(topic: str) -> str:
    return str(SHEETS.get(topic, topic))[:LONGEST_NAME]


def _sheet(book: Workbook, name: str, headings: Row, rows: Sequence[Row], note: str = "") -> None:
    """Headings first and kept in sight, so that the rest can be sorted and computed on."""
    sheet = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    for at, heading in enumerate(headings):
        longest = max(len(str(row[at])) for row in [headings, *rows] if row[at] is not None) if heading or rows else 0
        sheet.column_dimensions[get_column_letter(at + 1)].width = min(longest + MARGIN, MOST_WIDE)
    sheet.append([_cell(sheet, value, is_bold=True) for value in headings])
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
    if note:
        sheet.append([])
        sheet.append([_cell(sheet, note)])


def _cell(sheet: Any, value: Any, *, is_bold: bool = False) -> Any:
    """Text is text, even when it begins with '='; a figure is a number that shows as many digits as it is read with."""
    cell = WriteOnlyCell(sheet, value=value.value if isinstance(value, Figure) else value)
    if isinstance(value, Figure | Decimal):
        places = decimals_of(value) if isinstance(value, Decimal) else value.places
        cell.number_format = f"0.{'0' * places}" if places else "0"
    elif isinstance(value, int):
        cell.number_format = "#,##0"
    elif isinstance(value, str):
        cell.data_type = "s"
        cell.alignment = Alignment(wrap_text=len(value) > MOST_WIDE, vertical="top")
    if is_bold:
        cell.font = Font(bold=True)
    return cell
