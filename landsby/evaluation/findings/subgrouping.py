"""Groups of children that the design looks at by themselves."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from landsby.blueprint.text import Text
from landsby.evaluation.cells.cells import Cells
from landsby.evaluation.designs.design import Design
from landsby.evaluation.designs.schedules import Schedule
from landsby.evaluation.estimates.group_time import grid
from landsby.evaluation.findings.judging import Exchanging, Judged, judged_group
from landsby.evaluation.inference.calibrated_paths import compared_throughout
from landsby.evaluation.inference.exchanged_paths import Grid, exchanged_paths, path_tests
from landsby.evaluation.problems import Problem, Refused, named, refuse


@dataclass(frozen=True)
class SubgroupEffect:
    """The effect in one group.

    Attributes:
        id: what the design calls it.
        why: why it may differ, as the design says.
        estimate: all group-time effects from the start on; None where it cannot be had.
        ci_low: its interval by exchange, at the level shared by the groups; None where none may be given.
        ci_high: its other end.
        p: multiplied by the number of groups (Bonferroni), so that it agrees with the interval; None where none may be
            given.
        n: rows of treated areas.
        problems: why it could not be had.
    """

    id: str
    why: Text
    estimate: float | None
    ci_low: float | None
    ci_high: float | None
    p: float | None
    n: int
    problems: tuple[Problem, ...] = ()


def subgroup_effects(
    cells: Cells, schedule: Schedule, design: Design, how: Exchanging, held: Judged
) -> tuple[SubgroupEffect, ...]:
    """The effect in each group of the design, each held to a calibration run of its own.

    Args:
        cells: of the outcome, areas of the schedule alone.
        schedule: the areas that are compared.
        design: the declared design.
        how: schedules are exchanged.
        held: what figures over all children are held to; the groups share its level.
    """
    groups = len(design.subgroups)
    return tuple(_one(cells, schedule, design, how, held.alpha / groups, place) for place in range(groups))


def _one(cells: Cells, schedule: Schedule, design: Design, how: Exchanging, alpha: float, place: int) -> SubgroupEffect:
    group = design.subgroups[place]
    mine = cells.only(cells.outcome).where(np.isin(cells.stratum, group.strata))
    n = int(mine.n[np.isin(mine.area, schedule.treated)].sum())
    try:
        if len(empty := np.setdiff1d(schedule.area, mine.areas)):
            refuse("area_without_cells", names=", ".join(empty[:8].tolist()))
        rows, y, periods = grid(mine, schedule)
        if not compared_throughout(rows, schedule):
            refuse("all_treated")
        held = judged_group(mine, schedule, design, how, alpha)
        paths = exchanged_paths(Grid(rows, y, periods, schedule.against), how.among.first, held.measure)
        test = path_tests(paths, 1 - alpha)[0]
        if not np.isfinite(test.estimate):
            refuse("no_base", names=named(schedule.treated))
    except Refused as refusal:
        return SubgroupEffect(group.id, group.why, None, None, None, None, n, refusal.problems)
    if not held.by_group:
        return SubgroupEffect(group.id, group.why, test.estimate, None, None, None, n)
    p = min(1.0, test.p * len(design.subgroups))
    return SubgroupEffect(group.id, group.why, test.estimate, test.ci_low, test.ci_high, p, n)
