"""How would each procedure do in this very design? Size and power by simulation, with the schedules that are reported.

The statistics of the tests, for thousands of outcomes at once: what depends on the design alone is made once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from landsby.evaluation.cells.rows import Rows
from landsby.evaluation.designs.methods import Weights
from landsby.evaluation.designs.schedules import Schedule
from landsby.evaluation.inference.calibrated_paths import Dated
from landsby.evaluation.inference.calibrated_procedures import Batch, P, procedures
from landsby.evaluation.inference.exchange import Exchanges
from landsby.evaluation.inference.many_outcomes import Fixed
from landsby.evaluation.inference.noise import Noise
from landsby.evaluation.inference.statistics import Asked, StatisticId
from landsby.evaluation.numbers import Floats, Ints

BAND = (0.7, 1.3)
"""A procedure holds its size if it rejects a true null between these shares of the level."""
LEAST = 2_000
"""Draws that a calibration run takes at 5 % and above."""
POWER_DRAWS = 400
"""Power is asked on the first of the draws, for it may be known less closely than the size."""
OUTCOMES_AT_ONCE = 25
"""Outcomes that are worked on together."""


@dataclass(frozen=True)
class Calibrated:
    """One statistic in one design.

    Attributes:
        statistic: which.
        size: share of draws without effect in which it rejects at the level.
        power: by effect, share of the first draws in which it rejects.
        draws: how many.
        alpha: the level.
        part: as in `Asked`.
    """

    statistic: StatisticId
    size: float
    power: Mapping[float, float]
    draws: int
    alpha: float = 0.05
    part: str = ""

    @property
    def holds(self) -> bool:
        """Whether it rejects a true null about as often as it says."""
        low, high = band(self.alpha)
        return low <= self.size <= high

    @property
    def error(self) -> float:
        """The Monte Carlo error of its size."""
        return float(np.sqrt(self.size * (1 - self.size) / self.draws))


def band(alpha: float) -> tuple[float, float]:
    """Between which shares a procedure may reject a true null and hold its size at a level."""
    return BAND[0] * alpha, BAND[1] * alpha


def enough(alpha: float, asked: int = 0) -> int:
    """Draws by which a verdict is no coin: the ends of the band lie three Monte Carlo errors from the level.

    Args:
        alpha: the level.
        asked: draws that the design asks for, where these are more.
    """
    wanted = 9 * (1 - alpha) / (alpha * (1 - BAND[0]) ** 2)
    return max(asked, LEAST, int(np.ceil(wanted)))


@dataclass(frozen=True, eq=False)
class Setting:
    """A design in which procedures are tried.

    Attributes:
        rows: the design's rows, with its covariates, which stay as they were seen.
        schedule: the design, its clusters at the level of the inference.
        among: the schedules that the reported test exchanges.
        noise: the noise to draw from.
        shocks_at: (G,) unit whose areas share shocks, where it is not the one that the schedule names.
        dates: placebo dates, which are asked with all other parts of paths; None where no part is.
        weights: what the wild bootstrap multiplies by.
    """

    rows: Rows
    schedule: Schedule
    among: Exchanges
    noise: Noise
    shocks_at: Ints | None = None
    dates: tuple[Dated, ...] | None = None
    weights: Weights = "rademacher"

    @property
    def n(self) -> Floats:
        """(G, T) rows."""
        out = np.zeros((len(self.rows.areas), len(self.rows.periods)))
        bare = self.rows.bare
        out[bare.area, bare.period] = bare.w / self.schedule.weights[bare.area]
        return out

    def drawn(self, rng: np.random.Generator, draws: int) -> Floats:
        """(draws, G, T) means without any effect, 0 where there are no rows."""
        n, shared = self.n, self.schedule.shared_index if self.shocks_at is None else self.shocks_at
        return self.kept(self.noise.draw(rng, n, shared, draws, self.rows.periods))

    def scattered(self, rng: np.random.Generator, draws: int) -> Floats:
        """(draws, s) how children differ within cells, along the covariates: of the rows that are scatter."""
        area = self.rows.area[~self.rows.real]
        spread = self.noise.child * np.sqrt(self.schedule.weights[area])
        return spread * rng.standard_normal((draws, len(area)))

    def kept(self, values: Floats) -> Floats:
        """Values (…, G, T), 0 where there are no rows."""
        return np.where(self.n > 0, values, 0.0)


def calibrate(
    setting: Setting,
    rng: np.random.Generator,
    *,
    effects: tuple[float, ...] = (),
    shape: Floats | None = None,
    draws: int = 2_000,
    asked: Sequence[StatisticId] | None = None,
    alpha: float = 0.05,
    tell: Callable[[float], object] = float,
) -> tuple[Calibrated, ...]:
    """Every statistic's size, and its power at some effects.

    Args:
        setting: the design, its schedules and its noise.
        rng: where chance comes from.
        effects: full effects in the outcome's unit.
        shape: (G, T) share of the full effect in each area and period; without it all of it in every treated cell.
        draws: of the noise.
        asked: the statistics to ask, with all their parts; without it all.
        alpha: the level at which they are asked.
        tell: is called with the share that is done.
    """
    fixed = Fixed.of(setting.rows, setting.schedule)
    tests = _tests(setting, fixed, rng, asked, alpha)
    grown = setting.kept(setting.schedule.on(setting.rows.periods) if shape is None else shape)
    rejected, powered = np.zeros((1 + len(effects), len(tests))), 0
    for begin in range(0, draws, OUTCOMES_AT_ONCE):
        Y, within = (draw(rng, min(OUTCOMES_AT_ONCE, draws - begin)) for draw in (setting.drawn, setting.scattered))
        power_too = begin < POWER_DRAWS
        powered += len(Y) if power_too else 0
        for e, effect in enumerate((0.0, *(effects if power_too else ()))):
            batch = _batch(fixed, Y + effect * grown[None], within)
            rejected[e] += [int(np.sum(test(batch) <= alpha * (1 + 1e-12))) for test in tests.values()]
        tell(min(1.0, (begin + OUTCOMES_AT_ONCE) / draws))
    return tuple(_told(list(tests), rejected / draws, rejected[1:] / max(powered, 1), effects, draws, alpha))


def _tests(
    setting: Setting, fixed: Fixed, rng: np.random.Generator, asked: Sequence[StatisticId] | None, alpha: float
) -> dict[Asked, P]:
    told = setting.schedule, setting.among, setting.noise, rng, setting.dates, setting.weights
    every = procedures(fixed, *told, at=alpha)
    return {each: test for each, test in every.items() if asked is None or each.statistic in asked}


def _told(
    asked: list[Asked], shares: Floats, power: Floats, effects: tuple[float, ...], draws: int, alpha: float
) -> Iterator[Calibrated]:
    for k, (statistic, part) in enumerate(asked):
        found = dict(zip(effects, power[:, k].tolist(), strict=True))
        yield Calibrated(statistic, float(shares[0, k]), found, draws, alpha, part)


def _batch(fixed: Fixed, Y: Floats, within: Floats) -> Batch:
    bare = fixed.rows.bare
    return Batch(Y, fixed.left(np.concatenate([Y[:, bare.area, bare.period], within], axis=1).T))
