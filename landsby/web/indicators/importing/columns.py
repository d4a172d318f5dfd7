"""Which column says what: the map from a file's headings to a figure, and a good guess at it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any


class Told(StrEnum):
    """What a column can tell about a figure."""

    MUNICIPALITY = "municipality"
    COMMUNITY = "community"
    PERIOD = "period"
    STRATUM = "stratum"
    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    VALUE = "value"
    SPREAD = "spread"
    AMOUNT = "amount"


NUMBERS = (Told.NUMERATOR, Told.DENOMINATOR, Told.VALUE, Told.SPREAD)
COUNTS = (Told.NUMERATOR, Told.DENOMINATOR)

# Headings as registers and spreadsheets write them, folded by `_folded`; the surest first.
HEADINGS: Mapping[Told, str] = {
    Told.MUNICIPALITY: "kommunekode kommunenr kommunenummer komkode kommune kommunenavn bopælskommune område omrade"
    " municipality region",
    Told.COMMUNITY: "lokalområde lokalsamfund skoledistrikt distrikt community",
    Told.PERIOD: "periode skoleår årgang halvår tid år aar year period time fødselsår",
    Told.STRATUM: "køn sex aldersgruppe alder klassetrin trin gruppe stratum",
    Told.NUMERATOR: "tæller taeller numerator antal",
    Told.DENOMINATOR: "nævner naevner denominator ialt antalsvar antalbesvarelser antalbørn antalelever antalpersoner"
    " svar elever elevtal børn n population grundlag",
    Told.VALUE: "indhold værdi vaerdi value andel andelpct pct procent gennemsnit score tal",
    Told.SPREAD: "standardafvigelse spredning sd std stddev",
}


_OF_ALL = re.compile(r"(.*\b)?i alt|i alt\b.*|ialt|alle|begge køn|(.* )?total|all", re.IGNORECASE)


def is_of_all(cell: str) -> bool:
    """Whether a cell says that its row is of everybody."""
    return bool(_OF_ALL.fullmatch(cell.strip()))


@dataclass(frozen=True)
class FigureColumns:
    """How a file with figures is to be understood.

    Attributes:
        columns: the heading that tells each thing; what is absent is not told. `Told.AMOUNT` holds the numbers of the
            rows that `rows_of` chooses.
        rows_of: what is told by rows of their own, as a heading and what must stand under it.
        across: whether the periods are headings, with the numbers under them.
        fills_down: whether an empty cell that says which figure it is means the same as the one above.
        only_totals: whether only rows of everybody are read, by the columns that nothing was said of.
        total_is: what »i alt« among the places is: "country", or "sum" of the places in the file, which is not read;
            "" when it is not said.
        reference: the growth reference that the figures were made with; "" where there is none.
        period_of_all: how the one period of everything in the file is written, or "" when a column tells it.
        value_is: "percent" or "fraction" for a share, "" when it is not said.
        sign: what stands before decimals, »,« or ».«; "" when the file shows it.
        gathers: whether several rows of one place and period are added together.
        skips_unknown: whether rows of places that we do not know are left out.
    """

    columns: Mapping[Told, str] = field(default_factory=dict)
    rows_of: Mapping[Told, tuple[str, str]] = field(default_factory=dict)
    across: bool = False
    fills_down: bool = False
    only_totals: bool = False
    total_is: str = ""
    reference: str = ""
    period_of_all: str = ""
    value_is: str = ""
    sign: str = ""
    gathers: bool = False
    skips_unknown: bool = False

    def to_data(self) -> dict[str, Any]:
        """The map as JSON-able data."""
        plain = {one.name: getattr(self, one.name) for one in fields(self)}
        columns = {told.value: heading for told, heading in self.columns.items()}
        return plain | {"columns": columns, "rows_of": {told.value: list(at) for told, at in self.rows_of.items()}}

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> FigureColumns:
        """The map from what `to_data` gave."""
        columns = {Told(told): heading for told, heading in data["columns"].items()}
        rows_of = {Told(told): (heading, name) for told, (heading, name) in data.get("rows_of", {}).items()}
        return cls(**{**data, "columns": columns, "rows_of": rows_of})

    def fits(self, headings: Iterable[str]) -> bool:
        """Whether a file with these headings can be understood in this way."""
        asked = {*self.columns.values(), *(heading for heading, _name in self.rows_of.values())}
        return asked <= set(headings)


def guessed_columns(headings: Iterable[str]) -> dict[Told, str]:
    """The heading that most likely tells each thing; no heading tells two."""
    left = {_folded(heading): heading for heading in reversed(list(headings))}
    found: dict[Told, str] = {}
    for told, words in HEADINGS.items():
        for word in words.split():
            if word in left:
                found[told] = left.pop(word)
                break
    return found


def _folded(heading: str) -> str:
    """Small letters and digits only."""
    return re.sub(r"[\W_]", "", heading.casefold())
