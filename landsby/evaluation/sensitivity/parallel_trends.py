"""What is left of an effect when trends may differ: bounds after Rambachan & Roth (2023, REStud 90:2555).

Relative magnitudes: from one period to the next the difference after the start moves at most M times as much as ever
before it. The interval here adds that bound, at an upper limit of what it was before, to the effect's own interval,
half of the error allowed to each: wider than theirs, never narrower than it should be. Smoothness: the slope of the
difference changes by at most M from one period to the next; intervals of fixed length are theirs.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import optimize, special

from landsby.evaluation.numbers import Floats, Ints
from landsby.evaluation.problems import refuse
from landsby.evaluation.sensitivity.event_path import EventPath


@dataclass(frozen=True)
class Bounds:
    """An interval for an effect under one M.

    Attributes:
        M: how far trends may differ.
        ci_low: lower end.
        ci_high: upper end.
    """

    M: float
    ci_low: float
    ci_high: float


def relative_magnitudes(path: EventPath, time: int, M: float, level: float = 0.95) -> Bounds:
    """The interval for the effect at a relative period when later changes are at most M times the earlier ones.

    Args:
        path: the event study, with at least two periods before the start beside the base.
        time: relative period, from 0.
        M: at least 0; at 0 it is parallel trends, and the interval that of the effect.
        level: of the interval.
    """
    at, before = path.at(time), path.before
    if not len(before):
        refuse("none_before_last")
    alpha = 1 - level
    if M == 0:
        half = _t(1 - alpha / 2, path.df) * float(np.sqrt(path.V[at, at]))
        return Bounds(0.0, float(path.beta[at]) - half, float(path.beta[at]) + half)
    steps = np.diff(np.eye(len(before) + 1), axis=0)[:, : len(before)]
    change = steps @ path.beta[before]
    se = np.sqrt(np.diagonal(steps @ path.V[np.ix_(before, before)] @ steps.T))
    most = float(np.max(np.abs(change) + _t(1 - alpha / (4 * len(change)), path.df) * se))
    half = _t(1 - alpha / 4, path.df) * float(np.sqrt(path.V[at, at])) + M * most * (time + 1)
    return Bounds(M, float(path.beta[at]) - half, float(path.beta[at]) + half)


def smoothness(path: EventPath, time: int, M: float, level: float = 0.95) -> Bounds:
    """The shortest interval of fixed length for the effect at a relative period when slopes change by at most M.

    Periods before the start are weighted so that every straight line cancels; the weights balance what may be left of
    curves against noise (Armstrong & Kolesar 2018). Errors are taken as normal.

    Raises:
        Refused: `none_before_last` with no period before the base; `gaps_in_path`
            if relative periods are not consecutive.
    """
    chosen = _chosen(path, time)
    times = path.times[chosen].astype(np.float64) + 1
    V = path.V[np.ix_(chosen, chosen)]
    bends = _bends(times)
    start = np.zeros(len(times) - 1)
    start[-1] = -times[-1] / times[-2]
    free = _null(times[:-1])

    def weights(z: Floats) -> Floats:
        return np.append(start + free @ z, 1.0)

    def half(z: Floats) -> float:
        w = weights(z)
        sd = float(np.sqrt(w @ V @ w))
        return sd * folded_quantile(M * float(np.abs(bends.T @ w).sum()) / sd, level)

    best = np.zeros(free.shape[1])
    for _ in range(3 if len(best) else 0):
        best = optimize.minimize(half, best, method="Nelder-Mead", options={"xatol": 1e-9, "fatol": 1e-12}).x
    w = weights(best)
    centre, reach = float(w @ path.beta[chosen]), half(best)
    return Bounds(M, centre - reach, centre + reach)


def _chosen(path: EventPath, time: int) -> Ints:
    """The places of the periods before the start and of the one asked for."""
    at, before = path.at(time), path.before
    if not len(before):
        refuse("none_before_last")
    if not np.array_equal(path.times[before], np.arange(-len(before) - 1, -1)):
        refuse("gaps_in_path")
    return np.append(before, at).astype(np.int64)


def folded_quantile(bias: float, level: float) -> float:
    """The quantile of ``|N(bias, 1)|``."""
    if bias > 30:
        return bias + float(special.ndtri(level))

    def short(c: float) -> float:
        return float(special.ndtr(c - bias) - special.ndtr(-c - bias)) - level

    return float(optimize.brentq(short, 0.0, bias + 10.0, xtol=1e-13))


def _bends(times: Floats) -> Floats:
    """(M, B) what a unit bend at each period in between adds at each time, lines apart and the base period at 0."""
    inner = np.arange(times.min() + 1, times.max())
    after = np.maximum(times[:, None] - inner[None, :], 0.0) - np.maximum(-inner, 0.0)[None, :]
    out: Floats = np.asarray(after, dtype=np.float64)
    return out


def _null(row: Floats) -> Floats:
    """(k, k - 1) directions that a row does not see."""
    return np.linalg.svd(row[None, :])[2][1:].T.astype(np.float64)


def _t(q: float, df: float) -> float:
    return float(special.stdtrit(df, q)) if np.isfinite(df) else float(special.ndtri(q))
