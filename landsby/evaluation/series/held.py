"""How far the series of treated areas are from their own earlier course, and how far chance alone would take them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from landsby.evaluation.numbers import Floats, Ints
from landsby.evaluation.problems import refuse
from landsby.evaluation.series.own import RHO, TERMS, Cut, OwnSeries, cuts_of, persistence

SERIES_DRAWN = 1_000
"""Simulated series by which each persistence is asked what chance does, and the one that is seen is asked again."""


@dataclass(frozen=True)
class Distance:
    """One of the terms with its uncertainty.

    Attributes:
        term: of `own.TERMS`.
        estimate: in the outcome's unit.
        se: standard error.
        ci_low: of the interval.
        ci_high: its other end.
        p: against no change.
    """

    term: str
    estimate: float
    se: float
    ci_low: float
    ci_high: float
    p: float


@dataclass(frozen=True, eq=False)
class Held:
    """The series held against their own earlier course.

    Attributes:
        distances: one for each of `own.TERMS`.
        rho: the persistence of the noise.
    """

    distances: tuple[Distance, ...]
    rho: float


def held_against_itself(series: OwnSeries, rng: np.random.Generator, level: float) -> Held:
    """The distances, with intervals by simulation.

    The statistic is the estimate over its standard error, over how far series of the persistence that is seen would go
    one time in so many without any change. Its own course under no change is simulated with the noise of these very
    series, so that the interval is wrong as often there as it says.

    Args:
        series: each long enough.
        rng: where chance comes from.
        level: of the intervals.

    Raises:
        Refused: `no_variation` where nothing is left over to learn noise from.
    """
    cuts, seen = cuts_of(series)
    root = _root(cuts[seen].covariance(series.y))
    estimate, se = (each[0] for each in cuts[seen].told(series.y[None]))
    if not (se > 1e-12 * np.abs(series.y).max()).all():
        refuse("no_variation", name="–")
    far = np.stack([_far(series, cuts, root, rho, rng, level) for rho in RHO])
    t, at = _statistics(series, cuts, _drawn(series, root, RHO[seen], rng))
    ratios = np.abs(t) / far[at]
    ratio = np.abs(estimate / se) / far[seen]
    p = (np.sum(ratios >= ratio, axis=0) + 1) / (SERIES_DRAWN + 1)
    half = np.quantile(ratios, level, axis=0) * far[seen] * se
    distances = zip(TERMS, estimate, se, estimate - half, estimate + half, p, strict=True)
    return Held(tuple(Distance(term, *map(float, each)) for term, *each in distances), RHO[seen])


def _far(
    series: OwnSeries, cuts: tuple[Cut, ...], root: Floats, rho: float, rng: np.random.Generator, level: float
) -> Floats:
    """(3,) how far the statistics go one time in so many, under one persistence and no change."""
    return np.quantile(np.abs(_statistics(series, cuts, _drawn(series, root, rho, rng))[0]), level, axis=0)


def _statistics(series: OwnSeries, cuts: tuple[Cut, ...], Y: Floats) -> tuple[Floats, Ints]:
    """(B, 3) estimates over standard errors, and (B,) the place of the persistence that each was read with."""
    at = persistence(series, cuts, Y)
    out = np.empty((len(Y), len(TERMS)))
    for place in np.unique(at).tolist():
        estimate, se = cuts[place].told(Y[at == place])
        out[at == place] = estimate / np.maximum(se, 1e-300)
    return out, at


def _drawn(series: OwnSeries, root: Floats, rho: float, rng: np.random.Generator) -> Floats:
    """(B, K, T) series of noise alone, 0 at gaps."""
    z = rng.standard_normal((SERIES_DRAWN, len(root), len(series.periods)))
    for t in range(1, z.shape[2]):
        z[:, :, t] = rho * z[:, :, t - 1] + (1 - rho**2) ** 0.5 * z[:, :, t]
    return np.where(series.there, np.einsum("kl,blt->bkt", root, z, optimize=True), 0.0)


def _root(covariance: Floats) -> Floats:
    level, axes = np.linalg.eigh(covariance)
    out: Floats = axes * np.sqrt(np.maximum(level, 0.0))
    return out
