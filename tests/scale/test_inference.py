"""Which procedures hold their size in designs like the product's: ten of 110 areas, three of 33 municipalities.

As a run does it: what chance does is learnt from one outcome's years before the start, and a calibration run chooses
what is reported. Then two thousand fresh outcomes without an effect are asked, which the choice has not seen, from the
noise as it is. Where anything is reported it rejects between 3.5 and 6.5 % of them. `make bench` prints the table that
stands in docs/evaluation.md.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace

import numpy as np
import pytest

from landsby.evaluation.cells.making import cells_of_sums
from landsby.evaluation.designs.schedules import Schedule
from landsby.evaluation.inference.calibration import Setting, band, calibrate
from landsby.evaluation.inference.choice import choose, verdict
from landsby.evaluation.inference.exchange import exchanges
from landsby.evaluation.inference.noise import Noise, noise_of
from landsby.evaluation.power.patience import expected_rows

pytestmark = [pytest.mark.scale, pytest.mark.once]

G, T, M, DRAWS = 110, 10, 33, 2_000
MUNICIPALITY = np.arange(G) % M
STARTS = {0: 5, 11: 6, 12: 7}
"""A municipality of four communities and two of three, one after the other."""


def world(level, *, equal):
    """The schedule and the rows of each area: 60 a year, or log-normal with treated areas .4 times as large."""
    names = [f"a{g:03d}" for g in range(G)]
    within = {name: f"m{m:02d}" for name, m in zip(names, MUNICIPALITY, strict=True)}
    first = {name: STARTS.get(int(m)) for name, m in zip(names, MUNICIPALITY, strict=True)}
    schedule = Schedule.of(first, within if level == "municipality" else None, within)
    size = np.full(G, 60.0)
    if not equal:
        size = np.exp(np.random.default_rng(1).normal(np.log(60), 0.6, G))
        size[np.isin(MUNICIPALITY, list(STARTS))] *= 0.4
    return schedule, np.maximum(np.rint(size), 5.0)


@dataclass(frozen=True, eq=False)
class World(Setting):
    """The design as a run sees it, with what was learnt, and outcomes from the noise as it is."""

    truth: Noise | None = None

    def drawn(self, rng, draws):
        return replace(self, noise=self.truth, truth=None).kept(
            self.truth.draw(rng, self.n, MUNICIPALITY, draws, self.rows.periods)
        )


def one_outcome(schedule, size, truth, seed):
    """Cells of one outcome of the world."""
    n = np.tile(size[:, None], (1, T))
    y = truth.draw(np.random.default_rng(seed), n, MUNICIPALITY, 1, np.arange(n.shape[1]))[0]
    area, period = (index.ravel() for index in np.indices((G, T)))
    sums = np.rint(1000 * y * n).astype(np.int64)
    squares = np.rint(sums.astype(float) ** 2 / n + 1e6 * truth.child**2 * (n - 1)).astype(np.int64)
    keys = {"area": schedule.area[area], "period": period}
    return cells_of_sums({"y": 1000}, keys, n.ravel().astype(np.int64), sums.ravel(), squares.ravel())


@pytest.mark.parametrize("shock", [0.0, 0.06], ids=["own shocks", "municipality shocks"])
@pytest.mark.parametrize("equal", [True, False], ids=["equal sizes", "small treated areas"])
@pytest.mark.parametrize("level", ["municipality", "area"])
def test_what_is_reported_holds_its_size(level, equal, shock):
    schedule, size = world(level, equal=equal)
    choice = choose(schedule, size)
    rows = expected_rows(np.tile(size[:, None], (1, T)), np.arange(T), schedule)
    among = exchanges(schedule, np.random.default_rng(2), block=choice.block, size=size, draws=999, enumerate_up_to=1)
    truth = Noise(child=1.0, area=0.05, cluster=shock, rho=0.5)
    learnt = noise_of(one_outcome(schedule, size, truth, 4), schedule)
    run = World(rows, schedule, among, learnt, truth=truth)
    given = verdict(choice, calibrate(Setting(rows, schedule, among, learnt), np.random.default_rng(3), draws=DRAWS))
    found = calibrate(run, np.random.default_rng(5), draws=DRAWS)
    table = ", ".join(f"{each.statistic} {100 * each.size:.1f}" for each in found)
    sys.stderr.write(f"\n{level}, {equal=}, {shock=}: {given.statistic} | {table}\n")
    sizes = {each.statistic: each.size for each in found}
    low, high = band(0.05)
    if given.statistic is None:
        assert not any(low <= share <= high for share in sizes.values())
    else:
        assert low <= sizes[given.statistic] <= high
    if level == "area" and shock:
        assert given.statistic is None, "clusters below the level of the shocks break every procedure"
