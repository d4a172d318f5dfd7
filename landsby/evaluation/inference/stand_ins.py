"""The noise that clusters would give in each other's places, summed over the places for thousands of draws."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from landsby.evaluation.numbers import Floats, Ints, product

HELD = 2**16
"""Numbers of noise that are held at a time: as many as stay close to the processor."""
LEAST = 1e-300
"""A variance that is not 0."""


@dataclass(frozen=True, eq=False)
class StandIns:
    """Which clusters stand in: cluster (J, R) by place and draw, and the inverse of its rows."""

    cluster: Ints
    inverse_rows: Floats

    @classmethod
    def of(cls, drawn: Ints, inverse_rows: Floats) -> StandIns:
        """From draws (R, J), so that each place's draws lie together: they look into one row of its noise."""
        cluster = np.ascontiguousarray(drawn.T)
        return cls(cluster, inverse_rows[cluster])


def totals(weight: Floats, left: Floats, stand_ins: StandIns, variance: tuple[Floats, Floats, Floats] | None) -> Floats:
    """(R,) sums over places (J, T) of the noise that residuals (C, T) give there, under each draw of who stands in.

    Some places at a time: the noise is (J, C), which is too much to hold where clusters are a thousand.
    """
    (J, R), C = stand_ins.cluster.shape, len(left)
    total, lot = np.zeros(R), max(1, HELD // max(R, C))
    for begin in range(0, J, lot):
        mine = slice(begin, begin + lot)
        noise = product(weight[mine], left.T)
        found = noise.ravel().take(stand_ins.cluster[mine] + C * np.arange(len(noise))[:, None])
        if variance is not None:
            own, A, B = (each[mine, None] for each in variance)
            found *= np.sqrt(own / np.maximum(A + B * stand_ins.inverse_rows[mine], LEAST))
        total += found.sum(axis=0)
    return total


def variances(weight: Floats, left: Floats, inverse_rows: Floats) -> tuple[Floats, Floats, Floats]:
    """(C,) each place's own variance, and the A and B by which it is ``A + B / rows``, neither below 0.

    A and B are fitted to the squared noise in each place (Ferman & Pinto 2019, section III). Sums of squares over all
    who may stand in there are quadratic forms in the place's weights.
    """
    C, middle = len(inverse_rows), float(inverse_rows.mean())
    away = inverse_rows - middle
    forms = np.concatenate([left, left * inverse_rows[:, None], left * away[:, None]], axis=1)
    folded = product(weight, product(left.T, forms)).reshape(C, 3, -1)
    plain, by_size, by_distance = np.sum(folded * weight[:, None, :], axis=2).T
    steady = float(np.ptp(inverse_rows)) <= 1e-12 * float(inverse_rows.max())
    B = np.zeros(C) if steady else by_distance / np.sum(away**2)
    A = plain / C - B * middle
    flat, steep = B < 0, (A < 0) & (B >= 0)
    A = np.where(flat, plain / C, np.where(steep, 0.0, A))
    B = np.where(flat, 0.0, np.where(steep, by_size / np.sum(inverse_rows**2), B))
    return np.maximum(A + B * inverse_rows, LEAST), A, B
