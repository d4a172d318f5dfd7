"""Group-time effects under exchanged schedules, for many outcomes at once: the one figure, and every part of the path.

What is told of an effect at one time, of the times before the start taken together, or of a date that was none, is
another statistic than the one figure. Each of them is asked by itself whether it holds its size.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from landsby.evaluation.designs.schedules import NEVER, Schedule
from landsby.evaluation.inference.exchange import Exchanges
from landsby.evaluation.inference.exchanged_paths import Grid, Groups, averaged, exchanged_paths
from landsby.evaluation.inference.expected_noise import Chance
from landsby.evaluation.inference.noise import Noise
from landsby.evaluation.inference.randomisation import reached_each
from landsby.evaluation.inference.statistics import BY_GROUP, Asked, StatisticId
from landsby.evaluation.numbers import Flags, Floats, Ints

BEFORE = "before"
"""The part that takes the times before the start together."""
CHANGES_AT_ONCE = 500
"""Schedules that are worked on together: what changed in areas is made anew for each such lot."""
Test = Callable[[Floats], Floats]
"""(B,) p-values of outcomes (B, G, T)."""


@dataclass(frozen=True, eq=False)
class Dated:
    """A placebo date: a start that was not, before the first one, and the schedules that are exchanged for it.

    Attributes:
        earlier: how many periods before the first start.
        schedule: with all starts at that date.
        among: the schedules.
        periods: (T,) the periods from before the first start.
        n: (G, T) rows, weighted.
    """

    earlier: int
    schedule: Schedule
    among: Exchanges
    periods: Ints
    n: Floats

    @property
    def name(self) -> str:
        """The part of the calibration that is about it."""
        return f"date {self.earlier}"


def compared_throughout(n: Floats, schedule: Schedule) -> bool:
    """Whether every period has rows in areas that are never treated."""
    return bool((n[schedule.first == NEVER].sum(axis=0) > 0).all())


class PathFigures:
    """The one figure and, where wanted, the effects by time under every schedule; those of the last batch are kept."""

    def __init__(
        self, n: Floats, periods: Ints, schedule: Schedule, among: Exchanges, noise: Noise, *, by_time: bool = False
    ) -> None:
        """What the design fixes: which effects there are under which schedule, and how noisy chance makes them."""
        grid, first = Grid(n, n, periods, schedule.against), among.first
        self.groups = [
            Groups.of(grid, first[start : start + CHANGES_AT_ONCE]) for start in range(0, len(first), CHANGES_AT_ONCE)
        ]
        self.periods, self.anticipation = periods, schedule.against.anticipation
        paths = exchanged_paths(grid, first, Chance(noise, schedule.cluster_index, schedule.weights))
        self.times, self.there = paths.times, np.isfinite(paths.beta)
        self.wanted = self.times.tolist() if by_time else []
        self.whole = shared_times(self.there, self.times, schedule)
        scales = (np.ones_like(paths.overall_scale), np.ones_like(paths.scale)), (paths.overall_scale, paths.scale)
        self.scale = dict(zip(BY_GROUP, scales, strict=True))
        self.known: tuple[Floats, tuple[Floats, Floats]] | None = None

    def of(self, Y: Floats) -> tuple[Floats, Floats]:
        """(R, B) figures and (R, E, B) effects of outcomes (B, G, T) that begin with the periods of these figures."""
        if self.known is None or self.known[0] is not Y:
            self.known = Y, self._made(np.moveaxis(Y[:, :, : len(self.periods)], 0, 2))
        return self.known[1]

    def _made(self, y: Floats) -> tuple[Floats, Floats]:
        overall, beta = [], []
        for groups in self.groups:
            gap, weight = groups.changes(y), groups.weight
            since = self.periods[None, :] - groups.starts[:, None]
            overall.append(averaged(gap, weight, since >= 0))
            each = [_at(gap, weight, since == time) for time in self.wanted]
            beta.append(np.stack(each, axis=1) if each else np.empty((len(gap), 0, y.shape[2])))
        return np.concatenate(overall), np.concatenate(beta)

    @property
    def whole_before(self) -> Flags:
        """(E,) the times before the start that all groups have, and in which nothing may have changed."""
        out: Flags = self.whole & (self.times < -1 - self.anticipation)
        return out

    def one_figure(self, name: StatisticId) -> Test:
        """The test of the one figure."""
        scale = self.scale[name][0][:, None]
        return lambda Y: reached_each(self.of(Y)[0] / scale)

    def at_time(self, name: StatisticId, e: int) -> Test:
        """The test of the effect at one time: schedules under which there is none are no rivals."""
        there = self.there[:, e]
        scale = self.scale[name][1][there, e][:, None]
        return lambda Y: reached_each(self.of(Y)[1][there, e] / scale)

    def before(self, name: StatisticId) -> Test:
        """The test of all times before the start together."""
        kept = self.whole_before
        scale = self.scale[name][1][:, kept, None]

        def test(Y: Floats) -> Floats:
            beta = np.moveaxis(self.of(Y)[1][:, kept] / scale, 2, 0)
            return reached_each(wald_each(beta).T)

        return test


def _at(gap: Floats, weight: Floats, kept: Flags) -> Floats:
    """(R, K) as `averaged`, of the few groups and periods (F, T) that are kept."""
    f, t = np.nonzero(kept)
    w = weight[:, f, t]
    with np.errstate(divide="ignore", invalid="ignore"):  # a schedule without such a time has no effect there
        out: Floats = np.einsum("rp,rpk->rk", w, gap[:, f, t], optimize=False) / w.sum(axis=1)[:, None]
    return out


def shared_times(there: Flags, times: Ints, schedule: Schedule) -> Flags:
    """(E,) the times that all groups have under every schedule, where effects are there (R, E)."""
    if not len(times):
        return np.zeros(0, dtype=np.bool_)
    # Areas that begin after the last period have no path yet.
    starts = schedule.first[schedule.first <= schedule.first.min() + int(times[-1])]
    # The earliest group reaches furthest after its start, the latest furthest before it.
    spread = int(starts.max() - starts.min())
    out: Flags = there.all(axis=0) & (times <= times[-1] - spread) & (times >= times[0] + spread)
    return out


def wald_each(beta: Floats) -> Floats:
    """(…, R) how far each schedule's effects (…, R, M) are from 0, by their covariance over the schedules."""
    centred = beta - beta.mean(axis=-2, keepdims=True)
    V = np.einsum("...rm,...rn->...mn", centred, centred, optimize=False) / beta.shape[-2]
    inverse = np.linalg.pinv(V, hermitian=True).astype(np.float64)
    out: Floats = np.sum(np.einsum("...rm,...mn->...rn", beta, inverse, optimize=False) * beta, axis=-1)
    return out


def path_parts(figures: PathFigures, noise: Noise, dates: tuple[Dated, ...]) -> dict[Asked, Test]:
    """The tests of the parts of a path, and of placebo dates."""
    out: dict[Asked, Test] = {}
    for name in BY_GROUP:
        for e, time in enumerate(figures.times.tolist()):
            if figures.there[0, e]:
                out[Asked(name, f"e{time}")] = figures.at_time(name, e)
        if figures.whole_before.any():
            out[Asked(name, BEFORE)] = figures.before(name)
    for date in dates:
        earlier = PathFigures(date.n, date.periods, date.schedule, date.among, noise)
        for name in BY_GROUP:
            out[Asked(name, date.name)] = earlier.one_figure(name)
    return out
