"""The rows of a file that are not read, and why: nothing is passed over in silence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Why(StrEnum):
    """Why a row is not read."""

    NO_FIGURE = "no_figure"
    ASIDE = "aside"
    UNKNOWN = "unknown"
    SUM = "sum"
    ANOTHERS = "anothers"
    COUNTRY = "country"


@dataclass(frozen=True)
class LeftOut:
    """One row that is not read, or one period of it.

    Attributes:
        row: the number of the row.
        what: what the row says that it is about, as it stands there.
    """

    row: int
    why: Why
    what: str = ""
