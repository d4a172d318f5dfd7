"""Group-time effects summed up: one figure, by time since the start, by group, by calendar period.

The weights are the groups' shares of the rows; that these shares are estimated is part of every standard error
(Callaway & Sant'Anna 2021, section 3).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from landsby.evaluation.estimates.group_time import GroupTime
from landsby.evaluation.numbers import Flags, Floats
from landsby.evaluation.problems import refuse

Kind = Literal["simple", "dynamic", "group", "calendar"]
KINDS: tuple[Kind, ...] = ("simple", "dynamic", "group", "calendar")


@dataclass(frozen=True, eq=False)
class Aggregate:
    """Group-time effects summed up in one way.

    Attributes:
        kind: the way.
        terms: (M) names: "e-2" … by time since the start, "g2004" by group, "t2007" by period.
        att: (M,) effects.
        psi: (C, M) each cluster's influence.
        overall: the one figure.
        overall_psi: (C,) each cluster's influence on it.
    """

    kind: Kind
    terms: tuple[str, ...]
    att: Floats
    psi: Floats
    overall: float
    overall_psi: Floats

    @property
    def se(self) -> Floats:
        """(M,) standard errors."""
        return np.asarray(np.sqrt(np.sum(self.psi**2, axis=0)))

    @property
    def overall_se(self) -> float:
        """Standard error of the one figure."""
        return float(np.sqrt(np.sum(self.overall_psi**2)))


def aggregate(effects: GroupTime, kind: Kind = "simple") -> Aggregate:
    """Sum up the effects.

    simple: all effects from the start on, each by its group's share. dynamic: by time since the start; the figure is
    the plain mean from the start on. group: each group's plain mean from its start on; the figure by the groups'
    shares. calendar: each period's, by the shares; the figure is their plain mean.

    Raises:
        Refused: `none_treated` if no group has been treated yet.
    """
    after = effects.period >= effects.group
    if not after.any():
        refuse("none_treated")
    if kind == "simple":
        one, its_psi = _by_share(effects, after)
        return Aggregate(kind, ("all",), np.array([one]), its_psi[:, None], one, its_psi)
    if kind == "group":
        return _by_group(effects, after)
    key = effects.period - effects.group if kind == "dynamic" else np.where(after, effects.period, -1)
    values = [int(value) for value in np.unique(key) if kind == "dynamic" or value != -1]
    parts = [_by_share(effects, (key == value) & (after | (kind == "dynamic"))) for value in values]
    att, psi = np.array([part[0] for part in parts]), np.stack([part[1] for part in parts], axis=1)
    counted = np.array(values) >= 0 if kind == "dynamic" else np.ones(len(values), dtype=np.bool_)
    terms = tuple(f"{'e' if kind == 'dynamic' else 't'}{value}" for value in values)
    return Aggregate(kind, terms, att, psi, float(att[counted].mean()), psi[:, counted].mean(axis=1))


def _by_group(effects: GroupTime, after: Flags) -> Aggregate:
    groups = [int(g) for g in effects.groups if (after & (effects.group == g)).any()]
    mine = [after & (effects.group == g) for g in groups]
    att = np.array([effects.att[each].mean() for each in mine])
    psi = np.stack([effects.psi[:, each].mean(axis=1) for each in mine], axis=1)
    at = np.searchsorted(effects.groups, groups)
    share, share_psi = effects.share[at], effects.share_psi[:, at]
    overall, overall_psi = _weighted(att, psi, share, share_psi)
    return Aggregate("group", tuple(f"g{g}" for g in groups), att, psi, overall, overall_psi)


def _by_share(effects: GroupTime, kept: Flags) -> tuple[float, Floats]:
    at = np.searchsorted(effects.groups, effects.group[kept])
    return _weighted(effects.att[kept], effects.psi[:, kept], effects.share[at], effects.share_psi[:, at])


def _weighted(att: Floats, psi: Floats, share: Floats, share_psi: Floats) -> tuple[float, Floats]:
    """A mean by estimated shares, with the influence through the effects and through the shares."""
    total = share.sum()
    weight = share / total
    through = share_psi / total - share_psi.sum(axis=1)[:, None] * share[None, :] / total**2
    return float(np.sum(att * weight)), np.sum(psi * weight + through * att, axis=1)
