"""What is too few to be told: the one rule of the product, whoever tells it."""

from __future__ import annotations

FEWEST = 5
"""A count under this, but not nobody, is not told; and what is left out of a table covers so many people or more."""

SMALL = 3
"""The floor: of fewer nothing is kept in cells, nor told of what says nothing about a child, such as answers."""


def is_small(counted: float | None, among: float | None) -> bool:
    """Whether a figure speaks of too few to be told: too few in all, or some but too few on one side.

    Args:
        counted: how many were counted; None where it is not known.
        among: how many they were counted among; None where there is nobody else, or it is not known.
    """
    if among is not None and among < FEWEST:
        return True
    return any(0 < side < FEWEST for side in sides(counted, among))


def sides(counted: float | None, among: float | None) -> list[float]:
    """How many were counted, and how many were not."""
    if counted is None:
        return []
    return [counted] if among is None else [counted, among - counted]
