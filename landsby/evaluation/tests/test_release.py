"""What leaves of a result tells nothing about few children, in no file and by no digits."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from landsby.evaluation.cells.description import rows_behind
from landsby.evaluation.designs.schedules import Schedule
from landsby.evaluation.disclosure.results import released
from landsby.evaluation.disclosure.terms import few_terms
from landsby.evaluation.tests.in_memory import cells_of_rows

WET = {"id": "wet", "unit": None, "low": 0, "high": 1}
MEAN = 109 / 1080


def side(n, mean):
    """A side of a description over one period."""
    return {"description": {"treated": {"n": [n], "mean": [mean]}}}


def told_of(outcome, **more):
    """The one outcome of a result as it may be read."""
    once = released({"outcomes": [{**WET, **outcome}]}, **more)
    assert released(once, **more) == once
    return once["outcomes"][0]


def test_the_digits_of_a_mean_do_not_give_its_children_back():
    told = told_of(side(1080, MEAN), hides=True)["description"]["treated"]
    assert told["n"] == [None]
    [mean] = told["mean"]
    assert abs(mean - MEAN) < 0.002
    assert Fraction(mean).limit_denominator(540) != Fraction(109, 1080)
    assert all(abs(round(mean * n) / n - mean) <= 0.001 for n in range(540, 2000))
    height = told_of({**side(1080, 1.1234567), "unit": "m", "low": 0.5, "high": 2.5}, hides=True)
    assert height["description"]["treated"]["mean"] == [1.12345]
    assert told_of(side(1080, MEAN))["description"]["treated"] == {"n": [1080], "mean": [MEAN]}


@pytest.mark.parametrize(("n", "counted"), [(120, 1), (120, 119), (3, 2)])
def test_a_mean_that_one_or_two_children_gave_is_not_told(n, counted):
    assert told_of(side(n, counted / n))["description"]["treated"]["mean"] == [None]


def result(n, counted, **more):
    """A whole result over 2019 (before the start) and 2022; rows by side and period, and how many of them are wet."""
    share = {name: [k / m for k, m in zip(counted[name], n[name], strict=True)] for name in n}
    effect = (share["treated"][1] - share["treated"][0]) - (share["comparison"][1] - share["comparison"][0])
    before = {"treated": share["treated"][0], "comparison": share["comparison"][0], "difference": 0.2}
    outcome = {
        **WET,
        "role": "primary",
        "description": {name: {"n": n[name], "mean": share[name]} for name in n},
        "balance": [{"variable": "wet", **before, "n_treated": n["treated"][0], "n_comparison": n["comparison"][0]}],
        "path": [{"time": 2, "estimate": effect}],
        "headline": {"estimate": effect},
        **more,
    }
    level = {"name": "level", "treated": share["treated"][0], "pool": 0.1, "compared": 0.1, "before": 0.2, "after": 0.2}
    rows = {"rows": sum(map(sum, n.values()))}
    return {"outcomes": [outcome], "estimates": [{"estimate": effect}], "balance": [level], "manifest": rows}


def worked_out(told):
    """What a reader of the whole JSON works out of the treated after the start, by the effect and any mean before."""
    outcome = told["outcomes"][0]
    means = {name: outcome["description"][name]["mean"] for name in ("treated", "comparison")}
    starts = [means["treated"][0], *(each["treated"] for each in (*outcome["balance"], *told["balance"]))]
    return {
        start + each["estimate"] + means["comparison"][1] - means["comparison"][0]
        for start in starts
        for each in (*outcome["path"], *told["estimates"], outcome["headline"])
        if start is not None and None not in means["comparison"]
    }


def test_a_mean_that_is_left_out_does_not_follow_from_the_effect():
    n = {"treated": [180, 200], "comparison": [1000, 1000]}
    many = result(n, {"treated": [30, 20], "comparison": [100, 110]})
    assert {round(each, 9) for each in worked_out(released(many))} == {0.1}
    few = result(n, {"treated": [30, 2], "comparison": [100, 110]})
    told = released(few)
    assert worked_out(told) == set()
    assert released(told) == told
    assert told["outcomes"][0]["path"][0]["estimate"] == pytest.approx(-0.1667, abs=1e-9), "told, but not to the digit"
    assert told["outcomes"][0]["description"]["comparison"] == {"n": [None, None], "mean": [None, None]}
    assert worked_out(released(few, hides=True, tells_rows=False)) == set()
    lone = result(n, {"treated": [30, 20], "comparison": [100, 999]})
    assert worked_out(released(lone)) == set()


def test_nobody_is_told_as_nobody():
    told = released({"outcomes": [{**WET, **side(0, None)}]}, hides=True)
    assert told["outcomes"][0]["description"]["treated"] == {"n": [0], "mean": [None]}


def test_what_was_alike_before_the_start_tells_nothing_of_one_or_two():
    covariate = {"variable": "rare", "treated": 0.01, "comparison": 0.5, "difference": 1.0}
    n = {"treated": [180, 200], "comparison": [1000, 1000]}
    told = result(n, {"treated": [30, 20], "comparison": [100, 110]})
    told["outcomes"][0]["balance"].append({**covariate, "n_treated": 180, "n_comparison": 1000})
    told["balance"].append({**told["balance"][0], "name": "rare"})
    left = released(told)
    assert [each["variable"] for each in left["outcomes"][0]["balance"]] == ["wet"]
    assert "n_treated" not in left["outcomes"][0]["balance"][0]
    assert [each["name"] for each in left["balance"]] == ["level"]


def test_groups_and_places_of_few_are_left_out_with_what_they_could_be_had_from():
    group = {"id": "rare", "estimate": 0.2, "ci_low": 0.1, "ci_high": 0.3, "p": 0.5, "n": 4}
    groups = told_of({"subgroups": [group, *({**group, "id": name, "n": n} for name, n in (("b", 40), ("c", 50)))]})
    assert [each["n"] for each in groups["subgroups"]] == [None, None, None]
    assert [each["estimate"] for each in groups["subgroups"]] == [None, None, 0.2], "of two, the other is what is left"
    areas = [{"area": name, "dose": 1.0, "effect": 0.1, "n": n} for name, n in (("a", 3), ("b", 90), ("c", 80))]
    left = told_of({"dose": {"slope": 0.1, "areas": areas}})["dose"]["areas"]
    assert [(each["area"], each["n"]) for each in left] == [("b", None)]
    enough = told_of({"dose": {"slope": 0.1, "areas": areas[1:]}})["dose"]["areas"]
    assert [each["n"] for each in enough] == [90, 80]


def test_no_place_is_left_out_in_turn_where_one_of_them_is_of_few():
    places = [{"without": name, "estimate": 0.1, "n": n} for name, n in (("a", 3), ("b", 90), ("both", 93))]
    assert told_of({"sensitivity": {"leave_one_out": places}})["sensitivity"] == {"leave_one_out": []}
    many = told_of({"sensitivity": {"leave_one_out": places[1:]}})["sensitivity"]["leave_one_out"]
    assert many == [{"without": "b", "estimate": 0.1}, {"without": "both", "estimate": 0.1}]


def test_the_number_of_all_rows_is_not_told_where_a_part_of_them_is_hidden():
    told = result({"treated": [180, 3], "comparison": [90, 90]}, {"treated": [30, 1], "comparison": [9, 9]})
    assert "rows" not in released(told)["manifest"]
    many = result({"treated": [90, 90], "comparison": [90, 90]}, {"treated": [9, 9], "comparison": [9, 9]})
    assert released(many)["manifest"] == {"rows": 360}


def test_how_many_there_were_in_all_and_how_large_a_lone_place_is_stay_inside():
    size = {"name": "size", "treated": 4.0943445622, "pool": 5.0}
    whole = {"outcomes": [], "manifest": {"rows": 1080, "seed": 1}, "balance": [size]}
    told = released(whole, hides=True, tells_rows=False)
    assert told["manifest"] == {"seed": 1}
    assert told["balance"] == [{"name": "size", "treated": 4.1, "pool": 5.0}]


BEHIND = {"e0": 40, "e1": 30, "e2": 3, "g2020": 43, "g2021": 30, "g2020 t2022": 3, "t2022": 33}


def test_effects_of_few_are_not_told_nor_what_they_follow_from():
    terms = ["all", *BEHIND]
    told = released(
        {
            "outcomes": [
                {
                    **WET,
                    "behind": BEHIND,
                    "path": [{"time": time, "estimate": 0.1} for time in range(3)],
                    "sensitivity": {"bounds": [{"time": time, "high": 1} for time in range(3)]},
                }
            ],
            "estimates": [{"outcome": "wet", "term": term, "estimate": 0.1, "se": 0.01} for term in terms],
        }
    )
    [outcome] = told["outcomes"]
    assert [each["term"] for each in told["estimates"]] == ["all", "e0"]
    assert [each["time"] for each in outcome["path"]] == [0]
    assert [each["time"] for each in outcome["sensitivity"]["bounds"]] == [0]
    assert "behind" not in outcome
    assert released(told) == told


def test_effects_of_enough_are_told():
    assert few_terms({term: n + 2 for term, n in BEHIND.items()}) == frozenset()


def test_what_is_behind_an_effect_is_counted_by_its_group_time_and_base():
    area, period = ["a"] * 4 + ["b"] * 4 + ["c"] * 4, [2019, 2020, 2021, 2022] * 3
    n = [2, 5, 6, 7, 10, 11, 12, 13, 99, 99, 99, 99]
    rows = {"area": np.repeat(area, n), "period": np.repeat(period, n)}
    cells = cells_of_rows({"y": 1}, rows, [np.zeros(sum(n))])
    schedule = Schedule.of({"a": 2020, "b": 2021, "c": None}, {name: name for name in "abc"})
    assert rows_behind(cells, schedule) == {
        "e-2": 10,
        "e-1": 2 + 11,
        "e0": 5 + 12,
        "e1": 6 + 13,
        "e2": 7,
        "g2020 t2019": 2,
        "g2020 t2020": 2,
        "g2020 t2021": 2,
        "g2020 t2022": 2,
        "g2020": 18,
        "g2021 t2019": 10,
        "g2021 t2020": 11,
        "g2021 t2021": 11,
        "g2021 t2022": 11,
        "g2021": 25,
        "t2020": 5,
        "t2021": 6 + 12,
        "t2022": 7 + 13,
    }
