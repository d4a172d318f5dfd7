"""Which place a row is of, whether the one who imports may tell its figures, and if not, why."""

from __future__ import annotations

from django.utils.translation import gettext as _

from landsby.web.indicators.importing.columns import FigureColumns, Told
from landsby.web.indicators.importing.known import Known, is_total
from landsby.web.indicators.importing.laying import Cells
from landsby.web.indicators.importing.left_out import LeftOut, Why
from landsby.web.indicators.models.at_area import COUNTRY, place_key
from landsby.web.partnerships.imports.findings import Finding, blocker

_ABOUT = (Told.MUNICIPALITY, Told.COMMUNITY, Told.STRATUM, Told.PERIOD)


def placed(cells: Cells, columns: FigureColumns, known: Known) -> str | LeftOut | Finding:
    """What cells call the place of a figure; that it is left out, since it is another's or not known; what is wrong."""
    municipality, community = cells.text.get(Told.MUNICIPALITY, ""), cells.text.get(Told.COMMUNITY, "")
    code = known.code_meant_by(municipality) if municipality else ""
    if not municipality and not community:
        about = Told.MUNICIPALITY if Told.MUNICIPALITY in columns.columns else Told.COMMUNITY
        return found_in(cells, "no_place", about, _("Stedet mangler."), _("Udfyld cellen, eller slet rækken."))
    if municipality and not code:
        return _total(cells, columns, known) if is_total(municipality) else _unknown(cells, Told.MUNICIPALITY, columns)
    if code and not known.may_write(code):
        return _another(cells, code)
    return _community(cells, code, columns, known) if community else place_key(None, code)


def left_out(cells: Cells, why: Why) -> LeftOut:
    """A row that is not read, with what it is about."""
    said = (cells.text.get(told, "").strip() for told in _ABOUT)
    return LeftOut(cells.row, why, ", ".join(filter(None, said)))


def found_in(cells: Cells, code: str, told: Told, wrong: str, cure: str) -> Finding:
    """What is wrong with a row, where it stands."""
    row, column = cells.at.get(told, (cells.row, ""))
    return blocker(code, wrong, cure, row=row, column=column)


def _total(cells: Cells, columns: FigureColumns, known: Known) -> str | LeftOut | Finding:
    """The country, where somebody has said that »i alt« is that; the places of a file are seldom all there are."""
    if columns.total_is == "country":
        return place_key(None, COUNTRY) if known.may_write(COUNTRY) else _another(cells, COUNTRY)
    if columns.total_is == "sum":
        return left_out(cells, Why.SUM)
    wrong = _("»%(text)s« kan være hele landet, og det kan være stederne i filen lagt sammen.")
    cure = _("Gå tilbage til Kolonner, og vælg, hvad det er.")
    told = {"text": cells.text[Told.MUNICIPALITY][:40]}
    return found_in(cells, "whose_total", Told.MUNICIPALITY, wrong % told, cure)


def _another(cells: Cells, code: str) -> LeftOut:
    return left_out(cells, Why.COUNTRY if code == COUNTRY else Why.ANOTHERS)


def _community(cells: Cells, code: str, columns: FigureColumns, known: Known) -> str | LeftOut | Finding:
    name = cells.text[Told.COMMUNITY]
    found = known.communities_meant_by(name, code)
    if not found:
        return _unknown(cells, Told.COMMUNITY, columns)
    if len(found) > 1:
        wrong = _("Flere lokalområder hedder »%(name)s«.") % {"name": name[:40]}
        return found_in(cells, "two_places", Told.COMMUNITY, wrong, _("Tilføj en kolonne med kommunen."))
    return place_key(found[0].pk, "") if known.may_write(found[0].code) else _another(cells, found[0].code)


def _unknown(cells: Cells, told: Told, columns: FigureColumns) -> LeftOut | Finding:
    if columns.skips_unknown:
        return left_out(cells, Why.UNKNOWN)
    wrong = _("»%(text)s« er ikke en kommune, et lokalområde eller hele landet.") % {"text": cells.text[told][:40]}
    cure = _("Ret navnet eller koden, eller vælg under Kolonner, at ukendte steder udelades.")
    return found_in(cells, "unknown_place", told, wrong, cure)
