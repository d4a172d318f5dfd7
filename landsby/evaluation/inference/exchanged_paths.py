"""Group-time effects under thousands of schedules at once: the path by time since the start, and the one figure.

Under another schedule other areas are summed. Every mean change of a group follows from sums over the few areas that
the schedule treats, and the comparison's from what is left of the totals: no schedule needs a pass over all areas. Each
area is compared with itself, see `own_change`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from landsby.evaluation.designs.schedules import NEVER, NO_OTHERS, Against
from landsby.evaluation.estimates.own_change import last_before, worth
from landsby.evaluation.inference.chosen_areas import Left, chosen, summed, without
from landsby.evaluation.inference.expected_noise import Chance, expected_noise
from landsby.evaluation.inference.randomisation import interval, reached
from landsby.evaluation.numbers import Flags, Floats, Ints

PATHS_AT_ONCE = 500
"""Schedules that are worked on together."""
NOTHING = 1e-9
"""What is left of a total when all of it is taken away: less than this share is nothing."""


@dataclass(frozen=True, eq=False)
class Grid:
    """Rows and means by area and period: n (G, T), y (G, T), periods (T,); and what is held against what."""

    n: Floats
    y: Floats
    periods: Ints
    against: Against = NO_OTHERS

    def base(self, start: int) -> int | None:
        """The place of the last period before anything may have changed in areas of a start; None without any."""
        return last_before(self.periods, start - self.against.anticipation)


@dataclass(frozen=True, eq=False)
class ExchangedPaths:
    """The path under R schedules, the actual one first.

    Attributes:
        times: (E,) relative periods in order, the bases left out (-1 wherever that was measured).
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
    """One effect with its p-value by exchange and its interval by inverting the test; all NaN where there is none."""

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
    since = grid.periods[None, :] - first[0][:, None]
    known = has_change(grid, first[0])
    times = np.unique(since[known])
    units = [(known & (since == time)).astype(np.float64) for time in times.tolist()]
    y = np.stack([grid.y, *units, (known & (since >= 0)).astype(np.float64)], axis=2)
    parts = [
        _block(grid, y, times, first[start : start + PATHS_AT_ONCE], chance)
        for start in range(0, len(first), PATHS_AT_ONCE)
    ]
    beta, slope, overall, scale = (np.concatenate(column) for column in zip(*parts, strict=True))
    return ExchangedPaths(times, beta, slope, overall[:, 0], overall[:, 1], scale[:, :-1], scale[:, -1])


def has_change(grid: Grid, first: Ints) -> Flags:
    """(G, T) where an area that has begun can be held against its own last period before its start.

    Args:
        grid: the rows.
        first: (G,) starts. Areas that begin after the last period have not begun: they have no path yet.
    """
    out = np.zeros(grid.n.shape, dtype=np.bool_)
    for start in np.unique(first).tolist():
        base = grid.base(start)
        if base is not None and start <= grid.periods[-1]:
            mine = first == start
            out[mine] = worth(grid.n[mine], base) > 0
    return out


def _block(
    grid: Grid, y: Floats, times: Ints, first: Ints, chance: Chance | None
) -> tuple[Floats, Floats, Floats, Floats]:
    """beta (R, E), slope (R, E), the figures (R, 2) and the scales (R, E + 1) of some schedules."""
    gap, weight, starts = gaps(grid, y, first)
    since = grid.periods[None, :] - starts[:, None]
    kept = [*(since == time for time in times.tolist()), since >= 0]
    scale = np.ones((len(first), len(kept)))
    if chance is not None:
        scale = expected_noise(chance, grid.n, first, weight, starts, grid.periods, kept, grid.against)
    beta, slope = np.full((2, len(first), len(times)), np.nan)
    for e, time in enumerate(times.tolist()):
        found = averaged(gap[..., [0, 1 + e]], weight, since == time)
        beta[:, e], slope[:, e] = found[:, 0], found[:, 1]
    return beta, slope, averaged(gap[..., [0, y.shape[2] - 1]], weight, since >= 0), scale


def gaps(grid: Grid, y: Floats, first: Ints, starts: Ints | None = None) -> tuple[Floats, Floats, Ints]:
    """How each group changed from its base, less how the comparison did.

    Args:
        grid: the rows.
        y: (G, T, K) means of K outcomes.
        first: (R, G) schedules.
        starts: (F,) of the groups; without them all that the schedules have.

    Returns:
        (R, F, T, K) changes; (R, F, T) the group's share of the rows, 0 where a change cannot be had; (F,) starts.
    """
    groups = Groups.of(grid, first, starts)
    return groups.changes(y), groups.weight, groups.starts


@dataclass(frozen=True, eq=False)
class Groups:
    """What schedules fix of the changes of their groups, made once for any number of outcomes.

    Attributes:
        starts: (F,) of the groups.
        weight: (R, F, T) the group's share of the rows, 0 where a change cannot be had.
        parts: of each group with a base its place, the base's place, its areas under each schedule (R, G), what each
            area's change counts (G, T), what those of the group and of the comparison count together (R, T), and the
            areas that it is not compared with.
    """

    starts: Ints
    weight: Floats
    parts: tuple[tuple[int, int, csr_array, Floats, Floats, Floats, Left], ...]

    @classmethod
    def of(cls, grid: Grid, first: Ints, starts: Ints | None = None) -> Groups:
        """Of schedules (R, G), for groups that start at `starts`; without them for all that the schedules have."""
        starts = np.unique(first[first != NEVER]) if starts is None else starts
        owns, parts = {start: chosen(first == start) for start in starts.tolist()}, []
        treated = chosen(first != NEVER)
        there = np.zeros((len(first), len(starts), len(grid.periods)))
        for f, start in enumerate(starts.tolist()):
            base = grid.base(start)
            if base is not None and start <= grid.periods[-1]:
                own, h = owns[start], worth(grid.n, base)
                left = _left(grid, owns, start, base) if grid.against.later else ((treated, None),)
                mine, total = summed(own, h[:, :, None])[..., 0], h.sum(axis=0)
                others = total - without(left, h[:, :, None])[..., 0]
                there[:, f] = (mine > 0) & (others > NOTHING * total)
                parts.append((f, base, own, h, mine, others, left))
        share = rows_of_groups(grid, first, starts).sum(axis=2) / grid.n.sum()
        return cls(starts, there * share[:, :, None], tuple(parts))

    def changes(self, y: Floats) -> Floats:
        """(R, F, T, K) how each group changed from its base less how the comparison did, of outcomes (G, T, K)."""
        out = np.zeros((*self.weight.shape, y.shape[2]))
        for f, base, own, h, mine, others, left in self.parts:
            moved = h[:, :, None] * (y - y[:, [base]])
            with np.errstate(divide="ignore", invalid="ignore"):  # left out in the next line
                change = summed(own, moved) / mine[..., None]
                change -= (moved.sum(axis=0) - without(left, moved)) / others[..., None]
            out[:, f] = np.where((self.weight[:, f] > 0)[..., None], change, 0.0)
        return out


def rows_of_groups(grid: Grid, first: Ints, starts: Ints) -> Floats:
    """(R, F, T) rows of each group's areas that have a base, under schedules (R, G) and for starts (F,)."""
    out = np.zeros((len(first), len(starts), len(grid.periods)))
    for f, start in enumerate(starts.tolist()):
        if (base := grid.base(start)) is not None:
            out[:, f] = chosen(first == start) @ np.where(grid.n[:, [base]] > 0, grid.n, 0.0)
    return out


def _left(grid: Grid, owns: Mapping[int, csr_array], start: int, base: int) -> Left:
    """The areas that a group is not compared with: in each period those that have begun until then, or may have."""
    until = np.maximum(grid.periods, grid.periods[base]) + grid.against.anticipation
    return tuple((own, (other <= until) | (other == start)) for other, own in owns.items())


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
    estimate = float(beta[0])
    if not np.isfinite(estimate):
        return PathTest(term, *(float("nan"),) * 4)
    # A schedule under which nothing can be said at that time is no rival of the actual one.
    there = np.isfinite(beta)
    against = scale[there] / scale[0]
    mine, its = beta[there] / against, np.nan_to_num(slope[there]) / against
    p_of: Callable[[float], float] = lambda delta: reached(np.abs(mine - delta * its))  # noqa: E731 - a closure of two
    spread = float(np.std(mine)) or abs(estimate) or 1.0
    low, high = interval(p_of, estimate, spread, 1 - level)
    return PathTest(term, estimate, p_of(0.0), low, high)
