"""Group-time effects with covariates: published figures, the plain ones where covariates say nothing, and refusals."""

from __future__ import annotations

import numpy as np
import pytest

from landsby.evaluation.designs.schedules import Schedule
from landsby.evaluation.estimates.aggregation import aggregate
from landsby.evaluation.estimates.doubly_robust import doubly_robust
from landsby.evaluation.estimates.group_time import group_time
from landsby.evaluation.problems import Refused
from landsby.evaluation.tests.in_memory import cells_of_rows
from landsby.evaluation.tests.panels import panel
from landsby.evaluation.tests.published import column, table


@pytest.mark.realdata
def test_counties_give_the_published_effects(realdata):
    """Sant'Anna & Zhao's estimator with the log of population, as R's `did` has it on its own data."""
    rows = table(realdata, "mpdta.csv")
    keys = {"area": [row["countyreal"] for row in rows], "period": [int(row["year"]) for row in rows]}
    cells = cells_of_rows({"lemp": 10**14, "lpop": 10**14}, keys, [column(rows, "lemp"), column(rows, "lpop")])
    schedule = Schedule.of({row["countyreal"]: int(row["first.treat"]) or None for row in rows})
    found = doubly_robust(cells, schedule)
    simple = aggregate(found)
    assert (round(simple.overall, 4), round(simple.overall_se, 4)) == (-0.0418, 0.0115)
    of = {(g, t): (att, se) for g, t, att, se in zip(found.group, found.period, found.att, found.se, strict=True)}
    assert np.round(of[2004, 2006], 4).tolist() == [-0.1404, 0.0354]
    assert np.round(of[2007, 2007], 4).tolist() == [-0.0288, 0.0162]


def test_a_covariate_that_says_nothing_changes_nothing():
    p = panel(3, G=20, per_cell=1, unbalanced=False)
    keys = {"area": p.area, "period": p.period}
    cells = cells_of_rows({"y": 1000, "x": 1}, keys, [p.y, np.ones(len(p.y))])
    plain, found = group_time(cells.only("y"), p.schedule), doubly_robust(cells, p.schedule)
    np.testing.assert_allclose(found.att, plain.att, atol=1e-12)
    np.testing.assert_allclose(found.se, plain.se, rtol=1e-9)


def test_areas_that_grow_by_what_they_are_are_compared_with_such_as_they_are():
    draw = np.random.default_rng(1)
    G = 400
    x = np.round(draw.normal(size=G), 2)
    treated = draw.random(G) < 1 / (1 + np.exp(1 - x))
    names = np.array([f"{g:03d}" for g in range(G)])
    area, year = np.repeat(names, 2), np.tile([2019, 2020], G)
    g = area.astype(int)
    y = np.round((year == 2020) * (x[g] + 0.5 * treated[g]) + draw.normal(0, 0.3, 2 * G), 3)
    cells = cells_of_rows({"y": 1000, "x": 100}, {"area": area, "period": year}, [y, x[g]])
    schedule = Schedule.of({name: 2020 if on else None for name, on in zip(names.tolist(), treated, strict=True)})
    found = doubly_robust(cells, schedule)
    assert group_time(cells.only("y"), schedule).att[0] > 1
    assert abs(found.att[0] - 0.5) < 3 * found.se[0] < 0.2


def test_without_covariates_or_with_such_as_tell_all_it_is_refused():
    p = panel(1, per_cell=1, unbalanced=False)
    with pytest.raises(Refused, match="the design has none"):
        doubly_robust(p.cells.only("y"), p.schedule)
    keys = {"area": p.area, "period": p.period}
    told = cells_of_rows({"y": 1000, "x": 1}, keys, [p.y, (p.first < 99).astype(float)])
    with pytest.raises(Refused, match="all others"):
        doubly_robust(told, p.schedule)
