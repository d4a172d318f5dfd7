"""The dry run: what importing a file with figures would do."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from landsby.web.indicators.importing.amounts import amounts_of, unit_doubts
from landsby.web.indicators.importing.columns import FigureColumns, Told
from landsby.web.indicators.importing.known import Amounts, Key, Known, is_total
from landsby.web.indicators.importing.naming import names_that_disagree
from landsby.web.indicators.importing.plan import FigurePlan, PlannedFigure
from landsby.web.indicators.importing.rows import ToldRow, read_rows
from landsby.web.indicators.importing.totals import leaps, totals_that_differ
from landsby.web.partnerships.imports.findings import Finding, blocker, warning
from landsby.web.partnerships.imports.table import Table


def checked(table: Table, columns: FigureColumns, known: Known) -> FigurePlan:
    """What an import would do; nothing is written.

    Args:
        columns: must fit the table (`FigureColumns.fits`).
    """
    reading = read_rows(table, columns, known)
    plan = FigurePlan(
        left_out=reading.left_out,
        findings=[*reading.findings, *unit_doubts(reading.rows, known.indicator, columns)],
    )
    told: list[PlannedFigure] = []
    for key, rows in _by_key(reading.rows).items():
        if len(rows) > 1 and not columns.gathers:
            plan.findings += _told_twice(rows)
            continue
        amounts, found = amounts_of(rows, known.indicator, columns)
        plan.findings += found
        if amounts is not None:
            told.append(_planned(rows[0].row, key, amounts, known))
    plan.findings += [*_without_people(told, columns, known), *totals_that_differ(told, known)]
    plan.findings += [*names_that_disagree(table, columns, known), *leaps(told, known)]
    plan.figures = [figure for figure in told if figure.amounts != figure.before]
    plan.unchanged = len(told) - len(plan.figures)
    plan.findings += [
        *_waiting(plan.figures),
        *_of_another_reference(columns, known),
        *_total_read(told, table, columns),
    ]
    return plan


def _by_key(rows: list[ToldRow]) -> dict[Key, list[ToldRow]]:
    found: dict[Key, list[ToldRow]] = {}
    for row in rows:
        found.setdefault(row.key, []).append(row)
    return found


def _planned(row: int, key: Key, amounts: Amounts, known: Known) -> PlannedFigure:
    return PlannedFigure(row, key, amounts, known.before(key), known.differs_by_few(key, amounts))


def _of_another_reference(columns: FigureColumns, known: Known) -> Iterator[Finding]:
    """Shares beyond a limit are other shares where the limit is another's."""
    defined = known.indicator.reference or ""
    if columns.reference and columns.reference.casefold() != defined.casefold():
        wrong = _("Tallene er regnet ud efter %(used)s, men indikatoren siger %(defined)s.")
        cure = _("Er det to forskellige tabeller, kan tallene ikke sammenlignes.")
        yield warning("reference", wrong % {"used": columns.reference, "defined": defined}, cure)


def _total_read(told: list[PlannedFigure], table: Table, columns: FigureColumns) -> Iterator[Finding]:
    """The rows of »i alt« that became the country's, since somebody said so."""
    column = columns.columns.get(Told.MUNICIPALITY, "")
    cells = dict(zip(table.numbers, table.column(column), strict=True)) if columns.total_is == "country" else {}
    for figure in told:
        if is_total(cells.get(figure.row, "")):
            wrong = _("»I alt« er læst som hele landet. Det er valgt under Kolonner.")
            cure = _("Er det stederne i filen lagt sammen, så gå tilbage, og vælg det.")
            yield warning("total_is_country", wrong, cure, row=figure.row, column=column)


def _waiting(figures: list[PlannedFigure]) -> Iterator[Finding]:
    for figure in figures:
        if figure.waits:
            wrong = _("Rettelsen gælder så få børn, at forskellen i sig selv ville fortælle om dem.")
            cure = _("Den bliver gemt. Det hidtidige tal bliver vist, til forskellen er større.")
            yield warning("waits", wrong, cure, row=figure.row)


def _told_twice(rows: list[ToldRow]) -> Iterator[Finding]:
    """That a place and a period stand there several times."""
    for row in rows[1:]:
        wrong = _("Samme sted, periode og gruppe står også i række %(row)s.") % {"row": rows[0].row}
        cure = _("Slet den ene, eller vælg under Kolonner, at rækkerne lægges sammen.")
        yield blocker("twice", wrong, cure, row=row.row)


def _without_people(told: list[PlannedFigure], columns: FigureColumns, known: Known) -> Iterator[Finding]:
    """Without how many there are it is not known whether they are too few to be told of, nor how sure the figure is."""
    if known.indicator.form == "count":
        return
    column = columns.columns.get(Told.DENOMINATOR, "")
    found = [figure for figure in told if figure.amounts.denominator is None]
    for figure in found:
        if figure.key[0].startswith("c"):
            wrong = _("Der står ikke, hvor mange tallet gælder. Så kan små tal ikke skjules.")
            yield blocker("people", wrong, _("Udfyld, hvor mange der er talt blandt."), row=figure.row, column=column)
    if found:
        wrong = _("Der står ikke i alle rækker, hvor mange tallet gælder.")
        yield warning("people", wrong, _("De tal bliver vist uden usikkerhed."), row=found[0].row, column=column)
