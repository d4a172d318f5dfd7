"""Counts of people, told so that nobody can be picked out: the product's one rule of what is too few."""

from __future__ import annotations

from collections.abc import Mapping

FEWEST = 5
"""Of fewer answers nothing is told; and what is left out of a table covers so many people or more."""

SMALL = 3
"""A count under this, but not nobody, is small."""


def told(counts: Mapping[str, int]) -> dict[str, int | None] | None:
    """The counts as they may be shown; None in place of one that is left out, and None for all of too few.

    Where a count is small it is left out, and with it as many others, the smallest first, as it takes for it not to
    be worked out from the sum: two at least, of five people together. Nobody is told as nobody.
    """
    everybody = sum(counts.values())
    if everybody < FEWEST:
        return None
    hidden: list[str] = []
    given = sorted((key for key, people in counts.items() if people), key=lambda key: (counts[key], key))
    for key in given:
        covered = sum(counts[one] for one in hidden)
        needs_more = bool(hidden) and (len(hidden) < 2 or covered < FEWEST)
        if counts[key] < SMALL or needs_more:
            hidden.append(key)
    return {key: None if key in hidden else people for key, people in counts.items()}


def is_small(counted: float | None, among: float | None) -> bool:
    """Whether a figure speaks of too few to be told: too few in all, or some but hardly any on one side.

    Args:
        counted: how many were counted; None where it is not known.
        among: how many they were counted among; None where there is nobody else, or it is not known.
    """
    if among is not None and among < FEWEST:
        return True
    sides = [] if counted is None else [counted] if among is None else [counted, among - counted]
    return any(0 < side < SMALL for side in sides)
