"""Synthetic control (Abadie, Diamond & Hainmueller 2010), and augmented (Ben-Michael, Feller & Rothstein 2021)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from landsby.evaluation.comparison.simplex import simplex_weights
from landsby.evaluation.numbers import Floats, product
from landsby.evaluation.synthetic.paths import Paths


@dataclass(frozen=True, eq=False)
class Synthetic:
    """A synthetic comparison.

    Attributes:
        weights: (J,) of the donors.
        gap: (T,) treated less synthetic, in every period.
        effect: the mean gap from the start on.
        before: root of the mean squared gap before the start; what is not small there speaks against the comparison.
        sum_before: the sum of squared gaps before the start, which the weights make least.
    """

    weights: Floats
    gap: Floats
    effect: float
    before: float
    sum_before: float


def synthetic_control(paths: Paths) -> Synthetic:
    """Donors weighted so that their path before the start is the treated areas'; weights >= 0 with sum 1.

    Where the treated areas lie outside of what donors can make, the gap before the start stays large: read `before`.
    """
    w = simplex_weights(paths.Y0[:, : paths.T0].T, paths.y1[: paths.T0])
    return _compared(paths, w)


def augmented_control(paths: Paths, ridge: float | None = None) -> Synthetic:
    """Synthetic control less the bias that a ridge regression of later on earlier outcomes foretells.

    Args:
        paths: the paths.
        ridge: the penalty; without it, the one that foretells each period before the start best from the others.
    """
    T0 = paths.T0
    centre = paths.Y0[:, :T0].mean(axis=0)
    X, x = paths.Y0[:, :T0] - centre, paths.y1[:T0] - centre
    w = simplex_weights(paths.Y0[:, :T0].T, paths.y1[:T0])
    penalty = chosen_ridge(X, x) if ridge is None else ridge
    return _compared(paths, w + ridge_change(X, x - product(X.T, w[:, None])[:, 0], penalty))


def ridge_change(X: Floats, left: Floats, ridge: float) -> Floats:
    """(J,) what ridge augmentation adds to the weights: ``X (X'X + ridge I)^-1 left``.

    Args:
        X: (J, T0) donors' outcomes before the start, less their mean.
        left: (T0,) what the weights leave unmatched.
        ridge: above 0.
    """
    inner = product(X.T, X) + ridge * np.eye(X.shape[1])
    solved: Floats = np.linalg.solve(inner, left).astype(np.float64)
    return product(X, solved[:, None])[:, 0]


def chosen_ridge(X: Floats, x: Floats) -> float:
    """The penalty, of twenty between 1e-8 and 1 times the largest squared singular value, that foretells best.

    Each period before the start is left out in turn and foretold from the others; the largest penalty within one
    standard error of the least mean squared gap is taken, so that noise before the start is not learnt by heart.
    """
    T0 = X.shape[1]
    top = float(np.linalg.norm(X, 2)) ** 2 or 1.0
    grid = top * np.logspace(-8, 0, 20)
    error = np.zeros((len(grid), T0))
    for t in range(T0):
        kept = np.delete(np.arange(T0), t)
        w = simplex_weights(X[:, kept].T, x[kept])
        left = x[kept] - product(X[:, kept].T, w[:, None])[:, 0]
        for i, ridge in enumerate(grid):
            error[i, t] = float(x[t] - (w + ridge_change(X[:, kept], left, float(ridge))) @ X[:, t]) ** 2
    mean = error.mean(axis=1)
    best = int(np.argmin(mean))
    reach = mean[best] + float(np.std(error[best], ddof=1)) / np.sqrt(T0)
    return float(grid[int(np.flatnonzero(mean <= reach)[-1])])


def _compared(paths: Paths, w: Floats) -> Synthetic:
    gap = paths.y1 - product(paths.Y0.T, w[:, None])[:, 0]
    before = gap[: paths.T0]
    total = float(np.sum(before**2))
    return Synthetic(w, gap, float(gap[paths.T0 :].mean()), float(np.sqrt(total / paths.T0)), total)
