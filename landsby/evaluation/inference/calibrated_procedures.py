"""The procedures that a calibration run asks, each for many outcomes at once, with what the design fixes made once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from scipy.special import stdtr

from landsby.evaluation.cells.rows import Rows
from landsby.evaluation.designs.methods import Weights
from landsby.evaluation.designs.schedules import Schedule
from landsby.evaluation.estimates.aggregation import KINDS
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
    at: float = 1.0,
) -> dict[Asked, P]:
    """The test of every statistic, and of the parts of paths.

    What a test of the coefficient needs is made when it is first asked; what names the parts is made at once.

    Args:
        fixed: the design's rows.
        schedule: the design.
        among: the schedules that the reported test exchanges.
        noise: what chance does, for the procedure that measures against it.
        rng: where signs and stand-ins come from.
        dates: placebo dates, which are asked with all other parts of paths; None where no part is.
        weights: what the wild bootstrap multiplies by.
        at: the level that p-values are held against: one above it may be told too low, but above it.
    """
    rivals = cache(lambda: Rivals.of(fixed, schedule.cluster_index, among.first))
    C, bare = fixed.C, fixed.rows.bare
    v = every_sign(C) if C <= 8 and weights == "rademacher" else drawn_weights(rng, weights, DRAWS_FOR_EACH, C)
    exchanged: dict[StatisticId, P] = {
        "exchange_coefficient": lambda batch: reached_each(rivals().coefficients(batch.left)),
        "exchange_studentised": lambda batch: reached_each(rivals().studentised(batch.left)),
    }
    others: dict[StatisticId, P] = {
        **_by_errors(fixed, jackknife=len(schedule.treated_clusters) > 1),
        "wild_bootstrap": lambda batch: _wild(fixed, v, batch.left, at, imposed=True),
        "wild_unrestricted": lambda batch: _wild(fixed, v, batch.left, at, imposed=False),
        **_borrowed(bare, schedule, rng, at),
    }
    return {**_whole(exchanged), **_group_time(bare, schedule, among, noise, dates), **_whole(others)}


def _whole(tests: Mapping[StatisticId, P]) -> dict[Asked, P]:
    return {Asked(name): test for name, test in tests.items()}


def _by_errors(fixed: Fixed, *, jackknife: bool) -> dict[StatisticId, P]:
    """CR1, CR2 and CR3: a cluster's part of the error is a sum of its residuals by weights that the design fixes."""
    W, C = fixed.basis, fixed.C
    last = W.shape[1] - 1
    M = cache(lambda: fixed.by_cluster(W[:, :, None] * W[:, None, :]))
    factor = C / (C - 1) * (fixed.rows.N - 1) / (fixed.rows.N - last - 2)
    parts: dict[StatisticId, Callable[[], tuple[Floats, float, float]]] = {
        "cr1": lambda: (np.broadcast_to(np.eye(last + 1)[last], (C, last + 1)), factor, float(C - 1)),
        "cr2": lambda: (
            bias_reduced_rows(M(), np.eye(last + 1), last),
            1.0,
            satterthwaite(M(), np.eye(last + 1), last),
        ),
    }
    if jackknife:
        parts["cr3"] = lambda: (jackknife_rows(M(), last), (C - 1) / C, float(C - 1))
    return {name: _by_error(fixed, made) for name, made in parts.items()}


def _by_error(fixed: Fixed, parts: Callable[[], tuple[Floats, float, float]]) -> P:
    """The test by an error made of a cluster's rows (C, p), a factor and degrees of freedom."""
    own, made = fixed.basis[:, [-1]], cache(parts)
    k = cache(lambda: np.einsum("ij,ij->i", fixed.basis, made()[0][fixed.cluster])[:, None])

    def p(batch: Batch) -> Floats:
        _, factor, df = made()
        beta = np.sum(own * batch.left, axis=0)
        by_cluster = fixed.by_cluster(k() * (batch.left - own * beta))
        out: Floats = 2 * stdtr(df, -np.abs(beta) / np.sqrt(factor * np.sum(by_cluster**2, axis=0)))
        return out

    return p


def _wild(fixed: Fixed, v: Floats, left: Floats, at: float, *, imposed: bool) -> Floats:
    load = fixed.scores(fixed.basis[:, [-1]])[:, :, 0]
    scores = fixed.scores(left)
    estimate = scores[:, -1].sum(axis=0)
    taken = scores - estimate * load[:, :, None]
    t = estimate / np.sqrt(np.sum(taken[:, -1] ** 2, axis=0))
    drawn = np.moveaxis(scores if imposed else taken, 2, 0)
    return np.array([wild_share(v, np.ascontiguousarray(each), load, float(t[k]), at) for k, each in enumerate(drawn)])


def _borrowed(rows: Rows, schedule: Schedule, rng: np.random.Generator, at: float) -> dict[StatisticId, P]:
    pairs = set(zip(schedule.cluster.tolist(), schedule.first.tolist(), strict=True))
    if len(schedule.clusters) - len(schedule.treated_clusters) < FEWEST_DONORS or len(pairs) > len(schedule.clusters):
        return {}
    joined, whole = rows_by_cluster(rows, schedule)
    once, own = Borrowed.of(joined, whole), Fixed.of(joined, whole)
    T = len(joined.periods)
    joining = adding(schedule.cluster_index[rows.area] * T + rows.period, own.C * T)

    def test(procedure: Borrowing) -> P:
        drawn = drawn_stand_ins(rng, schedule, procedure, DRAWS_FOR_EACH)
        stand_ins = StandIns.of(drawn, once.inverse_rows, at)

        def p(batch: Batch) -> Floats:
            w = rows.w[:, None]
            Y = batch.Y[:, rows.area, rows.period].T
            means = (joining @ (w * Y))[joined.area * T + joined.period] / joined.w[:, None]
            grid = np.zeros((Y.shape[1], own.C, T))
            grid[:, joined.area, joined.period] = (own.left(means) / own.root[:, None]).T
            return np.array([once.about(residual).p(0.0, stand_ins, procedure, at) for residual in grid])

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
    figures = cache(lambda: PathFigures(n, rows.periods, schedule, among, noise, by_time=dates is not None))
    tests = {Asked(name): _one_figure(figures, name) for name in BY_GROUP}
    if dates is not None:
        tests |= path_parts(figures(), noise, dates)
    tests |= _by_influence(Influence.of(n, rows.periods, schedule, KINDS if dates is not None else ("simple",)))
    return {each: _of_means(test) for each, test in tests.items()}


def _one_figure(figures: Callable[[], PathFigures], name: StatisticId) -> Test:
    def test(Y: Floats) -> Floats:
        by_schedule = figures().one_figure(name)
        return by_schedule(Y)

    return test


def _by_influence(influence: Influence) -> dict[Asked, Test]:
    """The tests of every term; the figures of the last batch are kept, for each test is asked of it."""
    last: tuple[Floats, Floats] = np.empty(0), np.empty(0)

    def every(Y: Floats) -> Floats:
        nonlocal last
        if last[0] is not Y:
            last = Y, influence.p(Y)
        return last[1]

    def test(place: int) -> Test:
        return lambda Y: every(Y)[place]

    return {Asked.of("influence", term): test(place) for place, term in enumerate(influence.terms)}


def _of_means(test: Test) -> P:
    return lambda batch: test(batch.Y)
