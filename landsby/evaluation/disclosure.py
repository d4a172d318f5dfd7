"""Tables of counts that may leave the house: small counts are hidden, and so is what they could be worked out from.

A count that is small is hidden. So is one that differs by little from what an earlier release told, for the difference
is a small count of its own. Then it is asked what a reader could work out who knows the totals, every earlier release,
and that counts are whole and not negative; more is hidden until nothing hidden can be told closer than a small count's
width. (Complementary suppression; Fischetti & Salazar-González 2000 ask the same of each cell.)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from scipy.optimize import linprog

from landsby.evaluation.numbers import Floats

TOTAL = "*"
"""The name of the line of totals, in both directions."""

Entry = tuple[str, str]
"""Row and column."""
Counts = Mapping[Entry, int]
Told = dict[Entry, int | None]
"""What may be shown; None in place of what is hidden."""


def protected(counts: Counts, fewest: int, earlier: Sequence[Mapping[Entry, int | None]] = ()) -> Told:
    """A table with its totals as it may be shown.

    Args:
        counts: by row and column, without totals; a pair that is left out is nobody.
        fewest: a count under this, but not nobody, is small.
        earlier: what earlier releases showed of the same rows and columns.

    Returns:
        Every entry with the totals of rows and columns and of all; None where it is hidden.
    """
    whole = with_totals(counts)
    sensitive = {entry for entry, count in whole.items() if 0 < count < fewest} | _by_difference(whole, fewest, earlier)
    known_before = {
        entry for told in earlier for entry, count in told.items() if count is not None and whole.get(entry) == count
    }
    hidden = set(sensitive) - known_before
    open_ends = sorted(hidden)
    while open_ends:
        known = {entry: count for entry, count in whole.items() if entry not in hidden or entry in known_before}
        if width(open_ends[0], known, whole) >= fewest:
            open_ends.pop(0)
        elif (more := _next_to_hide(open_ends[0], whole, hidden | known_before)) is not None:
            hidden.add(more)
            open_ends = sorted(sensitive & hidden)
        else:
            # Nothing is left that could shield it: it stays hidden, and the reader's guess is from elsewhere.
            open_ends.pop(0)
    return {entry: None if entry in hidden else count for entry, count in whole.items()}


def with_totals(counts: Counts) -> dict[Entry, int]:
    """The table with the totals of rows, of columns, and of all."""
    rows = list(dict.fromkeys(row for row, _ in counts))
    columns = list(dict.fromkeys(column for _, column in counts))
    whole = {(row, column): counts.get((row, column), 0) for row in rows for column in columns}
    for row in rows:
        whole[row, TOTAL] = sum(whole[row, column] for column in columns)
    for column in [*columns, TOTAL]:
        whole[TOTAL, column] = sum(whole[row, column] for row in rows)
    return whole


def width(entry: Entry, known: Counts, whole: Counts) -> float:
    """How far apart the least and the most lie that an entry can be, to a reader who knows some of the table.

    Args:
        entry: which.
        known: what the reader knows.
        whole: all entries, for their places.
    """
    entries = list(whole)
    if not whole:
        return 0.0
    at = {each: place for place, each in enumerate(entries)}
    sums = _sums(whole, at)
    limits = [(known[each], known[each]) if each in known else (0, None) for each in entries]
    aim = np.zeros(len(entries))
    aim[at[entry]] = 1.0
    ends = [linprog(sign * aim, A_eq=sums, b_eq=np.zeros(len(sums)), bounds=limits) for sign in (1.0, -1.0)]
    if ends[1].status == 3:
        return float("inf")
    low, high = (float(end.x[at[entry]]) for end in ends)
    return round(high - low, 6)


def _sums(whole: Counts, at: Mapping[Entry, int]) -> Floats:
    """One row for each total: its parts less itself."""
    rows = list(dict.fromkeys(row for row, _ in whole))
    columns = list(dict.fromkeys(column for _, column in whole))
    out = []
    for lines in (
        [[(row, column) for column in columns] for row in rows],
        [[(row, column) for row in rows] for column in columns],
    ):
        for line in lines:
            sums = np.zeros(len(whole))
            for each in line:
                sums[at[each]] = -1.0 if each == line[-1] else 1.0
            out.append(sums)
    return np.array(out)


def _by_difference(whole: Counts, fewest: int, earlier: Sequence[Mapping[Entry, int | None]]) -> set[Entry]:
    """What an earlier release told almost, so that the difference is a small count."""
    return {
        entry
        for told in earlier
        for entry, before in told.items()
        if before is not None and entry in whole and 0 < abs(whole[entry] - before) < fewest
    }


def _next_to_hide(entry: Entry, whole: Counts, taken: set[Entry]) -> Entry | None:
    """The smallest entry on the same row or column that shields it: first where it is hidden alone."""
    row, column = entry
    lines = [[each for each in whole if each[0] == row], [each for each in whole if each[1] == column]]
    lines.sort(key=lambda line: sum(each in taken for each in line))
    for line in lines:
        free = [each for each in line if each not in taken and each != entry and whole[each] > 0]
        if free and sum(each in taken for each in line) < 2:
            return min(free, key=lambda each: (TOTAL in each, whole[each], each))
    free = [each for each in whole if each not in taken and whole[each] > 0]
    return min(free, key=lambda each: (TOTAL in each, whole[each], each), default=None)
