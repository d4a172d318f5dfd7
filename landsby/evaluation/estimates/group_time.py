"""Group-time effects of Callaway & Sant'Anna (2021, J. Econometrics 225:200), on cells.

ATT(g, t) is how areas first treated in g changed from the base period to t, each against itself (`own_change`), less
how comparison areas did. Its influence function is summed by cluster, so rows of one cluster may hang together in any
way; where each area is one unit, as with counties, the standard errors are those by unit. Without small-sample factor,
as in the R package `did`.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import Literal, NoReturn

import numpy as np

from landsby.evaluation.cells.cells import Cells
from landsby.evaluation.cells.rows import rows_of
from landsby.evaluation.designs.schedules import NEVER, Schedule
from landsby.evaluation.estimates.own_change import last_before, rows_with_base, worth_of_two
from landsby.evaluation.numbers import Flags, Floats, Ints, group_sums
from landsby.evaluation.problems import named, refuse

Base = Literal["varying", "universal"]


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
    n, groups = rows_with_base(n, periods, schedule), groups_of(schedule, periods)
    found: list[tuple[int, int, float, Floats]] = []
    for g, t in product(groups.tolist(), range(len(periods))):
        b = base_of(periods, g - schedule.against.anticipation, t, base)
        if b is None or b == t:
            continue
        compared = compared_with(schedule, g, max(int(periods[t]), int(periods[b])))
        one = _difference(n, y, schedule.first == g, compared, (t, b))
        if one is not None:
            found.append((g, int(periods[t]), *one))
    if not found:
        refuse_without_change(n, schedule)
    return gathered(cells.outcome, schedule, found, groups, shares_of(n, schedule, groups))


def groups_of(schedule: Schedule, periods: Ints) -> Ints:
    """(F,) the starts that lie among the periods, with one before them.

    Raises:
        Refused: `none_treated` if there are none.
    """
    groups = np.unique(schedule.first[(schedule.first <= periods[-1]) & (schedule.first > periods[0])])
    return groups if len(groups) else refuse("none_treated")


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
    outcome: str,
    schedule: Schedule,
    found: list[tuple[int, int, float, Floats]],
    groups: Ints,
    shares: tuple[Floats, Floats],
) -> GroupTime:
    """Effects found one by one, with influences summed by cluster."""
    C, c = len(schedule.clusters), schedule.cluster_index
    group, period, att, psi = zip(*found, strict=True)
    return GroupTime(
        outcome,
        np.array(group, dtype=np.int64),
        np.array(period, dtype=np.int64),
        np.array(att),
        group_sums(np.stack(psi, axis=1), c, C),
        groups,
        shares[0],
        group_sums(shares[1], c, C),
    )


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


def base_of(periods: Ints, g: int, t: int, base: Base) -> int | None:
    """The place of the period to compare with, before anything may have changed; None where there is none."""
    if base == "varying" and periods[t] < g:
        return t - 1 if t > 0 else None
    return last_before(periods, g)


def compared_with(schedule: Schedule, g: int, latest: int) -> Flags:
    """(G,) the areas that a group is compared with until a period."""
    if not schedule.against.later:
        return np.asarray(schedule.first == NEVER)
    out: Flags = (schedule.first > latest + schedule.against.anticipation) & (schedule.first != g)
    return out


def _difference(
    n: Floats, y: Floats, treated: Flags, compared: Flags, at: tuple[int, int]
) -> tuple[float, Floats] | None:
    """The difference of two mean changes, and its influence by area; None where one side has none."""
    now, base = at
    change, h = y[:, now] - y[:, base], worth_of_two(n[:, now], n[:, base])
    att, psi = 0.0, np.zeros(len(n))
    for side, sign in ((treated, 1.0), (compared, -1.0)):
        w = np.where(side, h, 0.0)
        total = w.sum()
        if total == 0:
            return None
        mean = float(np.sum(w * change) / total)
        att += sign * mean
        psi += sign * w * (change - mean) / total
    return att, psi
