"""Places chosen for faring badly: what seems an effect, and what is left where the comparison fared as badly.

1,300 areas in 100 municipalities, of which three take part with the areas that fared worst in the last year before the
start. Nothing has any effect. `make bench` prints the table that stands in docs/evaluation.md.
"""

from __future__ import annotations

import sys

import numpy as np
import pytest

from landsby.evaluation.cells.making import cells_of_sums
from landsby.evaluation.comparison.matching import features_of
from landsby.evaluation.comparison.weighting import kept_by, weighted_to_path
from landsby.evaluation.designs.schedules import Schedule
from landsby.evaluation.estimates.group_time import grid
from landsby.evaluation.inference.exchange import exchanges
from landsby.evaluation.inference.exchanged_paths import Grid, exchanged_paths, path_tests
from landsby.evaluation.inference.noise import Noise

pytestmark = [pytest.mark.scale, pytest.mark.once]

G, T, START, CHILDREN, WORLDS = 1_300, 10, 5, 60, 200
MUNICIPALITY = np.arange(G) % 100
CHOSEN = {0: 4, 1: 3, 2: 3}
"""How many areas each municipality that takes part chooses."""
WAYS = {
    "all other areas": None,
    "matched on level and trend": ("level", "trend"),
    "matched on level and last": ("level", "last"),
    "weighed to the path": "synthetic",
}


def world(rng):
    """Cells without any effect, and the schedule of the areas that fared worst in the last year before the start."""
    n = np.full((G, T), float(CHILDREN))
    y = rng.normal(0, 0.1, (G, 1)) + Noise(1.0, 0.05, 0.0, 0.5).draw(rng, n, MUNICIPALITY, 1, np.arange(T))[0]
    worst = set()
    for municipality, count in CHOSEN.items():
        mine = np.flatnonzero(np.isin(MUNICIPALITY, municipality))
        worst |= set(mine[np.argsort(-y[mine, START - 1])[:count]].tolist())
    areas = [g for g in range(G) if g in worst or MUNICIPALITY[g] not in CHOSEN]
    schedule = Schedule.of({f"a{g:04d}": START if g in worst else None for g in areas})
    kept = y[areas]
    area, period = (index.ravel() for index in np.indices(kept.shape))
    sums = np.rint(1000 * kept.ravel() * CHILDREN).astype(np.int64)
    squares = np.rint(sums.astype(float) ** 2 / CHILDREN + 1e6 * (CHILDREN - 1)).astype(np.int64)
    keys = {"area": schedule.area[area], "period": period}
    return cells_of_sums({"y": 1000}, keys, np.full(len(sums), CHILDREN), sums, squares), schedule


def compared(cells, schedule, way, rng):
    """The effect, its p-value by exchange, and the effect of a start one year before the first."""
    if way == "synthetic":
        schedule = weighted_to_path(cells, schedule, T - 1)
    elif way:
        schedule = kept_by(features_of(cells, schedule, way), schedule, "mahalanobis", 10)[0]
    mine = cells.where(np.isin(cells.area, schedule.area))
    n, y, periods = grid(mine, schedule)
    among = exchanges(schedule, rng, draws=399, enumerate_up_to=1)
    one = path_tests(exchanged_paths(Grid(n, y, periods), among.first), 0.95)
    at = {test.term: test for test in one}
    early = Grid(n[:, :START], y[:, :START], periods[:START])
    before = np.where(among.first == START, START - 1, among.first)
    return at["all"].estimate, at["all"].p, path_tests(exchanged_paths(early, before), 0.95)[0].p


def test_a_comparison_that_fared_as_badly_answers_the_return_to_the_mean():
    rng = np.random.default_rng(1)
    found = {name: [] for name in WAYS}
    for _ in range(WORLDS):
        cells, schedule = world(rng)
        for name, way in WAYS.items():
            found[name].append(compared(cells, schedule, way, rng))
    wrong = {}
    for name, rows in found.items():
        effect, p, before = (np.array(column) for column in zip(*rows, strict=True))
        wrong[name] = float(np.mean(p <= 0.05))
        told = f"{name}: effect {effect.mean():+.3f}, rejects {100 * wrong[name]:.1f} %"
        sys.stderr.write(f"\n{told}, a placebo date shows it {100 * np.mean(before <= 0.05):.1f} %\n")
    assert wrong["all other areas"] > 0.5
    assert wrong["matched on level and last"] < 0.1
