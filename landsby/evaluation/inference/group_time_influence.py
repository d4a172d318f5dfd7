"""The one figure of the group-time effects with its standard error, for many outcomes under one design."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr

from landsby.evaluation.designs.schedules import Schedule
from landsby.evaluation.estimates.group_time import compared_with, groups_of
from landsby.evaluation.estimates.own_change import rows_with_base, worth
from landsby.evaluation.inference.many_outcomes import added_by
from landsby.evaluation.numbers import Floats, Ints


@dataclass(frozen=True, eq=False)
class Influence:
    """What the design fixes: the figure is a weighted sum of changes, and so is every cluster's influence on it.

    Attributes:
        base: (F,) place of each group's last period before its start.
        share: (F, 2, G, T) each area's share of the change of its group, and of its comparison, to each period.
        portion: (F,) the group's share of the figure, for each of its periods.
        through: (G, F) what the group's own change adds to the influence of areas, for shares are estimated too.
        cluster: (G,) from 0.
        C: how many clusters.
    """

    base: Ints
    share: Floats
    portion: Floats
    through: Floats
    cluster: Ints
    C: int

    @classmethod
    def of(cls, n: Floats, periods: Ints, schedule: Schedule) -> Influence:
        """From (G, T) rows, the (T,) periods and the design.

        Raises:
            Refused: `none_treated`.
        """
        groups, n = groups_of(schedule, periods), rows_with_base(n, periods, schedule)
        base = np.searchsorted(periods, groups - schedule.against.anticipation) - 1
        member = schedule.first[None, :] == groups[:, None]
        until = np.maximum(periods[None, :], periods[base][:, None])
        others = [
            [compared_with(schedule, g, int(t)) for t in row] for g, row in zip(groups.tolist(), until, strict=True)
        ]
        compared = np.swapaxes(np.array(others), 1, 2)
        sides = np.stack([np.broadcast_to(member[..., None], compared.shape), compared], axis=1)
        h = np.stack([worth(n, at) for at in base.tolist()])
        after = (periods[None, :] >= groups[:, None])[:, None, None, :]
        counted = np.where(sides & after, h[:, None], 0.0)
        whole = counted.sum(axis=2, keepdims=True)
        share = np.where((whole > 0).all(axis=1, keepdims=True), counted / np.maximum(whole, 1e-300), 0.0)
        times = (share.sum(axis=2) > 0.5).all(axis=1).sum(axis=1).astype(np.float64)
        per_area, N = n.sum(axis=1), float(n.sum())
        rows = np.einsum("fg,g->f", member, per_area, optimize=False) / N
        total = float(np.sum(rows * times))
        own = (member.T - rows[None, :]) * per_area[:, None] / N
        through = own / total - np.sum(own * times, axis=1)[:, None] * rows[None, :] / total**2
        return cls(base, share, rows / total, through, schedule.cluster_index, len(schedule.clusters))

    def both(self, Y: Floats) -> tuple[Floats, Floats]:
        """(B,) figures and (B,) standard errors for outcomes (B, G, T)."""
        estimate, psi = np.zeros(len(Y)), np.zeros((Y.shape[1], len(Y)))
        for f, at in enumerate(self.base.tolist()):
            change = Y - Y[:, :, [at]]
            for share, sign in zip(self.share[f], (1.0, -1.0), strict=True):
                mean = np.einsum("gt,bgt->bt", share, change, optimize=False)
                left = np.einsum("gt,bgt->gb", share, change, optimize=False)
                left -= np.einsum("gt,bt->gb", share, mean, optimize=False)
                figure = sign * mean.sum(axis=1)
                estimate += self.portion[f] * figure
                psi += sign * self.portion[f] * left + self.through[:, [f]] * figure[None, :]
        return estimate, np.sqrt(np.sum(added_by(psi, self.cluster, self.C) ** 2, axis=0))

    def p(self, Y: Floats) -> Floats:
        """(B,) p-values by the normal distribution."""
        estimate, se = self.both(Y)
        out: Floats = 2 * ndtr(-np.abs(estimate) / se)
        return out
