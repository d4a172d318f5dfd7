"""Cells of rows in memory, for tests: an engine does the same for rows that are too many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import ArrayLike

from landsby.evaluation.cells.cells import Cells, pairs
from landsby.evaluation.cells.making import cells_of_sums
from landsby.evaluation.numbers import Floats


def cells_of_rows(
    variables: Mapping[str, int], keys: Mapping[str, ArrayLike], values: Sequence[ArrayLike] | Floats
) -> Cells:
    """Cells from rows in memory; an engine does the same for rows that are too many.

    Args:
        variables: each variable's name and its scale, the outcome first.
        keys: columns "area", "period" and where told apart "cohort", "stratum"; each (N,).
        values: k columns of N numbers without gaps; each is rounded to whole multiples of 1 / scale.
    """
    whole = [
        np.rint(np.asarray(column, dtype=np.float64) * scale).astype(np.int64)
        for column, scale in zip(values, variables.values(), strict=True)
    ]
    stored = np.stack(whole, axis=1)
    i, j = pairs(len(variables))
    large = float(np.abs(stored).max(initial=0)) ** 2 >= 2**62
    wide = stored.astype(object) if large else stored
    return cells_of_sums(variables, keys, np.ones(len(stored), dtype=np.int64), stored, wide[:, i] * wide[:, j])
