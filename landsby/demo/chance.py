"""Draws that depend only on the seed and on what they are for."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from typing import TypeVar

Card = TypeVar("Card")


def stream(seed: int, *purpose: object) -> random.Random:
    """A stream of draws for one purpose, so that more draws for one thing shift no other."""
    # No secret hangs on these draws: they must come out the same every time.
    return random.Random("/".join(map(str, (seed, *purpose))))  # noqa: S311 - see above


def number_of(chance: random.Random, mean: float) -> int:
    """How many times something happens that happens `mean` times on average (Poisson)."""
    limit, product, count = math.exp(-mean), chance.random(), 0
    while product > limit:
        product *= chance.random()
        count += 1
    return count


def around(chance: random.Random, mean: float, spread: float, *, least: int = 0, most: int = 2000) -> int:
    """A whole number around a mean, with a standard deviation, kept between two bounds."""
    return min(most, max(least, round(chance.gauss(mean, spread))))


def happens(chance: random.Random, probability: float) -> bool:
    """Whether something of this probability happens."""
    return chance.random() < probability


def some(chance: random.Random, choices: Sequence[Card], count: int) -> list[Card]:
    """Up to `count` different ones, in their own order."""
    chosen = set(chance.sample(range(len(choices)), min(count, len(choices))))
    return [choice for position, choice in enumerate(choices) if position in chosen]


def dealt(chance: random.Random, cards: Sequence[Card], count: int) -> list[Card]:
    """Cards dealt one by one, from a newly shuffled deck each time the last is used up.

    A long deal has nearly the deck's own mean, as groups have when a municipality makes its
    classes about equally large; single draws would scatter more than that.
    """
    hand: list[Card] = []
    while len(hand) < count:
        hand += chance.sample(list(cards), len(cards))
    return hand[:count]
