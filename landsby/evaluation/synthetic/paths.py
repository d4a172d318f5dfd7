"""The paths that synthetic comparisons are made from: areas treated at one time, and those that are never treated."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from landsby.evaluation.cells.cells import Cells
from landsby.evaluation.designs.schedules import NEVER, Schedule
from landsby.evaluation.estimates.group_time import grid
from landsby.evaluation.numbers import Floats, Ints, Labels
from landsby.evaluation.problems import named, refuse


@dataclass(frozen=True, eq=False)
class Paths:
    """Means of areas over periods, for one start.

    Attributes:
        start: the first treated period.
        periods: (T,) periods.
        T0: how many of them lie before the start.
        donors: (J,) labels of areas never treated.
        Y0: (J, T) their means.
        treated: (N1,) labels of the areas that start then.
        Y1: (N1, T) their means.
    """

    start: int
    periods: Ints
    T0: int
    donors: Labels
    Y0: Floats
    treated: Labels
    Y1: Floats

    @property
    def y1(self) -> Floats:
        """(T,) the plain mean of the treated areas."""
        return np.asarray(self.Y1.mean(axis=0))

    def placebo(self, donor: int) -> Paths:
        """The paths in which one donor stands for the treated areas, and they are gone."""
        others = np.delete(np.arange(len(self.donors)), donor)
        return Paths(
            self.start,
            self.periods,
            self.T0,
            self.donors[others],
            self.Y0[others],
            self.donors[[donor]],
            self.Y0[[donor]],
        )


def paths_of(cells: Cells, schedule: Schedule) -> list[Paths]:
    """The paths for every start, in order.

    Raises:
        Refused: `gaps` if an area lacks a period; `none_treated`; `few_donors` with fewer than two donors;
            `few_before` with fewer than two periods before a start.
    """
    n, y, periods = grid(cells, schedule)
    if (missing := (n == 0).any(axis=1)).any():
        refuse("gaps", names=named(schedule.area[missing]))
    donors = schedule.first == NEVER
    if (count := int(donors.sum())) < 2:
        refuse("few_donors", count=count, least=2)
    starts = np.unique(schedule.first[(schedule.first != NEVER) & (schedule.first <= periods[-1])])
    if not len(starts):
        refuse("none_treated")
    out = []
    for start in starts.tolist():
        T0 = int((periods < start).sum())
        if T0 < 2:
            refuse("few_before", start=start, count=T0)
        mine = schedule.first == start
        out.append(Paths(start, periods, T0, schedule.area[donors], y[donors], schedule.area[mine], y[mine]))
    return out
