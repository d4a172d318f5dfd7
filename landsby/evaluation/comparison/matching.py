"""Which areas may serve as comparison: chosen or weighted by what they were before anybody started.

Only what was measured before the first start is used, for all areas alike. Areas chosen for a programme because they
fared badly that year fare better the next by themselves; a comparison that had fared as badly does so too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

from landsby.evaluation.cells.cells import Cells
from landsby.evaluation.designs.methods import Feature
from landsby.evaluation.designs.schedules import NEVER, Schedule
from landsby.evaluation.numbers import Flags, Floats, Ints, group_sums, product
from landsby.evaluation.problems import named, refuse

BINS = 4
"""Into how many equally full bins coarsened matching cuts each feature."""
ALIKE = 0.25
"""Areas that lie no further apart than this, in standard deviations, are taken to be alike (Imbens & Rubin 2015)."""
NEWTON_STEPS, BALANCED = 200, 1e-10
UNSEEN = 1e-12
"""So little a step promises that rounding would hide it; so near the end Newton's step is taken whole."""


@dataclass(frozen=True, eq=False)
class Features:
    """What areas were before the first start.

    Attributes:
        names: (f) what was measured.
        X: (G, f) in the order of the schedule's areas.
        treated: (G,) whether the area is ever treated.
        rows: (G,) rows before the first start.
    """

    names: tuple[str, ...]
    X: Floats
    treated: Flags
    rows: Floats


@dataclass(frozen=True)
class Balance:
    """How alike treated and comparison areas were in one feature.

    Attributes:
        name: the feature.
        treated: its mean over treated areas.
        pool: over all areas that might have served.
        compared: over those that do, weighted where there are weights.
        before: difference of treated and pool in standard deviations of the treated and the pool.
        after: the same for those that do.
    """

    name: str
    treated: float
    pool: float
    compared: float
    before: float
    after: float


def features_of(cells: Cells, schedule: Schedule, on: Sequence[Feature]) -> Features:
    """The features of every area before the first start of any.

    level: mean of the outcome. last: its mean in the area's last period. trend: its slope by period over the
    areas' yearly means. size: log of rows. covariates: their means.

    Raises:
        Refused: `none_treated`; `gaps_before` if an area has no rows before the first start.
    """
    if not len(schedule.treated):
        refuse("none_treated")
    first = int(schedule.first[schedule.first != NEVER].min())
    before = cells.where((cells.period < first) & np.isin(cells.area, schedule.area))
    G = len(schedule.area)
    at = np.searchsorted(schedule.area, before.area).astype(np.int64)
    n = before.n.astype(np.float64)
    rows = group_sums(n, at, G)
    if (empty := schedule.area[rows == 0]).size:
        refuse("gaps_before", names=named(empty))
    means = group_sums(before.means() * n[:, None], at, G) / rows[:, None]
    columns: dict[str, Floats] = {}
    if "level" in on:
        columns["level"] = means[:, 0]
    if "last" in on:
        columns["last"] = _last(before, at, G)
    if "trend" in on:
        columns["trend"] = _slopes(before, at, G)
    if "size" in on:
        columns["size"] = np.log(rows)
    if "covariates" in on:
        columns |= {name: means[:, place + 1] for place, name in enumerate(cells.covariates)}
    return Features(tuple(columns), np.stack(list(columns.values()), axis=1), schedule.first != NEVER, rows)


def _last(before: Cells, at: Ints, G: int) -> Floats:
    """(G,) the mean in the last period that each area has."""
    latest = np.full(G, before.period.min())
    np.maximum.at(latest, at, before.period)
    mine = before.period == latest[at]
    n, y = before.n[mine].astype(np.float64), before.means()[mine, 0]
    return group_sums(n * y, at[mine], G) / group_sums(n, at[mine], G)


def _slopes(before: Cells, at: Ints, G: int) -> Floats:
    """(G,) slope of the yearly mean, by rows; 0 where only one period is known."""
    n, y, t = before.n.astype(np.float64), before.means()[:, 0], before.period.astype(np.float64)
    rows = group_sums(n, at, G)
    mean_t, mean_y = group_sums(n * t, at, G) / rows, group_sums(n * y, at, G) / rows
    spread = group_sums(n * (t - mean_t[at]) ** 2, at, G)
    shared = group_sums(n * (t - mean_t[at]) * (y - mean_y[at]), at, G)
    return np.divide(shared, spread, out=np.zeros(G), where=spread > 0)


def distances(features: Features) -> Floats:
    """(treated, pool) squared Mahalanobis distances, by the covariance over all areas."""
    X = features.X - features.X.mean(axis=0)
    covariance = np.atleast_2d(np.cov(X, rowvar=False))
    gap = features.X[features.treated][:, None, :] - features.X[~features.treated][None, :, :]
    out: Floats = np.einsum("ijk,kl,ijl->ij", gap, np.linalg.pinv(covariance), gap, optimize=False)
    return out


def nearest_together(features: Features, for_each: int) -> Ints:
    """Optimal matching: each treated area gets `for_each` areas of its own, with the least distance in all.

    Returns:
        (treated, for_each) places among all areas, nearest first (Rosenbaum 1989; Hansen & Klopfer 2006).

    Raises:
        Refused: `pool_too_small`.
    """
    D = distances(features)
    wanted = D.shape[0] * for_each
    if wanted > D.shape[1]:
        refuse("pool_too_small", wanted=wanted, there=D.shape[1])
    row, column = linear_sum_assignment(np.repeat(D, for_each, axis=0))
    pool = np.flatnonzero(~features.treated)
    chosen = np.empty((D.shape[0], for_each), dtype=np.int64)
    for i in range(D.shape[0]):
        mine = column[row // for_each == i]
        chosen[i] = pool[mine[np.argsort(D[i, mine], kind="stable")]]
    return chosen


def coarsened(features: Features, bins: int = BINS) -> Flags:
    """Coarsened exact matching: areas of the pool in a cell of binned features in which a treated area lies too.

    Bins hold equally many areas (Iacus, King & Porro 2012).

    Returns:
        (G,) which areas of the pool are kept.

    Raises:
        Refused: `treated_unmatched` if a treated area has none.
    """
    cuts = np.quantile(features.X, np.arange(1, bins) / bins, axis=0)
    place = np.stack([np.searchsorted(cuts[:, j], features.X[:, j], side="right") for j in range(len(features.names))])
    code = np.array(["/".join(map(str, column)) for column in place.T.tolist()])
    alone = np.setdiff1d(code[features.treated], code[~features.treated])
    if len(alone):
        refuse("treated_unmatched", count=int(np.isin(code, alone).sum()))
    kept: Flags = ~features.treated & np.isin(code, code[features.treated])
    return kept


def entropy_weights(features: Features) -> Floats:
    """Entropy balancing: weights of the pool, as even by rows as can be, under which its means are the treated areas'.

    Means are by rows, as in every estimate.

    Newton's method on the dual (Hainmueller 2012, Political Analysis 20:25).

    Returns:
        (G,) weights, 0 for treated areas, summing to 1.

    Raises:
        Refused: `no_balance` if the treated areas lie outside what any weights can reach.
    """
    scale = features.X.std(axis=0)
    scale[scale == 0] = 1.0
    target = np.average(features.X[features.treated], axis=0, weights=features.rows[features.treated])
    C = (features.X[~features.treated] - target) / scale
    base = np.log(features.rows[~features.treated])
    multiplier = np.zeros(C.shape[1])
    w, gradient = _tilted(C, base, multiplier)
    for _ in range(NEWTON_STEPS):
        if np.abs(gradient).max() < BALANCED:
            break
        centred = C - gradient
        hessian = product((centred * w[:, None]).T, centred)
        step: Floats = np.linalg.lstsq(hessian, gradient, rcond=None)[0].astype(np.float64)
        multiplier = multiplier - _damped(C, base, multiplier, step, float(gradient @ step)) * step
        w, gradient = _tilted(C, base, multiplier)
    else:
        refuse("no_balance")
    out = np.zeros(len(features.X))
    out[~features.treated] = w
    return out


def _tilted(C: Floats, base: Floats, multiplier: Floats) -> tuple[Floats, Floats]:
    """The weights of a multiplier, and the means that they give."""
    exponent = base + product(C, multiplier[:, None])[:, 0]
    tilted = np.exp(exponent - exponent.max())
    w: Floats = tilted / tilted.sum()
    return w, product(w[None, :], C)[0]


def _dual(C: Floats, base: Floats, multiplier: Floats) -> float:
    exponent = base + product(C, multiplier[:, None])[:, 0]
    return float(exponent.max() + np.log(np.exp(exponent - exponent.max()).sum()))


def _damped(C: Floats, base: Floats, multiplier: Floats, step: Floats, descent: float) -> float:
    """The largest of 1, 1/2, 1/4 … by which the step makes the dual smaller enough."""
    if descent < UNSEEN:
        return 1.0
    here, share = _dual(C, base, multiplier), 1.0
    while share > 1e-8 and _dual(C, base, multiplier - share * step) > here - 1e-4 * share * descent:
        share /= 2
    return share


def balance(features: Features, weights: Floats, *, by_rows: bool = False) -> tuple[Balance, ...]:
    """How alike the areas are, before and after choosing or weighting.

    Args:
        features: the features.
        weights: (G,) of the areas of the pool, not all 0.
        by_rows: whether the treated areas' mean is by rows, as that of the weighted pool is, or each counts once.
    """
    rows = []
    treated, pool = features.X[features.treated], features.X[~features.treated]
    each = features.rows[features.treated] if by_rows else np.ones(len(treated))
    for j, name in enumerate(features.names):
        spread = float(np.sqrt((treated[:, j].var() + pool[:, j].var()) / 2)) or 1.0
        one, every = float(np.average(treated[:, j], weights=each)), float(pool[:, j].mean())
        compared = float(np.sum(weights * features.X[:, j]) / weights.sum())
        rows.append(Balance(name, one, every, compared, (one - every) / spread, (one - compared) / spread))
    return tuple(rows)
