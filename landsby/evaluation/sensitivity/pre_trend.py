"""The test for trends that differed before the start, and what it could have seen (Roth 2022, AER: Insights 4:305).

A test that finds nothing says little where it could have found little: its power stands beside it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import optimize, special

from landsby.evaluation.problems import refuse
from landsby.evaluation.sensitivity.event_path import EventPath


@dataclass(frozen=True)
class PreTrend:
    """A joint test that all effects before the start are 0.

    Attributes:
        F: the statistic, Wald's over the number of periods.
        periods: how many periods before the start it is about.
        p: by F with the path's degrees of freedom (chi-square where they are infinite).
        slope_50: the linear trend per period that this test would find half of the time.
        slope_80: the one that it would find four times of five.
        p_slope: against a linear trend alone.
    """

    F: float
    periods: int
    p: float
    slope_50: float
    slope_80: float
    p_slope: float


def pre_trend_test(path: EventPath, level: float = 0.05) -> PreTrend:
    """Test the periods before the start jointly.

    Raises:
        Refused: `none_before_last` with no period before the base; `clusters_before` with as many periods as clusters.
    """
    before = path.before
    k = len(before)
    if not k:
        refuse("none_before_last")
    if path.df < k:
        refuse("clusters_before", count=k)
    V, b = path.V[np.ix_(before, before)], path.beta[before]
    inverse = np.linalg.pinv(V, hermitian=True).astype(np.float64)
    wald = float(b @ inverse @ b)
    trend = (path.times[before] + 1).astype(np.float64)
    unit = float(trend @ inverse @ trend)
    slope, se = float(trend @ inverse @ b) / unit, unit**-0.5
    return PreTrend(
        wald / k,
        k,
        float(special.fdtrc(k, path.df, wald / k)) if np.isfinite(path.df) else float(special.chdtrc(k, wald)),
        _found(0.5, k, unit, level),
        _found(0.8, k, unit, level),
        float(2 * special.ndtr(-abs(slope) / se)),
    )


def _found(power: float, k: int, unit: float, level: float) -> float:
    """The slope that the chi-square test finds with this power."""
    critical = float(2 * special.gammaincinv(k / 2, 1 - level))
    noncentrality = optimize.brentq(
        lambda nc: 1 - float(special.chndtr(critical, k, nc)) - power, 1e-6, 1e3, xtol=1e-12
    )
    return float(np.sqrt(noncentrality / unit))
