"""The noise of a design is learnt, and procedures are held to it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from scipy import stats

from landsby.evaluation.cells.rows import rows_of
from landsby.evaluation.designs.schedules import Schedule
from landsby.evaluation.estimates.aggregation import KINDS, aggregate
from landsby.evaluation.estimates.clustered import cr1, cr2, cr3, t_test
from landsby.evaluation.estimates.group_time import grid, group_time
from landsby.evaluation.estimates.two_way import static
from landsby.evaluation.inference import stand_ins, wild
from landsby.evaluation.inference.calibrated_procedures import Batch, procedures
from landsby.evaluation.inference.calibration import Calibrated, Setting, calibrate
from landsby.evaluation.inference.choice import carried, choose, verdict
from landsby.evaluation.inference.exchange import exchanges
from landsby.evaluation.inference.exchanged_fits import exchanged_fits
from landsby.evaluation.inference.exchanged_paths import Grid, exchanged_paths
from landsby.evaluation.inference.few_treated import borrowed_noise_test
from landsby.evaluation.inference.group_time_influence import Influence
from landsby.evaluation.inference.many_outcomes import Fixed
from landsby.evaluation.inference.noise import Noise, noise_of
from landsby.evaluation.inference.randomisation import reached
from landsby.evaluation.inference.statistics import STATISTICS, Asked
from landsby.evaluation.inference.wild import wild_test
from landsby.evaluation.power.patience import expected_rows
from landsby.evaluation.tests.in_memory import cells_of_rows
from landsby.evaluation.tests.panels import held_against, panel

RNG = np.random.default_rng


def design(G=40, clusters=20, treated=2):
    names = [f"a{g:02d}" for g in range(G)]
    of = {name: f"c{g % clusters:02d}" for g, name in enumerate(names)}
    return Schedule.of({name: 6 if g % clusters < treated else None for g, name in enumerate(names)}, of)


@pytest.mark.parametrize(("seed", "world"), [(3, {"clusters": 7, "starts": (3, 4)}), (5, {"starts": (3, 4, 4)})])
@pytest.mark.parametrize("held", ["y", "y x"], ids=["alone", "with a covariate"])
def test_what_is_made_once_for_many_outcomes_is_what_is_reported_for_one(seed, world, held):
    p = panel(seed, **world)
    cells, schedule = p.cells.only(*held.split()), p.schedule
    among = exchanges(schedule, RNG(1), draws=40, enumerate_up_to=1)
    rows, (_, y, periods) = rows_of(cells, schedule), grid(cells, schedule)
    fixed = Fixed.of(rows, schedule)
    batch = Batch(np.stack([y, 2 * y]), fixed.left(np.stack([rows.y, 2 * rows.y], axis=1)))
    found = {
        name: test(batch)
        for name, test in procedures(fixed, schedule, among, Noise(1.0, 1.0, 0.0, 0.0), RNG(7)).items()
    }
    fits = exchanged_fits(rows, schedule.cluster_index, among.first)
    paths = exchanged_paths(Grid(grid(cells, schedule)[0], y, periods), among.first)
    fitted, simple = static(cells, schedule), aggregate(group_time(cells, schedule))
    expected = {
        Asked("exchange_coefficient"): reached(np.abs(fits.beta)),
        Asked("exchange_studentised"): reached(np.abs(fits.studentised(0.0))),
        Asked("exchange_group_time"): reached(np.abs(paths.overall)),
        Asked("influence"): 2 * stats.norm.sf(abs(simple.overall) / simple.overall_se),
    }
    for name, V in (("cr1", cr1(fitted)), ("cr2", cr2(fitted)), ("cr3", cr3(fitted))):
        expected[Asked(name)] = t_test(float(fitted.beta[0]), float(V.se[0]), float(V.df[0]))[0]
    for asked, p_value in expected.items():
        np.testing.assert_allclose(found[asked], [p_value] * 2, rtol=1e-7, err_msg=asked.statistic)
    if "clusters" in world:
        kinds = ("WCR", "WCU")
        wild = [wild_test(fitted, "treated", RNG(0), kind=kind).p for kind in kinds]
        both = map(Asked, ("wild_bootstrap", "wild_unrestricted"))
        np.testing.assert_allclose([found[each][0] for each in both], wild)
    else:
        bare = cells.only("y")
        borrowed = borrowed_noise_test(bare, schedule, RNG(1)).p
        np.testing.assert_allclose(found[Asked("ferman_pinto")][0], borrowed, atol=0.08)


@pytest.mark.parametrize("whole", [0, 2**22], ids=["noise in parts", "noise as a whole"])
def test_what_cannot_be_rejected_any_more_is_not_asked_to_the_end(whole, monkeypatch):
    """Held against a level, whatever lies at or below it is told exactly, and the rest remains above it."""
    schedule, noise = design(), Noise(1.0, 0.2, 0.1, 0.3)
    among = exchanges(schedule, RNG(1), draws=9, enumerate_up_to=1)
    n = np.exp(RNG(5).normal(3, 0.6, (40, 1))) * np.ones((1, 10))
    rows = expected_rows(n, np.arange(10), schedule)
    fixed = Fixed.of(rows, schedule)
    Y = Setting(rows, schedule, among, noise).drawn(RNG(2), 30)
    batch = Batch(Y, fixed.left(Y[:, rows.area, rows.period].T))

    def asked(at):
        tests = procedures(fixed, schedule, among, noise, RNG(3), at=at)
        return [tests[Asked(each)](batch) for each in ("ferman_pinto", "conley_taber", "wild_bootstrap")]

    exact = np.array(asked(1.0))
    monkeypatch.setattr(stand_ins, "WHOLE", whole)
    monkeypatch.setattr(stand_ins, "HELD", 1)
    monkeypatch.setattr(wild, "TOGETHER", 1)
    for at in (0.05, 0.3):
        held = np.array(asked(at))
        np.testing.assert_array_equal(held[exact <= at], exact[exact <= at])
        assert (held[exact > at] > at).all()
        assert (held <= exact).all()
    assert (held < exact).any()


@pytest.mark.parametrize(("control", "anticipation"), [("never", 0), ("not_yet", 0), ("never", 1), ("not_yet", 1)])
def test_the_path_under_another_schedule_is_that_of_its_group_time_effects(control, anticipation):
    p = panel(3, T=8, starts=(4, 5, 5, 7))
    schedule = held_against(p.schedule, control, anticipation)
    cells = p.cells.only("y")
    among = exchanges(p.schedule, RNG(1), draws=3, enumerate_up_to=1)
    n, y, periods = grid(cells, p.schedule)
    paths = exchanged_paths(Grid(n, y, periods, schedule.against), among.first)
    for r, first in enumerate(among.first):
        effects = group_time(cells, replace(schedule, first=first), base="universal")
        dynamic = aggregate(effects, "dynamic")
        by_term = dict(zip(dynamic.terms, dynamic.att, strict=True))
        assert paths.overall[r] == pytest.approx(aggregate(effects).overall)
        np.testing.assert_allclose(paths.beta[r], [by_term[f"e{time}"] for time in paths.times], rtol=1e-9)
    assert -1 - anticipation not in paths.times
    np.testing.assert_allclose([*paths.slope[0, paths.times >= 0], paths.overall_slope[0]], 1.0)
    if control == "never":
        np.testing.assert_allclose(paths.slope[0], 1.0)


@pytest.mark.parametrize(("control", "anticipation"), [("never", 0), ("not_yet", 1)])
def test_every_term_of_many_outcomes_has_the_error_that_is_reported_for_one(control, anticipation):
    p = panel(3, T=8, starts=(4, 5, 5, 7), clusters=9)
    schedule, cells = held_against(p.schedule, control, anticipation), p.cells.only("y")
    n, y, periods = grid(cells, schedule)
    influence = Influence.of(n, periods, schedule, KINDS)
    effects = group_time(cells, schedule)
    summed = [aggregate(effects, kind) for kind in KINDS]
    expected = {term: told for each in summed for term, *told in zip(each.terms, each.att, each.se, strict=True)}
    one_by_one = zip(effects.group, effects.period, effects.att, effects.se, strict=True)
    expected |= {f"g{g} t{t}": told for g, t, *told in one_by_one}
    assert list(influence.terms) == list(expected)
    estimate, se = influence.both(np.stack([y, -3 * y]))
    np.testing.assert_allclose(np.stack([estimate[:, 0], se[:, 0]], axis=1), list(expected.values()), rtol=1e-9)
    np.testing.assert_allclose([estimate[:, 1], se[:, 1]], [-3 * estimate[:, 0], 3 * se[:, 0]], rtol=1e-9)


def test_a_calibration_run_is_of_the_estimate_that_holds_covariates_alike():
    """Children who differ along a covariate within cells are part of what is drawn."""
    p = panel(2, G=24, per_cell=8, starts=(3, 4, 4))
    among = exchanges(p.schedule, RNG(1), draws=99, enumerate_up_to=1)
    noise = Noise(1.0, 0.2, 0.0, 0.0)
    sizes = []
    for held in (("y", "x"), ("y",)):
        setting = Setting(rows_of(p.cells.only(*held), p.schedule), p.schedule, among, noise)
        found = calibrate(setting, RNG(3), draws=500, asked=("exchange_coefficient", "cr1"))
        sizes.append({each.statistic: each.size for each in found})
    assert all(0.02 < size["exchange_coefficient"] < 0.085 for size in sizes)
    assert sizes[0] != sizes[1]
    assert setting.scattered(RNG(1), 5).shape == (5, 0)


def test_noise_is_learnt_about_as_it_was():
    rng = RNG(1)
    schedule = design(G=300, clusters=60, treated=3)
    true = Noise(1.0, 0.3, 0.4, 0.5)
    n = np.full((300, 12), 4)
    means = true.draw(rng, n * 1e9, schedule.cluster_index, 1, np.arange(n.shape[1]))[0]
    g, t = (np.repeat(i.ravel(), 4) for i in np.indices((300, 12)))
    y = means[g, t] + rng.standard_normal(len(g))
    found = noise_of(cells_of_rows({"y": 1000}, {"area": schedule.area[g], "period": t}, [y]), schedule)
    assert found.child == pytest.approx(1.0, abs=0.02)
    assert found.area == pytest.approx(0.3, abs=0.06)
    assert found.cluster == pytest.approx(0.4, abs=0.08)
    assert found.rho == pytest.approx(0.5, abs=0.15)


def test_a_shock_fades_by_the_periods_that_pass_also_those_that_nobody_measured():
    worlds = Noise(0.0, 1.0, 0.0, 0.8).draw(
        RNG(3), np.ones((200, 3)), np.zeros(200, int), 50, np.array([2015, 2016, 2019])
    )
    correlation = np.corrcoef(worlds.reshape(-1, 3), rowvar=False)
    assert correlation[0, 1] == pytest.approx(0.8, abs=0.02)
    assert correlation[1, 2] == pytest.approx(0.8**3, abs=0.03)
    assert correlation[0, 2] == pytest.approx(0.8**4, abs=0.03)


def test_calibration_asks_the_procedures_that_are_reported():
    schedule = design(G=20, clusters=20, treated=4)
    rows = expected_rows(np.full((20, 8), 30.0), np.arange(8), schedule)
    noise = Noise(1.0, 0.2, 0.0, 0.3)
    among = exchanges(schedule, RNG(1), draws=99, enumerate_up_to=1)
    setting = Setting(rows, schedule, among, noise)
    found = {each.statistic: each for each in calibrate(setting, RNG(2), effects=(1.0,), draws=100)}
    assert found["exchange_coefficient"].power[1.0] > 0.8 > found["exchange_coefficient"].size
    assert set(found) == set(STATISTICS)
    again = calibrate(setting, RNG(2), effects=(1.0,), draws=100)
    assert [each.size for each in again] == [each.size for each in found.values()]


def test_areas_of_one_size_are_all_exchanged_and_small_ones_among_themselves():
    schedule = design()
    even = np.full(40, 100.0)
    assert choose(schedule, even).block is None
    uneven = np.where(np.arange(40) % 20 < 15, 100.0, 900.0)
    some = choose(schedule, uneven)
    assert (some.statistic, some.possible) == ("exchange_coefficient", 105)
    lonely = np.where(np.arange(40) % 20 < 3, 10.0, 900.0)
    assert choose(schedule, lonely).statistic == "exchange_studentised"
    assert "3 independent" not in carried(schedule, some).en
    assert "2 independent experiences, not 4" in carried(schedule, some).en


def test_areas_that_stand_alone_are_not_said_to_share_their_years():
    starts = {f"a{g:02d}": 6 if g < 3 else None for g in range(40)}
    even, alone = np.full(40, 10.0), Schedule.of(starts)
    said = carried(alone, choose(alone, even))
    assert "each area counts as an experience of its own" in said.en
    assert "enhed" not in said.da
    together = Schedule.of(starts, {area: "t" if start else "other" for area, start in starts.items()})
    assert "it is one experience, not 3" in carried(together, choose(together, even)).en


def calibrated(**sizes):
    return [Calibrated(name, size, {}, 100) for name, size in sizes.items()]


def test_no_p_value_is_given_where_no_procedure_holds_its_size():
    choice = choose(design(), np.full(40, 100.0))
    sizes = {"exchange_coefficient": 0.05, "cr1": 0.2}
    assert verdict(choice, calibrated(**sizes)).statistic == "exchange_coefficient"
    sizes["exchange_coefficient"] = 0.1
    assert verdict(choice, calibrated(**sizes, wild_bootstrap=0.04)).statistic == "wild_bootstrap"
    none = verdict(choice, calibrated(**sizes, wild_bootstrap=0.0))
    assert none.statistic is None
    assert "0,0 til 20,0 %" in none.because.da
