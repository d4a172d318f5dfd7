"""Placebo dates: one to four periods before the first start, on what there was before it, and their schedules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from landsby.evaluation.designs.schedules import NEVER, NO_OTHERS, Schedule
from landsby.evaluation.inference.calibrated_paths import Dated
from landsby.evaluation.inference.exchange import exchanges
from landsby.evaluation.numbers import Floats, Ints
from landsby.evaluation.problems import refuse

EARLIEST = 4
"""Placebo dates go back at most so many periods."""
SCHEDULES_OF_A_DATE = 1_999
"""Schedules that are drawn where there are more."""


def earlier_dates(n: Floats, periods: Ints, schedule: Schedule, block: Ints | None, seed: int) -> Iterator[Dated]:
    """The dates that there are.

    Args:
        n: (G, T) rows, weighted.
        periods: (T,) periods.
        schedule: the design.
        block: (C,) blocks of clusters among which schedules are exchanged, or None for one of all.
        seed: of the design.

    Raises:
        Refused: `few_before` with fewer than two periods before the first start.
    """
    start = int(schedule.first.min()) - schedule.against.anticipation
    T = int(np.sum(periods < start))
    if T < 2:
        refuse("few_before", start=start, count=T)
    rows, size = n[:, :T], n[:, :T].sum(axis=1) / schedule.weights
    for earlier in range(1, min(EARLIEST, T - 1) + 1):
        first = np.where(schedule.first == NEVER, NEVER, periods[T - earlier]).astype(np.int64)
        moved = replace(schedule, first=first, against=NO_OTHERS)
        rng = np.random.default_rng([seed, 6, earlier])
        among = exchanges(
            moved, rng, block=block, size=size, draws=SCHEDULES_OF_A_DATE, enumerate_up_to=SCHEDULES_OF_A_DATE + 1
        )
        yield Dated(earlier, moved, among, periods[:T], rows)
