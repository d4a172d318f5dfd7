"""Other schedules that might as well have been: whole schedules exchanged among clusters of similar size.

The unit that is exchanged is the cluster at the level of the shocks, with the starts of all its areas. Every treated
cluster's profile of starts goes to some cluster of its block; a profile is stretched to the number of areas of the
cluster that receives it, largest areas first. Randomisation inference with few treated clusters: MacKinnon & Webb 2020
(J. Econometrics 218:435); Young 2019 (QJE 134:557).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from math import factorial, prod

import numpy as np

from landsby.evaluation.designs.schedules import NEVER, Schedule
from landsby.evaluation.numbers import Floats, Ints
from landsby.evaluation.problems import refuse

MOST_ENUMERATED = 20_000
"""As many schedules as this are gone through one by one; more are drawn."""


@dataclass(frozen=True, eq=False)
class Exchanges:
    """Schedules that might have been, the actual one first.

    Attributes:
        first: (R, G) starts of the areas under each.
        enumerated: whether these are all that there are; else they are independent draws.
        possible: how many there are.
    """

    first: Ints
    enumerated: bool
    possible: int


def exchanges(
    schedule: Schedule,
    rng: np.random.Generator,
    *,
    block: Ints | None = None,
    size: Floats | None = None,
    draws: int = 9_999,
    enumerate_up_to: int = MOST_ENUMERATED,
) -> Exchanges:
    """Every exchange of schedules where they are few, else draws of them.

    Args:
        schedule: the actual schedule.
        rng: where chance comes from; not used where all are enumerated.
        block: (C,) block of each of `schedule.clusters`; profiles stay in their block. Without it there is one block.
        size: (G,) rows of each area, for the order in which a profile is laid over areas; without it the given order.
        draws: how many to draw.
        enumerate_up_to: as many as this are enumerated.

    Raises:
        Refused: `nothing_to_exchange` if the actual schedule is the only one.
    """
    profiles, kind = _profiles(schedule, size)
    places = _places(kind, block)
    possible = prod(_ways(kind[place]) for place in places)
    if possible < 2:
        refuse("nothing_to_exchange")
    if possible <= enumerate_up_to:
        kinds = np.array([kind, *(each for each in _every(kind, places) if (each != kind).any())], dtype=np.int64)
    else:
        kinds = np.tile(kind, (draws + 1, 1))
        for place in places:
            kinds[1:, place] = rng.permuted(kinds[1:, place], axis=1)
    return Exchanges(_laid(kinds, profiles, schedule, size), possible <= enumerate_up_to, possible)


def possible_exchanges(schedule: Schedule, block: Ints | None) -> int:
    """How many different schedules there are when profiles stay in their blocks (C,), the actual one among them."""
    _, kind = _profiles(schedule, None)
    return prod(_ways(kind[place]) for place in _places(kind, block))


def _places(kind: Ints, block: Ints | None) -> list[Ints]:
    blocks = np.zeros(len(kind), dtype=np.int64) if block is None else block
    return [np.flatnonzero(blocks == each).astype(np.int64) for each in np.unique(blocks)]


def _by_cluster(schedule: Schedule, size: Floats | None) -> list[Ints]:
    """Of each cluster the places of its areas, the largest first."""
    index, by = schedule.cluster_index, np.zeros(len(schedule.area)) if size is None else -size
    order = np.lexsort([np.arange(len(by)), by, index]).astype(np.int64)
    return np.split(order, np.cumsum(np.bincount(index))[:-1])


def _profiles(schedule: Schedule, size: Floats | None) -> tuple[list[Ints], Ints]:
    """The different profiles of starts, that of clusters never treated first; and each cluster's, by its place."""
    own = [tuple(schedule.first[mine].tolist()) for mine in _by_cluster(schedule, size)]
    reduced = [(starts[0],) if len(set(starts)) == 1 else starts for starts in own]
    different = [(NEVER,), *sorted(set(reduced) - {(NEVER,)})]
    kind = np.array([different.index(each) for each in reduced], dtype=np.int64)
    return [np.array(each, dtype=np.int64) for each in different], kind


def _ways(kind: Ints) -> int:
    return factorial(len(kind)) // prod(factorial(int(times)) for times in np.bincount(kind))


def _every(kind: Ints, places: list[Ints]) -> Iterator[Ints]:
    """Every distinct arrangement of kinds over the places of each block."""
    if not places:
        yield np.zeros_like(kind)
        return
    here, times = np.unique(kind[places[0]], return_counts=True)
    wanted = [(int(k), int(t)) for k, t in zip(here, times, strict=True) if k]
    for rest in _every(kind, places[1:]):
        yield from _arranged(rest, places[0], wanted)


def _arranged(base: Ints, free: Ints, wanted: list[tuple[int, int]]) -> Iterator[Ints]:
    """Every way to put each wanted kind at as many of the free places as it is wanted."""
    if not wanted:
        yield base
        return
    kind, times = wanted[0]
    for chosen in combinations(free.tolist(), times):
        filled = base.copy()
        filled[list(chosen)] = kind
        yield from _arranged(filled, np.setdiff1d(free, chosen), wanted[1:])


def _laid(kinds: Ints, profiles: list[Ints], schedule: Schedule, size: Floats | None) -> Ints:
    """(R, G) the starts of the areas when each cluster has the profile of its kind."""
    start = np.empty((len(schedule.area), len(profiles)), dtype=np.int64)
    for mine in _by_cluster(schedule, size):
        for k, profile in enumerate(profiles):
            start[mine, k] = profile[np.arange(len(mine)) * len(profile) // len(mine)]
    return start[np.arange(len(start))[None, :], kinds[:, schedule.cluster_index]]


def blocks_of_size(schedule: Schedule, size: Floats, ratio: float = 2.0) -> Ints:
    """Blocks of clusters of similar size: each treated cluster with those up to `ratio` times larger or smaller.

    Treated clusters whose ranges meet share a block. Clusters of no range are each a block of their own: they remain
    in the comparison and are never exchanged.

    Args:
        schedule: the design.
        size: (G,) rows of each area.
        ratio: at least 1.

    Returns:
        (C,) block of each of `schedule.clusters`.
    """
    total = np.log(np.bincount(schedule.cluster_index, weights=size))
    treated = np.isin(schedule.clusters, schedule.treated_clusters)
    reach = float(np.log(ratio))
    block = -np.arange(1, len(total) + 1)
    edge, number = -np.inf, 0
    for centre in np.sort(total[treated]):
        number += int(centre - reach > edge)
        near = (np.abs(total - centre) <= reach + 1e-12) & (block < 0)
        block[near] = number
        edge = max(edge, centre + reach)
    return block.astype(np.int64)
