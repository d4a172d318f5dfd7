"""From the rows of a table to candidates: those of our municipalities and kinds, with their values read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from landsby.web.partnerships.imports.cells import Cells
from landsby.web.partnerships.imports.findings import Finding, blocker
from landsby.web.partnerships.imports.known import Known
from landsby.web.partnerships.imports.mapping import ColumnMap, Target
from landsby.web.partnerships.imports.municipalities import folded
from landsby.web.partnerships.imports.table import Table


@dataclass
class Candidate:
    """One row that is ours.

    Attributes:
        row: its number in the file.
        values: what it tells, by the field names of an actor; what it does not tell is absent.
        parent: the register number of the institution that it is a department of, or "".
        parent_row: the row of that institution, once it is found in the file and not known yet.
    """

    row: int
    values: dict[str, Any]
    parent: str = ""
    parent_row: int = 0

    @property
    def register_id(self) -> str:
        """Its register number, or ""."""
        return str(self.values.get("register_id", ""))


@dataclass
class Chosen:
    """The rows that are ours, and what became of the others.

    Attributes:
        faulty: rows of ours with something wrong in them; they still count as taking their number.
    """

    candidates: list[Candidate] = field(default_factory=list)
    faulty: list[Candidate] = field(default_factory=list)
    elsewhere: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)


def chosen_rows(table: Table, columns: ColumnMap, known: Known) -> Chosen:
    """Read the rows of our municipalities; rows of others are only counted."""
    chosen = Chosen()
    places = _Communities(known)
    for cells in _all_cells(table, columns):
        code = _municipality(cells, known)
        if code in known.ours:
            _choose(chosen, cells, known.ours[code], _kind(cells, known), places)
        elif code:
            chosen.elsewhere += 1
        chosen.findings += cells.findings
    return chosen


def _choose(chosen: Chosen, cells: Cells, municipality: int, kind: str, places: _Communities) -> None:
    """Take a row of our municipalities, unless its kind is to be left out or something is wrong with it."""
    if not kind and not cells.findings:
        chosen.skipped[cells.told.get(Target.KIND, "")] += 1
        return
    candidate = Candidate(cells.row, _values(cells, kind, municipality, places), cells.text(Target.PARENT))
    is_faulty = any(finding.blocks for finding in cells.findings)
    (chosen.faulty if is_faulty else chosen.candidates).append(candidate)


def values_of_kind(table: Table, columns: ColumnMap, known: Known) -> Counter[str]:
    """How often each value of the kind's column stands in rows of our municipalities."""
    rows = (cells for cells in _all_cells(table, columns) if _municipality(cells, known) in known.ours)
    return Counter(value for cells in rows if (value := cells.told.get(Target.KIND, "")))


def _all_cells(table: Table, columns: ColumnMap) -> Iterator[Cells]:
    index = {target: table.headings.index(heading) for target, heading in columns.columns.items()}
    for number, row in zip(table.numbers, table.rows, strict=True):
        yield Cells(number, {target: row[at] for target, at in index.items()}, columns)


def _municipality(cells: Cells, known: Known) -> str:
    """The code of the row's municipality, by code before name; "" with a finding when none is known."""
    if cells.columns.municipality:
        return cells.columns.municipality
    target = Target.MUNICIPALITY_CODE if cells.told.get(Target.MUNICIPALITY_CODE) else Target.MUNICIPALITY_NAME
    written = cells.told.get(target, "")
    code = known.municipalities.meant_by(written) if written else ""
    if not written:
        wrong = _("Rækken siger ikke, hvilken kommune den hører til.")
        cells.report(blocker, "no_municipality", target, wrong, _("Skriv kommunens kode (fire cifre) eller navn."))
    elif not code:
        wrong = _("Der er ingen kommune, der hedder eller har koden »%(value)s«.") % {"value": written[:60]}
        cells.report(
            blocker, "municipality", target, wrong, _("Ret cellen til kommunens kode (fire cifre) eller navn.")
        )
    return code


def _kind(cells: Cells, known: Known) -> str:
    """The id of our kind; "" when the row is to be left out, or with a finding."""
    if cells.columns.kind:
        return cells.columns.kind
    written = cells.told.get(Target.KIND, "")
    if not written:
        wrong = _("Rækken siger ikke, hvilken slags sted det er.")
        cells.report(blocker, "no_kind", Target.KIND, wrong, _("Udfyld cellen, eller slet rækken."))
        return ""
    kind = cells.columns.kinds.get(written)
    if kind is None or (kind and kind not in known.kinds):
        wrong = _("Vi ved ikke, hvad »%(value)s« svarer til.") % {"value": written[:60]}
        cells.report(blocker, "kind", Target.KIND, wrong, _("Vælg det i trinnet Slags."))
        return ""
    return kind


def _values(cells: Cells, kind: str, municipality: int, places: _Communities) -> dict[str, Any]:
    """What the row tells; an empty cell tells nothing, so that it never erases what we have."""
    postcode, town = cells.postcode_and_town()
    latitude, longitude = cells.coordinates()
    values = {
        "name": cells.required(Target.NAME, _("Navnet mangler.")),
        "kind": kind,
        "register_id": cells.text(Target.REGISTER_ID),
        "municipality_id": municipality,
        "community_id": places.meant_by(cells, municipality),
        "address": cells.text(Target.ADDRESS),
        "postcode": postcode,
        "town": town,
        "latitude": latitude,
        "longitude": longitude,
    }
    return {name: value for name, value in values.items() if value not in ("", None)}


class _Communities:
    """Finds a municipality's community by its name."""

    def __init__(self, known: Known) -> None:
        self._by_name = {(c.municipality, folded(c.name)): c.pk for c in known.communities}

    def meant_by(self, cells: Cells, municipality: int) -> int | None:
        """The community's primary key; None when the cell is empty, or with a finding."""
        written = cells.told.get(Target.COMMUNITY, "")
        if not written:
            return None
        found = self._by_name.get((municipality, folded(written)))
        if found is None:
            wrong = _("Kommunen har intet lokalområde, der hedder »%(value)s«.") % {"value": written[:60]}
            cure = _("Opret lokalområdet først, ret navnet, eller lad cellen stå tom.")
            cells.report(blocker, "community", Target.COMMUNITY, wrong, cure)
        return found
