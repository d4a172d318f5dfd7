"""What a calibration run and a look ahead cost by statistic, in times the drawing of the noise that they ask.

All of it in one process and in its processor's time, so that a busy machine shows in none of the ratios. `make bench`
prints the table.
"""

from __future__ import annotations

import sys
from time import process_time

import numpy as np
import pytest

from landsby.evaluation.designs.schedules import Schedule
from landsby.evaluation.inference.calibration import Setting, calibrate
from landsby.evaluation.inference.exchange import exchanges
from landsby.evaluation.inference.noise import Noise
from landsby.evaluation.inference.statistics import BY_COEFFICIENT, BY_GROUP, STATISTICS
from landsby.evaluation.power.foreseeing import when_known
from landsby.evaluation.power.patience import Plan, expected_rows

pytestmark = [pytest.mark.scale, pytest.mark.once]

T, START, OUTCOMES = 10, 5, 50
EFFECTS = np.array([0.0, *np.geomspace(0.02, 0.8, 24)])
AHEAD = (*BY_GROUP, *BY_COEFFICIENT, "cr3", "wild_bootstrap")
WORLDS = {
    "110 areas in 33 municipalities": (110, 33),
    "1,300 areas in 98 municipalities": (1_300, 98),
    "1,300 areas, each by itself": (1_300, 1_300),
}


def plan_of(areas, units, rng):
    """Three units that start one after the other, areas of different size, 399 schedules."""
    names = [f"a{g:04d}" for g in range(areas)]
    first = {name: START + g % units if g % units < 3 and g < 4 * units else None for g, name in enumerate(names)}
    schedule = Schedule.of(first, {name: f"u{g % units:04d}" for g, name in enumerate(names)})
    n = np.rint(np.exp(rng.normal(4, 0.5, (areas, 1))) * rng.uniform(0.8, 1.2, (areas, T)))
    among = exchanges(schedule, rng, size=n.sum(axis=1), draws=399, enumerate_up_to=1)
    return Plan(n, np.arange(T), schedule, among, Noise(1.0, 0.05, 0.05, 0.5))


def taken(work):
    """Seconds of the processor's."""
    begun = process_time()
    work()
    return process_time() - begun


@pytest.mark.parametrize("world", WORLDS)
def test_a_statistic_costs_some_times_its_noise(world):
    areas, units = WORLDS[world]
    plan = plan_of(areas, units, np.random.default_rng(1))
    setting = Setting(expected_rows(plan.n, plan.periods, plan.schedule), plan.schedule, plan.among, plan.noise)
    drawing = taken(lambda: [setting.drawn(np.random.default_rng(2), OUTCOMES // 2) for _ in range(2)])
    sys.stdout.write(
        f"\n{world}: noise of {OUTCOMES} outcomes {drawing:.3f} s of the processor's; asked, looked ahead\n"
    )
    for name in STATISTICS:
        asked = taken(lambda name=name: calibrate(setting, np.random.default_rng(3), draws=OUTCOMES, asked=(name,)))
        told = f"  {name:<22}{asked / drawing:9.1f} x"
        if name in AHEAD:
            ahead = taken(
                lambda name=name: when_known(
                    plan, np.random.default_rng(4), effects=EFFECTS, statistic=name, draws=OUTCOMES
                )
            )
            told += f"{ahead / drawing:12.1f} x"
        sys.stdout.write(f"{told}\n")
