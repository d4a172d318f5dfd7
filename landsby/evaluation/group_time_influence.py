"""The one figure of the group-time effects with its standard error, for many outcomes under one design."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import stats

from landsby.evaluation.many_outcomes import added_by
from landsby.evaluation.numbers import Floats, Ints
from landsby.evaluation.schedules import NEVER, Schedule


@dataclass(frozen=True, eq=False)
class Influence:
    """What the design fixes: the figure is a weighted sum of means, and so is every cluster's influence on it.

    Attributes:
        weight: (F + 1, T) of each group's mean in each period, never treated areas last.
        share: (F + 1, G, T) each area's share of its group's rows in each period, 0 elsewhere.
        through: (G, F) what the group's own change adds to the influence of areas, for shares are estimated too.
        change: (F, F + 1, T) each group's change as a weighted sum of means.
        cluster: (G,) from 0.
        C: how many clusters.
    """

    weight: Floats
    share: Floats
    through: Floats
    change: Floats
    cluster: Ints
    C: int

    @classmethod
    def of(cls, n: Floats, periods: Ints, schedule: Schedule) -> Influence:
        """From (G, T) rows, the (T,) periods and the design."""
        finite = schedule.first[(schedule.first <= periods[-1]) & (schedule.first > periods[0])]
        groups = np.unique(finite)
        member = np.stack([*(schedule.first == g for g in groups.tolist()), schedule.first == NEVER])
        rows = np.einsum("fg,gt->ft", member, n, optimize=False)
        share = member[:, :, None] * n[None] / np.maximum(rows, 1e-300)[:, None, :]
        F = len(groups)
        change, times = np.zeros((F, F + 1, len(periods))), np.zeros(F)
        for f, g in enumerate(groups.tolist()):
            base = int(np.searchsorted(periods, g)) - 1
            after = [t for t in range(base + 1, len(periods)) if rows[f, t] and rows[-1, t] and rows[f, base]]
            times[f] = len(after)
            for row, sign in ((f, 1.0), (F, -1.0)):
                change[f, row, after] += sign
                change[f, row, base] -= sign * len(after)
        per_area, N = n.sum(axis=1), float(n.sum())
        portion = rows[:F].sum(axis=1) / N
        total = float(np.sum(portion * times))
        weight = np.einsum("f,fjt->jt", portion, change, optimize=False) / total
        own = (member[:F].T - portion[None, :]) * per_area[:, None] / N
        through = own / total - np.sum(own * times, axis=1)[:, None] * portion[None, :] / total**2
        return cls(weight, share, through, change, schedule.cluster_index, len(schedule.clusters))

    def both(self, Y: Floats) -> tuple[Floats, Floats]:
        """(B,) figures and (B,) standard errors for outcomes (B, G, T)."""
        mean = np.einsum("jgt,bgt->bjt", self.share, Y, optimize=False)
        estimate = np.einsum("jt,bjt->b", self.weight, mean, optimize=False)
        part = np.einsum("jt,jgt->gt", self.weight, self.share, optimize=False)
        of = np.argmax(self.share.sum(axis=2) > 0, axis=0)
        psi = np.einsum("gt,bgt->gb", part, Y - mean[:, of], optimize=False)
        change = np.einsum("fjt,bjt->fb", self.change, mean, optimize=False)
        psi = psi + np.einsum("gf,fb->gb", self.through, change, optimize=False)
        return estimate, np.sqrt(np.sum(added_by(psi, self.cluster, self.C) ** 2, axis=0))

    def p(self, Y: Floats) -> Floats:
        """(B,) p-values by the normal distribution."""
        estimate, se = self.both(Y)
        out: Floats = 2 * stats.norm.sf(np.abs(estimate) / se)
        return out
