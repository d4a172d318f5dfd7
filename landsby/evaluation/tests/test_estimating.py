"""A whole design on cells: every estimator gives rows, finds what is there, and does not take the others with it."""

from __future__ import annotations

from collections import Counter
from typing import get_args

import numpy as np
import pytest

from landsby.evaluation.designs.design import read_design
from landsby.evaluation.designs.methods import OF_ROWS, Estimator, Procedure
from landsby.evaluation.findings.estimate import Run
from landsby.evaluation.findings.estimating import compared, estimated, sound
from landsby.evaluation.findings.judging import exchanging
from landsby.evaluation.findings.looked import paths_of_cells
from landsby.evaluation.inference.statistics import STATISTICS
from landsby.evaluation.problems import Refused
from landsby.evaluation.tests.in_memory import cells_of_rows
from landsby.evaluation.tests.test_design import WRITTEN

EFFECT = 3.0


def design(text="", **lines):
    """The written design, with other lines for some of its fields."""
    changed = WRITTEN.replace("inference: {shocks: cluster, seed: 7}", "inference: {shocks: area, draws: 199}")
    changed += "".join(f"{name}: {value}\n" for name, value in lines.items()) + text
    return read_design("harbour.yaml", changed.encode())


def cells(areas=24, jump=EFFECT):
    """Thirty rows a year in each area; the first two areas rise by `jump` when their programme starts."""
    draw = np.random.default_rng(1)
    names = np.array([f"{101 + place:04d}" for place in range(areas)])
    start = {"0101": 2016, "0102": 2018}
    area, year = np.repeat(names, 300), np.tile(np.repeat(np.arange(2012, 2022), 30), areas)
    first = np.array([start.get(name, 9999) for name in area])
    level, trend = draw.normal(20, 2, areas).repeat(300), 0.2 * (year - 2012)
    y = level + trend + jump * (year >= first) + draw.normal(0, 1, len(area))
    return cells_of_rows({"weight": 100}, {"area": area, "period": year}, [y]), {name: name for name in names.tolist()}


def carried_out(told, rows, areas):
    """What the design's estimators say of the rows."""
    schedule = told.schedule({name: name for name in areas})
    return estimated(Run(sound(rows, schedule, told)[0], schedule, told))


def test_every_estimator_that_may_be_named_finds_a_plain_effect():
    rows, areas = cells()
    told = design(estimators=f"[{', '.join(get_args(Estimator))}]")
    done = carried_out(told, rows, areas)
    found = {each.estimator: each for each in done.estimates if each.term in ("all", "treated", "e1")}
    assert set(found) == set(get_args(Estimator)) - {"doubly_robust"} - OF_ROWS
    assert "no_covariates" in {problem.code for problem in done.problems}
    assert all(each.estimate == pytest.approx(EFFECT, abs=0.6) for each in found.values())
    assert {(each.n_areas, each.n_treated) for each in done.estimates} == {(23, 2)}


def test_every_procedure_that_may_be_named_says_that_it_is_no_chance():
    rows, areas = cells()
    text = WRITTEN.replace(
        "{shocks: cluster, seed: 7}", f"{{draws: 399, procedures: [{', '.join(get_args(Procedure))}]}}"
    )
    told = read_design("x.yaml", (text + "estimators: [two_way, group_time]\n").encode())
    done = carried_out(told, rows, areas)
    whole = [each for each in done.estimates if each.is_summary]
    assert [STATISTICS[each.statistic].declared_as for each in whole] == list(get_args(Procedure))
    assert all(each.p < 0.06 for each in whole if each.statistic != "wild_bootstrap")
    assert len({round(each.estimate, 9) for each in whole if each.statistic in ("cr1", "cr2", "cr3")}) == 1


def test_errors_by_influence_beside_exchange_tell_the_time_before_the_start_but_once():
    rows, areas = cells()
    told = read_design("x.yaml", WRITTEN.replace("seed: 7", "draws: 199, procedures: [exchange, influence]").encode())
    schedule = told.schedule({name: name for name in areas})
    mine = sound(rows, schedule, told)[0]
    paths = paths_of_cells(mine, schedule, exchanging(mine, schedule, told))
    done = estimated(Run(mine, schedule, told, paths=paths)).estimates
    terms = Counter(each.term for each in done if each.estimator == "group_time")
    both = {term for term, count in terms.items() if count == 2}
    assert both == {term for term in terms if term == "all" or (term[0] == "e" and term[1] != "-")}
    assert all(each.se for each in done if each.statistic == "influence")
    assert {each.term for each in done if each.statistic == "influence"} > {
        "all",
        "e0",
        "g2016",
        "t2018",
        "g2018 t2020",
    }


def test_a_coefficient_that_no_procedure_tells_of_stands_bare():
    rows, areas = cells()
    told = (
        WRITTEN.replace("{shocks: cluster, seed: 7}", "{procedures: [influence]}")
        + "estimators: [two_way, group_time]\n"
    )
    done = carried_out(read_design("x.yaml", told.encode()), rows, areas)
    (one,) = (each for each in done.estimates if each.estimator == "two_way")
    assert (one.term, one.se, one.p, one.statistic) == ("treated", None, None, None)


def test_an_estimator_that_cannot_be_had_is_told_and_the_others_stand():
    rows, areas = cells(areas=4)
    told = design(estimators="[two_way, synthetic_control]")
    done = carried_out(told, rows, list(areas)[:4])
    assert {each.estimator for each in done.estimates} == {"two_way"}
    assert "few_donors" in {problem.code for problem in done.problems}


def test_matching_narrows_the_pool_for_all_outcomes_and_shows_the_balance():
    rows, areas = cells()
    matched = WRITTEN.replace("  exclude:", "  matching: mahalanobis\n  for_each: 3\n  exclude:").replace(
        "cluster, seed", "area, seed"
    )
    told = read_design("x.yaml", matched.encode())
    schedule, alike, problems = compared(rows, told.schedule(areas), told)
    assert len(schedule.area) == 2 + 6
    assert [each.name for each in alike] == ["level", "trend"]
    assert not problems


def test_a_design_on_areas_that_are_all_treated_is_refused():
    rows, areas = cells(areas=2)
    with pytest.raises(Refused) as refusal:
        sound(rows, design().schedule(areas), design())
    assert "all_treated" in {problem.code for problem in refusal.value.problems}
