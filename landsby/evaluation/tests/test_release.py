"""What leaves of a result tells nothing about few children, in no file and by no digits."""

from __future__ import annotations

from fractions import Fraction

import pytest

from landsby.evaluation.release import released

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


def test_groups_and_places_of_few_are_left_out_with_what_their_number_could_be_had_from():
    group = {"id": "rare", "estimate": 0.2, "ci_low": 0.1, "ci_high": 0.3, "p": 0.5, "n": 4}
    groups = told_of({"subgroups": [group, {**group, "id": "many", "n": 400}]})["subgroups"]
    assert [each["n"] for each in groups] == [None, None]
    assert [each["estimate"] for each in groups] == [None, 0.2]
    areas = [{"area": name, "dose": 1.0, "effect": 0.1, "n": n} for name, n in (("a", 3), ("b", 90), ("c", 80))]
    left = told_of({"dose": {"slope": 0.1, "areas": areas}})["dose"]["areas"]
    assert [(each["area"], each["n"]) for each in left] == [("b", None), ("c", None)]
    enough = told_of({"dose": {"slope": 0.1, "areas": areas[1:]}})["dose"]["areas"]
    assert [each["n"] for each in enough] == [90, 80]


def test_how_many_there_were_in_all_and_how_large_a_lone_place_is_stay_inside():
    size = {"name": "size", "treated": 4.0943445622, "pool": 5.0}
    whole = {"outcomes": [], "manifest": {"rows": 1080, "seed": 1}, "balance": [size]}
    told = released(whole, hides=True, tells_rows=False)
    assert told["manifest"] == {"seed": 1}
    assert told["balance"] == [{"name": "size", "treated": 4.1, "pool": 5.0}]
