"""Group-time effects and their aggregates with standard errors, for many outcomes under one design."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr

from landsby.evaluation.designs.schedules import Schedule
from landsby.evaluation.estimates.aggregation import KINDS, Kind, aggregate
from landsby.evaluation.estimates.changes import Changes, groups_of
from landsby.evaluation.estimates.group_time import GroupTime, shares_of
from landsby.evaluation.estimates.own_change import rows_with_base
from landsby.evaluation.inference.many_outcomes import added_by
from landsby.evaluation.numbers import Floats, Ints, product


@dataclass(frozen=True, eq=False)
class Influence:
    """What the design fixes: an aggregate is a weighted sum of effects, and so is every cluster's influence on it.

    Attributes:
        terms: (M) names of the aggregates, and after them (M + K) of the effects one by one, where all are asked.
        changes: of which the effects are differences.
        weight: (M, K) of each effect in each aggregate.
        through: (F, M, K) how these weights move with each group's share of the rows, which is estimated too.
        share_psi: (C, F) each cluster's influence on the shares.
        cluster: (G,) from 0.
    """

    terms: tuple[str, ...]
    changes: Changes
    weight: Floats
    through: Floats
    share_psi: Floats
    cluster: Ints

    @classmethod
    def of(cls, n: Floats, periods: Ints, schedule: Schedule, kinds: tuple[Kind, ...] = ("simple",)) -> Influence:
        """From (G, T) rows, the (T,) periods and the design.

        Raises:
            Refused: `none_treated`.
        """
        changes, groups = Changes.of(n, periods, schedule), groups_of(schedule, periods)
        share, share_psi = shares_of(rows_with_base(n, periods, schedule), schedule, groups)
        unit = _units(changes, groups, share)
        summed = [[aggregate(each, kind) for each in unit] for kind in kinds]
        terms = [term for of_kind in summed for term in of_kind[0].terms]
        weight = np.concatenate([np.stack([each.att for each in of_kind], axis=1) for of_kind in summed])
        through = np.concatenate([np.stack([each.psi for each in of_kind], axis=2) for of_kind in summed], axis=1)
        if kinds == KINDS:
            terms += [f"g{g} t{t}" for g, t in zip(changes.group, changes.period, strict=True)]
        c, C = schedule.cluster_index, len(schedule.clusters)
        return cls(tuple(terms), changes, weight, through, added_by(share_psi, c, C), c)

    def both(self, Y: Floats) -> tuple[Floats, Floats]:
        """Every term of outcomes (B, G, T), and its standard error, each with B columns."""
        att, psi = self.changes.effects(np.moveaxis(Y, 0, 2))
        psi = np.moveaxis(added_by(psi, self.cluster, len(self.share_psi)), 1, 0)
        M, C, B = len(self.weight), len(self.share_psi), len(Y)
        moved = product(self.weight, psi.reshape(len(psi), -1)).reshape(M, C, B)
        for share_psi, through in zip(self.share_psi.T, self.through, strict=True):
            moved += share_psi[None, :, None] * product(through, att)[:, None, :]
        estimate, se = product(self.weight, att), np.sqrt(np.sum(moved**2, axis=1))
        if len(self.terms) == len(self.weight):
            return estimate, se
        return np.concatenate([estimate, att]), np.concatenate([se, np.sqrt(np.sum(psi**2, axis=1))])

    def p(self, Y: Floats) -> Floats:
        """The p-values of every term by the normal distribution, with B columns."""
        estimate, se = self.both(Y)
        out: Floats = 2 * ndtr(-np.abs(estimate) / se)
        return out


def _units(changes: Changes, groups: Ints, share: Floats) -> list[GroupTime]:
    """Effects of which one is 1 and the others 0: what an aggregate makes of them is its weights."""
    K, F = len(changes.group), len(groups)
    none = np.zeros((F, K))
    return [GroupTime("", changes.group, changes.period, one, none, groups, share, np.eye(F)) for one in np.eye(K)]
