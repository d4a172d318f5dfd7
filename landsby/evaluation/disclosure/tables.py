"""Tables of counts that may leave the house: small counts are hidden, and so is what they could be worked out from.

A count that is small is hidden. So is one that differs by little from what an earlier release told, for the difference
is a small count of its own. Then it is asked what a reader could work out who knows the totals, every earlier release,
and that counts are whole and not negative; more is hidden until nothing hidden can be told closer than a small count's
width. (Complementary suppression; Fischetti & Salazar-González 2000 ask the same of each cell.)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linprog

TOTAL = "*"
"""The name of the line of totals, in both directions."""

Entry = tuple[str, str]
"""Row and column."""
Counts = Mapping[Entry, int]
Shown = dict[Entry, int | None]
"""What may be shown; None in place of what is hidden."""
IMPOSSIBLE, UNBOUNDED = 2, 3
"""How `linprog` says that no table, or one as large as you like, agrees with what is known."""


@dataclass(frozen=True)
class Line:
    """That entries, each with its sign, add up to a sum."""

    parts: Mapping[Entry, int]
    sum: int


def protected(counts: Counts, fewest: int, earlier: Sequence[Mapping[Entry, int | None]] = ()) -> Shown:
    """A table with its totals as it may be shown.

    Args:
        counts: by row and column, without totals; a pair that is left out is nobody.
        fewest: a count under this, but not nobody, is small.
        earlier: what earlier releases showed; rows and columns of the same name are the same people, as far as the
            reader knows, though other releases may hold others.

    Returns:
        Every entry with the totals of rows and columns and of all; None where it is hidden.
    """
    whole = with_totals(counts)
    before = lines_before(earlier, whole)
    sensitive = {entry for entry, count in whole.items() if 0 < count < fewest} | _by_difference(whole, fewest, earlier)
    known_before = {
        entry for told in earlier for entry, count in told.items() if count is not None and whole.get(entry) == count
    }
    hidden = set(sensitive) - known_before
    open_ends = sorted(hidden)
    while open_ends:
        known = {entry: count for entry, count in whole.items() if entry not in hidden or entry in known_before}
        if width(open_ends[0], known, whole, before) >= fewest:
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


def width(entry: Entry, known: Counts, whole: Counts, before: Sequence[Line] = ()) -> float:
    """How far apart the least and the most lie that an entry can be, to a reader who knows some of the table.

    Args:
        entry: which.
        known: what the reader knows.
        whole: all entries, for their places.
        before: what earlier releases tell of the sums of entries; left out where it contradicts this table.
    """
    if not whole:
        return 0.0
    sums = [*_sums(whole), *before]
    names = list(dict.fromkeys([*whole, *(name for line in sums for name in line.parts)]))
    at = {name: place for place, name in enumerate(names)}
    matrix = np.zeros((len(sums), len(names)))
    for row, line in enumerate(sums):
        for name, sign in line.parts.items():
            matrix[row, at[name]] = sign
    limits = [(known[name], known[name]) if name in known else (0, None) for name in names]
    aim = np.zeros(len(names))
    aim[at[entry]] = 1.0
    ends = [linprog(sign * aim, A_eq=matrix, b_eq=[line.sum for line in sums], bounds=limits) for sign in (1.0, -1.0)]
    if ends[0].status == IMPOSSIBLE:
        return width(entry, known, whole)
    if ends[1].status == UNBOUNDED:
        return float("inf")
    low, high = (float(end.x[at[entry]]) for end in ends)
    return round(high - low, 6)


def lines_before(earlier: Sequence[Mapping[Entry, int | None]], whole: Counts) -> list[Line]:
    """What earlier releases tell of the sums of what they hid: a hidden entry is that of this table, where it has one.

    A total is over other rows and columns than now, so it is a number of its own.
    """
    lines = []
    for number, told in enumerate({tuple(sorted(told.items())): told for told in earlier}.values()):
        for parts in _lines(told):
            hidden, rest = {}, 0
            for each in parts:
                sign = -1 if each == parts[-1] else 1
                count = told.get(each, 0)
                if count is not None:
                    rest -= sign * count
                else:
                    hidden[each if each in whole and TOTAL not in each else (f"{number} {each[0]}", each[1])] = sign
            is_of_now = all(name in whole for name in hidden)
            if hidden and (not is_of_now or sum(sign * whole[name] for name, sign in hidden.items()) == rest):
                lines.append(Line(hidden, rest))
    return lines


def _sums(whole: Counts) -> list[Line]:
    """One for each total: its parts less itself."""
    return [Line({each: -1 if each == line[-1] else 1 for each in line}, 0) for line in _lines(whole)]


def _lines(whole: Iterable[Entry]) -> list[list[Entry]]:
    """Each row and each column of a table with its totals, the total last."""
    rows = [*dict.fromkeys(row for row, _ in whole if row != TOTAL), TOTAL]
    columns = [*dict.fromkeys(column for _, column in whole if column != TOTAL), TOTAL]
    return [
        *([(row, column) for column in columns] for row in rows),
        *([(row, column) for row in rows] for column in columns),
    ]


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
