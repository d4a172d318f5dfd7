"""How noisy the group-time effects would be under each schedule, by the rows of the areas that it treats.

Small areas are noisier than large ones. Divided by what chance would do to them (Ferman & Pinto 2019 weigh residuals by
the same thought), figures of areas of different size can be compared, and schedules exchanged among all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from landsby.evaluation.designs.schedules import NEVER, Against
from landsby.evaluation.estimates.own_change import worth
from landsby.evaluation.inference.noise import Noise
from landsby.evaluation.numbers import Flags, Floats, Ints, group_sums

Masks = Sequence[Flags]
"""Which groups and periods (F, T) each figure averages."""


@dataclass(frozen=True, eq=False)
class Chance:
    """What chance does to cells.

    Attributes:
        noise: the noise.
        cluster: (G,) of each area, from 0.
        weight: (G,) by which each row of an area counts.
    """

    noise: Noise
    cluster: Ints
    weight: Floats


def expected_noise(
    chance: Chance, n: Floats, first: Ints, weight: Floats, starts: Ints, periods: Ints, kept: Masks, against: Against
) -> Floats:
    """(R, K) standard deviations of K figures under R schedules.

    Args:
        chance: what chance does.
        n: (G, T) rows, weighted.
        first: (R, G) schedules.
        weight: (R, F, T) share of each group's change in a figure, as `gaps` gives it.
        starts: (F,) starts of the groups.
        periods: (T,) periods.
        kept: for each figure the (F, T) groups and periods that it averages.
        against: what is held against what; areas that begin later are taken to be no quieter than the others.
    """
    base = np.maximum(np.searchsorted(periods, starts - against.anticipation) - 1, 0)
    h = np.stack([worth(n, each) for each in base.tolist()])
    r, g = np.nonzero(first != NEVER)
    f = np.searchsorted(starts, first[r, g])
    R, F, _T = weight.shape
    part = _part_of_group(h[f, g], r * F + f, R * F)
    told, free, out = n / chance.weight[:, None], h * (first[0] == NEVER)[None, :, None], []
    for mask in kept:
        w = np.where(mask[None], weight, 0.0)
        total = w.sum(axis=(1, 2))[:, None, None]
        C = w / np.where(total > 0, total, 1.0)
        A = _against_base(part * C[r, f], base[f])
        own = _variance(chance, A, told[g], r * len(n) + chance.cluster[g], r, R, periods)
        out.append(own + _of_the_others(chance, C[0], n, free, base, periods))
    return np.sqrt(np.stack(out, axis=1))


def _part_of_group(mine: Floats, group: Ints, groups: int) -> Floats:
    """(P, T) what each area is of its group under a schedule."""
    T = mine.shape[1]
    whole = np.stack([group_sums(mine[:, t], group.astype(np.int64), groups) for t in range(T)], axis=1)
    return np.asarray(mine / np.maximum(whole[group], 1e-300), dtype=np.float64)


def _against_base(A: Floats, base: Ints) -> Floats:
    """Weights (P, T) of changes as weights of the means in each period: the base (P,) has what all others take off."""
    A[np.arange(len(A)), base] -= A.sum(axis=1)
    return A


def _of_the_others(chance: Chance, C: Floats, n: Floats, free: Floats, base: Ints, periods: Ints) -> float:
    """The comparison's part of the variance, taken to be the same under every schedule: C (F, T), free (F, G, T)."""
    share = free / np.maximum(free.sum(axis=1), 1e-300)[:, None, :] * C[:, None, :]
    G = len(n)
    part = -np.sum([_against_base(share[f], np.full(G, at)) for f, at in enumerate(base.tolist())], axis=0)
    nobody = np.zeros(G, dtype=np.int64)
    return float(_variance(chance, part, n / chance.weight[:, None], chance.cluster, nobody, 1, periods)[0])


def _variance(chance: Chance, A: Floats, n: Floats, shared: Ints, r: Ints, R: int, periods: Ints) -> Floats:
    """(R,) variances of weighted sums with weights A (P, T) of cells with rows n (P, T).

    Args:
        chance: what chance does.
        A: weights.
        n: rows.
        shared: (P,) which rows share shocks.
        r: (P,) the schedule of each.
        R: how many schedules there are.
        periods: (T,) periods.
    """
    noise = chance.noise
    P = noise.rho ** np.abs(periods[:, None] - periods[None, :]) if noise.rho else np.eye(len(periods))
    alone = noise.child**2 * np.sum(A**2 / np.maximum(n, 1.0), axis=1)
    alone = alone + noise.area**2 * np.einsum("pt,ts,ps->p", A, P, A, optimize=["einsum_path", (0, 1), (0, 1)])
    units, place = np.unique(shared, return_inverse=True)
    B = group_sums(A, place.astype(np.int64), len(units))
    together = noise.cluster**2 * np.einsum("pt,ts,ps->p", B, P, B, optimize=["einsum_path", (0, 1), (0, 1)])
    of = np.zeros(len(units), dtype=np.int64)
    of[place] = r
    return group_sums(alone, r.astype(np.int64), R) + group_sums(together, of, R)
