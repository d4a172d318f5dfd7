"""Which effects of a result are made of too few children to be told, by their terms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from landsby.evaluation.disclosure.few import FEWEST


def few_terms(behind: Mapping[str, int]) -> frozenset[str]:
    """The terms that are not told.

    Effects by time since the start are parts of the whole effect: with those of few so many others are held back that
    theirs is not what is left over. Effects by group, by period and one by one are sums of each other: where one is of
    few, none of them is told.

    Args:
        behind: how many rows each effect is made of, by its term.
    """
    counted = {term: n for term, n in behind.items() if n > 0}
    times = [term for term in counted if term.startswith("e")]
    others = counted.keys() - set(times)
    held = {times[place] for place in held_back([counted[term] for term in times])}
    return frozenset(held | (others if any(counted[term] < FEWEST for term in others) else set()))


def held_back(counts: Sequence[int | None]) -> set[int]:
    """Which parts of a whole are not told: those of few, and the smallest others until they are two and of enough."""
    known = sorted((n, place) for place, n in enumerate(counts) if n is not None)
    held: set[int] = set()
    among = 0
    for n, place in known if known and known[0][0] < FEWEST else ():
        if n >= FEWEST and len(held) > 1 and among >= FEWEST:
            break
        held.add(place)
        among += n
    return held
