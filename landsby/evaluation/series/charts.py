"""Run charts and control charts for local improvement: has the process shifted, or is it noise?

Perla, Provost & Murray 2011 (BMJ Qual Saf 20:46); Anhoej & Olesen 2014 (PLoS ONE 9:e113825) for the rules of runs;
Montgomery for XmR and p; Laney 2002 for p'.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log2

import numpy as np
from scipy import stats

from landsby.evaluation.numbers import Flags, Floats
from landsby.evaluation.problems import refuse


@dataclass(frozen=True)
class RunChart:
    """What a run chart says.

    Attributes:
        median: the middle line.
        useful: points that do not lie on it.
        longest: the longest run on one side.
        longest_allowed: round(log2 useful + 3).
        crossings: how often the line is crossed.
        crossings_needed: the 5 % quantile of the binomial with useful - 1 and a half.
        shifted: whether either rule is broken.
    """

    median: float
    useful: int
    longest: int
    longest_allowed: int
    crossings: int
    crossings_needed: int
    shifted: bool


@dataclass(frozen=True, eq=False)
class Control:
    """Limits of a control chart.

    Attributes:
        centre: (T,) the middle line.
        low: (T,) lower limits.
        high: (T,) upper limits.
        outside: (T,) points beyond them.
    """

    centre: Floats
    low: Floats
    high: Floats
    outside: Flags


def run_chart(y: Floats) -> RunChart:
    """Runs about the median.

    Args:
        y: (T,) the series, at least ten points; gaps are passed over.

    Raises:
        Refused: `few_points` with fewer than ten points off the median.
    """
    known = y[np.isfinite(y)]
    median = float(np.median(known)) if len(known) else float("nan")
    sides = np.sign(known - median)
    sides = sides[sides != 0]
    n = len(sides)
    if n < 10:
        refuse("few_points", count=n)
    changes = np.flatnonzero(np.diff(sides) != 0)
    lengths = np.diff(np.concatenate([[-1], changes, [n - 1]]))
    allowed = round(log2(n) + 3)
    needed = int(stats.binom.ppf(0.05, n - 1, 0.5))
    longest, crossings = int(lengths.max()), len(changes)
    return RunChart(median, n, longest, allowed, crossings, needed, longest > allowed or crossings < needed)


def xmr_chart(y: Floats) -> Control:
    """Individual values: the mean and 2.66 mean moving ranges on each side.

    Args:
        y: (T,) values without gaps.
    """
    _enough(y)
    mean = np.full(len(y), y.mean())
    reach = 2.66 * float(np.abs(np.diff(y)).mean())
    return _control(y, mean, np.full(len(y), reach), floor=-np.inf)


def p_chart(events: Floats, n: Floats, *, laney: bool = False) -> Control:
    """Shares: the overall share and three standard errors, widened by Laney's factor where asked (many children).

    Args:
        events: (T,) counts.
        n: (T,) out of how many.
        laney: multiply by the deviation of the z-scores' moving ranges (mean range / 1.128).
    """
    _enough(events)
    share, p = events / n, float(events.sum() / n.sum())
    se = np.sqrt(p * (1 - p) / n)
    if not (se > 0).all():
        refuse("no_variation", name="–")
    z = (share - p) / se
    factor = float(np.abs(np.diff(z)).mean()) / 1.128 if laney else 1.0
    return _control(share, np.full(len(share), p), 3 * se * factor, floor=0.0, ceiling=1.0)


def _control(y: Floats, centre: Floats, reach: Floats, *, floor: float, ceiling: float = np.inf) -> Control:
    low, high = np.maximum(centre - reach, floor), np.minimum(centre + reach, ceiling)
    return Control(centre, low, high, (y < low) | (y > high))


def _enough(y: Floats) -> None:
    if len(y) < 10:
        refuse("few_points", count=len(y))
