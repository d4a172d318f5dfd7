"""How would each procedure do in this very design? Size and power by simulation, with the schedules that are reported.

The statistics of the tests, for thousands of outcomes at once: what depends on the design alone is made once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from scipy import stats

from landsby.evaluation.clustered import jackknife_rows
from landsby.evaluation.exchange import Exchanges
from landsby.evaluation.few_treated import Procedure, borrowed_noise_p, drawn_stand_ins
from landsby.evaluation.least_squares import Fit, cluster_moments, cluster_scores, fit, independent
from landsby.evaluation.noise import Noise
from landsby.evaluation.numbers import Floats, Ints, product
from landsby.evaluation.randomisation import reached
from landsby.evaluation.rows import Rows
from landsby.evaluation.schedules import Schedule
from landsby.evaluation.two_way import TREATED
from landsby.evaluation.wild import every_sign, wild_p

HELD = (0.035, 0.065)
"""A procedure holds its size of 5 % if it rejects a true null between these shares."""


@dataclass(frozen=True)
class Calibrated:
    """One procedure in one design.

    Attributes:
        procedure: its name.
        size: share of draws without effect in which it rejects at 5 %.
        power: by effect, share of draws in which it rejects.
        draws: how many.
    """

    procedure: str
    size: float
    power: Mapping[float, float]
    draws: int

    @property
    def holds(self) -> bool:
        """Whether it rejects a true null about as often as it says."""
        return HELD[0] <= self.size <= HELD[1]


@dataclass(frozen=True, eq=False)
class Statistics:
    """What depends on the design alone: treatment under R schedules, less all effects, weighted.

    rows; root (m,); Q (m, p); Dt (R, m) with its columns in the order of the clusters; D (R,); b (R, C);
    order (m,) and starts (C,) of the clusters' rows.
    """

    rows: Rows
    root: Floats
    Q: Floats
    Dt: Floats
    D: Floats
    b: Floats
    order: Ints
    starts: Ints

    @classmethod
    def of(cls, rows: Rows, cluster: Ints, first: Ints) -> Statistics:
        """Made once for a design.

        Args:
            rows: rows without covariates.
            cluster: (G,) cluster of each area.
            first: (R, G) schedules, the actual one first.
        """
        root = np.sqrt(rows.w)
        W = rows.demeaned(rows.Z) * root[:, None]
        W = W[:, independent(W)]
        Q: Floats = np.linalg.qr(W)[0].astype(np.float64)
        on = (rows.periods[rows.period][None, :] >= first[:, rows.area]).astype(np.float64)
        d = rows.demeaned(on.T) * root[:, None]
        Dt = (d - product(Q, product(Q.T, d))).T
        mine = cluster[rows.area]
        order = np.argsort(mine, kind="stable").astype(np.int64)
        starts = np.searchsorted(mine[order], np.arange(int(cluster.max()) + 1)).astype(np.int64)
        Dt = np.ascontiguousarray(Dt[:, order])
        return cls(rows, root, Q, Dt, np.sum(Dt**2, axis=1), np.add.reduceat(Dt**2, starts, axis=1), order, starts)

    def both(self, y: Floats) -> tuple[Floats, Floats]:
        """(R,) coefficients and (R,) studentised statistics for an outcome (m,)."""
        return self.from_sums(self.sums(y))

    def sums(self, y: Floats) -> Floats:
        """(R, C) each cluster's part of the coefficient's numerator; linear in the outcome (m,)."""
        centred = self.rows.demeaned(y) * self.root
        left = centred - product(self.Q, product(self.Q.T, centred[:, None]))[:, 0]
        return np.add.reduceat(self.Dt * left[self.order][None, :], self.starts, axis=1)

    def from_sums(self, a: Floats) -> tuple[Floats, Floats]:
        """(R,) coefficients and (R,) studentised statistics from (R, C) sums."""
        with np.errstate(divide="ignore", invalid="ignore"):  # a world without spread has no t
            beta = a.sum(axis=1) / self.D
            score = a - beta[:, None] * self.b
            return beta, beta * self.D / np.sqrt(np.sum(score**2, axis=1))


def calibrate(
    rows: Rows,
    schedule: Schedule,
    among: Exchanges,
    noise: Noise,
    rng: np.random.Generator,
    *,
    effects: tuple[float, ...] = (),
    draws: int = 2_000,
    shocks_at: Ints | None = None,
) -> tuple[Calibrated, ...]:
    """Every procedure's size, and its power at some effects.

    Args:
        rows: the design's rows, without covariates.
        schedule: the design, its clusters at the level of the inference.
        among: the schedules that the reported test exchanges.
        noise: the noise to draw from.
        rng: where chance comes from.
        effects: effects in the outcome's unit, the same in every treated cell.
        draws: of the noise.
        shocks_at: (G,) unit whose areas share shocks, where it is not the design's cluster: what inference at too low a
            level costs.
    """
    n = np.zeros((len(rows.areas), len(rows.periods)))
    n[rows.area, rows.period] = rows.w
    once = Statistics.of(rows, schedule.cluster_index, among.first)
    tests = procedures(once, schedule, rng)
    d = rows.by_area(schedule.on(rows.periods))
    rejected = np.zeros((1 + len(effects), len(tests)))
    drawn = noise.draw(rng, n, schedule.cluster_index if shocks_at is None else shocks_at, draws)
    for y in drawn[:, rows.area, rows.period]:
        rejected += [_rejections(once, schedule, tests, y + delta * d, d) for delta in (0.0, *effects)]
    share = rejected / draws
    return tuple(
        Calibrated(name, float(share[0, k]), dict(zip(effects, share[1:, k].tolist(), strict=True)), draws)
        for k, name in enumerate(tests)
    )


def _rejections(once: Statistics, schedule: Schedule, tests: Mapping[str, P], y: Floats, d: Floats) -> list[bool]:
    fitted = fit(once.rows.with_outcome(y), d[:, None], (TREATED,), schedule.cluster_index)
    both = once.both(y)
    return [test(y, fitted, both) <= 0.05 for test in tests.values()]


P = Callable[[Floats, Fit, tuple[Floats, Floats]], float]


def procedures(once: Statistics, schedule: Schedule, rng: np.random.Generator) -> dict[str, P]:
    """The procedures by name: each gives a p-value for an outcome, its fit and its exchanged statistics.

    Args:
        once: what depends on the design alone.
        schedule: the design.
        rng: where 499 draws of signs and of stand-ins come from, the same for every outcome.
    """
    C, donors = len(schedule.clusters), _donors(schedule)
    v: Floats = every_sign(C) if C <= 9 else (rng.integers(0, 2, (499, C)) * 2.0 - 1.0).astype(np.float64)

    def borrowed(procedure: Procedure) -> P:
        stand_ins = drawn_stand_ins(rng, schedule, procedure, 499)
        return lambda y, *_: borrowed_noise_p(once.rows.with_outcome(y), schedule, stand_ins, procedure)

    found: dict[str, P] = {
        "exchange, coefficient": lambda _y, _f, both: reached(np.abs(both[0])),
        "exchange, studentised": lambda _y, _f, both: reached(np.abs(both[1])),
        **_by_errors(once, schedule),
        "WCR": lambda _y, fitted, _b: wild_p(fitted, TREATED, v, "WCR"),
        "WCU": lambda _y, fitted, _b: wild_p(fitted, TREATED, v, "WCU"),
    }
    if donors >= 5 and _uniform(schedule):
        found["Ferman-Pinto"] = borrowed("Ferman-Pinto")
        found["Conley-Taber"] = borrowed("Conley-Taber")
    return found


def _by_errors(once: Statistics, schedule: Schedule) -> dict[str, P]:
    """CR1 and CR3, with what they take from the design alone made once."""
    df = len(schedule.clusters) - 1
    d = once.rows.by_area(schedule.on(once.rows.periods))[:, None]
    any_outcome = fit(once.rows, d, (TREATED,), schedule.cluster_index)
    rest = jackknife_rows(cluster_moments(any_outcome)[0], int(any_outcome.at[0]))

    def t_of(se: float, fitted: Fit) -> float:
        return float(2 * stats.t.sf(abs(fitted.beta[0]) / se, df))

    def cr1_p(_: Floats, fitted: Fit, both: tuple[Floats, Floats]) -> float:
        K = fitted.q + 2
        factor = fitted.C / (fitted.C - 1) * (fitted.N - 1) / (fitted.N - K)
        return float(2 * stats.t.sf(abs(both[1][0]) / factor**0.5, df))

    def cr3_p(_: Floats, fitted: Fit, _both: tuple[Floats, Floats]) -> float:
        change = np.einsum("gk,gk->g", rest, cluster_scores(fitted))
        return t_of(float(np.sqrt((fitted.C - 1) / fitted.C * np.sum(change**2))), fitted)

    return {"CR1": cr1_p, "CR3": cr3_p}


def _donors(schedule: Schedule) -> int:
    return len(schedule.clusters) - len(schedule.treated_clusters)


def _uniform(schedule: Schedule) -> bool:
    pairs = set(zip(schedule.cluster.tolist(), schedule.first.tolist(), strict=True))
    return len(pairs) == len(schedule.clusters)
