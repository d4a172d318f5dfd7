"""What initiatives have in common: counted for every two of them, and the strongest pairs found among thousands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

Thing = tuple[str, str | int]
"""Something that an initiative has: a sort, such as actors or goals, and its id."""


@dataclass(frozen=True)
class Pair:
    """Two initiatives, by their keys in the order given, and how many things they share."""

    first: int
    second: int
    strength: int


def shared_counts(held: Sequence[frozenset[Thing]]) -> np.ndarray:
    """How many things every two of `n` initiatives share: an `n` × `n` array of counts, with zeros on the diagonal."""
    place = {thing: at for at, thing in enumerate(sorted({each for things in held for each in things}, key=repr))}
    # Few enough things for every sum to be exact in single precision, whose products are quick.
    has = np.zeros((len(held), len(place)), dtype=np.float32)
    for row, things in enumerate(held):
        has[row, [place[thing] for thing in things]] = 1
    counts = (has @ has.T).astype(np.int32)
    np.fill_diagonal(counts, 0)
    return counts


def strongest_pairs(
    held: Mapping[int, frozenset[Thing]], most: int, apart: Mapping[int, frozenset[str]] | None = None
) -> list[Pair]:
    """The pairs that share most, strongest first; those as strong in the order of their keys as given.

    Args:
        most: so many at most; pairs that share nothing are none.
        apart: what each is filed under, such as its tracks; pairs filed under the same are left out. None: no such.
    """
    keys = list(held)
    counts = np.triu(shared_counts([held[key] for key in keys]))
    if apart is not None:
        together = shared_counts([frozenset(("", name) for name in apart[key]) for key in keys])
        counts[together > 0] = 0
    flat = counts.ravel()
    found = np.flatnonzero(flat)
    ranked = found[np.argsort(-flat[found], kind="stable")][:most]
    return [Pair(keys[at // len(keys)], keys[at % len(keys)], int(flat[at])) for at in ranked.tolist()]


def shared_by(first: frozenset[Thing], second: frozenset[Thing]) -> dict[str, list[str | int]]:
    """What two share, by sort."""
    shared: dict[str, list[str | int]] = {}
    for sort, key in sorted(first & second, key=repr):
        shared.setdefault(sort, []).append(key)
    return shared
