"""What is registered under the boxes of a theory of change: a fixed number of queries, however many boxes or records.

A box names kinds of activity, tracks and goals that count under it. Each is counted by itself, so that every number
opens exactly the list that it was counted from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Count

from landsby.blueprint.kinds import TheoryNode
from landsby.web.activities.models import ActivityQuerySet
from landsby.web.initiatives.models import InitiativeQuerySet
from landsby.web.overviews.counts import Counts
from landsby.web.overviews.queries import over_time


@dataclass(frozen=True)
class Registered:
    """What some activities come to, by what boxes name.

    Attributes:
        held: by kind, how many were held; `planned` likewise, how many are still to come or to be reported.
        communities: by kind, the communities (by primary key) in which something was held.
        by_track: how many held activities are on each track; one on two counts under both.
        by_goal: likewise for goals.
    """

    held: Mapping[str, int]
    planned: Mapping[str, int]
    communities: Mapping[str, frozenset[int]]
    by_track: Mapping[str, int]
    by_goal: Mapping[str, int]
    initiatives: Mapping[str, int] = field(default_factory=dict)
    """By box, how many initiatives say that they lead to it."""

    def held_of(self, node: TheoryNode) -> int:
        """How many activities of the kinds of a box were held."""
        return sum(self.held.get(kind, 0) for kind in node.activity_kinds)

    def planned_of(self, node: TheoryNode) -> int:
        """How many activities of the kinds of a box are planned."""
        return sum(self.planned.get(kind, 0) for kind in node.activity_kinds)

    def communities_of(self, node: TheoryNode) -> int:
        """In how many communities activities of the kinds of a box were held."""
        none: frozenset[int] = frozenset()
        return len(none.union(*(self.communities.get(kind, none) for kind in node.activity_kinds)))


def registered_in(
    counts: Counts, planned: ActivityQuerySet, initiatives: InitiativeQuerySet, kinds: Sequence[str]
) -> Registered:
    """What is registered for the boxes of a theory: five queries.

    Args:
        counts: of the held activities.
        planned: the planned ones.
        initiatives: those that the reader sees.
        kinds: the kinds of activity that boxes name; of others nothing is counted by kind.
    """
    held, communities = Counter[str](), dict[str, set[int]]()
    for (kind, community), count in counts.by_kind_and_community(kinds).items():
        held[kind] += count
        if community is not None:
            communities.setdefault(kind, set()).add(community)
    return Registered(
        held,
        _counted(planned.of_kinds(kinds), "kind"),
        {kind: frozenset(found) for kind, found in communities.items()},
        over_time(counts.by_track()),
        over_time(counts.by_goal()),
        initiatives.by_link("theory_nodes"),
    )


def has_means_to_count(node: TheoryNode) -> bool:
    """Whether anything that is registered could count under a box."""
    return bool(node.activity_kinds or node.tracks or node.goals)


def kinds_of(nodes: Iterable[TheoryNode]) -> list[str]:
    """The kinds of activity that some boxes name, each once."""
    return list(dict.fromkeys(kind for node in nodes for kind in node.activity_kinds))


def _counted(activities: ActivityQuerySet, link: str) -> dict[str, int]:
    rows = activities.order_by().values_list(link).annotate(Count("pk"))
    return {key: count for key, count in rows if key}
