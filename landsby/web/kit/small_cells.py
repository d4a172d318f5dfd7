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
    return any(0 < side < SMALL for side in _sides(counted, among))


def differs_by_few(before: tuple[float | None, float | None], after: tuple[float | None, float | None]) -> bool:
    """Whether two tellings of one figure differ by so few people that whoever knows both knows something of those.

    Args:
        before, after: how many were counted, and among how many, as `is_small` takes them.
    """
    if None not in (before[1], after[1]) and 0 < abs((after[1] or 0) - (before[1] or 0)) < FEWEST:
        return True
    sides = [_sides(*before), _sides(*after)]
    if len(sides[0]) != len(sides[1]):
        return False
    return any(0 < abs(late - early) < SMALL for early, late in zip(*sides, strict=True))


def _sides(counted: float | None, among: float | None) -> list[float]:
    """How many were counted, and how many were not."""
    if counted is None:
        return []
    return [counted] if among is None else [counted, among - counted]
