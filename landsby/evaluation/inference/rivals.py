"""The static coefficient under thousands of schedules, for many outcomes at once, and what studentises it.

Under a schedule the score of a cluster is what its treated areas carry, less what the dummies take of it, less the
coefficient's own part. Few clusters have treated areas, and what the dummies take is a sum over few columns; so the sum
of squared scores is multiplied out, and no schedule needs a pass over all clusters for each outcome. It is a quadratic
form in the outcome: with an effect added to an outcome it need not be made anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy import sparse

from landsby.evaluation.inference.exchanged_fits import treated_sums
from landsby.evaluation.inference.many_outcomes import Fixed, added, added_by, adding
from landsby.evaluation.numbers import Floats, Ints, group_sums, product


@dataclass(frozen=True, eq=False)
class Scored:
    """Some outcomes under each schedule.

    Attributes:
        beta: (R, B) coefficients.
        carried: (E, B) what treated areas carry, by schedule and cluster that has any.
        taken: (E, B) what the dummies take of that.
        sums: (C, p, B) sums by cluster of products with the dummies.
        across: (R, B) what the dummies take, times the coefficient's own part, over all clusters.
    """

    beta: Floats
    carried: Floats
    taken: Floats
    sums: Floats
    across: Floats


@dataclass(frozen=True, eq=False)
class Rivals:
    """The static coefficient under R schedules, for many outcomes.

    D (R,): what is left of each treatment's sum of squares; b (R, C): each cluster's part of it; load (R, p): on Q;
    r, g, f (P,): schedules and areas that are treated at all, with the place of the start; pair (P,): which of the E
    schedules with a treated cluster that is; pair_r, pair_c (E,): its schedule and its cluster.
    """

    fixed: Fixed
    starts: Ints
    r: Ints
    g: Ints
    f: Ints
    pair: Ints
    pair_r: Ints
    pair_c: Ints
    D: Floats
    b: Floats
    load: Floats

    @classmethod
    def of(cls, fixed: Fixed, cluster_of_area: Ints, first: Ints) -> Rivals:
        """Made once.

        Args:
            fixed: the design.
            cluster_of_area: (G,) from 0.
            first: (R, G) schedules, the actual one first.
        """
        rows, R, C, p = fixed.rows, len(first), fixed.C, fixed.Q.shape[1]
        starts = np.unique(first)
        n = treated_sums(rows, starts, fixed.root[:, None])[:, :, 0]
        weight = group_sums(np.where(rows.real, rows.w, 0.0), rows.area, len(rows.areas))
        S2 = n - n**2 / weight[:, None]
        Q = treated_sums(rows, starts, fixed.Q)
        r, g = (each.astype(np.int64) for each in np.nonzero(first <= rows.periods[-1]))
        f = np.searchsorted(starts, first[r, g]).astype(np.int64)
        pairs, pair = np.unique(r * C + cluster_of_area[g], return_inverse=True)
        pair_r, pair_c = (each.astype(np.int64) for each in np.divmod(pairs, C))
        dQ = added_by(Q[g, f], pair, len(pairs))
        load = added_by(dQ, pair_r, R)
        KQ = fixed.by_cluster((fixed.Q[:, :, None] * fixed.Q[:, None, :]).reshape(-1, p * p))
        b = product((load[:, :, None] * load[:, None, :]).reshape(R, p * p), KQ.T)
        b[pair_r, pair_c] += added_by(S2[g, f], pair, len(pairs)) - 2 * np.sum(load[pair_r] * dQ, axis=1)
        return cls(fixed, starts, r, g, f, pair, pair_r, pair_c, b.sum(axis=1), b, load)

    def coefficients(self, left: Floats) -> Floats:
        """(R, B) coefficients for outcomes (m, B) as `Fixed.left` leaves them."""
        return self._coefficients(self._carried(left))

    def studentised(self, left: Floats) -> Floats:
        """(R, B) coefficients over the roots of their summed squared scores; t up to a factor that all share."""
        scored = self.scored(left)
        return self.over_spread(scored.beta, self.squares(scored, scored))

    def over_spread(self, beta: Floats, squares: Floats) -> Floats:
        """(R, B) coefficients studentised by their summed squared scores (R, B)."""
        with np.errstate(divide="ignore", invalid="ignore"):  # a world without spread has no t
            out: Floats = beta * self.D[:, None] / np.sqrt(np.maximum(squares, 0.0))
        return out

    def scored(self, left: Floats) -> Scored:
        """What coefficients and squared scores are made of, for outcomes (m, B) as `Fixed.left` leaves them."""
        of_areas, (R, p), B = self._carried(left), self.load.shape, left.shape[1]
        sums = np.ascontiguousarray(self.fixed.scores(left)[:, :p])
        taken = np.einsum("ep,epb->eb", self.load[self.pair_r], sums[self.pair_c], optimize=False)
        by_dummy = product(self.b, sums.reshape(len(sums), -1)).reshape(R, p, B)
        across = np.einsum("rp,rpb->rb", self.load, by_dummy, optimize=False)
        return Scored(self._coefficients(of_areas), added(self._into_pairs, of_areas), taken, sums, across)

    def squares(self, one: Scored, other: Scored) -> Floats:
        """(R, B) sums over clusters of the products of the scores of outcomes; of B and B, or of B and one."""
        products = np.einsum("cpb,cqd->bpq" if other.sums.shape[2] == 1 else "cpb,cqb->bpq", one.sums, other.sums)
        treated = one.carried * (other.carried - other.taken) - one.taken * other.carried
        treated -= self._part * (one.beta[self.pair_r] * other.carried + other.beta[self.pair_r] * one.carried)
        out: Floats = np.einsum("rp,bpq,rq->rb", self.load, products, self.load, optimize=False)
        out += added(self._into_schedules, treated)
        out += one.beta * other.across + other.beta * one.across + one.beta * other.beta * self._b2
        return out

    def _carried(self, left: Floats) -> Floats:
        """(P, B) sums over the treated periods of each treated area."""
        return treated_sums(self.fixed.rows, self.starts, left)[self.g, self.f]

    def _coefficients(self, carried: Floats) -> Floats:
        with np.errstate(divide="ignore", invalid="ignore"):  # a schedule without variation has no coefficient
            return added(self._of_schedules, carried) / self.D[:, None]

    @cached_property
    def _part(self) -> Floats:
        return self.b[self.pair_r, self.pair_c][:, None]

    @cached_property
    def _b2(self) -> Floats:
        out: Floats = np.sum(self.b**2, axis=1)[:, None]
        return out

    @cached_property
    def _of_schedules(self) -> sparse.csr_array:
        return adding(self.r, len(self.D))

    @cached_property
    def _into_pairs(self) -> sparse.csr_array:
        return adding(self.pair, len(self.pair_r))

    @cached_property
    def _into_schedules(self) -> sparse.csr_array:
        return adding(self.pair_r, len(self.D))
