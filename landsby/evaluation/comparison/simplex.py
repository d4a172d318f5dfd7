"""Least squares over weights that are not negative and sum to 1, to the exact optimum.

An active-set method in the manner of Lawson & Hanson (1974, ch. 23): it ends where the conditions of the optimum hold,
after finitely many steps. Early-stopped descents leave weights that depend on where they began.
"""

from __future__ import annotations

import numpy as np

from landsby.evaluation.numbers import Flags, Floats, product
from landsby.evaluation.problems import refuse

MOST_STEPS = 10_000
NEWTON_STEPS = 100


def simplex_weights(A: Floats, b: Floats, ridge: float = 0.0) -> Floats:
    """The w >= 0 with sum 1 that makes ``|A w - b|^2 + ridge |w|^2`` least.

    Args:
        A: (t, j).
        b: (t,).
        ridge: at least 0; above 0 the weights are unique.

    Returns:
        (j,) weights.

    Raises:
        Refused: `no_optimum` if the conditions are not met within the steps: a fault of the data's scale.
    """
    scale = max(float(np.abs(A).max(initial=0.0)), float(np.abs(b).max(initial=0.0)), 1e-300)
    A, b, ridge = A / scale, b / scale, ridge / scale**2
    H = product(A.T, A) + ridge * np.eye(A.shape[1])
    f = product(A.T, b[:, None])[:, 0]
    w = np.zeros(A.shape[1])
    start = int(np.argmin(np.diagonal(H) - 2 * f))
    w[start] = 1.0
    free = w > 0
    tolerance = 1e-12 * max(float(np.abs(H).max()), float(np.abs(f).max()))
    for _ in range(MOST_STEPS):
        gradient = H @ w - f
        slack = gradient - float(gradient @ w)
        slack[free] = 0.0
        enter = int(np.argmin(slack))
        if slack[enter] >= -tolerance:
            return np.asarray(np.where(w > 0, w, 0.0) / w[w > 0].sum(), dtype=np.float64)
        free[enter] = True
        w = _settled(H, f, w, free)
    return refuse("no_optimum")


def spread_weights(A: Floats, b: Floats, ridge: float) -> Floats:
    """As `simplex_weights` with a ridge, for many more weights than rows: its dual has one unknown for each row.

    With a gap g = A w - b and a level m the weights are ``max(0, m - A'g) / ridge``; g and m are found by Newton's
    method on piecewise linear equations. Where it does not settle the active-set method decides.

    Args:
        A: (t, j).
        b: (t,).
        ridge: above 0.
    """
    t, j = A.shape
    g = product(A, np.full((j, 1), 1.0 / j))[:, 0] - b
    m = float(np.mean(product(A.T, g[:, None]))) + ridge / j
    for _ in range(NEWTON_STEPS):
        w = np.maximum(0.0, m - product(A.T, g[:, None])[:, 0]) / ridge
        miss = np.append(product(A, w[:, None])[:, 0] - b - g, float(w.sum()) - 1.0)
        if float(np.abs(miss).max()) < 1e-12 * max(1.0, float(np.abs(b).max())):
            return np.asarray(w / w.sum(), dtype=np.float64)
        S = A[:, w > 0]
        load = S.sum(axis=1)
        own = -product(S, S.T) / ridge - np.eye(t)
        slope = np.block([[own, load[:, None] / ridge], [-load[None, :] / ridge, np.array([[S.shape[1] / ridge]])]])
        try:
            step = np.linalg.solve(slope, -miss)
        except np.linalg.LinAlgError:
            break
        g, m = g + step[:t], m + float(step[t])
    return simplex_weights(A, b, ridge)


def _settled(H: Floats, f: Floats, w: Floats, free: Flags) -> Floats:
    """Go to the least among the free weights, letting those go that would turn negative; `free` is updated."""
    while True:
        target = _least(H, f, free)
        below = free & (target <= 0)
        if not below.any():
            return target
        step = np.full(len(w), np.inf)
        moving = below & (w - target > 0)
        step[moving] = w[moving] / (w[moving] - target[moving])
        alpha = min(float(step.min()), 1.0)
        w = w + alpha * (target - w)
        leaving = below & (w <= 1e-14)
        if not leaving.any():
            leaving = below & (step == step.min())
        w[leaving] = 0.0
        free[leaving] = False


def _least(H: Floats, f: Floats, free: Flags) -> Floats:
    """The least with sum 1 over the free weights, the others 0."""
    at = np.flatnonzero(free)
    k = len(at)
    system = np.zeros((k + 1, k + 1))
    system[:k, :k] = H[np.ix_(at, at)]
    system[:k, k] = system[k, :k] = 1.0
    right = np.append(f[at], 1.0)
    try:
        solved = np.linalg.solve(system, right)
    except np.linalg.LinAlgError:
        solved = np.linalg.lstsq(system, right, rcond=None)[0]
    out = np.zeros(len(f))
    out[at] = solved[:k]
    return out
