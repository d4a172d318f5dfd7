"""The procedures that a calibration run asks, each for many outcomes at once, with what the design fixes made once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from scipy.special import stdtr

from landsby.evaluation.cells.rows import Rows
from landsby.evaluation.designs.methods import Weights
from landsby.evaluation.designs.schedules import Schedule
from landsby.evaluation.estimates.clustered import bias_reduced_rows, jackknife_rows, satterthwaite
from landsby.evaluation.inference.calibrated_paths import (
    Dated,
    PathFigures,
    Test,
    compared_throughout,
    path_parts,
)
from landsby.evaluation.inference.exchange import Exchanges
from landsby.evaluation.inference.exchanged_paths import Grid, has_change
from landsby.evaluation.inference.few_treated import (
    FEWEST_DONORS,
    Borrowed,
    Borrowing,
    drawn_stand_ins,
    rows_by_cluster,
)
from landsby.evaluation.inference.group_time_influence import Influence
from landsby.evaluation.inference.many_outcomes import Fixed, adding
from landsby.evaluation.inference.noise import Noise
from landsby.evaluation.inference.randomisation import reached_each
from landsby.evaluation.inference.rivals import Rivals
from landsby.evaluation.inference.stand_ins import StandIns
from landsby.evaluation.inference.statistics import BY_GROUP, Asked, StatisticId
from landsby.evaluation.inference.wild import drawn_weights, every_sign, wild_share
from landsby.evaluation.numbers import Floats

DRAWS_FOR_EACH = 399
"""Draws of signs and of stand-ins for each outcome, the same for all of them."""


@dataclass(frozen=True, eq=False)
class Batch:
    """Some outcomes: Y (B, G, T) as means of areas and periods, and left (m, B) as `Fixed.left` leaves them."""

    Y: Floats
    left: Floats


P = Callable[[Batch], Floats]
"""(B,) p-values of a batch."""


def procedures(
    fixed: Fixed,
    schedule: Schedule,
    among: Exchanges,
    noise: Noise,
    rng: np.random.Generator,
    dates: tuple[Dated, ...] | None = None,
    weights: Weights = "rademacher",
) -> dict[Asked, P]:
    """The test of every statistic, and of the parts of paths.

    Args:
        fixed: the design's rows.
        schedule: the design.
        among: the schedules that the reported test exchanges.
        noise: what chance does, for the procedure that measures against it.
        rng: where signs and stand-ins come from.
        dates: placebo dates, which are asked with all other parts of paths; None where no part is.
        weights: what the wild bootstrap multiplies by.
    """
    rivals = Rivals.of(fixed, schedule.cluster_index, among.first)
    C, bare = fixed.C, fixed.rows.bare
    v = every_sign(C) if C <= 8 and weights == "rademacher" else drawn_weights(rng, weights, DRAWS_FOR_EACH, C)
    exchanged: dict[StatisticId, P] = {
        "exchange_coefficient": lambda batch: reached_each(rivals.coefficients(batch.left)),
        "exchange_studentised": lambda batch: reached_each(rivals.studentised(batch.left)),
    }
    others: dict[StatisticId, P] = {
        **_by_errors(fixed, jackknife=len(schedule.treated_clusters) > 1),
        "wild_bootstrap": lambda batch: _wild(fixed, v, batch.left, imposed=True),
        "wild_unrestricted": lambda batch: _wild(fixed, v, batch.left, imposed=False),
        **_borrowed(bare, schedule, rng),
    }
    return {**_whole(exchanged), **_group_time(bare, schedule, among, noise, dates), **_whole(others)}


def _whole(tests: Mapping[StatisticId, P]) -> dict[Asked, P]:
    return {Asked(name): test for name, test in tests.items()}


def _by_errors(fixed: Fixed, *, jackknife: bool) -> dict[StatisticId, P]:
    """CR1, CR2 and CR3: a cluster's part of the error is a sum of its residuals by weights that the design fixes."""
    W = fixed.basis
    M = fixed.by_cluster((W[:, :, None] * W[:, None, :]).reshape(len(W), -1)).reshape(fixed.C, W.shape[1], W.shape[1])
    last, N, C = W.shape[1] - 1, fixed.rows.N, fixed.C
    kept = np.broadcast_to(np.eye(last + 1)[last], (C, last + 1))
    A, df = bias_reduced_rows(M, np.eye(last + 1), last), satterthwaite(M, np.eye(last + 1), last)
    by: dict[StatisticId, tuple[Floats, float, float]] = {
        "cr1": (kept, C / (C - 1) * (N - 1) / (N - last - 2), float(C - 1)),
        "cr2": (A, 1.0, df),
    }
    if jackknife:
        by["cr3"] = (jackknife_rows(M, last), (C - 1) / C, float(C - 1))

    def test(rows: Floats, factor: float, df: float) -> P:
        k = np.einsum("ij,ij->i", W, rows[fixed.cluster])[:, None]

        def p(batch: Batch) -> Floats:
            beta = np.sum(W[:, [last]] * batch.left, axis=0)
            parts = fixed.by_cluster(k * (batch.left - W[:, [last]] * beta))
            out: Floats = 2 * stdtr(df, -np.abs(beta) / np.sqrt(factor * np.sum(parts**2, axis=0)))
            return out

        return p

    return {name: test(*parts) for name, parts in by.items()}


def _wild(fixed: Fixed, v: Floats, left: Floats, *, imposed: bool) -> Floats:
    load = fixed.scores(fixed.basis[:, [-1]])[:, :, 0]
    scores = fixed.scores(left)
    estimate = scores[:, -1].sum(axis=0)
    taken = scores - estimate * load[:, :, None]
    t = estimate / np.sqrt(np.sum(taken[:, -1] ** 2, axis=0))
    drawn = np.moveaxis(scores if imposed else taken, 2, 0)
    return np.array([wild_share(v, np.ascontiguousarray(each), load, float(t[k])) for k, each in enumerate(drawn)])


def _borrowed(rows: Rows, schedule: Schedule, rng: np.random.Generator) -> dict[StatisticId, P]:
    pairs = set(zip(schedule.cluster.tolist(), schedule.first.tolist(), strict=True))
    if len(schedule.clusters) - len(schedule.treated_clusters) < FEWEST_DONORS or len(pairs) > len(schedule.clusters):
        return {}
    joined, whole = rows_by_cluster(rows, schedule)
    once, own = Borrowed.of(joined, whole), Fixed.of(joined, whole)
    T = len(joined.periods)
    joining = adding(schedule.cluster_index[rows.area] * T + rows.period, own.C * T)

    def test(procedure: Borrowing) -> P:
        stand_ins = StandIns.of(drawn_stand_ins(rng, schedule, procedure, DRAWS_FOR_EACH), once.inverse_rows)

        def p(batch: Batch) -> Floats:
            w = rows.w[:, None]
            Y = batch.Y[:, rows.area, rows.period].T
            means = (joining @ (w * Y))[joined.area * T + joined.period] / joined.w[:, None]
            grid = np.zeros((Y.shape[1], own.C, T))
            grid[:, joined.area, joined.period] = (own.left(means) / own.root[:, None]).T
            return np.array([once.about(residual).p(0.0, stand_ins, procedure) for residual in grid])

        return p

    return {"ferman_pinto": test("ferman_pinto"), "conley_taber": test("conley_taber")}


def _group_time(
    rows: Rows, schedule: Schedule, among: Exchanges, noise: Noise, dates: tuple[Dated, ...] | None
) -> dict[Asked, P]:
    """The one figure of the group-time effects by exchange and by its influence, and the parts of its path.

    None where nothing is compared, or no area that has begun was measured just before.
    """
    n = np.zeros((len(rows.areas), len(rows.periods)))
    n[rows.area, rows.period] = rows.w
    if (
        not compared_throughout(n, schedule)
        or not has_change(Grid(n, n, rows.periods, schedule.against), schedule.first).any()
    ):
        return {}
    influence = Influence.of(n, rows.periods, schedule)
    figures = PathFigures(n, rows.periods, schedule, among, noise, by_time=dates is not None)
    tests = {Asked(name): figures.one_figure(name) for name in BY_GROUP}
    if dates is not None:
        tests |= path_parts(figures, noise, dates)
    tests[Asked("influence")] = influence.p
    return {each: _of_means(test) for each, test in tests.items()}


def _of_means(test: Test) -> P:
    return lambda batch: test(batch.Y)
