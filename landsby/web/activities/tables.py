"""A table of what was held, as it is typed or pasted: days and rows in plain text."""

from __future__ import annotations

import re
from datetime import date

COLUMNS = ("day", "kind", "host", "count", "words")
"""The columns of the table, in the order in which a spreadsheet is pasted."""
MOST_ROWS = 40
"""So many rows are stored at a time."""

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[./ -]+(\d{1,2})(?:[./ -]+(\d{4}|\d{2}))?\.?")


def day_told(text: str, today: date) -> date | None:
    """The day that is meant by »3/5«, »3.5.26«, »03-05-2026« or »2026-05-03«; None where none is.

    Without a year it is the latest such day that is not after today.
    """
    told = text.strip()
    iso, day_first = _ISO.fullmatch(told), _DAY_FIRST.fullmatch(told)
    if iso:
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    if not day_first:
        return None
    day, month = int(day_first[1]), int(day_first[2])
    if day_first[3]:
        return _day(int(day_first[3]) % 100 + 2000 if len(day_first[3]) == 2 else int(day_first[3]), month, day)
    years = (_day(today.year - back, month, day) for back in range(9))
    return next((found for found in years if found and found <= today), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def rows_pasted(text: str) -> list[dict[str, str]]:
    """The rows of what was copied from a spreadsheet, by column; empty lines are left out."""
    lines = [line.split("\t") for line in text.splitlines() if line.strip()]
    return [dict(zip(COLUMNS, (cell.strip().strip('"') for cell in line), strict=False)) for line in lines]
