"""An event study as the sensitivity analyses need it: coefficients by time since the start, and their covariance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from landsby.evaluation.aggregation import Aggregate
from landsby.evaluation.clustered import Covariance
from landsby.evaluation.least_squares import Fit
from landsby.evaluation.numbers import Floats, Ints
from landsby.evaluation.problems import refuse


@dataclass(frozen=True, eq=False)
class EventPath:
    """Effects by relative period; the one before the start, -1, is 0 by construction and left out.

    Attributes:
        times: (M,) relative periods in order.
        beta: (M,) effects.
        V: (M, M) their covariance.
        df: degrees of freedom of its errors, infinite where they are taken as normal.
    """

    times: Ints
    beta: Floats
    V: Floats
    df: float

    @property
    def before(self) -> Ints:
        """Places of the periods before the start."""
        return np.flatnonzero(self.times < -1).astype(np.int64)

    def at(self, time: int) -> int:
        """The place of a relative period.

        Raises:
            Refused: `no_such_time`.
        """
        if time not in self.times:
            refuse("no_such_time", time=time, known=", ".join(map(str, self.times.tolist())))
        return int(np.flatnonzero(self.times == time)[0])


def path_of_fit(fitted: Fit, covariance: Covariance) -> EventPath:
    """The path of an event study by two-way effects."""
    kept = [k for k, term in enumerate(fitted.terms) if term[0] == "e" and term[1:].lstrip("-").isdigit()]
    times = np.array([int(fitted.terms[k][1:]) for k in kept], dtype=np.int64)
    return EventPath(times, fitted.beta[kept], covariance.V[np.ix_(kept, kept)], float(fitted.C - 1))


def path_of_aggregate(dynamic: Aggregate) -> EventPath:
    """The path of group-time effects summed up by time since the start; these must have a universal base period."""
    times = np.array([int(term[1:]) for term in dynamic.terms], dtype=np.int64)
    kept = np.flatnonzero(times != -1)
    psi = dynamic.psi[:, kept]
    return EventPath(times[kept], dynamic.att[kept], np.einsum("cm,cn->mn", psi, psi, optimize=False), float("inf"))
