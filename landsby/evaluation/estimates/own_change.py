"""Each area against itself: how much its own change from one period to another is worth, and who has one at all.

Group-time effects are differences of changes. Means over whichever areas happen to have rows would let areas that come,
go or shrink pass for change (compositional change: Hong 2013, J. Appl. Econometrics 28:297; Sant'Anna & Xu 2023, arXiv
2304.13925). So every area is compared with itself, and counts by ``n_t n_b / (n_t + n_b)``: that is the least-squares
fit to the rows of the two periods with an effect for each area, and the rows of an area that is absent in one of them
say nothing. Where no area gains or loses rows it is the plain mean over rows of Callaway & Sant'Anna (2021).
"""

from __future__ import annotations

import numpy as np

from landsby.evaluation.designs.schedules import NEVER, Schedule
from landsby.evaluation.numbers import Floats, Ints


def worth(n: Floats, base: int) -> Floats:
    """(G, T) what each area's change from its base to each period counts; 0 at the base and where rows are absent.

    Args:
        n: (G, T) rows.
        base: the place of the period that is compared with.
    """
    out = worth_of_two(n, n[:, [base]])
    out[:, base] = 0.0
    return out


def worth_of_two(one: Floats, other: Floats) -> Floats:
    """What changes between two periods count, by the rows in both; 0 where one has none."""
    out: Floats = one * other / np.maximum(one + other, 1e-300)
    return out


def last_before(periods: Ints, start: int) -> int | None:
    """The place of the last period before a start; None where there is none."""
    before = np.flatnonzero(periods < start)
    return int(before[-1]) if len(before) else None


def rows_with_base(n: Floats, periods: Ints, schedule: Schedule) -> Floats:
    """(G, T) rows, none for treated areas that have none in the last period before their start: they have no change."""
    kept = np.ones(len(n), dtype=np.bool_)
    for start in np.unique(schedule.first[schedule.first != NEVER]).tolist():
        base = last_before(periods, start - schedule.against.anticipation)
        kept &= (schedule.first != start) | (n[:, base] > 0 if base is not None else False)
    return np.where(kept[:, None], n, 0.0)
