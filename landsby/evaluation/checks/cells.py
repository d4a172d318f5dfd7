"""What may be wrong with cells, and with cells under a design, before anything is estimated."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from landsby.evaluation.cells.cells import Cells
from landsby.evaluation.checks.following import problems_of_following
from landsby.evaluation.checks.gaps import problems_of_gaps
from landsby.evaluation.designs.schedules import NEVER, Schedule
from landsby.evaluation.numbers import Flags, Labels
from landsby.evaluation.problems import Problem, named, problem, warning

FEW = 0.05
"""A stratum on one side alone that is at most so much of that side does not make it another kind of children."""


def problems_of_cells(cells: Cells) -> Iterator[Problem]:
    """What is wrong with the cells in themselves."""
    if not len(cells):
        yield problem("no_cells")
        return
    scatter = cells.scatter()
    squares = np.diagonal(scatter, axis1=1, axis2=2)
    impossible = int((squares < 0).any(axis=1).sum())
    if impossible:
        yield problem("cells_impossible", count=impossible)
    means = cells.means()
    if not squares[:, 0].any() and np.ptp(means[:, 0]) == 0:
        yield problem("no_variation", name=cells.outcome)


def problems_of_schedule(schedule: Schedule) -> Iterator[Problem]:
    """What is wrong with the design in itself."""
    areas, times = np.unique(schedule.area, return_counts=True)
    if (times > 1).any():
        yield problem("area_repeated", names=named(areas[times > 1]))
    lengths = {len(schedule.area), len(schedule.first), len(schedule.cluster)}
    if len(lengths) > 1:
        yield problem(
            "cluster_absent",
            areas=len(schedule.area),
            clusters=len(schedule.cluster),
            first=len(schedule.first),
        )
        return
    if not len(schedule.treated):
        yield problem("none_treated")
    elif len(schedule.treated_clusters) == 1:
        yield warning("one_treated", name=schedule.treated_clusters[0])
    if schedule.is_alone:
        yield problem("all_treated")


def problems_of_design(cells: Cells, schedule: Schedule) -> Iterator[Problem]:
    """What is wrong with the cells under this design: all of it at once, blockers and warnings."""
    yield from problems_of_cells(cells)
    yield from problems_of_schedule(schedule)
    if not len(cells):
        return
    yield from _unmatched(cells, schedule)
    yield from _untimely(cells, schedule)
    yield from problems_of_gaps(cells, schedule)
    yield from _one_sided(cells, np.isin(cells.area, schedule.treated))
    yield from _still_before(cells, schedule)
    yield from problems_of_following(cells, schedule)


def _one_sided(cells: Cells, treated: Flags) -> Iterator[Problem]:
    """Strata on one side alone: unlike children are compared, unless they are next to none."""
    names = np.setxor1d(np.unique(cells.stratum[treated]), np.unique(cells.stratum[~treated]))
    if not len(names) or not treated.any() or treated.all():
        return
    alone = np.isin(cells.stratum, names)
    share = max(float(cells.n[side & alone].sum() / cells.n[side].sum()) for side in (treated, ~treated))
    yield (problem if share > FEW else warning)("empty_strata", names=named(names))


def _still_before(cells: Cells, schedule: Schedule) -> Iterator[Problem]:
    """An outcome that was the same for all treated children before the start: there was no chance to learn from."""
    start = dict(zip(schedule.area.tolist(), schedule.first.tolist(), strict=True))
    first = np.array([start.get(area, NEVER) for area in cells.area.tolist()], dtype=np.int64)
    before = cells.where((first != NEVER) & (cells.period < first)).only(cells.outcome)
    if len(before) > 1 and not before.scatter().any() and np.ptp(before.means()) == 0:
        yield warning("no_variation_before", name=cells.outcome)


def _unmatched(cells: Cells, schedule: Schedule) -> Iterator[Problem]:
    strangers = np.setdiff1d(cells.areas, schedule.area)
    if len(strangers):
        yield problem("area_absent", names=named(strangers))
    empty = np.setdiff1d(schedule.area, cells.areas)
    if len(empty):
        yield problem("area_without_cells", names=named(empty))


def _untimely(cells: Cells, schedule: Schedule) -> Iterator[Problem]:
    start = dict(zip(schedule.area.tolist(), schedule.first.tolist(), strict=True))
    earlier = schedule.against.anticipation
    # Cells stand in the order of areas, and of periods within them.
    areas, begins = np.unique(cells.area, return_index=True)
    ends = np.append(begins[1:], len(cells)) - 1
    first_seen = {a: int(cells.period[at]) for a, at in zip(areas.tolist(), begins, strict=True) if a in start}
    last_seen = {a: int(cells.period[at]) for a, at in zip(areas.tolist(), ends, strict=True) if a in start}
    late: Labels = np.array(
        [a for a in first_seen if start[a] != NEVER and first_seen[a] >= start[a] - earlier], dtype=np.str_
    )
    early: Labels = np.array([a for a in last_seen if start[a] != NEVER and last_seen[a] < start[a]], dtype=np.str_)
    if len(late):
        yield problem("no_pre_period", names=named(late))
    if len(early):
        yield warning("no_post_period", names=named(early))
