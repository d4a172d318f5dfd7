"""The imputation estimator of Borusyak, Jaravel & Spiess (2024, REStud 91:3253).

Area and period effects are fitted to what is not yet treated, and what is treated is compared with what they foretell.
With these weights it is also Gardner's two-stage estimator. Covariates are not used.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from landsby.evaluation.cells.cells import Cells
from landsby.evaluation.designs.schedules import NEVER, Schedule
from landsby.evaluation.estimates.group_time import grid
from landsby.evaluation.numbers import Flags, Floats, Ints, group_sums
from landsby.evaluation.problems import named, refuse


@dataclass(frozen=True, eq=False)
class Imputed:
    """Effects by imputation.

    Attributes:
        periods: (T,) periods.
        tau: (G, T) the effect in each treated cell, NaN elsewhere.
        n: (G, T) rows.
        estimate: the mean over all treated rows.
        se: its conservative standard error, clustered.
    """

    periods: Ints
    tau: Floats
    n: Floats
    estimate: float
    se: float


def imputation(cells: Cells, schedule: Schedule) -> Imputed:
    """The mean effect over all treated rows, and each treated cell's.

    The standard error is theirs: each cluster's sum of weights times residuals; the residual of a treated cell is its
    effect less the mean effect of its group and period, by squared weights.

    Raises:
        Refused: `no_pre_period` for areas treated throughout; `all_treated` if a period has no untreated rows.
    """
    n, y, periods = grid(cells, schedule)
    treated = (periods[None, :] >= schedule.first[:, None]) & (n > 0)
    if not treated.any():
        refuse("none_treated")
    free = np.where(treated, 0.0, n)
    if (lost := treated.any(axis=1) & (free.sum(axis=1) == 0)).any():
        refuse("no_pre_period", names=named(schedule.area[lost]))
    if (treated.any(axis=0) & (free.sum(axis=0) == 0)).any():
        refuse("all_treated")
    a, b = two_way_means(free, y)
    left = y - a[:, None] - b[None, :]
    tau = np.where(treated, left, np.nan)
    w = np.where(treated, n, 0.0) / n[treated].sum()
    v = _weights(free, w)
    residual = np.where(treated, left - _group_means(schedule, treated, left, w**2), left)
    score = np.sum(np.where(n > 0, v * residual, 0.0), axis=1)
    by_cluster = group_sums(score, schedule.cluster_index, len(schedule.clusters))
    return Imputed(
        periods, tau, n, float(np.sum(w * np.where(treated, left, 0.0))), float(np.sqrt(np.sum(by_cluster**2)))
    )


def two_way_means(weight: Floats, y: Floats) -> tuple[Floats, Floats]:
    """Weighted two-way effects, by the normal equations with the areas solved out.

    Args:
        weight: (G, T) weights, 0 where a cell is not used.
        y: (G, T) means.

    Returns:
        (G,) effects of areas and (T,) of periods; only their sum has meaning.
    """
    _, share, S = _without_areas(weight)
    r = np.sum(weight * (y - np.sum(share * y, axis=1)[:, None]), axis=0)
    b = np.linalg.lstsq(S, r, rcond=1e-12)[0].astype(np.float64)
    return np.sum(share * (y - b[None, :]), axis=1), b


def _without_areas(weight: Floats) -> tuple[Floats, Floats, Floats]:
    """(G,) weights of areas, (G, T) shares of them, and the (T, T) normal equations of periods, areas solved out."""
    area = np.maximum(weight.sum(axis=1), 1e-300)
    share = weight / area[:, None]
    return area, share, np.diag(weight.sum(axis=0)) - np.einsum("gt,gs->ts", weight, share, optimize=False)


def _weights(free: Floats, w: Floats) -> Floats:
    """(G, T) the weight of each cell's mean in the estimate: w where treated, and what the fit makes of the others."""
    # The estimate is sum(w y) - sum(w (a + b)); a and b are linear in y, and symmetric in the weights:
    # the share of an untreated cell is minus its weight times the two-way fit of w's own area and period sums.
    area, share, S = _without_areas(free)
    load = w.sum(axis=1)
    r = w.sum(axis=0) - np.sum(share * load[:, None], axis=0)
    q = np.linalg.lstsq(S, r, rcond=1e-12)[0].astype(np.float64)
    p = (load - np.sum(free * q[None, :], axis=1)) / area
    return np.where(free > 0, -free * (p[:, None] + q[None, :]), w)


def _group_means(schedule: Schedule, treated: Flags, left: Floats, weight: Floats) -> Floats:
    """(G, T) mean effect of each treated cell's group and period."""
    out = np.zeros_like(left)
    for g in np.unique(schedule.first[schedule.first != NEVER]):
        mine = (schedule.first == g)[:, None] & treated
        total = np.sum(np.where(mine, weight, 0.0), axis=0)
        mean = np.sum(np.where(mine, weight * left, 0.0), axis=0) / np.where(total > 0, total, 1.0)
        out = np.where(mine, mean[None, :], out)
    return out
