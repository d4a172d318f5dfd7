"""The synthetic register: as large as said, the same for the same seed, and with the truth that it claims."""

from __future__ import annotations

import numpy as np
import pytest

from landsby.demo.register import DISTRICTS, LAST_YEAR, MUNICIPALITIES, country, effect, register


def test_the_country_has_its_places_and_ten_treated_districts():
    places = country(1)
    assert len(set(places.codes)) == DISTRICTS
    assert len(set(places.municipality)) == MUNICIPALITIES
    treated = places.starts > 0
    assert (treated.sum(), len(set(places.municipality[treated]))) == (10, 3)
    assert np.isclose(places.weight.sum(), 1)


def test_the_effect_comes_late_and_stays():
    years = np.arange(2019, 2030)
    assert effect(np.array([2020, 0]), years)[0] == pytest.approx([0, 0, 0, -0.01, -0.02, *[-0.03] * 6])
    assert not effect(np.array([2020, 0]), years)[1].any()


def test_the_same_seed_gives_the_same_children_and_none_twice():
    one, again, other = register(1, 5000), register(1, 5000), register(2, 5000)
    assert all(np.array_equal(np.asarray(one[name]), np.asarray(again[name])) for name in one)
    assert not np.array_equal(np.asarray(one["area"]), np.asarray(other["area"]))
    assert len(set(one["child"].tolist())) == 5000


def test_a_register_until_a_year_holds_the_same_children_up_to_then():
    whole, early = register(1, 5000), register(1, 5000, until=2022)
    assert early["year"].max() == 2022
    assert whole["year"].max() == LAST_YEAR
    kept = whole["year"] <= 2022
    assert np.array_equal(whole["child"][kept], early["child"])
