"""From the rows of a file to figures, or to what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from landsby.blueprint.kinds import Indicator
from landsby.blueprint.kinds.indicator import IndicatorPeriod
from landsby.blueprint.labels import choice_label
from landsby.web.indicators.importing.columns import COUNTS, NUMBERS, FigureColumns, Told, is_of_all
from landsby.web.indicators.importing.known import Key, Known
from landsby.web.indicators.importing.laying import Cells, laid, period_headings
from landsby.web.indicators.importing.left_out import LeftOut, Why
from landsby.web.indicators.importing.numbers import UNCLEAR, decimal_sign, is_no_figure, number_in, other_sign
from landsby.web.indicators.importing.placing import found_in, left_out, placed
from landsby.web.indicators.periods import example_of, first_day, kind_of_period, period_meant_by
from landsby.web.kit.text import say
from landsby.web.partnerships.imports.findings import Finding, blocker
from landsby.web.partnerships.imports.table import Table

LONGEST_STRATUM = 80
MOST_FIGURES = 100_000
"""So many numbers are read from one file."""


@dataclass(frozen=True)
class ToldRow:
    """What one row says, before it is asked whether it can be so.

    Attributes:
        row: the number of the row; of several that tell one figure, the first.
        numbers: by what they tell; what the row does not say is not there.
        at: by what it tells, the number of the row and the heading of the column.
    """

    row: int
    key: Key
    numbers: dict[Told, Decimal]
    at: dict[Told, tuple[int, str]]

    def where(self, told: Told) -> dict[str, Any]:
        """The row and the column of what it tells, for a finding."""
        row, column = self.at.get(told, (self.row, ""))
        return {"row": row, "column": column}


@dataclass
class Reading:
    """The rows of a file as they were understood, and what was found on the way."""

    rows: list[ToldRow] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def read_rows(table: Table, columns: FigureColumns, known: Known) -> Reading:
    """Every figure of a table as a place, a period, a stratum and some numbers."""
    reading = Reading()
    reading.findings += [*_too_much(table, columns), *_periods_of_another_kind(table, columns, known)]
    if reading.findings:
        return reading
    found = laid(table, columns)
    reading.left_out += found.aside
    signs = dict(_signs(table, columns, found.figures, reading.findings))
    if not reading.findings:
        for figure in found.figures:
            _Row(figure, columns, known, signs, reading).read()
    return reading


def _too_much(table: Table, columns: FigureColumns) -> Iterator[Finding]:
    count = len(table.rows) * len(period_headings(table.headings)) if columns.across else 0
    if count > MOST_FIGURES:
        wrong = _("Filen har flere end %(most)s tal.") % {"most": MOST_FIGURES}
        yield blocker("too_many", wrong, _("Del filen, for eksempel efter kommune."))


def _periods_of_another_kind(table: Table, columns: FigureColumns, known: Known) -> Iterator[Finding]:
    """The headings that are periods, and none of the indicator's."""
    kind = known.indicator.period
    for heading in period_headings(table.headings) if columns.across else ():
        if period_meant_by(heading, kind) is None:
            yield blocker("period", _no_period(heading, kind), _as_in_example(kind), column=heading)


def _signs(
    table: Table, columns: FigureColumns, figures: Sequence[Cells], findings: list[Finding]
) -> Iterator[tuple[Told, str]]:
    """What stands before the decimals of each number."""
    for told in NUMBERS:
        cells = [figure.text[told] for figure in figures if told in figure.text]
        if not cells:
            continue
        # A workbook and JSON hold numbers themselves, written with a point, unless somebody typed them as text.
        holds_numbers = not table.separator and not any("," in cell for cell in cells)
        usual = columns.sign or ("." if holds_numbers else "")
        sign = usual or decimal_sign(cells, are_whole=told in COUNTS)
        if sign == UNCLEAR:
            wrong = _("Tallene kan læses på to måder: 1.234 kan være tusind og noget eller en og noget.")
            cure = _("Gå tilbage, og vælg, om filen bruger komma eller punktum.")
            findings.append(blocker("unclear_sign", wrong, cure, column=columns.columns.get(told, "")))
            continue
        yield told, sign


@dataclass
class _Row:
    """One figure on its way to being understood."""

    cells: Cells
    columns: FigureColumns
    known: Known
    signs: dict[Told, str]
    reading: Reading

    def read(self) -> None:
        """Add what the row says, or what is wrong with it, to the reading."""
        if self._is_without():
            self.reading.left_out.append(left_out(self.cells, Why.NO_FIGURE))
            return
        before = len(self.reading.findings)
        place = self._place()
        if place is None:
            return
        period, numbers = self._period(), self._numbers()
        stratum = " ".join(self.cells.text.get(Told.STRATUM, "").split())
        if len(stratum) > LONGEST_STRATUM:
            wrong = _("Teksten er på %(length)s tegn. Der er plads til %(most)s.")
            told = {"length": len(stratum), "most": LONGEST_STRATUM}
            self._report("too_long", Told.STRATUM, wrong % told, _("Forkort den."))
        if len(self.reading.findings) == before and period is not None:
            key = (place, period, _whole(stratum))
            self.reading.rows.append(ToldRow(self.cells.row, key, numbers, self.cells.at))

    def _is_without(self) -> bool:
        """Whether there is no figure in the row: none is told, or there is nobody to count among."""
        among = self.cells.text.get(Told.DENOMINATOR, "")
        counted, value = self.cells.text.get(Told.NUMERATOR, ""), self.cells.text.get(Told.VALUE, "")
        is_nobody = among.strip() == "0" and (is_no_figure(counted) or counted.strip() == "0")
        return (is_no_figure(counted) and is_no_figure(value)) or (is_nobody and self.known.indicator.form != "count")

    def _place(self) -> str | None:
        """What cells call the place; None where the row is left out, or it is wrong."""
        found = placed(self.cells, self.columns, self.known)
        if isinstance(found, LeftOut):
            self.reading.left_out.append(found)
        elif isinstance(found, Finding):
            self.reading.findings.append(found)
        return found if isinstance(found, str) else None

    def _period(self) -> int | None:
        kind = self.known.indicator.period
        text = self.cells.text.get(Told.PERIOD, "") or self.columns.period_of_all
        number = period_meant_by(text, kind)
        if number is None:
            self._report("period", Told.PERIOD, _no_period(text, kind), _as_in_example(kind))
        elif first_day(number, kind) > self.known.today:
            wrong = _("Perioden %(text)s er ikke begyndt endnu.") % {"text": text[:40]}
            self._report("future", Told.PERIOD, wrong, _("Ret perioden, eller slet rækken."))
        return number

    def _numbers(self) -> dict[Told, Decimal]:
        found = {}
        for told, sign in self.signs.items():
            text = self.cells.text.get(told, "")
            if is_no_figure(text):
                continue
            number = number_in(text, sign)
            if number is None:
                self._report_number(told, text[:40], sign)
            else:
                found[told] = number
        return found

    def _report_number(self, told: Told, text: str, sign: str) -> None:
        """Say why a cell holds no number: mostly it has a comma where the rest of its column has a point."""
        names = {",": _("komma"), ".": _("punktum")}
        if number_in(text, other_sign(sign)) is None:
            cure = _("Skriv det med cifre, fx 1234 eller %(example)s.") % {"example": f"12{sign}5"}
            self._report("number", told, _("»%(text)s« er ikke et tal.") % {"text": text}, cure)
            return
        said = {"text": text, "has": names[other_sign(sign)], "reads": names[sign]}
        wrong = _("»%(text)s« har %(has)s før decimaler, men kolonnen læses med %(reads)s.")
        cure = _("Brug det samme tegn i hele kolonnen, eller vælg det andet under Kolonner.")
        self._report("mixed_signs", told, wrong % said, cure)

    def _report(self, code: str, told: Told, wrong: str, cure: str) -> None:
        self.reading.findings.append(found_in(self.cells, code, told, wrong, cure))


def _no_period(text: str, kind: IndicatorPeriod) -> str:
    told = {"text": text[:40], "asked": say(choice_label("period", kind))}
    other = kind_of_period(text)
    if other is None:
        return _("»%(text)s« er ikke en periode, vi kender. Indikatoren bruger %(asked)s.") % told
    told["other"] = say(choice_label("period", other))
    return _("»%(text)s« er %(other)s, men indikatoren bruger %(asked)s.") % told


def _as_in_example(kind: IndicatorPeriod) -> str:
    return _("Skriv den for eksempel som %(example)s.") % {"example": example_of(kind)}


def _whole(stratum: str) -> str:
    """The stratum as it is kept: everybody is none."""
    return "" if is_of_all(stratum) else stratum


def needs(indicator: Indicator) -> tuple[tuple[Told, ...], ...]:
    """The sets of columns of which one must be told, for a figure of this form to be known."""
    return {
        "share": ((Told.NUMERATOR, Told.DENOMINATOR), (Told.VALUE,)),
        "rate": ((Told.NUMERATOR, Told.DENOMINATOR), (Told.VALUE,)),
        "mean": ((Told.VALUE,),),
        "count": ((Told.NUMERATOR,), (Told.VALUE,)),
    }[indicator.form]
