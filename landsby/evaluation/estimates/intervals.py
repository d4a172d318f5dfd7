"""How sure one can be of one figure: intervals of a share, a count, a mean, and of the difference of two."""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

from scipy.special import gammaincinv, ndtri, stdtrit

LEVEL = 0.95
"""How often an interval made in this way covers what it is about, in the long run."""


class Interval(NamedTuple):
    """From the lowest to the highest that fits what was seen."""

    low: float
    high: float


def of_share(numerator: float, denominator: float, *, level: float = LEVEL) -> Interval:
    """The score interval of a share, from 0 to 1.

    Wilson 1927, J Am Stat Assoc 22:209-212. It is never empty at 0 and at 1, and never leaves them.

    Args:
        numerator: from 0 to `denominator`; need not be whole, for it may be worked out from a percentage.
        denominator: more than 0.

    Raises:
        ValueError: when the two are no share.
    """
    if not 0 <= numerator <= denominator or denominator <= 0:
        raise ValueError(f"{numerator} of {denominator} is no share")
    z = float(ndtri(0.5 + level / 2))
    share, wider = numerator / denominator, z * z / denominator
    middle = (share + wider / 2) / (1 + wider)
    half = z * sqrt(share * (1 - share) / denominator + wider / (4 * denominator)) / (1 + wider)
    return Interval(max(0.0, middle - half), min(1.0, middle + half))


def of_count(count: float, *, level: float = LEVEL) -> Interval:
    """The exact interval of what a count came of, where what is counted comes singly (Poisson).

    Garwood 1936, Biometrika 28:437-442.

    Raises:
        ValueError: when the count is less than 0.
    """
    if count < 0:
        raise ValueError(f"{count} is no count")
    tail = (1 - level) / 2
    low = float(gammaincinv(count, tail)) if count else 0.0
    return Interval(low, float(gammaincinv(count + 1, 1 - tail)))


def of_mean(mean: float, spread: float, people: float, *, level: float = LEVEL) -> Interval:
    """The interval of a mean, by Student's distribution.

    Args:
        spread: the standard deviation among those who are counted.
        people: how many they are, at least 2.

    Raises:
        ValueError: of fewer than two, or when the spread is less than 0.
    """
    if people < 2 or spread < 0:
        raise ValueError(f"no interval of a mean of {people} with the spread {spread}")
    half = float(stdtrit(people - 1, 0.5 + level / 2)) * spread / sqrt(people)
    return Interval(mean - half, mean + half)


def greatest_spread(mean: float, lowest: float, highest: float) -> float:
    """The greatest standard deviation that numbers from `lowest` to `highest` with this mean can have.

    Bhatia and Davis 2000, Am Math Mon 107:353-357. An interval by it is wide rather than wrong.

    Raises:
        ValueError: when the mean lies outside.
    """
    if not lowest <= mean <= highest:
        raise ValueError(f"{mean} does not lie from {lowest} to {highest}")
    return sqrt((highest - mean) * (mean - lowest))


def of_difference(before: float, of_before: Interval, after: float, of_after: Interval) -> Interval:
    """The interval of `after` less `before`, two figures that do not hang together, from an interval of each.

    The square-and-add rule; of two shares with score intervals it is method 10 of Newcombe 1998, Stat Med 17:873-890.
    """
    step = after - before
    low = step - sqrt((after - of_after.low) ** 2 + (of_before.high - before) ** 2)
    high = step + sqrt((of_after.high - after) ** 2 + (before - of_before.low) ** 2)
    return Interval(low, high)
