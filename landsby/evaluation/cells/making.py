"""Cells from columns of sums, from rows, and from other cells."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import ArrayLike

from landsby.evaluation.cells.cells import Cells, added, smallest
from landsby.evaluation.numbers import Integers, Ints
from landsby.evaluation.problems import refuse

KEYS = ("area", "period", "cohort", "stratum")


def cells_of_sums(
    variables: Mapping[str, int],
    keys: Mapping[str, ArrayLike],
    n: ArrayLike,
    sums: ArrayLike,
    products: ArrayLike,
) -> Cells:
    """Cells from what an engine summed, in any order; keys that stand more than once are added up.

    Args:
        variables: each variable's name and its scale, the outcome first.
        keys: columns "area" and "period", and where they are told apart "cohort" and "stratum"; each (m,).
        n: (m,) rows of each cell.
        sums: (m, k) exact integers.
        products: (m, k (k + 1) / 2) exact integers, in the order of `pairs(k)`.

    Raises:
        Refused: `cells_shape`, `cells_negative`, `no_cells`.
    """
    k = len(variables)
    count = _integers(n).reshape(-1)
    m = len(count)
    columns = {
        "area": np.asarray(keys["area"], dtype=np.str_),
        "period": np.asarray(keys["period"], dtype=np.int64),
        "cohort": np.asarray(keys.get("cohort", np.zeros(m)), dtype=np.int64),
        "stratum": np.asarray(keys.get("stratum", np.full(m, "")), dtype=np.str_),
    }
    whole = {"sums": _integers(sums).reshape(-1, k), "products": _integers(products).reshape(-1, k * (k + 1) // 2)}
    for name, column in {**columns, **whole}.items():
        if len(column) != m:
            refuse("cells_shape", column=name, found=len(column), expected=m)
    if m == 0:
        refuse("no_cells")
    if (count < 1).any():
        refuse("cells_negative", count=int((count < 1).sum()))
    return _sorted(variables, columns, count, whole)


def merge(first: Cells, *others: Cells) -> Cells:
    """All rows behind several sets of cells as one set, exactly, in whatever order they are given.

    Raises:
        Refused: `cells_differ` if variables or scales are not the same.
    """
    every = (first, *others)
    for other in others:
        if (other.variables, other.scale) != (first.variables, first.scale):
            one, two = (
                ", ".join(f"{v} x {s}" for v, s in zip(c.variables, c.scale, strict=True)) for c in (first, other)
            )
            refuse("cells_differ", one=one, other=two)
    return cells_of_sums(
        dict(zip(first.variables, first.scale, strict=True)),
        {key: np.concatenate([getattr(cells, key) for cells in every]) for key in KEYS},
        np.concatenate([cells.n for cells in every]),
        np.concatenate([cells.sums for cells in every]),
        np.concatenate([cells.products for cells in every]),
    )


def _sorted(
    variables: Mapping[str, int], keys: dict[str, np.ndarray], n: Integers, whole: dict[str, Integers]
) -> Cells:
    order = np.lexsort([keys[key] for key in reversed(KEYS)])
    ordered = {key: keys[key][order] for key in KEYS}
    new = np.ones(len(n), dtype=np.bool_)
    new[1:] = np.logical_or.reduce([ordered[key][1:] != ordered[key][:-1] for key in KEYS])
    starts: Ints = np.flatnonzero(new).astype(np.int64)
    return Cells(
        tuple(variables),
        tuple(int(scale) for scale in variables.values()),
        ordered["area"][starts],
        ordered["period"][starts],
        ordered["cohort"][starts],
        ordered["stratum"][starts],
        added(n[order][:, None], starts)[:, 0].astype(np.int64),
        added(whole["sums"][order], starts),
        added(whole["products"][order], starts),
    )


def _integers(values: ArrayLike) -> Integers:
    array = np.asarray(values)
    if array.dtype.kind in "iu":
        return array.astype(np.int64)
    return smallest(np.vectorize(int, otypes=[object])(array)) if array.size else array.astype(np.int64)


def collapse(cells: Cells, *keep: str) -> Cells:
    """The cells with area, period and the named keys told apart, and the other keys no longer, exactly.

    Args:
        cells: the cells.
        keep: any of "cohort" and "stratum".
    """
    m = len(cells)
    keys: dict[str, ArrayLike] = {"area": cells.area, "period": cells.period}
    keys["cohort"] = cells.cohort if "cohort" in keep else np.zeros(m, dtype=np.int64)
    keys["stratum"] = cells.stratum if "stratum" in keep else np.full(m, "")
    variables = dict(zip(cells.variables, cells.scale, strict=True))
    return cells_of_sums(variables, keys, cells.n, cells.sums, cells.products)
