"""An event study as the sensitivity analyses need it: coefficients by time since the start, and their covariance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

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
