"""The kinds of arrays that this house speaks of, and sums that are the same on any number of threads."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
Labels = NDArray[np.str_]
Integers = NDArray[Any]
"""Exact integers: int64 where they fit, else Python's own (dtype object)."""
BY_HAND = 20_000
"""Products of so many steps are done before BLAS has been told to use one thread."""


def product(a: Floats, b: Floats, out: Floats | None = None) -> Floats:
    """``a @ b``, added in one order whatever the number of threads: BLAS gets one, for more may cut a long sum.

    Args:
        a: (i, j).
        b: (j, k).
        out: (i, k) where it is written, for large products that come again: new room may cost more than they do.
    """
    if a.shape[0] * a.shape[1] * b.shape[1] <= BY_HAND:
        return np.asarray(np.einsum("ij,jk->ik", a, b, optimize=False, out=out), dtype=np.float64)
    with one_thread():
        return np.asarray(np.matmul(a, b, out=out), dtype=np.float64)


@contextmanager
def one_thread() -> Iterator[None]:
    """Lends BLAS a single thread for a while."""
    with _pools().limit(limits=1, user_api="blas"):
        yield


@cache
def _pools() -> ThreadpoolController:
    return ThreadpoolController()


def group_sums(values: Floats, group: Ints, groups: int) -> Floats:
    """Sums over the rows of each group, in the order of the rows.

    Args:
        values: (m,) or (m, k).
        group: (m,) from 0 to groups - 1.
        groups: how many groups there are.

    Returns:
        (groups,) or (groups, k).
    """
    if values.ndim == 1:
        return np.bincount(group, weights=values, minlength=groups).astype(np.float64)
    columns = [np.bincount(group, weights=values[:, k], minlength=groups) for k in range(values.shape[1])]
    return np.stack(columns, axis=1) if columns else np.zeros((groups, 0))
