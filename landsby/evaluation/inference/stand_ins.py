"""The noise that clusters would give in each other's places, summed over the places for thousands of draws."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from landsby.evaluation.numbers import Floats, Ints, product

HELD = 2**16
"""Numbers of noise that are worked on at a time: as many as stay close to the processor."""
WHOLE = 2**22
"""Up to so many numbers the noise of all clusters in all places is held, 32 MB, and draws look into it in parts."""
LEAST = 1e-300
"""A variance that is not 0."""


@dataclass(frozen=True, eq=False)
class StandIns:
    """Which clusters stand in.

    Attributes:
        parts: some draws after others, each (J, r) of clusters by place and draw.
        inverse_rows: (C,) the inverse of the rows of each cluster.
        room: (J, C) where the noise is laid while several parts look into it; None where there is but one.
    """

    parts: tuple[Ints, ...]
    inverse_rows: Floats
    room: Floats | None

    @classmethod
    def of(cls, drawn: Ints, inverse_rows: Floats, at: float = 1.0) -> StandIns:
        """From draws (R, J), so that each place's draws lie together: they look into one row of its noise.

        Held against a level `at` the draws come in parts, for it may soon be known that enough of them reach the bar.
        """
        (R, J), C = drawn.shape, len(inverse_rows)
        together = max(64, HELD // J) if at < 1 and J * C <= WHOLE else R
        parts = (drawn[begin : begin + together].T for begin in range(0, R, together))
        room = np.empty((J, C)) if together < R else None
        return cls(tuple(np.ascontiguousarray(part) for part in parts), inverse_rows, room)

    @property
    def draws(self) -> int:
        """How many draws."""
        return sum(part.shape[1] for part in self.parts)


def totals(
    weight: Floats, left: Floats, stand_ins: StandIns, variance: tuple[Floats, Floats, Floats] | None
) -> Iterator[Floats]:
    """Sums over places (J, T) of the noise that residuals (C, T) give there, for some draws after others.

    The noise is (J, C). Where all draws come at once it is made for some places at a time.
    """
    J, C = len(weight), len(left)
    whole = None if stand_ins.room is None else product(weight, left.T, out=stand_ins.room)
    for cluster in stand_ins.parts:
        r = cluster.shape[1]
        total, lot = np.zeros(r), max(1, HELD // (r if whole is not None else max(r, C)))
        for begin in range(0, J, lot):
            mine = slice(begin, begin + lot)
            noise = product(weight[mine], left.T) if whole is None else whole[mine]
            found = noise.ravel().take(cluster[mine] + C * np.arange(len(noise))[:, None])
            if variance is not None:
                found *= _scaled(stand_ins.inverse_rows.take(cluster[mine]), *(each[mine, None] for each in variance))
            total += found.sum(axis=0)
        yield total


def _scaled(inverse_rows: Floats, own: Floats, A: Floats, B: Floats) -> Floats:
    """(j, r) by what noise is multiplied, where its variance by place is ``A + B / rows`` and the place's is `own`."""
    inverse_rows *= B
    inverse_rows += A
    np.maximum(inverse_rows, LEAST, out=inverse_rows)
    np.divide(own, inverse_rows, out=inverse_rows)
    return np.sqrt(inverse_rows, out=inverse_rows)


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
