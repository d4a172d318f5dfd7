"""Other people's estimators, on the rows themselves, agree with ours on cells (`make oracles`)."""

from __future__ import annotations

import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from landsby.evaluation.aggregation import aggregate
from landsby.evaluation.clustered import cr1, cr3
from landsby.evaluation.group_time import group_time
from landsby.evaluation.imputation import imputation
from landsby.evaluation.sun_abraham import sun_abraham
from landsby.evaluation.tests.panels import panel
from landsby.evaluation.two_way import event_study, static
from landsby.evaluation.wild import wild_test

# Their warnings are about their own dependencies and older habits.
pytestmark = [pytest.mark.oracle, pytest.mark.filterwarnings("ignore")]
SEEDS = st.integers(0, 10**6)
FEW = settings(max_examples=4, deadline=None)


def package(name):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what they import
        return pytest.importorskip(name, reason="run `make oracles`")


def frame(p):
    pd = package("pandas")
    columns = {"area": p.area, "period": p.period, "y": p.y, "x": p.x, "cluster": p.cluster}
    first = np.where(p.first < 99, p.first, 0)
    return pd.DataFrame({**columns, "d": p.treated, "first": first, "unit": p.place})


@FEW
@given(SEEDS, st.sampled_from([None, 7]), st.sampled_from(["none", "full"]))
def test_pyfixest_agrees_on_static_fits_and_their_errors(seed, clusters, counted):
    """With the small-sample options that do not depend on the order of a set."""
    pf = package("pyfixest")
    p = panel(seed, clusters=clusters)
    theirs = pf.feols(
        "y ~ d + x | area + period",
        data=frame(p),
        vcov={"CRV1": "cluster"},
        ssc=pf.ssc(k_adj=True, k_fixef=counted, G_adj=True, G_df="min"),
        fixef_tol=1e-14,
    )
    ours = static(p.cells, p.schedule)
    np.testing.assert_allclose(ours.beta, theirs.coef()[["d", "x"]], rtol=1e-9)
    np.testing.assert_allclose(cr1(ours, counted).se, theirs.se()[["d", "x"]], rtol=1e-9)


@FEW
@given(SEEDS)
def test_pyfixest_agrees_on_event_studies(seed):
    pf = package("pyfixest")
    p = panel(seed)
    data = frame(p)
    since = np.clip(p.period - p.first, -3, 2)
    names = {-3: "m3", -2: "m2", 0: "z0", 1: "z1", 2: "z2"}
    for e, name in names.items():
        data[name] = ((since == e) & (p.first < 99)).astype(float)
    theirs = pf.feols(
        "y ~ m3 + m2 + z0 + z1 + z2 + x | area + period",
        data=data,
        vcov={"CRV1": "area"},
        ssc=pf.ssc(k_fixef="full"),
        fixef_tol=1e-14,
    )
    ours = event_study(p.cells, p.schedule, earliest=-3, latest=2)
    np.testing.assert_allclose(ours.beta[:5], theirs.coef()[list(names.values())], rtol=1e-8)
    np.testing.assert_allclose(cr1(ours, "full").se[:5], theirs.se()[list(names.values())], rtol=1e-8)


@FEW
@given(SEEDS)
def test_pyfixest_agrees_on_the_jackknife(seed):
    pf = package("pyfixest")
    p = panel(seed, clusters=7)
    X = "y ~ d + x + C(area) + C(period)"
    theirs = pf.feols(X, data=frame(p), vcov={"CRV3": "cluster"}, ssc=pf.ssc(k_adj=False, G_adj=True))
    ours = cr3(static(p.cells, p.schedule))
    # Theirs multiplies the jackknife's sum by C / (C - 1), ours by the textbook's (C - 1) / C.
    np.testing.assert_allclose(ours.se, theirs.se()[["d", "x"]] * 6 / 7, rtol=1e-7)


def balanced(seed):
    """One row for each area and period: what packages for panels of units take."""
    return panel(seed, G=24, per_cell=1, unbalanced=False, starts=(3, 3, 4, 4, 5))


@FEW
@given(SEEDS, st.sampled_from(["never", "not_yet"]))
def test_diff_diff_agrees_on_group_time_effects(seed, control):
    dd = package("diff_diff")
    p = balanced(seed)
    theirs = dd.CallawaySantAnna(
        control_group={"never": "never_treated", "not_yet": "not_yet_treated"}[control], n_bootstrap=0
    ).fit(frame(p), outcome="y", unit="unit", time="period", first_treat="first", aggregate="all")
    ours = group_time(p.cells, p.schedule, control=control)
    for g, t, att, se in zip(ours.group, ours.period, ours.att, ours.se, strict=True):
        if t >= g:
            assert att == pytest.approx(theirs.group_time_effects[(g, t)]["effect"], rel=1e-9, abs=1e-11)
            assert se == pytest.approx(theirs.group_time_effects[(g, t)]["se"], rel=1e-9)
    simple = aggregate(ours)
    assert simple.overall == pytest.approx(theirs.overall_att, rel=1e-9)
    assert simple.overall_se == pytest.approx(theirs.overall_se, rel=1e-9)


@FEW
@given(SEEDS)
def test_diff_diff_agrees_on_imputation_and_sun_abraham(seed):
    dd = package("diff_diff")
    p = balanced(seed)
    columns = {"outcome": "y", "unit": "unit", "time": "period", "first_treat": "first"}
    imputed = dd.ImputationDiD().fit(frame(p), **columns)
    ours = imputation(p.cells, p.schedule)
    assert ours.estimate == pytest.approx(imputed.overall_att, rel=1e-8)
    assert ours.se == pytest.approx(imputed.overall_se, rel=1e-8)
    weighted = dd.SunAbraham().fit(frame(p), **columns)
    assert sun_abraham(p.cells.only("y"), p.schedule).effect()[0] == pytest.approx(weighted.overall_att, rel=1e-8)


@settings(max_examples=2, deadline=None)
@given(SEEDS)
def test_wildboottest_agrees_on_every_enumerated_draw(seed):
    module = package("wildboottest.wildboottest")
    from landsby.evaluation.tests.panels import dummies

    p = panel(seed, clusters=7)
    X = np.column_stack([p.treated, p.x, dummies(p.area), dummies(p.period)[:, 1:]])
    R = np.zeros(X.shape[1])
    R[0] = 1
    theirs = module.WildboottestCL(X=X, Y=p.y, cluster=p.cluster, R=R, B=9999, seed=1)
    theirs.get_scores(bootstrap_type="11", impose_null=True)
    theirs.get_weights(weights_type="rademacher")
    theirs.get_numer()
    theirs.get_denom()
    theirs.get_tboot()
    theirs.get_vcov()
    theirs.get_tstat()
    theirs.get_pvalue(pval_type="two-tailed")
    ours = wild_test(static(p.cells, p.schedule), "treated", np.random.default_rng(0), ties="excluded")
    assert ours.p == pytest.approx(float(np.squeeze(theirs.pvalue)), abs=2 / 128 + 1e-9)
