"""Interrupted time series: segmented regression of one series before and after a date.

Wagner et al. 2002 (J Clin Pharm Ther 27:299); Lopez Bernal, Cummins & Gasparrini 2017 (IJE 46:348). Whatever else
changed at that date is part of the effect, which is why such a result is never as strong as one with comparison areas.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from scipy.special import ndtri, stdtrit

from landsby.evaluation.estimates.least_squares import independent
from landsby.evaluation.numbers import Floats, Ints
from landsby.evaluation.problems import named, refuse

Family = Literal["normal", "poisson", "quasi_poisson"]
Z = float(ndtri(0.975))


@dataclass(frozen=True, eq=False)
class Interrupted:
    """A segmented regression.

    Attributes:
        terms: names: "constant", "trend", "level", "slope" where asked for, then harmonics.
        beta: (k,) coefficients; on the log scale for counts.
        se: (k,) standard errors.
        dispersion: what the errors were widened by.
        ratio: exp of the level change with its 95 % interval for counts; the level change itself otherwise.
    """

    terms: tuple[str, ...]
    beta: Floats
    se: Floats
    dispersion: float
    ratio: tuple[float, float, float]


def interrupted(
    y: Floats,
    start: int,
    *,
    family: Family = "normal",
    population: Floats | None = None,
    season: tuple[Ints, int, int] | None = None,
    slope: bool = False,
) -> Interrupted:
    """Fit a level change, and where asked a change of trend, at a date.

    Args:
        y: (T,) the series, periods of equal length.
        start: the first period after, from 0.
        family: "normal", or counts: "poisson", or "quasi_poisson" with Pearson's dispersion.
        population: (T,) what counts arise from, as an offset.
        season: the (T,) place of each period in the year, periods per year, and how many pairs of harmonics.
        slope: whether the trend may change too.

    Raises:
        Refused: `short_series` with fewer than three periods before or two after; `collinear`.
    """
    T = len(y)
    if start < 3 or T - start < 2:
        refuse("short_series", before=start, after=T - start)
    X, terms = _design(T, start, season, slope=slope)
    if len(kept := independent(X)) < X.shape[1]:
        refuse("collinear", names=named(term for k, term in enumerate(terms) if k not in kept))
    offset = np.zeros(T) if population is None else np.log(population)
    b, w, left = _least(X, y) if family == "normal" else _counts(X, y, offset)
    bread: Floats = np.linalg.inv(X.T @ (X * w[:, None])).astype(np.float64)
    df = T - X.shape[1]
    dispersion = 1.0 if family == "poisson" else float(np.sum(w * left**2) / df)
    se = np.sqrt(dispersion * np.diagonal(bread))
    at = terms.index("level")
    return Interrupted(terms, b, se, dispersion, _ratio(float(b[at]), float(se[at]), df, family))


def _ratio(level: float, se: float, df: int, family: Family) -> tuple[float, float, float]:
    """The level change with its interval; by the normal distribution and as a ratio for counts."""
    if family == "normal":
        half = float(stdtrit(df, 0.975)) * se
        return level, level - half, level + half
    return float(np.exp(level)), float(np.exp(level - Z * se)), float(np.exp(level + Z * se))


def _design(T: int, start: int, season: tuple[Ints, int, int] | None, *, slope: bool) -> tuple[Floats, tuple[str, ...]]:
    time = np.arange(T, dtype=np.float64)
    after = (time >= start).astype(np.float64)
    columns = {"constant": np.ones(T), "trend": time + 1, "level": after}
    if slope:
        columns["slope"] = after * (time - start + 1)
    if season is not None:
        place, period, pairs = season
        for k in range(1, pairs + 1):
            columns[f"sin{k}"] = np.sin(2 * np.pi * k * place / period)
            columns[f"cos{k}"] = np.cos(2 * np.pi * k * place / period)
    return np.stack(list(columns.values()), axis=1), tuple(columns)


def _least(X: Floats, y: Floats) -> tuple[Floats, Floats, Floats]:
    b = np.linalg.lstsq(X, y, rcond=None)[0].astype(np.float64)
    return b, np.ones(len(y)), y - X @ b


def _counts(X: Floats, y: Floats, offset: Floats) -> tuple[Floats, Floats, Floats]:
    """Poisson by iterated weights: coefficients, weights, and working residuals ``(y - mu) / mu``."""
    mu = np.maximum(y, 0.5)
    b = np.zeros(X.shape[1])
    for _ in range(100):
        working = np.log(mu) - offset + (y - mu) / mu
        root = np.sqrt(mu)
        new = np.linalg.lstsq(X * root[:, None], working * root, rcond=None)[0].astype(np.float64)
        mu = np.exp(X @ new + offset)
        settled = float(np.abs(new - b).max()) < 1e-12
        b = new
        if settled:
            break
    return b, mu, (y - mu) / mu
