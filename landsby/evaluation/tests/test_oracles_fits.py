"""Least squares, its errors and the wild bootstrap: others on the rows agree with ours on cells (`make oracles`)."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from landsby.evaluation.estimates.clustered import cr1, cr2, cr3
from landsby.evaluation.estimates.sun_abraham import sun_abraham
from landsby.evaluation.estimates.two_way import event_study, static
from landsby.evaluation.inference.wild import _Kernels, _p_of, drawn_weights, wild_test
from landsby.evaluation.series.interrupted import interrupted
from landsby.evaluation.series.own import RHO, Cut, OwnSeries
from landsby.evaluation.tests.panels import dummies, panel
from landsby.evaluation.tests.peers import CLUSTERS, FEW, GAPS, SEEDS, agree, frame, package, unless_refused

# Their warnings are about their own dependencies and older habits.
pytestmark = [pytest.mark.oracle, pytest.mark.filterwarnings("ignore")]
COUNTED = st.sampled_from(["none", "full"])
"""Small-sample options of pyfixest that do not depend on the order of a set, as its default "nested" does (0.60)."""


def feols(formula, data, cluster, counted, **more):
    pf = package("pyfixest")
    ssc = pf.ssc(k_adj=True, k_fixef=counted, G_adj=True, G_df="min")
    return pf.feols(formula, data=data, vcov={"CRV1": cluster}, ssc=ssc, fixef_tol=1e-14, **more)


@FEW
@given(SEEDS, CLUSTERS, COUNTED, GAPS)
def test_pyfixest_agrees_on_static_fits_and_their_errors(seed, clusters, counted, gaps):
    p = panel(seed, clusters=clusters, gaps=gaps)
    theirs = feols("y ~ d + x | area + period", frame(p), "cluster", counted)
    ours = static(p.cells, p.schedule)
    agree(ours.beta, theirs.coef()[["d", "x"]])
    agree(cr1(ours, counted).se, theirs.se()[["d", "x"]])


@FEW
@given(SEEDS, CLUSTERS, GAPS)
def test_pyfixest_agrees_on_means_weighted_by_their_counts(seed, clusters, gaps):
    """Cells without a covariate are means with counts; as frequency weights they stand for the rows there, too."""
    p = panel(seed, clusters=clusters, gaps=gaps)
    cells = p.cells.only("y")
    pd = package("pandas")
    place = np.searchsorted(p.schedule.area, cells.area)
    data = pd.DataFrame({"y": cells.means()[:, 0], "n": cells.n, "area": cells.area, "period": cells.period})
    data["d"] = (cells.period >= p.schedule.first[place]).astype(float)
    data["cluster"] = p.schedule.cluster_index[place]
    theirs = feols("y ~ d | area + period", data, "cluster", "full", weights="n", weights_type="fweights")
    ours = static(cells, p.schedule)
    agree(ours.beta, theirs.coef())
    agree(cr1(ours, "full").se, theirs.se())


@FEW
@given(SEEDS, CLUSTERS, GAPS)
def test_pyfixest_agrees_on_event_studies(seed, clusters, gaps):
    p = panel(seed, clusters=clusters, gaps=gaps)
    since = np.clip(p.period - p.first, -3, 2)
    names = {-3: "m3", -2: "m2", 0: "z0", 1: "z1", 2: "z2"}
    assume(((since == -1) & (p.first < 99)).any())
    there = {name: (since == e) & (p.first < 99) for e, name in names.items()}
    columns = {name: rows.astype(float) for name, rows in there.items() if rows.any()}
    formula = f"y ~ {' + '.join(columns)} + x | area + period"
    theirs = feols(formula, frame(p, **columns), "cluster", "full")
    ours = unless_refused(event_study, p.cells, p.schedule, earliest=-3, latest=2)
    agree(ours.beta, theirs.coef()[[*columns, "x"]])
    agree(cr1(ours, "full").se, theirs.se()[[*columns, "x"]])


@FEW
@given(SEEDS, GAPS, st.booleans())
def test_pyfixest_agrees_on_sun_and_abraham(seed, gaps, covariate):
    """Its saturated fit on rows; the sums over it are taken by the rows of each group and time, as in their paper."""
    p = panel(seed, gaps=gaps)
    since = p.period - p.first
    both = [(g, e) for g in (3, 4, 5) for e in range(-5, 4) if e != -1 and ((p.first == g) & (since == e)).any()]
    columns = {f"c{k}": ((p.first == g) & (since == e)).astype(float) for k, (g, e) in enumerate(both)}
    formula = f"y ~ {' + '.join(columns)}{' + x' if covariate else ''} | area + period"
    theirs = feols(formula, frame(p, **columns), "area", "full")
    ours = unless_refused(sun_abraham, p.cells if covariate else p.cells.only("y"), p.schedule)
    b, V = theirs.coef().to_numpy()[: len(both)], theirs._vcov[: len(both), : len(both)]
    rows = np.array([column.sum() for column in columns.values()])
    for times in ((), (0,), (1,), (-2,)):
        mine = np.array([e in times if times else e >= 0 for _, e in both])
        weight = np.where(mine, rows, 0.0) / rows[mine].sum()
        agree(ours.effect(*times, counted="full"), [weight @ b, np.sqrt(weight @ V @ weight)])


@FEW
@given(SEEDS, GAPS)
def test_pyfixest_agrees_on_the_jackknife(seed, gaps):
    """Theirs multiplies the jackknife's sum by C / (C - 1), ours by the textbook's (C - 1) / C."""
    pf = package("pyfixest")
    p = panel(seed, clusters=7, gaps=gaps)
    X = "y ~ d + x + C(area) + C(period)"
    theirs = pf.feols(X, data=frame(p), vcov={"CRV3": "cluster"}, ssc=pf.ssc(k_adj=False, G_adj=True))
    agree(cr3(static(p.cells, p.schedule)).se, theirs.se()[["d", "x"]] * 6 / 7)


@FEW
@given(SEEDS, CLUSTERS, GAPS)
def test_diff_diff_agrees_on_the_bias_reduced_sandwich(seed, clusters, gaps):
    """Bell and McCaffrey's errors and their degrees of freedom, with a dummy for every area and period."""
    linalg = package("diff_diff.linalg")
    p = panel(seed, clusters=clusters, gaps=gaps)
    X = np.column_stack([p.treated, p.x, dummies(p.area), dummies(p.period)[:, 1:]])
    u = p.y - X @ np.linalg.lstsq(X, p.y, rcond=None)[0]
    V, df = linalg.compute_robust_vcov(X, u, cluster_ids=p.cluster, vcov_type="hc2_bm", return_dof=True)
    ours = cr2(static(p.cells, p.schedule))
    agree(ours.se, np.sqrt(np.diagonal(V)[:2]))
    agree(ours.df, df[:2])


def their_bootstrap(p, weights, *, impose_null=True):
    """wildboottest on the rows with a dummy for every area and period: its object after every step."""
    module = package("wildboottest.wildboottest")
    X = np.column_stack([p.treated, p.x, dummies(p.area), dummies(p.period)[:, 1:]])
    R = np.zeros(X.shape[1])
    R[0] = 1
    theirs = module.WildboottestCL(X=X, Y=p.y, cluster=p.cluster, R=R, B=999, seed=1, parallel=False)
    theirs.get_scores(bootstrap_type="11", impose_null=impose_null)
    theirs.get_weights(weights_type=weights)
    for step in ("numer", "denom", "tboot", "vcov", "tstat"):
        getattr(theirs, f"get_{step}")()
    return theirs


@settings(max_examples=3)
@given(SEEDS, GAPS, st.sampled_from(["WCR", "WCU"]))
def test_wildboottest_agrees_on_every_enumerated_draw(seed, gaps, kind):
    """Draws that mirror the sample have its t to the last bit but one, and its strict comparison counts them by chance.

    So the t of the draws are compared, and the p-value by either rule for ties, which its own lies between.
    """
    p = panel(seed, clusters=7, gaps=gaps)
    theirs = their_bootstrap(p, "rademacher", impose_null=kind == "WCR")
    fitted = static(p.cells, p.schedule)
    drawn, actual = np.abs(np.ravel(theirs.t_boot)), abs(float(np.squeeze(theirs.t_stat)))
    agree(abs(fitted.beta[0]) / cr1(fitted, "full").se[0], actual)
    excluded, counted = (wild_test(fitted, "treated", None, kind=kind, ties=ties).p for ties in ("excluded", "counted"))
    assert excluded == np.mean(drawn > actual * (1 + 1e-9))
    assert counted == np.mean(drawn >= actual * (1 - 1e-9))


@settings(max_examples=3)
@given(SEEDS, GAPS)
def test_wildboottest_agrees_on_the_same_draws_of_webbs_weights(seed, gaps):
    p = panel(seed, clusters=9, gaps=gaps)
    theirs = their_bootstrap(p, "webb")
    fitted = static(p.cells, p.schedule)
    kernels = _Kernels.of(fitted, int(fitted.at[fitted.term("treated")]), "WCR")
    v = np.asarray(theirs.v).T
    drawn, actual = np.abs(np.ravel(theirs.t_boot)), abs(float(np.squeeze(theirs.t_stat)))
    assert set(np.round(np.unique(v), 9)) == set(
        np.round(np.unique(drawn_weights(np.random.default_rng(0), "webb", 99, 9)), 9)
    )
    assert _p_of(kernels, v, "excluded")(0.0) == np.mean(drawn > actual * (1 + 1e-9))


@FEW
@given(SEEDS)
def test_statsmodels_agrees_on_counts_that_are_interrupted(seed):
    """Poisson with Pearson's dispersion."""
    sm = package("statsmodels.api")
    draw = np.random.default_rng(seed)
    time = np.arange(1, 31.0)
    X = np.column_stack([np.ones(30), time, time > 18])
    people = draw.integers(900, 1100, 30).astype(float)
    y = draw.poisson(people * np.exp(-3 + 0.01 * time - 0.2 * (time > 18))).astype(float)
    model = sm.GLM(y, X, family=sm.families.Poisson(), offset=np.log(people))
    theirs = model.fit(scale="X2", tol=1e-14, maxiter=100)
    ours = interrupted(y, 18, family="quasi_poisson", population=people)
    agree(ours.beta, theirs.params)
    agree(ours.se, theirs.bse)


@FEW
@given(SEEDS, st.sampled_from(RHO))
def test_statsmodels_agrees_on_a_series_under_noise_that_lasts(seed, rho):
    """Generalised least squares under AR(1): the jump, the change of slope, and the mean distance since the start."""
    sm = package("statsmodels.api")
    y = np.random.default_rng(seed).normal(size=15).cumsum()
    series = OwnSeries(np.arange(2000, 2015), np.array([2009]), np.array([1]), np.ones((1, 15)), y[None])
    since, after = series.since[0], (series.since[0] >= 0).astype(float)
    X = np.column_stack([np.ones(15), since, after, after * since])
    theirs = sm.GLS(y, X, rho ** np.abs(np.subtract.outer(np.arange(15), np.arange(15)))).fit()
    told = theirs.t_test([[0, 0, 1, 2.5], [0, 0, 1, 0], [0, 0, 0, 1]])
    ours, error = Cut.of(series, rho).told(series.y[None])
    agree(ours[0], told.effect)
    agree(error[0], told.sd)
