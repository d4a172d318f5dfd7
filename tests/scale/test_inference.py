"""Which procedures hold their size in designs like the product's: ten of 110 areas, three of 33 municipalities.

Two thousand outcomes without an effect for each world; `make bench` prints the table that stands in docs/evaluation.md.
The inference that is chosen and held to its calibration rejects a true null between 3.5 and 6.5 % of times, or refuses.
"""

from __future__ import annotations

import sys

import numpy as np
import pytest

from landsby.evaluation.calibration import HELD, Setting, calibrate
from landsby.evaluation.choice import choose, verdict
from landsby.evaluation.exchange import exchanges
from landsby.evaluation.noise import Noise
from landsby.evaluation.patience import expected_rows
from landsby.evaluation.schedules import Schedule

pytestmark = pytest.mark.scale

G, T, M, DRAWS = 110, 10, 33, 2_000
MUNICIPALITY = np.arange(G) % M
STARTS = {0: 5, 11: 6, 12: 7}
"""A municipality of four communities and two of three, one after the other."""


def world(level, *, equal):
    """The schedule and the rows of each area: 60 a year, or log-normal with treated areas .4 times as large."""
    names = [f"a{g:03d}" for g in range(G)]
    of = {name: f"m{m:02d}" for name, m in zip(names, MUNICIPALITY, strict=True)} if level == "municipality" else None
    schedule = Schedule.of({name: STARTS.get(int(m)) for name, m in zip(names, MUNICIPALITY, strict=True)}, of)
    size = np.full(G, 60.0)
    if not equal:
        size = np.exp(np.random.default_rng(1).normal(np.log(60), 0.6, G))
        size[np.isin(MUNICIPALITY, list(STARTS))] *= 0.4
    return schedule, np.maximum(np.rint(size), 5.0)


@pytest.mark.parametrize("shock", [0.0, 0.06], ids=["own shocks", "municipality shocks"])
@pytest.mark.parametrize("equal", [True, False], ids=["equal sizes", "small treated areas"])
@pytest.mark.parametrize("level", ["municipality", "area"])
def test_what_is_reported_holds_its_size(level, equal, shock):
    schedule, size = world(level, equal=equal)
    choice = choose(schedule, size)
    rows = expected_rows(np.tile(size[:, None], (1, T)), np.arange(T), schedule)
    among = exchanges(schedule, np.random.default_rng(2), block=choice.block, size=size, draws=999, enumerate_up_to=1)
    noise = Noise(child=1.0, area=0.05, cluster=shock, rho=0.5)
    rng = np.random.default_rng(3)
    found = calibrate(Setting(rows, schedule, among, noise, MUNICIPALITY), rng, draws=DRAWS)
    given = verdict(choice, found)
    table = ", ".join(f"{each.procedure} {100 * each.size:.1f}" for each in found)
    sys.stderr.write(f"\n{level}, {equal=}, {shock=}: {given.procedure} | {table}\n")
    sizes = {each.procedure: each.size for each in found}
    if given.procedure is None:
        assert not any(HELD[0] <= share <= HELD[1] for share in sizes.values())
    else:
        assert HELD[0] <= sizes[given.procedure] <= HELD[1]
    if level == "area" and shock:
        assert given.procedure is None, "clusters below the level of the shocks break every procedure"
