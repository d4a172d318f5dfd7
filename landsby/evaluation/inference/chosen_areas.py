"""Sums over the few areas that each of thousands of schedules chooses, without a pass over all areas."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_array

from landsby.evaluation.numbers import Flags, Floats

Left = tuple[tuple[csr_array, Flags | None], ...]
"""Areas under each schedule (R, G) that are not compared with, and in which periods (T,); None in all."""


def chosen(areas: Flags) -> csr_array:
    """Areas that schedules choose (R, G), as what sums over them multiplies by."""
    return csr_array(areas.astype(np.float64))


def summed(areas: csr_array, values: Floats) -> Floats:
    """(R, T, K) sums of values (G, T, K) over the areas that each schedule chooses (R, G)."""
    out: Floats = areas @ values.reshape(len(values), -1)
    return out.reshape(-1, *values.shape[1:])


def without(left: Left, values: Floats) -> Floats:
    """(R, T, K) sums of values (G, T, K) over the areas that are not compared with."""
    parts = (summed(own, values) * (1.0 if when is None else when[:, None]) for own, when in left)
    return np.sum(list(parts), axis=0) if len(left) > 1 else next(parts)
