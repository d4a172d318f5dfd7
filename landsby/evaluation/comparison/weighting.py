"""Comparison areas chosen or weighed: those that together were, before the first start, what the treated areas were."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from landsby.evaluation.cells.cells import Cells
from landsby.evaluation.comparison.matching import (
    Balance,
    Features,
    balance,
    coarsened,
    entropy_weights,
    nearest_together,
)
from landsby.evaluation.comparison.simplex import spread_weights
from landsby.evaluation.designs.schedules import NEVER, Schedule
from landsby.evaluation.estimates.group_time import grid
from landsby.evaluation.numbers import Floats
from landsby.evaluation.problems import named, refuse

LEAST_NOISE = 1e-3
"""Of the spread of the pool's means, where the pool's own course is smoother still."""
LEAST_SHARE = 1e-6
"""Areas with less of the pool are left out."""


def kept_by(features: Features, schedule: Schedule, method: str, for_each: int) -> tuple[Schedule, tuple[Balance, ...]]:
    """The schedule with the comparison areas that a method keeps, and how alike they are.

    Args:
        features: of the schedule's areas.
        schedule: the design's.
        method: "mahalanobis" or "coarsened", which choose; "entropy", which weighs; any other keeps all as they are.
        for_each: comparison areas for each treated one.
    """
    kept = ~features.treated
    if method == "entropy":
        weights = entropy_weights(features)
        return weighed(schedule, weights, features.rows), balance(features, weights, by_rows=True)
    if method == "mahalanobis":
        kept = np.isin(np.arange(len(kept)), nearest_together(features, for_each))
    elif method == "coarsened":
        kept = coarsened(features)
    chosen = schedule.among(schedule.area[kept | features.treated].tolist())
    return chosen, balance(features, np.where(kept, schedule.weights * _rows_where_weighed(schedule, features), 0.0))


def _rows_where_weighed(schedule: Schedule, features: Features) -> Floats:
    """Weighted areas count by their rows, others each once."""
    return np.ones(len(features.rows)) if schedule.weight is None else features.rows


def weighed(schedule: Schedule, shares: Floats, rows: Floats) -> Schedule:
    """The schedule with weights under which each area of the pool has that share of the pool's rows.

    Areas of no share are left out; those that are treated keep a weight of 1, and the pool its number of rows.

    Args:
        schedule: the design.
        shares: (G,) of the pool's areas, 0 for treated ones.
        rows: (G,) of each area.
    """
    treated = schedule.first != NEVER
    kept = treated | (shares > LEAST_SHARE * shares.sum())
    total = float(rows[~treated & kept].sum())
    weight = np.where(treated, 1.0, shares / shares[kept].sum() * total / rows)
    return replace(schedule, weight=weight).among(schedule.area[kept].tolist())


def weighted_to_path(cells: Cells, schedule: Schedule, last: int) -> Schedule:
    """The schedule with synthetic weights: the pool's path before the first start is that of the treated areas.

    Paths of means by rows; the ridge is that of synthetic differences (Arkhangelsky et al. 2021, AER 111:4088), under
    which weights are unique and spread over many areas. It asks in how many periods an effect is to be seen: those of
    the declared window, not those that have been measured, so that every reading of a design has the same weights.

    Args:
        cells: the cells.
        schedule: the design.
        last: the last period of the declared window.

    Raises:
        Refused: `none_treated`; `few_before` with fewer than two periods; `path_with_gaps` if an area lacks one of
            them.
    """
    treated = schedule.first != NEVER
    if not treated.any():
        refuse("none_treated")
    mine = cells.only(cells.outcome).where(np.isin(cells.area, schedule.area))
    n, y, periods = grid(mine, schedule.unweighted)
    start = int(schedule.first.min())
    T0 = int((periods < start).sum())
    if T0 < 2:
        refuse("few_before", start=start, count=T0)
    if (gaps := (n[:, :T0] == 0).any(axis=1)).any():
        refuse("path_with_gaps", names=named(schedule.area[gaps]))
    rows, before = n[:, :T0].sum(axis=1), y[:, :T0]
    path = np.average(before[treated], axis=0, weights=rows[treated])
    # Where nothing but the level tells areas apart there is no noise to spread by, and weights need some to be unique.
    least = LEAST_NOISE * float(np.std(before[~treated])) or 1.0
    noise = max(float(np.std(np.diff(before[~treated], axis=1), ddof=1)), least)
    cells_treated = int(treated.sum()) * max(last - start + 1, 1)
    shares = np.zeros(len(rows))
    shares[~treated] = spread_weights(before[~treated].T, path, cells_treated**0.5 * noise**2 * T0)
    return weighed(schedule, shares, rows)
