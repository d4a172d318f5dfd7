"""Group-time effects with covariates, doubly robust (Sant'Anna & Zhao 2020, J. Econometrics 219:101), on areas.

Areas are the units, with the means of their rows in the base period as covariates, and count by their rows there. The
change that comparison areas foretell by their covariates is taken away, and comparison areas are weighted by a logit to
be like the treated: right if either of the two is. Where each area is one unit, as with counties, this is the estimator
of the R package `did`; covariates that vary within areas count by their means alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from landsby.evaluation.cells.cells import Cells
from landsby.evaluation.cells.making import collapse
from landsby.evaluation.designs.schedules import Schedule
from landsby.evaluation.estimates.changes import pairs
from landsby.evaluation.estimates.group_time import GroupTime, gathered, grid, refuse_without_change
from landsby.evaluation.estimates.own_change import rows_with_base
from landsby.evaluation.numbers import Flags, Floats
from landsby.evaluation.problems import refuse

MOST_LIKE = 1 - 1e-6
"""Chances of being treated are taken to be at most this."""
LOGIT_STEPS, CLOSE = 50, 1e-12


def doubly_robust(cells: Cells, schedule: Schedule) -> GroupTime:
    """All effects that the cells carry, against areas never treated and the last period before the start.

    Raises:
        Refused: `no_covariates`; `none_treated`; `all_treated`; `no_base`; `not_alike` where covariates tell treated
            areas from the others, so that no weights can make them alike.
    """
    if not cells.covariates:
        refuse("no_covariates", name="doubly_robust")
    n, y, periods = grid(cells, schedule)
    X = _means(cells, schedule, n)
    kept_rows = rows_with_base(n, periods, schedule)
    found: list[tuple[int, int, float, Floats]] = []
    for pair in pairs(schedule, periods):
        t, b, mine = pair.now, pair.base, pair.treated
        kept = (mine | pair.compared) & (kept_rows[:, t] > 0) & (kept_rows[:, b] > 0)
        if not mine[kept].any() or mine[kept].all():
            continue
        sample = Sample(y[kept, t] - y[kept, b], mine[kept].astype(np.float64), X[kept, b], kept_rows[kept, b])
        att, psi = sample.effect()
        found.append((pair.group, int(periods[t]), att, spread_over(kept, psi / len(psi))))
    if not found:
        refuse_without_change(kept_rows, schedule)
    group, period, effects, influence = zip(*found, strict=True)
    told = np.array(group, dtype=np.int64), np.array(period, dtype=np.int64), np.array(effects)
    return gathered(cells.outcome, schedule, (*told, np.stack(influence, axis=1)), n, periods)


def spread_over(kept: Flags, values: Floats) -> Floats:
    """(G,) values at the places that are kept, 0 elsewhere."""
    out = np.zeros(len(kept))
    out[kept] = values
    return out


def _means(cells: Cells, schedule: Schedule, n: Floats) -> Floats:
    """(G, T, 1 + k) a constant and the covariates' means by area and period."""
    few = collapse(cells)
    out = np.ones((*n.shape, 1 + len(cells.covariates)))
    area = np.searchsorted(schedule.area, few.area)
    out[area, np.searchsorted(np.unique(few.period), few.period), 1:] = few.means()[:, 1:]
    return out


@dataclass(frozen=True, eq=False)
class Sample:
    """Areas of one group and those it is compared with: change (m,), treated (m,) 1 or 0, X (m, k), rows (m,)."""

    change: Floats
    treated: Floats
    X: Floats
    rows: Floats

    def effect(self) -> tuple[float, Floats]:
        """The effect, and each area's influence on it (their mean is 0).

        Raises:
            Refused: `not_alike`.
        """
        X, D, w = self.X, self.treated, self.rows / self.rows.mean()
        m = len(D)
        chance, hessian = self._chances(w)
        free = w * (1 - D)
        spread = np.linalg.pinv(X.T @ (X * free[:, None]) / m)
        left = self.change - X @ (spread @ (X.T @ (free * self.change) / m))
        outcome_part = (free * left)[:, None] * X @ spread
        chance_part = (w * (D - chance))[:, None] * X @ hessian
        like = w * chance * (1 - D) / (1 - chance)
        ours, theirs = w * D, like
        one, other = (float(np.sum(each * left) / each.sum()) for each in (ours, theirs))
        mine = ours * (left - one) - outcome_part @ np.mean(ours[:, None] * X, axis=0)
        others = theirs * (left - other) - outcome_part @ np.mean(theirs[:, None] * X, axis=0)
        others = others + chance_part @ np.mean((theirs * (left - other))[:, None] * X, axis=0)
        influence: Floats = mine / ours.mean() - others / theirs.mean()
        return one - other, influence

    def _chances(self, w: Floats) -> tuple[Floats, Floats]:
        """(m,) chances of being treated by a logit, and the inverse of its information per area."""
        X, D = self.X, self.treated
        b = np.zeros(X.shape[1])
        for _ in range(LOGIT_STEPS):
            p = 1 / (1 + np.exp(-np.clip(X @ b, -30, 30)))
            information = X.T @ (X * (w * p * (1 - p))[:, None])
            step = np.linalg.pinv(information) @ (X.T @ (w * (D - p)))
            b = b + step
            if float(np.abs(step).max()) < CLOSE * max(1.0, float(np.abs(b).max())):
                inverse: Floats = np.asarray(np.linalg.pinv(information) * len(D), dtype=np.float64)
                return np.minimum(p, MOST_LIKE), inverse
        return refuse("not_alike")
