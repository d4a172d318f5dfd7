"""Names of municipalities that stand beside a code: whether they are its."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from landsby.web.indicators.importing.columns import FigureColumns, Told
from landsby.web.indicators.importing.known import Known
from landsby.web.indicators.models.at_area import COUNTRY
from landsby.web.partnerships.imports.findings import Finding, doubt
from landsby.web.partnerships.imports.municipalities import folded
from landsby.web.partnerships.imports.table import Table


def names_that_disagree(table: Table, columns: FigureColumns, known: Known) -> Iterator[Finding]:
    """The rows in which a name, in the code's cell or in a column of names, is that of another municipality."""
    at = columns.columns.get(Told.MUNICIPALITY)
    if at is None:
        return
    used = {*columns.columns.values(), *(heading for heading, _name in columns.rows_of.values())}
    beside = [heading for heading in table.headings if heading not in used and _holds_names(table, heading, known)]
    for number, row in zip(table.numbers, table.rows, strict=True):
        cells = dict(zip(table.headings, row, strict=True))
        code = known.code_meant_by(cells[at])
        said = [(at, cells[at].lstrip("0123456789 ")), *((heading, cells[heading]) for heading in beside)]
        for heading, name in said if code else ():
            other = _code_named(name, known)
            if other and other != code:
                told = {"code": cells[at].strip()[:40], "meant": _name_of(code, known), "name": name.strip()[:40]}
                wrong = _("»%(code)s« er %(meant)s, men der står »%(name)s«.") % told
                cure = _("Se efter, hvilken kommune rækken er fra. Vi bruger kolonnen %(column)s.") % {"column": at}
                yield doubt("name", wrong, cure, row=number, column=heading)


def _holds_names(table: Table, heading: str, known: Known) -> bool:
    """Whether most of what stands in a column are names of municipalities."""
    names = {cell for cell in table.column(heading) if cell}
    return sum(bool(_code_named(name, known)) for name in names) * 2 > len(names)


def _code_named(name: str, known: Known) -> str:
    """The code of the municipality of a name; "" where it names none."""
    return known.municipalities.by_name.get(folded(name), "") if name.strip() else ""


def _name_of(code: str, known: Known) -> str:
    return _("hele landet") if code == COUNTRY else known.municipalities.names.get(code, code)
