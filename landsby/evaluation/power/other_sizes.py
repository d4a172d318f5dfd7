"""The same design with fewer or more places: what more communities, or more to compare with, would give.

Units are taken away, or stand twice, so that what is there keeps its mix of sizes and starts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from landsby.evaluation.designs.schedules import NEVER, Schedule
from landsby.evaluation.numbers import Floats, Ints, Labels

TREATED = (0.5, 1.0, 2.0, 3.0)
"""Treated units, in times those of the design."""
COMPARED = (0.5, 1.0, 2.0)
"""Units to compare with, in times those of the design."""
MOST_SIZES = len(TREATED) * len(COMPARED)
FEWEST_COMPARED = 2
MOST_AREAS = 1_500
"""Designs with more areas than this are not asked about: more to compare with gives next to nothing by then."""


@dataclass(frozen=True, eq=False)
class Sized:
    """A design with other numbers of units.

    Attributes:
        n: (G, T) rows of its areas.
        schedule: it.
        is_declared: whether its numbers are those of the design itself.
    """

    n: Floats
    schedule: Schedule
    is_declared: bool

    @property
    def numbers(self) -> tuple[int, int, int, int]:
        """Treated areas and their units, areas to compare with and their units."""
        treated = self.schedule.first != NEVER
        units = self.schedule.treated_clusters
        others = len(self.schedule.clusters) - len(units)
        return int(treated.sum()), len(units), int((~treated).sum()), others


def sizes_of(n: Floats, schedule: Schedule) -> Iterator[Sized]:
    """The design as it is first, then with other numbers of treated units and of units to compare with.

    Args:
        n: (G, T) rows of its areas.
        schedule: the design, its clusters at the level of the shocks.
    """
    yield Sized(n, schedule, is_declared=True)
    rows = np.bincount(schedule.cluster_index, weights=n.sum(axis=1))
    by_size: Labels = schedule.clusters[np.argsort(rows, kind="stable")]
    treated = np.isin(by_size, schedule.treated_clusters)
    own, others = by_size[treated], by_size[~treated]
    for units in dict.fromkeys(max(1, int(np.ceil(share * len(own)))) for share in TREATED):
        for compared in dict.fromkeys(int(share * len(others)) for share in COMPARED):
            if compared < FEWEST_COMPARED or (units, compared) == (len(own), len(others)):
                continue
            sized = _joined(n, schedule, [*_picked(own, units), *_picked(others, compared)])
            if len(sized.schedule.area) <= MOST_AREAS:
                yield sized


def _picked(units: Labels, count: int) -> Iterator[tuple[str, int]]:
    """So many of the units, spread evenly over their sizes; beyond all of them they come again, with a number."""
    whole, rest = divmod(count, len(units))
    for again in range(whole):
        for unit in units.tolist():
            yield unit, again
    for place in range(rest):
        yield str(units[int((place + 0.5) * len(units) / rest)]), whole


def _joined(n: Floats, schedule: Schedule, picked: list[tuple[str, int]]) -> Sized:
    """The design of these units; those that come again have names of their own."""
    places, names, units, within = [], [], [], list[str]()
    for unit, again in picked:
        mine = np.flatnonzero(schedule.cluster == unit)
        mark = f" ·{again + 1}" if again else ""
        places.append(mine)
        names += [f"{area}{mark}" for area in schedule.area[mine].tolist()]
        units += [f"{unit}{mark}"] * len(mine)
        if schedule.within is not None:
            within += [f"{shared}{mark}" for shared in schedule.within[mine].tolist()]
    at: Ints = np.concatenate(places).astype(np.int64)
    order = np.argsort(np.array(names), kind="stable")
    at = at[order]
    weight = None if schedule.weight is None else schedule.weight[at]
    shared = np.array(within)[order] if within else None
    area, cluster = np.array(names)[order], np.array(units)[order]
    made = Schedule(area, schedule.first[at], cluster, weight, shared, schedule.against)
    return Sized(n[at], made, is_declared=False)
