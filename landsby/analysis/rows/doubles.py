"""Children with several rows in one period, looked for among all rows.

The exact question groups every child, which takes many times the scan and gigabytes. Nearly always there are none, and
that is quicker to see: each row becomes one number, and rows are single when all numbers differ. Where two agree, the
exact question is asked. On Spark it is asked at once, for there the rows must stay where they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import ibis
import ibis.expr.datatypes as dt
import ibis.expr.types as ir
import numpy as np
from numpy.typing import NDArray

from landsby.analysis.rows.sources import Rows
from landsby.evaluation.designs.recipe import Columns

AT_A_TIME = 2**24
"""Numbers that are held at once, 128 MB; of more rows a part of all numbers at a time, each by a scan of its own."""
BATCH = 2**17

Numbers = NDArray[np.uint64]


class Doubles(NamedTuple):
    """What stands more than once."""

    persons: int
    """Children with more than one row in some period."""
    rows: int
    """Rows beyond the first of each child and period."""


def doubles_among(rows: Rows, table: ir.Table, columns: Columns) -> Doubles:
    """How many children stand more than once in a period; rows without a pseudonym are not looked at.

    Args:
        rows: the opened source.
        table: its readable columns.
        columns: which of them say whom and when.
    """
    known = table.filter(table[columns.person].notnull())
    if rows.backend.name == "duckdb" and _all_differ(rows, _numbered(known, columns)):
        return Doubles(0, 0)
    times = known.group_by(person=known[columns.person], period=known[columns.period]).aggregate(rows=known.count())
    doubles = times.filter(times.rows > 1)
    counted = doubles.aggregate(persons=doubles.person.nunique(), rows=doubles.rows.sum() - doubles.count())
    found = rows.fetched_row(counted)
    return Doubles(found["persons"] or 0, int(found["rows"] or 0))


@ibis.udf.scalar.builtin(name="hash", signature=((None, None), dt.uint64))
def _hash(person: ir.Value, period: ir.Value) -> ir.IntegerValue:
    """DuckDB's hash of two values, 64 bits."""


def _numbered(known: ir.Table, columns: Columns) -> ir.Table:
    return known.select(number=_hash(known[columns.person], known[columns.period]))


def _all_differ(rows: Rows, numbered: ir.Table) -> bool:
    """Whether no two rows have the same number."""
    room = np.empty(AT_A_TIME, dtype=np.uint64)
    first, width = 0, 2**64
    while first < 2**64:
        count, width = _gathered(rows, numbered, room, first, width)
        held = room[:count]
        held.sort()
        if (held[1:] == held[:-1]).any():
            return False
        first += width
    return True


def _gathered(rows: Rows, numbered: ir.Table, room: Numbers, first: int, width: int) -> tuple[int, int]:
    """The numbers from `first` on in `room`, as many as fit: how many they are, and how wide a part was taken."""
    count = 0
    for batch in _batches(rows, numbered):
        fresh = _within(batch, first, width)
        while count + len(fresh) > len(room) and width > 1:
            width //= 2
            kept, fresh = _within(room[:count], first, width), _within(fresh, first, width)
            count = len(kept)
            room[:count] = kept
        room[count : count + len(fresh)] = fresh
        count += len(fresh)
    return count, width


def _within(numbers: Numbers, first: int, width: int) -> Numbers:
    if width == 2**64:
        return numbers
    return numbers[(numbers >= np.uint64(first)) & (numbers - np.uint64(first) < np.uint64(width))]


def _batches(rows: Rows, numbered: ir.Table) -> Iterator[Numbers]:
    # Ibis 12 asks for batches in a way that DuckDB 2 no longer answers.
    for batch in rows.backend.con.sql(rows.backend.compile(numbered)).to_arrow_reader(BATCH):
        yield batch.column(0).to_numpy()
