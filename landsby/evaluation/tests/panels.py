"""Random panels for tests: rows, their cells, and a schedule."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from landsby.evaluation.cells.cells import Cells
from landsby.evaluation.designs.schedules import NEVER, Against, Schedule
from landsby.evaluation.tests.in_memory import cells_of_rows


@dataclass(frozen=True, eq=False)
class Panel:
    """Rows in memory with their design."""

    area: np.ndarray
    period: np.ndarray
    y: np.ndarray
    x: np.ndarray
    cells: Cells
    schedule: Schedule

    @property
    def place(self):
        return np.searchsorted(self.schedule.area, self.area)

    @property
    def first(self):
        return self.schedule.first[self.place]

    @property
    def first_with_base(self):
        """Starts of the rows' areas, 0 for treated areas without rows in the period before their start."""
        there = set(zip(self.area.tolist(), self.period.tolist(), strict=True))
        starts = zip(self.schedule.area.tolist(), self.schedule.first.tolist(), strict=True)
        lost = [area for area, start in starts if start != NEVER and (area, start - 1) not in there]
        return self.first * ~np.isin(self.area, lost)

    @property
    def treated(self):
        return (self.period >= self.first).astype(float)

    @property
    def cluster(self):
        return self.schedule.cluster_index[self.place]


def held_against(schedule, control="never", anticipation=0):
    """The schedule with another comparison of its group-time effects: "never" or "not_yet"."""
    return replace(schedule, against=Against(control == "not_yet", anticipation))


def panel(seed, *, G=14, T=6, per_cell=3, starts=(3, 4, 4, 5), clusters=None, unbalanced=True, gaps=0.0, steady=False):
    """G areas over T periods, the first of them treated from `starts`; rows of a cell between 1 and 2 * per_cell.

    Of the cells a share of `gaps` has no rows; never treated areas keep one in every period, and all their first. With
    `steady` an area has as many rows in every period.
    """
    rng = np.random.default_rng(seed)
    names = [f"a{g:03d}" for g in range(G)]
    first = {name: (starts[g] if g < len(starts) else None) for g, name in enumerate(names)}
    of = None if clusters is None else {name: f"c{g % clusters:02d}" for g, name in enumerate(names)}
    n = rng.integers(1, 2 * per_cell, (G, T)) if unbalanced else np.full((G, T), per_cell)
    n = np.broadcast_to(n[:, [0]], (G, T)) if steady else n
    if gaps:
        n = np.where((rng.random((G, T)) < gaps) & (np.arange(G) < G - 1)[:, None] & (np.arange(T) > 0), 0, n)
    g, t = (np.repeat(i.ravel(), n.ravel()) for i in np.indices((G, T)))
    begin = np.array([NEVER if first[name] is None else first[name] for name in names])
    x = np.round(rng.normal(size=len(g)) + 0.2 * g / G, 3)
    noise = rng.normal(size=len(g)) + rng.normal(size=(G, T))[g, t] + rng.normal(size=G)[g]
    y = np.round(0.5 * x + 0.3 * t + noise + 0.4 * (t >= begin[g]), 3)
    keys = {"area": np.array(names)[g], "period": t}
    cells = cells_of_rows({"y": 1000, "x": 1000}, keys, [y, x])
    return Panel(keys["area"], t, y, x, cells, Schedule.of(first, of))


def dummies(values):
    return (values[:, None] == np.unique(values)[None, :]).astype(float)


def naive_fit(panel, *columns):
    """Coefficients of the columns by least squares on all rows, with a dummy for every area and period."""
    X = np.column_stack([*columns, dummies(panel.area), dummies(panel.period)[:, 1:]])
    b = np.linalg.lstsq(X, panel.y, rcond=None)[0]
    return b[: len(columns)], X, panel.y - X @ b
