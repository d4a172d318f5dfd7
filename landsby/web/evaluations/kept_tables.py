"""Tables of counts as they are kept beside what they were told with, to be asked again before more is told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from landsby.evaluation.disclosure.tables import Shown


def as_kept(told: Shown) -> dict[str, Any]:
    """A table as JSON-able data: the names of its rows and columns, and its cells row by row."""
    rows = list(dict.fromkeys(row for row, _column in told))
    columns = list(dict.fromkeys(column for _row, column in told))
    return {"rows": rows, "columns": columns, "cells": [[told[row, column] for column in columns] for row in rows]}


def as_told(kept: Mapping[str, Any]) -> Shown:
    """A table that was kept, as `protected` takes it."""
    return {
        (row, column): count
        for row, cells in zip(kept["rows"], kept["cells"], strict=True)
        for column, count in zip(kept["columns"], cells, strict=True)
    }
