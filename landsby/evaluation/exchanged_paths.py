"""Group-time effects under thousands of schedules at once: the path by time since the start, and the one figure.

Under another schedule other areas are summed. Every mean of a group in a period follows from sums over the few areas
that the schedule treats, and the comparison's from what is left of the totals: no schedule needs a pass over all areas.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from landsby.evaluation.expected_noise import Chance, expected_noise
from landsby.evaluation.numbers import Flags, Floats, Ints
from landsby.evaluation.randomisation import interval, reached
from landsby.evaluation.schedules import NEVER

BLOCK = 500
"""Schedules that are worked on together."""


@dataclass(frozen=True, eq=False)
class Grid:
    """Rows and means by area and period: n (G, T), y (G, T), periods (T,)."""

    n: Floats
    y: Floats
    periods: Ints


@dataclass(frozen=True, eq=False)
class ExchangedPaths:
    """The path under R schedules, the actual one first.

    Attributes:
        times: (E,) relative periods in order, the base -1 left out.
        beta: (R, E) effects at them; NaN where a schedule has none.
        slope: (R, E) what a unit of effect at that time alone, in the actually treated cells, adds to each.
        overall: (R,) the one figure: all effects from the start on, each by its group's share of the rows.
        overall_slope: (R,) what a unit of effect in every actually treated cell adds to it.
        scale: (R, E) what chance would do to each effect; 1 where areas are alike in size.
        overall_scale: (R,) what it would do to the one figure.
    """

    times: Ints
    beta: Floats
    slope: Floats
    overall: Floats
    overall_slope: Floats
    scale: Floats
    overall_scale: Floats


@dataclass(frozen=True, eq=False)
class PathTest:
    """One effect with its p-value by exchange and its interval by inverting the test."""

    term: str
    estimate: float
    p: float
    ci_low: float
    ci_high: float


def exchanged_paths(grid: Grid, first: Ints, chance: Chance | None = None) -> ExchangedPaths:
    """The effects under each schedule, against areas never treated and the last period before the start.

    Args:
        grid: the cells; every period has rows in areas that are never treated.
        first: (R, G) starts under each schedule, the actual one first.
        chance: what chance does to cells, where figures are to be measured against it.
    """
    since = grid.periods[None, :] - np.where(first[0] == NEVER, grid.periods[-1] + 10**6, first[0])[:, None]
    known = (since >= -(10**5)) & (grid.n > 0)
    times = np.array([time for time in np.unique(since[known]).tolist() if time != -1], dtype=np.int64)
    units = [(since == time).astype(np.float64) for time in times.tolist()]
    y = np.stack([grid.y, *units, (since >= 0).astype(np.float64)], axis=2)
    parts = [_block(grid, y, times, first[start : start + BLOCK], chance) for start in range(0, len(first), BLOCK)]
    beta, slope, overall, scale = (np.concatenate(column) for column in zip(*parts, strict=True))
    return ExchangedPaths(times, beta, slope, overall[:, 0], overall[:, 1], scale[:, :-1], scale[:, -1])


def _block(
    grid: Grid, y: Floats, times: Ints, first: Ints, chance: Chance | None
) -> tuple[Floats, Floats, Floats, Floats]:
    """beta (R, E), slope (R, E), the figures (R, 2) and the scales (R, E + 1) of some schedules."""
    gap, weight, starts = gaps(grid, y, first)
    since = grid.periods[None, :] - starts[:, None]
    kept = [*(since == time for time in times.tolist()), since >= 0]
    scale = np.ones((len(first), len(kept)))
    if chance is not None:
        scale = expected_noise(chance, grid.n, first, weight, starts, grid.periods, kept)
    beta, slope = np.full((2, len(first), len(times)), np.nan)
    for e, time in enumerate(times.tolist()):
        found = averaged(gap[..., [0, 1 + e]], weight, since == time)
        beta[:, e], slope[:, e] = found[:, 0], found[:, 1]
    return beta, slope, averaged(gap[..., [0, y.shape[2] - 1]], weight, since >= 0), scale


def gaps(grid: Grid, y: Floats, first: Ints, starts: Ints | None = None) -> tuple[Floats, Floats, Ints]:
    """How each group's mean changed from its base, less how the comparison's did.

    Args:
        grid: the rows.
        y: (G, T, K) means of K outcomes.
        first: (R, G) schedules.
        starts: (F,) of the groups; without them all that the schedules have.

    Returns:
        (R, F, T, K) changes; (R, F, T) the group's share of the rows, 0 where a change cannot be had; (F,) starts.
    """
    starts = np.unique(first[first != NEVER]) if starts is None else starts
    N, S = summed(grid, y, first, starts)
    n0 = grid.n.sum(axis=0)[None, :] - N.sum(axis=1)
    total = np.sum(grid.n[:, :, None] * y, axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):  # without rows there is no mean, and the weight below is 0
        mean, other = S / N[..., None], (total[None] - S.sum(axis=1)) / n0[..., None]
        gap = mean - other[:, None]
    base = np.searchsorted(grid.periods, starts) - 1
    real = np.isfinite(gap[..., 0])
    at = np.arange(len(starts))
    usable = real & real[:, at, np.maximum(base, 0)][..., None] & (base >= 0)[None, :, None]
    change = gap - gap[:, at, np.maximum(base, 0)][:, :, None]
    share = N.sum(axis=2) / grid.n.sum()
    return np.where(usable[..., None], change, 0.0), np.where(usable, share[..., None], 0.0), starts


def summed(grid: Grid, y: Floats, first: Ints, starts: Ints) -> tuple[Floats, Floats]:
    """(R, F, T) rows and (R, F, T, K) sums of the groups of each schedule."""
    R, F, (G, T, K) = len(first), len(starts), y.shape
    r, g = np.nonzero(first != NEVER)
    code = r * F + np.searchsorted(starts, first[r, g])
    order = np.argsort(code, kind="stable")
    places, begin = np.unique(code[order], return_index=True)
    both = np.concatenate([grid.n[:, :, None], grid.n[:, :, None] * y], axis=2).reshape(G, T * (1 + K))
    out = np.zeros((R * F, T * (1 + K)))
    out[places] = np.add.reduceat(both[g[order]], begin, axis=0)
    shaped = out.reshape(R, F, T, 1 + K)
    return shaped[..., 0], shaped[..., 1:]


def averaged(gap: Floats, weight: Floats, kept: Flags) -> Floats:
    """(R, K) changes (R, F, T, K) averaged by weight over the groups and periods (F, T) that are kept."""
    w = np.where(kept[None], weight, 0.0)
    total = w.sum(axis=(1, 2))
    with np.errstate(divide="ignore", invalid="ignore"):  # a schedule without such a time has no effect there
        out: Floats = np.einsum("rft,rftk->rk", w, gap, optimize=False) / total[:, None]
    return out


def path_tests(paths: ExchangedPaths, level: float) -> tuple[PathTest, ...]:
    """The one figure ("all") and the effect at each time ("e2"), each with its p-value and interval."""
    one = _tested("all", paths.overall, paths.overall_slope, paths.overall_scale, level)
    by_time = [
        _tested(f"e{time}", paths.beta[:, e], paths.slope[:, e], paths.scale[:, e], level)
        for e, time in enumerate(paths.times.tolist())
    ]
    return one, *by_time


def _tested(term: str, beta: Floats, slope: Floats, scale: Floats, level: float) -> PathTest:
    # A schedule under which nothing can be said at that time is no rival of the actual one.
    there = np.isfinite(beta)
    against = scale[there] / scale[0]
    mine, its = beta[there] / against, np.nan_to_num(slope[there]) / against
    p_of: Callable[[float], float] = lambda delta: reached(np.abs(mine - delta * its))  # noqa: E731 - a closure of two
    estimate = float(beta[0])
    spread = float(np.std(mine)) or abs(estimate) or 1.0
    low, high = interval(p_of, estimate, spread, 1 - level)
    return PathTest(term, estimate, p_of(0.0), low, high)
