"""Who takes which turn: a fair proposal for the openings that still lack hosts, and where hosts are booked twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Turn:
    """One opening as the proposal sees it; actors are primary keys.

    Attributes:
        hosts: who has it already; they keep it.
        barred: who cannot come that day: closed, or booked elsewhere at that time.
    """

    key: int
    on: date
    hosts: tuple[int, ...] = ()
    barred: Collection[int] = field(default_factory=frozenset)


def fair_turns(turns: Sequence[Turn], associations: Sequence[int], hosts_each: int) -> Mapping[int, tuple[int, ...]]:
    """Fill the gaps: always the one with the fewest duties, and among those the one whose last is longest ago.

    Args:
        turns: in the order of their days; those of the season that are past count as duties too.
        associations: those that take turns, in the order in which the first round goes.

    Returns:
        The hosts of every opening, by its key. An opening for which nobody can come keeps its gap.
    """
    duties = Counter(host for turn in turns for host in turn.hosts)
    days: dict[int, list[date]] = {one: [] for one in associations}
    for turn in turns:
        for host in turn.hosts:
            days.setdefault(host, []).append(turn.on)
    filled = {}
    for turn in turns:
        hosts = list(turn.hosts)
        while len(hosts) < hosts_each:
            able = [one for one in associations if one not in hosts and one not in turn.barred]
            if not able:
                break
            chosen = min(able, key=lambda one: (duties[one], -_nearest(days[one], turn.on), associations.index(one)))
            hosts.append(chosen)
            duties[chosen] += 1
            days[chosen].append(turn.on)
        filled[turn.key] = tuple(hosts)
    return filled


def _nearest(days: Sequence[date], day: date) -> int:
    """How many days lie between a day and the nearest of some; a great many where there are none."""
    return min((abs((other - day).days) for other in days), default=10_000)
