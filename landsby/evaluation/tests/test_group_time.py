"""Group-time effects, Sun-Abraham and imputation: naive twins on rows, and the published answers for 500 counties."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from landsby.evaluation.designs.schedules import NEVER, Schedule
from landsby.evaluation.estimates.aggregation import aggregate
from landsby.evaluation.estimates.group_time import group_time
from landsby.evaluation.estimates.imputation import imputation
from landsby.evaluation.estimates.sun_abraham import sun_abraham
from landsby.evaluation.estimates.two_way import static
from landsby.evaluation.problems import Refused
from landsby.evaluation.tests.panels import dummies, held_against, naive_fit, panel
from landsby.evaluation.tests.published import counties

SEEDS = st.integers(0, 10**6)
FEW = settings(max_examples=10)


def two_periods(p, first, at, compared):
    """The fit to the rows of two periods, with an effect for each area: the treatment's column less the rest, and u."""
    g, t, base = at
    rows = ((first == g) | compared) & np.isin(p.period, (t, base))
    now = (p.period[rows] == t).astype(float)
    d, fixed = now * (first[rows] == g), np.column_stack([dummies(p.area[rows]), now])
    left = d - fixed @ np.linalg.lstsq(fixed, d, rcond=None)[0]
    both = np.column_stack([d, fixed])
    b = np.linalg.lstsq(both, p.y[rows], rcond=None)[0]
    return rows, left / np.sum(left**2), p.y[rows] - both @ b, b[0]


@FEW
@given(SEEDS, st.sampled_from(["never", "not_yet"]), st.sampled_from(["varying", "universal"]))
def test_effects_are_fits_to_two_periods_with_an_effect_for_each_area(seed, control, base):
    """Rows that come and go move nothing by themselves: every area is held against itself."""
    p = panel(seed, gaps=0.1)
    kept = p.first_with_base
    effects = group_time(p.cells, held_against(p.schedule, control), base=base)
    for g, t, att in zip(effects.group, effects.period, effects.att, strict=True):
        against = g - 1 if t >= g or base == "universal" else t - 1
        compared = kept == NEVER if control == "never" else (kept > max(t, against)) & (kept != g)
        assert att == pytest.approx(two_periods(p, kept, (g, t, against), compared)[3], abs=1e-10)


@FEW
@given(SEEDS)
def test_the_error_of_one_effect_is_that_of_its_fit_by_cluster(seed):
    p = panel(seed, clusters=7)
    effects = group_time(p.cells, p.schedule)
    k = int(np.flatnonzero((effects.group == 4) & (effects.period == 4))[0])
    rows, weight, u, _ = two_periods(p, p.first, (4, 4, 3), p.first == NEVER)
    score = [np.sum((weight * u)[p.cluster[rows] == c]) for c in range(7)]
    assert effects.se[k] == pytest.approx(np.sqrt(np.sum(np.square(score))), rel=1e-9)


@FEW
@given(SEEDS)
def test_the_influence_on_every_aggregate_is_its_derivative_in_the_clusters(seed):
    """More rows of one cluster move an aggregate as its influence says: a check of every weight at once."""
    p = panel(seed, starts=(2, 3, 3, 4))
    kinds = ("simple", "dynamic", "group", "calendar")
    whole = {kind: aggregate(group_time(p.cells, p.schedule), kind) for kind in kinds}
    step = 10_000
    names = np.array(p.schedule.area)[[1, 6]]
    for name in names:
        times = np.where(p.cells.area == name, step + 1, step)
        one = type(p.cells)(
            p.cells.variables,
            p.cells.scale,
            p.cells.area,
            p.cells.period,
            p.cells.cohort,
            p.cells.stratum,
            p.cells.n * times,
            p.cells.sums * times[:, None],
            p.cells.products * times[:, None],
        )
        c = int(np.flatnonzero(p.schedule.area == name)[0])
        for kind, before in whole.items():
            after = aggregate(group_time(one, p.schedule), kind)
            assert (after.overall - before.overall) * step == pytest.approx(before.overall_psi[c], rel=0.01, abs=2e-4)


@FEW
@given(SEEDS)
def test_sun_abraham_is_the_saturated_fit_on_rows(seed):
    p = panel(seed)
    fitted = sun_abraham(p.cells.only("y"), p.schedule)
    since = p.period - p.first
    cohorts = [(g, e) for g in (3, 4, 5) for e in range(-5, 4) if e != -1 and ((p.first == g) & (since == e)).any()]
    columns = [((p.first == g) & (since == e)).astype(float) for g, e in cohorts]
    b = naive_fit(p, *columns)[0]
    rows = np.array([column.sum() for column in columns])
    after = np.array([e >= 0 for _, e in cohorts])
    assert fitted.effect()[0] == pytest.approx(np.sum(b[after] * rows[after]) / rows[after].sum(), rel=1e-8)
    here = np.array([e == 1 for _, e in cohorts])
    assert fitted.effect(1)[0] == pytest.approx(np.sum(b[here] * rows[here]) / rows[here].sum(), rel=1e-8)


@FEW
@given(SEEDS)
def test_imputation_is_a_fit_to_the_untreated_and_a_comparison_with_the_treated(seed):
    p = panel(seed)
    on = p.treated > 0
    X = np.column_stack([dummies(p.area), dummies(p.period)[:, 1:]])
    b = np.linalg.lstsq(X[~on], p.y[~on], rcond=None)[0]
    found = imputation(p.cells, p.schedule)
    assert found.estimate == pytest.approx(np.mean((p.y - X @ b)[on]), rel=1e-8)
    v = np.where(on, 1 / on.sum(), 0.0)
    v[~on] = -X[~on] @ np.linalg.pinv(X[~on].T @ X[~on]) @ X[on].sum(axis=0) / on.sum()
    residual = p.y - X @ b
    for g in (3, 4, 5):
        for t in range(6):
            mine = on & (p.first == g) & (p.period == t)
            if mine.any():
                per = {a: (p.area == a) & mine for a in np.unique(p.area[mine])}
                square = {a: v[rows].sum() ** 2 for a, rows in per.items()}
                mean = sum(square[a] * residual[rows].mean() for a, rows in per.items()) / sum(square.values())
                residual[mine] -= mean
    score = [np.sum((v * residual)[p.cluster == c]) for c in np.unique(p.cluster)]
    assert found.se == pytest.approx(np.sqrt(np.sum(np.square(score))), rel=1e-8)


def test_with_one_start_all_estimators_agree_on_balanced_cells():
    p = panel(2, starts=(3, 3, 3), unbalanced=False)
    cells = p.cells.only("y")
    effects = group_time(cells, p.schedule, base="universal")
    after = effects.period >= 3
    did = float(effects.att[after].mean())
    before = np.append(effects.att[~after], 0.0).mean()
    assert static(cells, p.schedule).beta[0] == pytest.approx(did - before)
    assert imputation(cells, p.schedule).estimate == pytest.approx(did - before)
    assert sun_abraham(cells, p.schedule).effect()[0] == pytest.approx(did)


def test_nobody_left_to_compare_with_is_refused():
    p = panel(1)
    everyone = Schedule(p.schedule.area, np.full_like(p.schedule.first, 3), p.schedule.cluster)
    for refused in (group_time, sun_abraham, imputation):
        with pytest.raises(Refused):
            refused(p.cells, everyone)


@pytest.mark.realdata
@pytest.mark.parametrize(
    ("kind", "att", "se"),
    [
        ("simple", -0.0400, 0.0120),
        ("dynamic", -0.0772, 0.0200),
        ("group", -0.0310, 0.0124),
        ("calendar", -0.0417, 0.0160),
    ],
)
def test_counties_give_the_published_aggregates(realdata, kind, att, se):
    """R package `did`, vignette on multiple periods."""
    found = aggregate(group_time(*counties(realdata)), kind)
    assert (round(found.overall, 4), round(found.overall_se, 4)) == (att, se)


@pytest.mark.realdata
def test_counties_give_the_published_effects_of_the_other_estimators(realdata):
    """did: ATT(2004, t) and its errors; fixest: static and sunab; imputation, which is also two-stage."""
    cells, schedule = counties(realdata)
    effects = group_time(cells, schedule)
    first = effects.group == 2004
    np.testing.assert_allclose(effects.att[first], [-0.0105, -0.0704, -0.1373, -0.1008], atol=5e-5)
    np.testing.assert_allclose(effects.se[first], [0.0233, 0.0310, 0.0364, 0.0344], atol=5e-5)
    assert static(cells, schedule).beta[0] == pytest.approx(-0.0365, abs=5e-5)
    effect, se = sun_abraham(cells, schedule).effect()
    assert (round(effect, 4), round(se, 4)) == (-0.0400, 0.0118)
    assert imputation(cells, schedule).estimate == pytest.approx(-0.04771, abs=5e-6)
