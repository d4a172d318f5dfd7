"""Files and known places to check them against, told as briefly as a test needs."""

from __future__ import annotations

from io import BytesIO

from openpyxl import Workbook

from landsby.web.partnerships.imports.checking import checked
from landsby.web.partnerships.imports.known import Known, KnownActor, KnownCommunity
from landsby.web.partnerships.imports.mapping import ColumnMap, guessed_columns
from landsby.web.partnerships.imports.municipalities import Municipalities
from landsby.web.partnerships.imports.plan import Plan
from landsby.web.partnerships.imports.table import Table

NORTH, SOUTH = 1, 2
QUAY, HILL, BAY = 11, 12, 21
NAMES = (("0901", "Nordhavn"), ("0902", "Sydhavn"), ("0903", "Vesthavn"), ("0999", "Øde Ø"))

KINDS = {"folkeskole": "school", "børnehave": "kindergarten", "efterskole": ""}


def square(west: float, south: float, side: float = 1) -> dict[str, object]:
    """A square outline."""
    east, north = west + side, south + side
    return {
        "type": "Polygon",
        "coordinates": [[[west, south], [east, south], [east, north], [west, north], [west, south]]],
    }


def known(*actors: KnownActor, ours: tuple[str, ...] = ("0901", "0902"), communities=None) -> Known:
    """A programme with two municipalities and three communities."""
    keys = {"0901": NORTH, "0902": SOUTH}
    places = (
        KnownCommunity(QUAY, "Kajen", NORTH),
        KnownCommunity(HILL, "Bakken", NORTH),
        KnownCommunity(BAY, "Bugten", SOUTH),
    )
    return Known(
        ours={code: keys[code] for code in ours},
        municipalities=Municipalities.of(NAMES),
        kinds=frozenset({"school", "kindergarten", "association"}),
        communities=places if communities is None else communities,
        actors=actors,
    )


def table(text: str) -> Table:
    """A table written with bars: ``id | navn`` and a line for each row."""
    lines = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    return Table(tuple(lines[0]), tuple(map(tuple, lines[1:])), tuple(range(2, len(lines) + 1)))


def plan_of(text: str, what: Known | None = None, **columns: object) -> Plan:
    """The dry run of a table, its columns guessed."""
    read = table(text)
    told = {"columns": guessed_columns(read.headings), "kinds": KINDS, **columns}
    return checked(read, ColumnMap(**told), what or known())


def codes(plan: Plan) -> list[tuple[int, str]]:
    """The findings as row and code, in the order of the file."""
    return sorted((finding.row, finding.code) for finding in plan.findings)


def workbook(*rows: list[object], sheets: int = 1) -> bytes:
    """An XLSX file; with more sheets than one, the first is empty."""
    book = Workbook()
    sheet = book.active
    for _ in range(sheets - 1):
        sheet = book.create_sheet("Skoler")
    for row in rows:
        sheet.append(row)
    file = BytesIO()
    book.save(file)
    return file.getvalue()
