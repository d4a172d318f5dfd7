"""Group-time effects, imputation and synthetic comparisons: others on the rows agree with ours on cells."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from landsby.evaluation.designs.schedules import NEVER
from landsby.evaluation.estimates.aggregation import aggregate
from landsby.evaluation.estimates.doubly_robust import Sample, doubly_robust
from landsby.evaluation.estimates.group_time import group_time
from landsby.evaluation.estimates.imputation import imputation
from landsby.evaluation.estimates.sun_abraham import sun_abraham
from landsby.evaluation.synthetic.control import synthetic_control
from landsby.evaluation.synthetic.differences import synthetic_difference
from landsby.evaluation.synthetic.paths import paths_of
from landsby.evaluation.tests.panels import held_against, panel
from landsby.evaluation.tests.peers import CLUSTERS, FEW, GAPS, SEEDS, agree, frame, package, unless_refused

# Their warnings are about their own dependencies and older habits.
pytestmark = [pytest.mark.oracle, pytest.mark.filterwarnings("ignore")]
CONTROLS = {"never": "never_treated", "not_yet": "not_yet_treated"}
UNIT = {"outcome": "y", "unit": "unit", "time": "period", "first_treat": "first"}
STARTS = (3, 3, 4, 4, 5)


def agree_on_aggregates(ours, theirs, factor=1.0):
    """The one figure, the path and the groups of diff-diff; its errors have another small-sample factor."""
    simple, path, groups = (aggregate(ours, kind) for kind in ("simple", "dynamic", "group"))
    agree([simple.overall, simple.overall_se * factor], [theirs.overall_att, theirs.overall_se])
    by_time = theirs.aggregate("event_study").to_dataframe().query("not is_reference")
    assert [f"e{time}" for time in by_time.event_time] == list(path.terms)
    agree(np.stack([path.att, path.se * factor]), by_time[["att", "se"]].to_numpy().T)
    by_group = theirs.aggregate("group").to_dataframe()
    assert [f"g{g}" for g in by_group.label] == list(groups.terms)
    agree(np.stack([groups.att, groups.se * factor]), by_group[["att", "se"]].to_numpy(dtype=float).T)


@FEW
@given(SEEDS, CLUSTERS, st.sampled_from(["never", "not_yet"]), st.sampled_from(["varying", "universal"]))
def test_diff_diff_agrees_on_group_time_effects_of_rows(seed, clusters, control, base):
    """Unequal areas, each with as many rows every year. It widens clustered errors by C / (C - 1), as `did` does not.

    Where areas gain or lose rows it lets their levels pass for change, as `did` does with repeated cross-sections; ours
    holds each area against itself, as the fit to the rows of two periods with an effect for each area does.
    """
    dd = package("diff_diff")
    p = panel(seed, G=24, clusters=clusters, steady=True, starts=STARTS)
    model = dd.CallawaySantAnna(panel=False, cluster="cluster", control_group=CONTROLS[control], base_period=base)
    theirs = model.fit(frame(p), **UNIT | {"unit": "row"})
    ours = group_time(p.cells, held_against(p.schedule, control), base=base)
    C = len(p.schedule.clusters)
    factor = np.sqrt(C / (C - 1))
    for g, t, att, se in zip(ours.group, ours.period, ours.att, ours.se, strict=True):
        found = theirs.group_time_effects[(g, t)]
        agree([att, se * factor], [found["effect"], found["se"]])
    agree_on_aggregates(ours, theirs, factor)


@FEW
@given(SEEDS, st.sampled_from(["never", "not_yet"]))
def test_diff_diff_agrees_on_group_time_effects_of_a_panel(seed, control):
    """One row for each area and period: there the errors are those of R's `did`, without a factor."""
    dd = package("diff_diff")
    p = panel(seed, G=24, per_cell=1, unbalanced=False, starts=STARTS)
    theirs = dd.CallawaySantAnna(control_group=CONTROLS[control]).fit(frame(p), **UNIT)
    agree_on_aggregates(group_time(p.cells, held_against(p.schedule, control)), theirs)


def csdid(p, formula, control="nevertreated"):
    """csdid takes periods from 1 on: 0 is for the never treated."""
    data = frame(p)
    data["period"] += 1
    data["first"] += data["first"] > 0
    module = package("csdid.att_gt")
    model = module.ATTgt(
        yname="y", gname="first", idname="unit", tname="period", xformla=formula, data=data, control_group=[control]
    )
    return model.fit(est_method="dr", bstrap=False)


@FEW
@given(SEEDS, st.sampled_from(["never", "not_yet"]))
def test_csdid_agrees_on_every_way_of_summing_up(seed, control):
    """Among them the one by calendar period, which diff-diff has not."""
    p = panel(seed, G=24, per_cell=1, unbalanced=False, starts=STARTS)
    theirs = csdid(p, "y~1", {"never": "nevertreated", "not_yet": "notyettreated"}[control])
    ours = group_time(p.cells, held_against(p.schedule, control))
    agree(ours.att, theirs.results["att"])
    agree(ours.se, theirs.results["se"])
    for kind in ("simple", "dynamic", "group", "calendar"):
        summed, one = theirs.aggte(kind, bstrap=False, cband=False).atte, aggregate(ours, kind)
        agree([one.overall, one.overall_se], [summed["overall_att"], np.ravel(summed["overall_se"])[0]])


@FEW
@given(SEEDS)
def test_csdid_agrees_on_doubly_robust_effects(seed):
    """To nine digits of the outcome's size, 1: its logit ends when a step is below 1e-8."""
    p = panel(seed, G=60, per_cell=1, unbalanced=False, starts=(3,) * 8 + (4,) * 8 + (5,) * 6)
    theirs, ours = csdid(p, "y~x"), doubly_robust(p.cells, p.schedule)
    agree(ours.att, theirs.results["att"], size=1.0)
    agree(ours.se, theirs.results["se"], size=1.0)


@FEW
@given(SEEDS)
def test_diff_diff_leaves_the_weights_of_a_doubly_robust_effect_as_they_are(seed):
    """Ours, R's `did` and csdid let the weights of comparison areas sum to 1 (Sant'Anna & Zhao 2020, eq. 2.6).

    diff-diff divides by the number of treated instead, to which the weights of a logit sum only in expectation. With
    its division and without its trimming the figures are the same; they were seen to differ by a sixth.
    """
    dd = package("diff_diff")
    p = panel(seed, G=60, per_cell=1, unbalanced=False, starts=(3,) * 8 + (4,) * 8 + (5,) * 6)
    theirs = dd.CallawaySantAnna(pscore_trim=1e-9).fit(frame(p), **UNIT, covariates=["x"])
    first = p.schedule.first
    y, x = (values.reshape(60, 6) for values in (p.y, p.x))
    for (g, t), found in theirs.group_time_effects.items():
        kept, base = (first == g) | (first == NEVER), min(g, t) - 1
        X, D = np.column_stack([np.ones(kept.sum()), x[kept, base]]), (first[kept] == g).astype(float)
        change = y[kept, t] - y[kept, base]
        chance, _ = Sample(change, D, X, np.ones(len(D)))._chances(np.ones(len(D)))
        left = change - X @ np.linalg.lstsq(X[D == 0], change[D == 0], rcond=None)[0]
        weight = np.where(D == 1, 1.0, -chance / (1 - chance))
        agree(np.sum(weight * left) / D.sum(), found["effect"], size=1.0)


@FEW
@given(SEEDS, CLUSTERS, GAPS)
def test_diff_diff_agrees_on_imputation(seed, clusters, gaps):
    dd = package("diff_diff")
    p = panel(seed, G=24, starts=STARTS, clusters=clusters, gaps=gaps)
    theirs = dd.ImputationDiD(cluster="cluster").fit(frame(p), **UNIT)
    ours = imputation(p.cells, p.schedule)
    agree([ours.estimate, ours.se], [theirs.overall_att, theirs.overall_se], size=1.0)


@FEW
@given(SEEDS, CLUSTERS, GAPS)
def test_diff_diff_agrees_on_sun_and_abraham(seed, clusters, gaps):
    """It takes area and period means away in turn until a step is below 1e-8; here it has to go on further."""
    dd = package("diff_diff")
    p = panel(seed, G=24, starts=STARTS, clusters=clusters, gaps=gaps)
    module = package("diff_diff.sun_abraham")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_within_transform_util", partial(module._within_transform_util, tol=1e-14))
        theirs = dd.SunAbraham(cluster="cluster").fit(frame(p), **UNIT)
    ours = unless_refused(sun_abraham, p.cells.only("y"), p.schedule)
    agree(ours.effect(), [theirs.overall_att, theirs.overall_se])


SERIES = {"outcome": "y", "unit": "area", "time": "period", "post_periods": [5, 6, 7]}


def one_treated(seed):
    p = panel(seed, G=9, T=8, per_cell=1, unbalanced=False, starts=(5,))
    (paths,) = paths_of(p.cells, p.schedule)
    return paths, frame(p, ever=(p.first < NEVER).astype(int))


@FEW
@given(SEEDS)
def test_diff_diff_agrees_on_the_synthetic_control(seed):
    """Its outer weights are set to 1, under which its inner problem is ours, and both are solved exactly."""
    dd = package("diff_diff")
    paths, data = one_treated(seed)
    theirs = dd.SyntheticControl(v_method="custom", custom_v=np.ones(5), standardize="none").fit(
        data, treatment="d", **SERIES
    )
    ours = synthetic_control(paths)
    # Where the path is met exactly, many weights are best, and each package may take its own.
    assume(np.abs(paths.y1[: paths.T0] - ours.weights @ paths.Y0[:, : paths.T0]).max() > 1e-6)
    agree(ours.effect, theirs.att)
    agree([w for w in ours.weights if w], [w for w in map(theirs.donor_weights.get, paths.donors) if w])


@FEW
@given(SEEDS)
def test_diff_diff_agrees_on_synthetic_differences_but_for_weights_that_stop_early(seed):
    """Its weights are those of a descent that ends early. With them the figure is ours; ours are never worse."""
    dd = package("diff_diff")
    paths, data = one_treated(seed)
    theirs = dd.SyntheticDiD(variance_method="placebo", n_bootstrap=2, seed=1).fit(data, treatment="ever", **SERIES)
    ours = synthetic_difference(paths)
    omega = np.array([theirs.unit_weights.get(donor, 0.0) for donor in paths.donors])
    lambda_ = np.array([theirs.time_weights.get(t, 0.0) for t in paths.periods[:5]])
    contrast = np.append(-lambda_, [1 / 3] * 3)
    agree(contrast @ paths.y1 - omega @ paths.Y0 @ contrast, theirs.att)
    Y, y = paths.Y0[:, :5].T, paths.y1[:5]

    def objective(w):
        return np.sum((Y @ w - y - np.mean(Y @ w - y)) ** 2) + theirs.zeta_omega**2 * 5 * np.sum(w**2)

    assert objective(ours.omega) <= objective(omega) <= objective(ours.omega) * 1.001
    assert np.abs(ours.omega - omega).max() < 0.01
