"""How far the data reach, by the areas that began last, and whether periods can be counted at all."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from landsby.analysis.cells.gathered import Gathered
from landsby.analysis.cells.tally import Tally
from landsby.analysis.problems import doubt
from landsby.blueprint.text import Text
from landsby.evaluation.cells.cells import Cells
from landsby.evaluation.designs.design import Design
from landsby.evaluation.findings.found import When
from landsby.evaluation.problems import Problem, named, warning

LARGEST_JUMP = 5
"""A step between periods that is more than so many times the smallest is no hole, but another way of numbering."""


def problems_of_numbering(tally: Tally) -> Iterator[Problem]:
    """Numbers that do not count periods, such as half-years written 20162, 20171."""
    periods = sorted({key.period for key in tally.keys})
    steps = [later - one for one, later in pairwise(periods)]
    if steps and max(steps) > LARGEST_JUMP * min(steps):
        at = steps.index(max(steps))
        yield doubt("periods_jump", one=periods[at], other=periods[at + 1])


def last_of(found: Gathered, design: Design) -> int:
    """The last measured period."""
    return max((key.period for key in found.tally.keys), default=design.window.first)


def when_of(cells: Cells, design: Design) -> When:
    """How far one outcome is measured: the fewest periods that an area which began last has after its start."""
    start = max(design.starts.values())
    newest = [area for area, its in design.starts.items() if its == start]
    after = cells.period >= start
    measured = min(len(np.unique(cells.period[after & (cells.area == area)])) for area in newest)
    ended = bool(len(cells)) and int(cells.period.max()) >= design.window.last
    return When(measured, design.too_early.periods_after_start, ended)


def problems_of_timing(found: Gathered, design: Design) -> Iterator[Problem]:
    """Too early, or at another time than planned: who looks often finds something in the end."""
    when, last = when_of(found.cells[design.primary.id], design), last_of(found, design)
    if when.measured < when.needed:
        measured, needed = map(design.periods.counted, (when.measured, when.needed))
        yield warning("too_early", measured=measured, needed=needed)
    planned = [look.period for look in design.looks]
    if planned and last not in planned:
        called = [design.periods.called(period) for period in sorted(planned)]
        looks = Text(da=named(each.da for each in called), en=named(each.en for each in called))
        yield warning("look_unplanned", period=design.periods.called(last), planned=looks)
