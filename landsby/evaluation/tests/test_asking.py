"""Nothing leaves but by the very statistic that was asked, at the level the design declares, in the declared order."""

from __future__ import annotations

import numpy as np
import pytest

from landsby.blueprint.text import Text
from landsby.evaluation.designs.parts import Look, Outcome
from landsby.evaluation.designs.schedules import Schedule
from landsby.evaluation.estimates.group_time import grid
from landsby.evaluation.findings.asking import declared, deviations, in_turn
from landsby.evaluation.findings.estimate import Estimate
from landsby.evaluation.findings.judging import Judged, exchanging, judged, withheld
from landsby.evaluation.findings.looked import looked
from landsby.evaluation.inference.calibrated_paths import BEFORE, PathFigures, path_parts
from landsby.evaluation.inference.calibration import Calibrated, band, enough
from landsby.evaluation.inference.choice import Verdict, carried, choose
from landsby.evaluation.inference.earlier_dates import earlier_dates
from landsby.evaluation.inference.exchange import exchanges
from landsby.evaluation.inference.exchanged_paths import Grid, exchanged_paths, path_tests
from landsby.evaluation.inference.expected_noise import Chance
from landsby.evaluation.inference.noise import Noise, noise_of
from landsby.evaluation.inference.statistics import BY_GROUP, Asked
from landsby.evaluation.tests.in_memory import cells_of_rows
from landsby.evaluation.tests.panels import panel
from landsby.evaluation.tests.test_estimating import design

RNG = np.random.default_rng
HOLDS = Verdict(BY_GROUP[0], Text(da="–", en="–"))
CHOICE = choose(Schedule.of({"a": 3, "b": None, "c": None}), np.full(3, 10.0))


def an_estimate(term, statistic):
    return Estimate("group_time", "y", term, 1.0, 0.1, 0.8, 1.2, 1e-9, "in words", statistic, 10, 2)


def holding(asked):
    return Calibrated(asked.statistic, 0.05, {}, 2_000, part=asked.part)


def named(**fields):
    plan = design()
    inference = plan.inference.model_copy(update=fields.pop("inference", {}))
    return plan.model_copy(update={"inference": inference, **fields})


@pytest.mark.parametrize(
    ("term", "statistic", "asked"),
    [
        ("treated", "cr3", Asked("cr3")),
        ("treated", "exchange_studentised", Asked("exchange_studentised")),
        ("all", "exchange_group_time", Asked("exchange_group_time")),
        ("e2", "exchange_scaled", Asked("exchange_scaled", "e2")),
        ("e2", "exchange_group_time", None),
        ("all", "influence", Asked("influence")),
        ("all", "wild_bootstrap", None),
        ("e1", None, None),
    ],
)
def test_a_p_value_stands_for_the_statistic_that_was_calibrated_and_no_other(term, statistic, asked):
    one = an_estimate(term, statistic)
    every = [*map(Asked, ("cr3", "influence", *BY_GROUP, "exchange_studentised")), Asked("exchange_scaled", "e2")]
    held = Judged(tuple(map(holding, every)), HOLDS, None)
    (told,) = withheld([one], held)
    if asked:
        assert (told, one.asked) == (one, asked)
    else:
        assert (told.se, told.p, told.ci_low, told.ci_high) == (None,) * 4


def test_every_part_of_a_path_is_asked_by_the_test_that_is_reported():
    p = panel(3, G=12, clusters=12, starts=(3, 3, 4))
    cells, schedule = p.cells.only("y"), p.schedule
    noise = Noise(1.0, 0.4, 0.0, 0.3)
    among = exchanges(schedule, RNG(1), draws=60, enumerate_up_to=1)
    n, y, periods = grid(cells, schedule)
    dates = tuple(earlier_dates(n, periods, schedule, None, 1))
    asked = path_parts(PathFigures(n, periods, schedule, among, noise, by_time=True), noise, dates)
    found = {name: test(y[None])[0] for name, test in asked.items()}
    chance = Chance(noise, schedule.cluster_index, schedule.weights)
    for kind, measure in zip(BY_GROUP, (None, chance), strict=True):
        paths = exchanged_paths(Grid(n, y, periods), among.first, measure)
        expected = {test.term: test.p for test in path_tests(paths, 0.95)[1:]}
        mine = {each.part: share for each, share in found.items() if each.statistic == kind}
        parts = tuple(holding(Asked(kind, part)) for part in mine)
        held = Judged((holding(Asked(kind)),), HOLDS, None, measure and chance, parts=parts)
        how = exchanging(cells, schedule, design())
        leaning = looked(cells, schedule, how, paths, held, seed=1)
        expected[BEFORE] = leaning.pre_trend.p
        expected |= {f"date {each.earlier}": each.p for each in leaning.placebo_dates}
        assert expected == pytest.approx(mine)


def test_a_procedure_is_held_to_the_level_of_the_design():
    assert Calibrated("cr3", 0.05, {}, 2_000).holds
    assert not Calibrated("cr3", 0.05, {}, 20_000, alpha=0.01).holds
    assert Calibrated("cr3", 0.011, {}, 20_000, alpha=0.01).holds


@pytest.mark.parametrize("alpha", [0.3, 0.05, 0.01, 0.05 / 3])
def test_a_verdict_is_no_coin(alpha):
    draws = enough(alpha, 200)
    assert band(alpha)[1] - alpha > 2.99 * np.sqrt(alpha * (1 - alpha) / draws)
    assert draws >= 2_000
    assert enough(alpha, 30_000) == 30_000


def test_the_declared_estimators_own_procedures_are_asked_first_and_another_is_told_as_a_deviation():
    plan = named(estimators=("group_time", "two_way"), inference={"procedures": ("cr3", "exchange")})
    assert declared(plan, CHOICE) == (*BY_GROUP, "cr3", "exchange_coefficient")
    assert in_turn(plan, CHOICE)[:5] == (*BY_GROUP, "cr3", "exchange_coefficient", "influence")
    assert "cr1" in in_turn(plan, CHOICE)
    codes = {given: [each.code for each in deviations(plan, CHOICE, given)] for given in in_turn(plan, CHOICE)}
    assert codes["exchange_scaled"] == []
    assert codes["cr3"] == ["other_estimator"]
    assert codes["ferman_pinto"] == ["other_estimator", "other_procedure"]
    assert codes["influence"] == ["other_procedure"]
    assert list(deviations(plan, CHOICE, None)) == []


def test_primary_outcomes_and_readings_that_may_conclude_share_the_level():
    plan = design()
    one = plan.primary
    second = one.model_copy(update={"id": "second"})
    placebo = one.model_copy(update={"id": "calm", "role": "placebo"})
    why = {"da": "Vi ser", "en": "We look"}
    last = max(plan.starts.values()) + plan.too_early.periods_after_start - 1
    looks = tuple(Look(period=last + step, what=why) for step in (-1, 0, 1))
    both = plan.model_copy(update={"outcomes": (one, second, placebo), "looks": looks})
    assert plan.level_of(one) == 0.05
    assert [both.level_of(each) for each in both.outcomes] == [0.0125, 0.0125, 0.05]
    assert isinstance(one, Outcome)


def test_what_areas_share_is_learnt_by_the_unit_that_the_data_name_whatever_the_level_of_the_inference(monkeypatch):
    monkeypatch.setattr("landsby.evaluation.findings.judging.enough", lambda _alpha, _asked: 500)
    monkeypatch.setattr("landsby.evaluation.findings.judging.RIVALS", 99)
    names = [f"a{g:03d}" for g in range(48)]
    of = {name: f"m{g % 12:02d}" for g, name in enumerate(names)}
    starts = {name: 6 if g % 12 == 0 else None for g, name in enumerate(names)}
    by_area, nameless = Schedule.of(starts, within=of), Schedule.of(starts)
    n = np.full((48, 8), 4)
    means = Noise(1.0, 0.1, 0.4, 0.0).draw(RNG(1), n * 1e9, by_area.shared_index, 1, np.arange(8))[0]
    g, t = (np.repeat(i.ravel(), 4) for i in np.indices(n.shape))
    y = means[g, t] + RNG(2).standard_normal(len(g))
    cells = cells_of_rows({"y": 1000}, {"area": by_area.area[g], "period": t}, [y])
    assert noise_of(cells, by_area).cluster == pytest.approx(0.4, abs=0.1)
    assert noise_of(cells, nameless).cluster == 0.0
    assert (by_area.hides_shared_shocks, nameless.hides_shared_shocks) == (False, True)
    plan = named(estimators=("group_time",), inference={"procedures": ("exchange",), "draws": 99})
    for schedule, statistic, doubt in ((by_area, None, "shocks_shared"), (nameless, BY_GROUP[0], "shocks_unseen")):
        found = judged(cells, schedule, plan, plan.primary, exchanging(cells, schedule, plan))
        assert found.verdict.statistic == statistic
        assert [each.code for each in found.problems] == [doubt]


def test_the_least_p_value_is_that_of_the_schedules_that_are_compared():
    schedule = Schedule.of({f"a{g:02d}": 6 if g < 4 else None for g in range(40)})
    choice = choose(schedule, np.full(40, 10.0))
    assert "1 in 91,390" in carried(schedule, choice).en
    assert "1 in 500" in carried(schedule, choice, 500).en
