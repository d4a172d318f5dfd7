"""Reading an uploaded file: CSV in any of the usual dresses, or an XLSX workbook."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO
from statistics import median_low
from typing import Any

from django.utils.translation import gettext as _

from landsby.web.kit.fields import looks_like_cpr
from landsby.web.partnerships.imports.decoding import decoded
from landsby.web.partnerships.imports.findings import Finding, blocker, refused
from landsby.web.partnerships.imports.table import MOST_COLUMNS, MOST_ROWS, Table, told_apart, without_empty
from landsby.web.partnerships.imports.workbook import is_old_workbook, is_packed_otherwise, is_workbook, read_workbook

MOST_BYTES = 10 * 1024 * 1024
SEPARATORS = (";", ",", "\t")
MOST_NAMED = 5

_SAMPLE_LINES = 60
_OTHER_FILES = (b"\x89PNG", b"%PDF-", b"\xff\xd8\xff", b"GIF8", b"{\\rtf")
_PLAIN_NUMBER = re.compile(r"-?\d+([.,]\d+)*")
_YEAR = re.compile(r"(19|20)\d\d")
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_CPR_HEADING = re.compile(r"\bcpr|personnummer", re.IGNORECASE)
# A coordinate with ten decimals is no CPR number: it has up to three digits and a separator in front.
_DECIMAL = re.compile(r"-?\d{1,3}[.,]\d+")


def read_table(content: bytes, *, may_lack_headings: bool = False, headings_at: int = 0) -> Table:
    """Everything that a file says, as text.

    Args:
        may_lack_headings: whether it may be a register's table: a first row with numbers in it is then a row like
            the others, whose columns are called by their letters, and rows that are less wide above all others are
            a title.
        headings_at: the row of the headings as a spreadsheet numbers it, where somebody has said so; 0 to find it.

    Raises:
        Blocked: with everything that keeps the whole file from being read, or that must not be kept:
            an empty file, an unknown encoding, broken quotes, cells beyond the last heading, and
            anything that looks like a CPR number. What the cells hold is not repeated.
    """
    _refuse_at_once(content)
    if is_workbook(content):
        sheet, records = read_workbook(content)
        table = _as_table(records, sheet=sheet, may_lack_headings=may_lack_headings, headings_at=headings_at)
    else:
        text, encoding = decoded(content)
        table = _read_text(text, encoding, may_lack_headings=may_lack_headings, headings_at=headings_at)
    found = [*_cpr_in(table)]
    if found:
        raise refused(*found)
    return table


def _refuse_at_once(content: bytes) -> None:
    if not content.strip():
        raise _empty()
    if len(content) > MOST_BYTES:
        raise refused(
            blocker(
                "too_large",
                _("Filen fylder mere end %(most)s MB.") % {"most": MOST_BYTES // 1024 // 1024},
                _("Slet de kolonner, der ikke skal bruges, eller del filen i to."),
            )
        )
    if content.startswith(_OTHER_FILES) or is_packed_otherwise(content):
        cure = _("Vælg en fil, der ender på .csv eller .xlsx.")
        raise refused(blocker("other_file", _("Det er ikke et regneark (CSV eller Excel)."), cure))
    if is_old_workbook(content):
        raise refused(
            blocker("old_workbook", _("Filen er i Excels gamle format (.xls)."), _("Gem den som .xlsx, og prøv igen."))
        )


def _empty() -> Exception:
    cure = _("Vælg en fil med en række overskrifter og en række pr. sted.")
    return refused(blocker("empty", _("Filen er tom."), cure))


def _read_text(text: str, encoding: str, **how: Any) -> Table:
    """A text file with separators."""
    told = _SEPARATOR_LINE.match(text)
    if told:
        # A spreadsheet shows that first line as no row at all.
        text, separator = text[told.end() :], told.group(1)
    else:
        separator = separator_of(text)
    records = _records(text, separator)
    return _as_table(records, encoding=encoding, separator=separator, **how)


def separator_of(text: str) -> str:
    """What stands between the cells: what gives the most columns in the most rows."""
    sample = "".join(text.splitlines(keepends=True)[:_SAMPLE_LINES])

    def fit(separator: str) -> float:
        widths = [len(record) for record in csv.reader(StringIO(sample), delimiter=separator) if record]
        return widths[0] * widths.count(widths[0]) / len(widths) if widths and widths[0] > 1 else 0

    return max(SEPARATORS, key=fit)


def _records(text: str, separator: str) -> list[list[str]]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    records: list[list[str]] = []
    try:
        records.extend(reader)
    except csv.Error as error:
        raise refused(
            blocker(
                "quotes",
                _("Et anførselstegn er åbnet og ikke lukket, eller står midt i en celle."),
                _("Ret anførselstegnene i rækken, eller gem filen som .xlsx."),
                row=len(records) + 1,
            )
        ) from error
    return records


def _as_table(
    records: Iterable[Sequence[str]],
    *,
    encoding: str = "",
    separator: str = "",
    sheet: str = "",
    may_lack_headings: bool = False,
    headings_at: int = 0,
) -> Table:
    """Headings from the first row that says something, or from the one that was told, and the rows below."""
    said = _from_headings(list(without_empty(records)), may_lack=may_lack_headings, at=headings_at)
    if not said:
        raise _empty()
    (first, heading), *rest = said
    _refuse_shape(first, heading, rest)
    headings = told_apart(heading, len(heading))
    width = len(headings)
    return Table(
        headings=headings,
        rows=tuple((*cells, *[""] * (width - len(cells))) for _number, cells in rest),
        numbers=tuple(number for number, _cells in rest),
        encoding=encoding,
        separator=separator,
        sheet=sheet,
    )


def _from_headings(said: list[tuple[int, list[str]]], *, may_lack: bool, at: int) -> list[tuple[int, list[str]]]:
    """The rows from that of the headings."""
    if at:
        return [(number, cells) for number, cells in said if number >= at]
    return _with_headings(_without_title(said)) if may_lack and said else said


def _without_title(said: list[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]:
    """The rows from the first that is as wide as most are, and has more than one cell, if there is any."""
    usual = median_low(len(cells) for _number, cells in said)
    wide = (at for at, (_number, cells) in enumerate(said) if len(cells) >= usual and sum(map(bool, cells)) > 1)
    return said[next(wide, 0) :]


def _with_headings(said: list[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]:
    """The rows below a row of headings without names, where the first has numbers."""
    if any(_PLAIN_NUMBER.fullmatch(cell) and not _YEAR.fullmatch(cell) for cell in said[0][1]):
        return [(0, [""] * max(len(cells) for _number, cells in said)), *said]
    return said


def _refuse_shape(first: int, heading: Sequence[str], rest: Sequence[tuple[int, Sequence[str]]]) -> None:
    """A table has rows, not too many of them, and none wider than its headings."""
    if not rest:
        cure = _("Vælg en fil med en række pr. sted.")
        raise refused(blocker("no_rows", _("Filen har overskrifter, men ingen rækker."), cure, row=first))
    if len(rest) > MOST_ROWS or len(heading) > MOST_COLUMNS:
        wrong = _("Filen har flere end %(rows)s rækker eller %(columns)s kolonner.") % {
            "rows": MOST_ROWS,
            "columns": MOST_COLUMNS,
        }
        raise refused(blocker("too_many", wrong, _("Del filen, for eksempel efter kommune.")))
    wide = [(number, len(cells)) for number, cells in rest if len(cells) > len(heading)]
    if wide:
        raise refused(*(_too_wide(number, width, len(heading)) for number, width in wide[:MOST_NAMED]))


def _too_wide(number: int, width: int, expected: int) -> Finding:
    return blocker(
        "too_wide",
        _("Rækken har %(width)s celler, men der er %(expected)s overskrifter.")
        % {"width": width, "expected": expected},
        _("En celle rummer nok skilletegnet: Sæt den i anførselstegn, eller gem filen som .xlsx."),
        row=number,
    )


def _cpr_in(table: Table) -> list[Finding]:
    """Where something looks like a CPR number: the first few places, and never the number."""
    found = [_cpr(1, heading) for heading in table.headings if _CPR_HEADING.search(heading) or _is_cpr(heading)]
    for number, row in zip(table.numbers, table.rows, strict=True):
        if len(found) >= MOST_NAMED:
            break
        if looks_like_cpr("\n".join(row)):
            found += [_cpr(number, table.headings[i]) for i, cell in enumerate(row) if _is_cpr(cell)]
    return found[:MOST_NAMED]


def _is_cpr(cell: str) -> bool:
    return looks_like_cpr(cell) and not _DECIMAL.fullmatch(cell)


def _cpr(row: int, heading: str) -> Finding:
    return blocker(
        "cpr",
        _("Her ser ud til at stå et CPR-nummer. Intet af filen er gemt."),
        _("Slet det. Er det et P-nummer eller et andet ticifret nummer, så slet hele kolonnen."),
        row=row,
        column="" if _is_cpr(heading) else heading,
    )
