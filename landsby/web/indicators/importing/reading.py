"""A file with figures as a table: CSV, Excel, or JSON-stat."""

from __future__ import annotations

from landsby.web.indicators.importing.jsonstat import is_json, read_json_stat
from landsby.web.partnerships.imports.reading import MOST_BYTES, read_table
from landsby.web.partnerships.imports.table import Table

__all__ = ["MOST_BYTES", "read_figures"]


def read_figures(content: bytes, headings_at: int = 0) -> Table:
    """Everything that a file says, as text.

    Args:
        headings_at: the row of the headings, where somebody has said so; 0 to find it.

    Raises:
        Blocked: with everything that keeps the whole file from being read, or that must not be kept.
    """
    if len(content) <= MOST_BYTES and is_json(content):
        return read_json_stat(content)
    return read_table(content, may_lack_headings=True, headings_at=headings_at)
