"""Counts of people, told so that nobody can be picked out: the product's one rule of what is too few."""

from __future__ import annotations

from collections.abc import Mapping

from landsby.evaluation.disclosure.few import FEWEST, SMALL, is_small, sides

__all__ = ["FEWEST", "SMALL", "differs_by_few", "is_small", "told"]


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


def differs_by_few(before: tuple[float | None, float | None], after: tuple[float | None, float | None]) -> bool:
    """Whether two tellings of one figure differ by so few people that whoever knows both knows something of those.

    Args:
        before, after: how many were counted, and among how many, as `is_small` takes them.
    """
    if None not in (before[1], after[1]) and 0 < abs((after[1] or 0) - (before[1] or 0)) < FEWEST:
        return True
    counts = [sides(*before), sides(*after)]
    if len(counts[0]) != len(counts[1]):
        return False
    return any(0 < abs(late - early) < FEWEST for early, late in zip(*counts, strict=True))
