"""Randomisation inference: how often would a schedule that did nothing have looked as good as the actual one?

Draws: p = (1 + how many reach the actual statistic) / (1 + draws). Enumerated: the share that reach it, the actual one
among them. A statistic within 1e-9 of the actual one, relatively, reaches it. The interval holds every supposed effect
that, taken away, is not rejected (Fisher 1935; Rosenbaum 2002, ch. 2).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from landsby.evaluation.cells.cells import Cells
from landsby.evaluation.cells.rows import rows_of
from landsby.evaluation.designs.schedules import Schedule
from landsby.evaluation.inference.exchange import Exchanges
from landsby.evaluation.inference.exchanged_fits import Exchanged, exchanged_fits
from landsby.evaluation.numbers import Flags, Floats

TIE = 1e-9


@dataclass(frozen=True)
class RandomisationTest:
    """A test by exchanging schedules.

    Attributes:
        studentised: whether each coefficient was measured against its own uncertainty.
        estimate: the coefficient.
        p: its p-value.
        ci_low: the least effect that is not rejected; -inf where none is.
        ci_high: the greatest.
        schedules: how many were compared, the actual one among them.
        enumerated: whether they are all that there are.
    """

    studentised: bool
    estimate: float
    p: float
    ci_low: float
    ci_high: float
    schedules: int
    enumerated: bool


def exchange_test(
    cells: Cells,
    schedule: Schedule,
    among: Exchanges,
    *absorb: str,
    studentised: bool = False,
    level: float = 0.95,
) -> RandomisationTest:
    """Test the static two-way coefficient by exchanging schedules.

    Args:
        cells: the cells.
        schedule: the actual schedule.
        among: the schedules that might have been.
        absorb: "cohort", "stratum" or both.
        studentised: whether each coefficient is measured against its own uncertainty, as where treated areas and
            donors are unlike in size.
        level: of the interval.
    """
    fits = exchanged_fits(rows_of(cells, schedule, *absorb), schedule.cluster_index, among.first)
    p_of = p_of_effect(fits, studentised=studentised)
    estimate = float(fits.beta[0])
    spread = float(np.std(fits.beta[np.isfinite(fits.beta)])) or abs(estimate) or 1.0
    low, high = interval(p_of, estimate, spread, 1 - level)
    return RandomisationTest(studentised, estimate, p_of(0.0), low, high, len(among.first), among.enumerated)


def p_of_effect(fits: Exchanged, *, studentised: bool) -> Callable[[float], float]:
    """The p-value as a function of the supposed effect."""

    def p(delta: float) -> float:
        values = fits.studentised(delta) if studentised else fits.coefficients(delta)
        return reached(np.abs(values))

    return p


def reached(values: Floats) -> float:
    """The share of statistics that reach the first one. Schedules whose statistic cannot be had count as reaching it.

    Args:
        values: (R,) absolute statistics, the actual one first.
    """
    return float(np.mean((values >= bar_of(values[0])) | np.isnan(values)))


def bar_of(actual: float) -> float:
    """What others must reach to count as reaching the actual absolute statistic: a tie does."""
    return actual * (1 - TIE) if actual > 0 else actual


def reached_each(values: Floats) -> Floats:
    """(B,) as `reached`, for B outcomes at once: (R, B) statistics, of either sign, the actual ones first."""
    size = np.abs(values)
    bar = np.where(size[0] > 0, size[0] * (1 - TIE), size[0])
    out: Floats = np.mean((size >= bar[None, :]) | np.isnan(size), axis=0)
    return out


def share_of(reaching: Iterable[Flags], count: int, at: float, already: int = 0) -> float:
    """The share of `count` statistics that reach a bar, where they come in parts.

    Args:
        reaching: which of some do, and of some more.
        count: of all.
        at: the level that the share is held against. Once more than that have reached the bar the rest is not asked:
            what is told is then too low, but above `at` as the share itself. At 1 the share is told as it is.
        already: how many have reached it before.
    """
    hits = already
    for some in reaching:
        hits += int(np.count_nonzero(some))
        if hits > at * count * (1 + TIE):
            break
    return hits / count


def interval(p_of: Callable[[float], float], estimate: float, spread: float, alpha: float) -> tuple[float, float]:
    """The least and greatest supposed effect with p above alpha.

    A grid of eighths of the spread goes out to twelve spreads on each side of the estimate, where the outermost step
    from not rejected to rejected is halved until it is known; what is not rejected twelve spreads away is infinite.
    """
    return _end(p_of, estimate, -spread, alpha), _end(p_of, estimate, spread, alpha)


def _end(p_of: Callable[[float], float], estimate: float, spread: float, alpha: float) -> float:
    grid = estimate + spread * np.arange(0, 97) / 8
    # From without, for what lies further in than the outermost that is kept need not be asked.
    last = next((step for step in reversed(range(len(grid))) if p_of(float(grid[step])) > alpha), None)
    if last is None:
        return estimate
    if last == len(grid) - 1:
        return float(np.copysign(np.inf, spread))
    inside, outside = float(grid[last]), float(grid[last + 1])
    for _ in range(40):
        middle = (inside + outside) / 2
        inside, outside = (middle, outside) if p_of(middle) > alpha else (inside, middle)
    return inside
