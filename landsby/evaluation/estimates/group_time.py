"""Group-time effects of Callaway & Sant'Anna (2021, J. Econometrics 225:200), on cells.

ATT(g, t) is how areas first treated in g changed from the base period to t, each against itself (`own_change`), less
how comparison areas did. Its influence function is summed by cluster, so rows of one cluster may hang together in any
way; where each area is one unit, as with counties, the standard errors are those by unit. Without small-sample factor,
as in the R package `did`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NoReturn

import numpy as np

from landsby.evaluation.cells.cells import Cells
from landsby.evaluation.cells.rows import rows_of
from landsby.evaluation.designs.schedules import NEVER, Schedule
from landsby.evaluation.estimates.changes import Base, Changes, groups_of
from landsby.evaluation.estimates.own_change import rows_with_base
from landsby.evaluation.numbers import Floats, Ints, group_sums
from landsby.evaluation.problems import named, refuse


@dataclass(frozen=True, eq=False)
class GroupTime:
    """Effects by group of start and period.

    Attributes:
        outcome: the outcome's name.
        group: (K,) first treated period of the group.
        period: (K,) period.
        att: (K,) effect; before the start, what should be none.
        psi: (C, K) each cluster's influence; a standard error is the root of its summed squares.
        groups: (F,) the groups.
        share: (F,) share of all rows that is in each.
        share_psi: (C, F) each cluster's influence on the shares.
    """

    outcome: str
    group: Ints
    period: Ints
    att: Floats
    psi: Floats
    groups: Ints
    share: Floats
    share_psi: Floats

    @property
    def se(self) -> Floats:
        """(K,) standard errors."""
        return np.asarray(np.sqrt(np.sum(self.psi**2, axis=0)))


def group_time(
    cells: Cells,
    schedule: Schedule,
    *,
    base: Base = "varying",
) -> GroupTime:
    """All effects that the cells carry.

    Args:
        cells: the cells; covariates are not used.
        schedule: the design, and what is held against what. Areas without rows in the base period are left out.
        base: before the start, compare with the period just before ("varying") or with the last before the start.

    Raises:
        Refused: `none_treated`, `all_treated` without comparison, `no_base`, and as `rows_of`.
    """
    n, y, periods = grid(cells, schedule)
    changes = Changes.of(n, periods, schedule, base)
    if not len(changes.group):
        refuse_without_change(rows_with_base(n, periods, schedule), schedule)
    att, psi = changes.effects(y[:, :, None])
    return gathered(cells.outcome, schedule, (changes.group, changes.period, att[:, 0], psi[:, :, 0]), n, periods)


def refuse_without_change(n: Floats, schedule: Schedule) -> NoReturn:
    """Why no area's change could be compared: nobody to compare with, or no rows just before the start.

    Args:
        n: (G, T) rows, as `rows_with_base` leaves them.
        schedule: the design.
    """
    treated = schedule.first != NEVER
    if n[treated].any():
        refuse("all_treated")
    refuse("no_base", names=named(schedule.area[treated]))


def gathered(
    outcome: str, schedule: Schedule, found: tuple[Ints, Ints, Floats, Floats], n: Floats, periods: Ints
) -> GroupTime:
    """Effects by group and period, with influences summed by cluster.

    Args:
        outcome: its name.
        schedule: the design.
        found: (K,) groups, (K,) periods, (K,) effects, (G, K) each area's influence.
        n: (G, T) rows.
        periods: (T,) periods.
    """
    (group, period, att, psi), groups = found, groups_of(schedule, periods)
    share, share_psi = shares_of(rows_with_base(n, periods, schedule), schedule, groups)
    C, c = len(schedule.clusters), schedule.cluster_index
    return GroupTime(outcome, group, period, att, group_sums(psi, c, C), groups, share, group_sums(share_psi, c, C))


def shares_of(n: Floats, schedule: Schedule, groups: Ints) -> tuple[Floats, Floats]:
    """(F,) each group's share of the rows, and (G, F) each area's influence on it."""
    member = (schedule.first[:, None] == groups[None, :]).astype(np.float64)
    per_area, N = n.sum(axis=1), n.sum()
    share: Floats = per_area @ member / N
    return share, (member - share) * per_area[:, None] / N


def grid(cells: Cells, schedule: Schedule) -> tuple[Floats, Floats, Ints]:
    """(G, T) rows and means of the outcome (0 where there are none), and the (T,) periods.

    Raises:
        Refused: as `rows_of`.
    """
    rows = rows_of(cells.only(cells.outcome), schedule)
    n = np.zeros((len(rows.areas), len(rows.periods)))
    y = np.zeros_like(n)
    n[rows.area, rows.period] = rows.w
    y[rows.area, rows.period] = rows.y
    return n, y, rows.periods
