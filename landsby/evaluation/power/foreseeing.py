"""How often an effect will be found after each period of follow-up, by the procedure that will be reported.

Group-time effects are changes since the last period before the start. All years of follow-up share those changes; what
differs is only how many of them are averaged.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from landsby.evaluation.inference.calibrated_procedures import Batch, procedures
from landsby.evaluation.inference.calibration import OUTCOMES_AT_ONCE
from landsby.evaluation.inference.exchanged_paths import Grid, Groups, gaps, rows_of_groups
from landsby.evaluation.inference.expected_noise import Chance, expected_noise
from landsby.evaluation.inference.many_outcomes import Fixed
from landsby.evaluation.inference.randomisation import reached_each
from landsby.evaluation.inference.rivals import Rivals
from landsby.evaluation.inference.statistics import BY_COEFFICIENT, BY_GROUP, Asked, StatisticId
from landsby.evaluation.numbers import Floats, Ints
from landsby.evaluation.power.patience import Known, Plan, growing_effect, smallest_found

GROUPS_AT_ONCE = 100
"""Schedules that are worked on together."""
Hits = Callable[[Floats], Floats]
"""(L, E) how many of B outcomes are found to have each effect, when it is added, after each period."""


def when_known(
    plan: Plan,
    rng: np.random.Generator,
    *,
    effects: Floats,
    onset: Sequence[float] = (1.0,),
    statistic: StatisticId = "exchange_coefficient",
    alpha: float = 0.05,
    power: float = 0.8,
    draws: int = 500,
) -> tuple[Known, ...]:
    """What would be known after each period of follow-up.

    Args:
        plan: the design and what is expected of it.
        rng: where chance comes from.
        effects: (E,) full effects to try, ascending, the first of them 0.
        onset: how the effect grows, as in `growing_effect`.
        statistic: by which it will be reported.
        alpha: the level of the test.
        power: asked for.
        draws: of the noise, the same for every period of follow-up.

    Raises:
        Refused: `none_treated` if nothing is treated within the periods.
    """
    grown = growing_effect(plan.periods, plan.schedule, onset)
    hits_of = _hits(plan, grown, effects, statistic, rng, alpha * (1 + 1e-12))
    hits = np.zeros((len(plan.begun), len(effects)))
    for start in range(0, draws, OUTCOMES_AT_ONCE):
        shocks = plan.noise.draw(
            rng, plan.n, plan.schedule.shared_index, min(OUTCOMES_AT_ONCE, draws - start), plan.periods
        )
        hits += hits_of(np.where(plan.n > 0, shocks, 0.0))
    return tuple(
        Known(int(last), smallest_found(effects, share, power), effects, share, draws)
        for last, share in zip(plan.begun.tolist(), hits / draws, strict=True)
    )


def _hits(
    plan: Plan, grown: Floats, effects: Floats, statistic: StatisticId, rng: np.random.Generator, at: float = 0.05
) -> Hits:
    if statistic in BY_GROUP:
        return _by_group(plan, grown, effects, at, scaled=statistic == "exchange_scaled")
    each = [_of_year(plan, last, grown, effects, statistic, rng, at) for last in plan.begun.tolist()]
    return lambda Y: np.stack([one(Y)[0] for one in each])


def _of_year(
    plan: Plan, last: int, grown: Floats, effects: Floats, statistic: StatisticId, rng: np.random.Generator, at: float
) -> Hits:
    """The test of one year, on its rows alone."""
    rows, schedule = plan.until(last), plan.schedule
    T, fixed = len(rows.periods), Fixed.of(rows, schedule)
    mine = np.where(plan.n[:, :T] > 0, grown[:, :T], 0.0)
    step = fixed.left(rows.by_area(mine)[:, None])
    if statistic in BY_COEFFICIENT:
        rivals = Rivals.of(fixed, schedule.cluster_index, plan.among.first)
        hits = _by_coefficient if statistic == "exchange_coefficient" else _by_studentised
        count = hits(rivals, step, effects, at)
        return lambda Y: count(fixed.left(Y[:, rows.area, rows.period].T))
    test = procedures(fixed, schedule, plan.among, plan.noise, rng, weights=plan.weights, at=at)[Asked(statistic)]

    def found(Y: Floats) -> Floats:
        left = fixed.left(Y[:, rows.area, rows.period].T)
        batches = (Batch(Y[:, :, :T] + effect * mine, left + effect * step) for effect in effects.tolist())
        return np.array([[int(np.sum(test(batch) <= at)) for batch in batches]])

    return found


def _by_coefficient(rivals: Rivals, step: Floats, effects: Floats, at: float) -> Hits:
    """By the static coefficient, which is linear in the outcome; step (m, 1) is what is left of the effect."""
    more = rivals.coefficients(step)

    def found(left: Floats) -> Floats:
        mine = rivals.coefficients(left)
        return np.array([[int(np.sum(reached_each(mine + effect * more) <= at)) for effect in effects.tolist()]])

    return found


def _by_studentised(rivals: Rivals, step: Floats, effects: Floats, at: float) -> Hits:
    """By the coefficient studentised: what it is held against is quadratic in the outcome."""
    more = rivals.scored(step)
    last = rivals.squares(more, more)

    def found(left: Floats) -> Floats:
        mine, hits = rivals.scored(left), np.zeros((1, len(effects)))
        first, both = rivals.squares(mine, mine), 2 * rivals.squares(mine, more)
        for e, effect in enumerate(effects.tolist()):
            values = rivals.over_spread(mine.beta + effect * more.beta, first + effect * both + effect**2 * last)
            hits[0, e] = int(np.sum(reached_each(values) <= at))
        return hits

    return found


def _by_group(plan: Plan, grown: Floats, effects: Floats, at: float, *, scaled: bool) -> Hits:
    """All years at once, by the one figure of the group-time effects."""
    grid = Grid(plan.weighted, plan.weighted, plan.periods, plan.schedule.against)
    first = plan.among.first
    weight, starts = _weights(plan, grid)
    scale = _scales(plan, weight, starts) if scaled else np.ones(weight.shape[:2])
    groups = [
        Groups.of(grid, first[start : start + GROUPS_AT_ONCE], starts) for start in range(0, len(first), GROUPS_AT_ONCE)
    ]
    step = _figures(groups, np.where(plan.n > 0, grown, 0.0)[:, :, None], weight) / scale[:, :, None]

    def found(Y: Floats) -> Floats:
        figures = _figures(groups, np.moveaxis(Y, 0, 2), weight) / scale[:, :, None]
        hits = np.zeros((len(weight), len(effects)))
        for year, (mine, more) in enumerate(zip(figures, step, strict=True)):
            hits[year] = [int(np.sum(reached_each(mine + effect * more) <= at)) for effect in effects.tolist()]
        return hits

    return found


def _weights(plan: Plan, grid: Grid) -> tuple[Floats, Ints]:
    """(L, R, F, T) how each group and period counts in the figure of each year, and the (F,) starts.

    As a run of that year weighs them: each change by the group's share of all rows until then.
    """
    first, periods = plan.among.first, plan.periods
    nothing = np.zeros((*grid.n.shape, 1))
    _, share, starts = gaps(grid, nothing, first)
    rows = rows_of_groups(grid, first, starts)
    since = periods[None, :] >= starts[:, None]
    out = np.zeros((len(plan.begun), *share.shape))
    for year, last in enumerate(plan.begun.tolist()):
        until = periods <= last
        mine = rows[:, :, until].sum(axis=2)[..., None]
        out[year] = np.where((share > 0) & (since & until[None, :])[None], mine, 0.0)
    total = out.sum(axis=(2, 3))[:, :, None, None]
    return np.where(total > 0, out / np.where(total > 0, total, 1.0), np.nan), starts


def _figures(groups: Sequence[Groups], Y: Floats, weight: Floats) -> Floats:
    """(L, R, B) the one figure of each year under each schedule, for outcomes Y (G, T, B)."""
    parts, start = [], 0
    for some in groups:
        block = slice(start, start + len(some.weight))
        parts.append(np.einsum("lrft,rftb->lrb", weight[:, block], some.changes(Y), optimize=False))
        start = block.stop
    return np.concatenate(parts, axis=1)


def _scales(plan: Plan, weight: Floats, starts: Ints) -> Floats:
    """(L, R) what chance would do to the figure of each year under each schedule."""
    chance = Chance(plan.noise, plan.schedule.cluster_index, plan.schedule.weights)
    against, first, out = plan.schedule.against, plan.among.first, []
    for year, last in enumerate(plan.begun.tolist()):
        T = int((plan.periods <= last).sum())
        periods = plan.periods[:T]
        kept = [periods[None, :] >= starts[:, None]]
        mine = np.nan_to_num(weight[year][:, :, :T])
        out.append(expected_noise(chance, plan.weighted[:, :T], first, mine, starts, periods, kept, against)[:, 0])
    return np.stack(out)
