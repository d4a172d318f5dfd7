"""Who first met at a festival, and still works together: a pure reading of who shared what, and when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations

MORE = 3
"""So many further activities make a meeting the beginning of something."""

MONTHS = 6
"""The last of them lies so many months or more after the first meeting."""

Pair = tuple[int, int]
"""Two actors by primary key, the lower first."""


@dataclass(frozen=True, slots=True)
class Shared:
    """One activity that took place, with the actors who had a part in it."""

    activity: int
    on: date
    is_festival: bool
    actors: frozenset[int]


@dataclass(frozen=True, slots=True)
class FirstMet:
    """Two actors who first met at a festival and went on together.

    Attributes:
        met_at: the festival's activities of the day on which they met, by primary key.
        more: what they shared on later days, by primary key, in the order of the days.
        lasted_until: the day of the latest.
    """

    pair: Pair
    met_on: date
    met_at: tuple[int, ...]
    more: tuple[int, ...]
    lasted_until: date


def months_after(day: date, months: int) -> date:
    """The same day of the month so many months later, or the last of that month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - date(year, month + 1, 1)).days
    return date(year, month + 1, min(day.day, last))


def first_met(shared: Iterable[Shared], candidates: Collection[Pair] | None = None) -> list[FirstMet]:
    """The pairs whose first shared day was a festival's, and who shared three more over at least six months.

    Two have met on the first day on which they share an activity; if anything that they share on that day is not
    of a festival, one cannot say that it was there. What they share on later days counts as more, the rest of the
    festival included; at least three, of which the last lies six calendar months or more after they met.

    Args:
        shared: every activity of those concerned, in any order.
        candidates: the pairs to look at; None is all that share anything of a festival.

    Returns:
        The pairs, the first that met on top.
    """
    every = sorted(shared, key=lambda one: (one.on, one.activity))
    of_actor: dict[int, list[int]] = defaultdict(list)
    for place, one in enumerate(every):
        for actor in one.actors:
            of_actor[actor].append(place)
    wanted = festival_pairs(every) if candidates is None else candidates
    sets: Mapping[int, frozenset[int]] = {actor: frozenset(places) for actor, places in of_actor.items()}
    nothing: frozenset[int] = frozenset()
    found = (
        _met(pair, [every[place] for place in sorted(sets.get(pair[0], nothing) & sets.get(pair[1], nothing))])
        for pair in wanted
    )
    return sorted((one for one in found if one), key=lambda one: (one.met_on, one.pair))


def festival_pairs(shared: Iterable[Shared]) -> set[Pair]:
    """Every two who share an activity of a festival."""
    return {pair for one in shared if one.is_festival for pair in combinations(sorted(one.actors), 2)}


def never_before(events: Iterable[Shared], earlier: Iterable[Shared]) -> dict[int, list[Pair]]:
    """By activity: the pairs in it who share nothing earlier."""
    known = defaultdict(set)
    for one in earlier:
        for actor in one.actors:
            known[actor].add(one.activity)
    new = {
        event.activity: [pair for pair in combinations(sorted(event.actors), 2) if not known[pair[0]] & known[pair[1]]]
        for event in events
    }
    return {activity: pairs for activity, pairs in new.items() if pairs}


def _met(pair: Pair, together: list[Shared]) -> FirstMet | None:
    """What two have shared, in order, as a first meeting at a festival; None where it is not one that lasted."""
    if not together:
        return None
    met_on = together[0].on
    there = [one for one in together if one.on == met_on]
    more = together[len(there) :]
    if not all(one.is_festival for one in there) or len(more) < MORE or more[-1].on < months_after(met_on, MONTHS):
        return None
    met_at, later = tuple(one.activity for one in there), tuple(one.activity for one in more)
    return FirstMet(pair=pair, met_on=met_on, met_at=met_at, more=later, lasted_until=more[-1].on)
