"""Who is treated, from when, and at which level shocks strike: the schedule of a design."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from landsby.evaluation.numbers import Floats, Ints, Labels
from landsby.evaluation.problems import refuse

NEVER = 2**31 - 1
"""The first treated period of an area that is never treated: later than any period."""


@dataclass(frozen=True)
class Against:
    """What group-time effects are held against.

    Attributes:
        later: areas that begin later are compared with too, until they do.
        anticipation: for how many periods before its start an area may already have changed; the last period before
            those is the base.
    """

    later: bool = False
    anticipation: int = 0


NO_OTHERS = Against()
"""Areas never treated alone, and the last period before the start."""


@dataclass(frozen=True, eq=False)
class Schedule:
    """The adoption schedule, one entry for each area.

    Attributes:
        area: (G,) labels, each once, in order.
        first: (G,) first treated period, or `NEVER`.
        cluster: (G,) label of the unit at the level of the shocks, for instance the municipality of a community.
        weight: (G,) above 0, by which each row of an area counts in every estimate; None where all count alike.
        within: (G,) label of the unit that the data name for each area, whose areas may have good and bad years
            together, whatever the level of the inference; None where the data name none.
        against: what group-time effects are held against.
    """

    area: Labels
    first: Ints
    cluster: Labels
    weight: Floats | None = None
    within: Labels | None = None
    against: Against = NO_OTHERS

    @classmethod
    def of(
        cls,
        first: Mapping[str, int | None],
        cluster: Mapping[str, str] | None = None,
        within: Mapping[str, str] | None = None,
    ) -> Schedule:
        """A schedule from a mapping of area to its first treated period, None where it is never treated.

        Args:
            first: every area of the design.
            cluster: area to its unit at the level of the shocks; without it each area is its own.
            within: area to the unit that the data name, where they do.

        Raises:
            Refused: `cluster_absent` if an area has no cluster.
        """
        areas = sorted(first)
        units = {area: area for area in areas} if cluster is None else cluster
        if not set(areas) <= set(units):
            refuse("cluster_absent", areas=len(areas), clusters=len(set(areas) & set(units)), first=len(areas))
        starts = (first[area] for area in areas)
        return cls(
            np.array(areas, dtype=np.str_),
            np.array([NEVER if start is None else start for start in starts], dtype=np.int64),
            np.array([units[area] for area in areas], dtype=np.str_),
            within=None if within is None else np.array([within[area] for area in areas], dtype=np.str_),
        )

    @property
    def treated(self) -> Labels:
        """Areas that are treated at some time."""
        treated: Labels = self.area[self.first != NEVER]
        return treated

    @property
    def clusters(self) -> Labels:
        """(C,) the clusters in order."""
        return np.unique(self.cluster)

    @property
    def cluster_index(self) -> Ints:
        """(G,) the place of each area's cluster in `clusters`."""
        return np.searchsorted(self.clusters, self.cluster).astype(np.int64)

    @property
    def treated_clusters(self) -> Labels:
        """Clusters with at least one treated area."""
        return np.unique(self.cluster[self.first != NEVER])

    @property
    def is_alone(self) -> bool:
        """Whether every area is treated, so that there is nothing to compare with."""
        return bool(len(self.area)) and len(self.treated) == len(self.area)

    def on(self, period: Ints) -> Floats:
        """(G, T) 1.0 where an area is treated in a period."""
        return (period[None, :] >= self.first[:, None]).astype(np.float64)

    def among(self, areas: Iterable[str]) -> Schedule:
        """The schedule of some of the areas, in this schedule's order."""
        kept = np.isin(self.area, list(areas))
        weight = None if self.weight is None else self.weight[kept]
        within = None if self.within is None else self.within[kept]
        return Schedule(self.area[kept], self.first[kept], self.cluster[kept], weight, within, self.against)

    @property
    def shared_index(self) -> Ints:
        """(G,) from 0: which areas may share shocks, by the unit that the data name, else by cluster."""
        shared = self.cluster if self.within is None else self.within
        return np.unique(shared, return_inverse=True)[1].astype(np.int64)

    @property
    def hides_shared_shocks(self) -> bool:
        """Whether nothing names a unit above that of the inference, so that shocks shared there cannot be learnt."""
        alone = len(self.clusters) == len(self.area)
        return alone and len(np.unique(self.shared_index)) == len(self.area)

    @property
    def weights(self) -> Floats:
        """(G,) the weights, 1 where all count alike."""
        return np.ones(len(self.area)) if self.weight is None else self.weight

    @property
    def unweighted(self) -> Schedule:
        """The schedule with all rows counting alike: what rows there are, and how noisy they are."""
        return replace(self, weight=None)
