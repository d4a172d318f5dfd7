"""Cells: everything that the estimates need to know of the rows, and nothing about any one of them.

One cell holds, for one area, period, cohort (of birth or entry) and stratum, how many rows there are, the sums of the
outcome and the covariates, and the sums of their products. With clusters no finer than the area these sums carry least
squares with covariates, its clustered standard errors, the group-time effects and all inference of this house exactly:
nothing is lost.

Sums are exact. Each variable is stored as whole multiples of ``1 / scale``, and what is summed is those whole numbers,
so that the same rows give the same cells on any engine, in any order and on any number of threads, and so that cells
made by several register holders can be added up.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import numpy as np

from landsby.evaluation.numbers import Floats, Integers, Ints, Labels
from landsby.evaluation.problems import refuse

SAFE = 2**62
"""Sums below this stay int64; above it they become Python's integers."""


@dataclass(frozen=True, eq=False)
class Cells:
    """Sums over the rows of each cell; one outcome with its covariates, over rows where all of them are known.

    The m cells are in order of (area, period, cohort, stratum), each key once. `cells_of_sums` sorts and checks.

    Attributes:
        variables: (k) names: the outcome first, then the covariates.
        scale: (k) a variable is stored as ``round(value * scale)``.
        area: (m,) labels of areas.
        period: (m,) periods, for instance calendar years.
        cohort: (m,) cohorts, for instance birth years; 0 where they are not told apart.
        stratum: (m,) labels of strata; "" where they are not told apart.
        n: (m,) how many rows, at least 1.
        sums: (m, k) exact sums of the stored integers.
        products: (m, k (k + 1) / 2) exact sums of products of the stored integers, in the order of `pairs`.
    """

    variables: tuple[str, ...]
    scale: tuple[int, ...]
    area: Labels
    period: Ints
    cohort: Ints
    stratum: Labels
    n: Ints
    sums: Integers
    products: Integers

    def __len__(self) -> int:
        return len(self.n)

    @property
    def outcome(self) -> str:
        """The name of the outcome."""
        return self.variables[0]

    @property
    def covariates(self) -> tuple[str, ...]:
        """The names of the covariates."""
        return self.variables[1:]

    @property
    def areas(self) -> Labels:
        """(G,) the areas in order."""
        return np.unique(self.area)

    @property
    def periods(self) -> Ints:
        """(T,) the periods in order."""
        return np.unique(self.period)

    def index(self, name: str) -> int:
        """The place of a variable.

        Raises:
            Refused: `unknown_variable`.
        """
        if name not in self.variables:
            refuse("unknown_variable", name=name, known=", ".join(self.variables))
        return self.variables.index(name)

    def means(self) -> Floats:
        """(m, k) the mean of each variable in each cell, in its own unit."""
        divisor = self.n.astype(np.float64)[:, None] * np.array(self.scale, dtype=np.float64)
        return self.sums.astype(np.float64) / divisor

    def scatter(self) -> Floats:
        """(m, k, k) sums of squares and products about the cell's own means, in the variables' own units.

        ``n P - S S'`` is formed in whole numbers, so nothing cancels however far the values lie from zero.
        """
        k = len(self.variables)
        i, j = pairs(k)
        n = self.n.astype(object)[:, None]
        sums = self.sums.astype(object)
        whole = n * self.products.astype(object) - sums[:, i] * sums[:, j]
        scale = np.array([self.scale[a] * self.scale[b] for a, b in zip(i, j, strict=True)], dtype=object)
        part = np.array(whole / (n * scale), dtype=np.float64).reshape(len(self), len(i))
        full = np.empty((len(self), k, k))
        full[:, i, j] = part
        full[:, j, i] = part
        return full

    def where(self, kept: Ints | np.ndarray[tuple[int], np.dtype[np.bool_]]) -> Cells:
        """Some of the cells, by flags or by places in order."""
        keys = (self.area[kept], self.period[kept], self.cohort[kept], self.stratum[kept])
        return Cells(self.variables, self.scale, *keys, self.n[kept], self.sums[kept], self.products[kept])

    def only(self, *names: str) -> Cells:
        """The same cells with some of the variables, the first of which becomes the outcome."""
        at = [self.index(name) for name in names]
        place = {pair: p for p, pair in enumerate(zip(*(x.tolist() for x in pairs(len(self.variables))), strict=True))}
        i, j = pairs(len(at))
        wanted = [place[(min(at[a], at[b]), max(at[a], at[b]))] for a, b in zip(i, j, strict=True)]
        scale = tuple(self.scale[a] for a in at)
        keys = (self.area, self.period, self.cohort, self.stratum, self.n)
        return Cells(tuple(names), scale, *keys, self.sums[:, at], self.products[:, wanted])

    def fingerprint(self) -> str:
        """SHA-256 of what the cells say, the same wherever and in whatever order they were made."""
        digest = hashlib.sha256(repr((self.variables, self.scale)).encode())
        for column in (self.area, self.period, self.cohort, self.stratum, self.n, self.sums, self.products):
            digest.update("\x1f".join(map(str, column.ravel().tolist())).encode())
            digest.update(b"\x1e")
        return digest.hexdigest()


def pairs(k: int) -> tuple[Ints, Ints]:
    """The pairs (i, j) with i <= j of k variables, row by row: (0,0) (0,1) … (0,k-1) (1,1) …."""
    i, j = np.triu_indices(k)
    return i.astype(np.int64), j.astype(np.int64)


def added(values: Integers, starts: Ints) -> Integers:
    """Exact sums over consecutive rows.

    Args:
        values: (m, k) integers, int64 or object.
        starts: (g,) where each stretch of rows begins.

    Returns:
        (g, k), int64 where every sum fits, else object.
    """
    if values.dtype != object:
        bound = np.add.reduceat(np.abs(values.astype(np.float64)), starts, axis=0)
        if bound.size == 0 or bound.max() < SAFE:
            return np.add.reduceat(values.astype(np.int64), starts, axis=0)
    exact: Integers = np.add.reduceat(values.astype(object), starts, axis=0)
    return smallest(exact)


def smallest(values: Integers) -> Integers:
    """The same integers as int64 where all of them fit, else as they are."""
    if values.dtype != object:
        return values.astype(np.int64)
    fits = all(-SAFE < value < SAFE for value in values.ravel().tolist())
    return values.astype(np.int64) if fits else values
