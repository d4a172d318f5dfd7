"""Who first met at a festival and goes on: against a naive twin, on invented and on random lives."""

from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landsby.web.gatherings.first_met import FirstMet, Shared, festival_pairs, first_met, months_after, never_before

"""A busy machine is no fault of what is tested."""

DAY = date(2022, 5, 30)


def shared(*told: tuple[int, bool, set[int]]) -> list[Shared]:
    """Activities so many days after `DAY`, each of a festival or not, with some actors."""
    return [
        Shared(number, DAY + timedelta(days), festive, frozenset(who))
        for number, (days, festive, who) in enumerate(told)
    ]


def naive(every: list[Shared]) -> set[tuple[int, int]]:
    """The pairs by the words of the definition, every pair for itself."""
    found = set()
    for pair in combinations(sorted({actor for one in every for actor in one.actors}), 2):
        together = [one for one in every if set(pair) <= one.actors]
        if not together:
            continue
        first = min(one.on for one in together)
        at_first = [one for one in together if one.on == first]
        later = [one for one in together if one.on > first]
        half_a_year_on = any(one.on >= months_after(first, 6) for one in later)
        if all(one.is_festival for one in at_first) and len(later) >= 3 and half_a_year_on:
            found.add(pair)
    return found


MET = shared((0, True, {1, 2}), (20, False, {1, 2, 3}), (40, False, {1, 2}), (200, False, {1, 2}))


def test_two_who_meet_at_a_festival_and_go_on_for_half_a_year_are_found():
    assert first_met(MET) == [
        FirstMet(pair=(1, 2), met_on=DAY, met_at=(0,), more=(1, 2, 3), lasted_until=DAY + timedelta(200))
    ]


def test_two_more_are_too_few():
    assert first_met(MET[:2] + MET[3:]) == []


def test_three_more_in_five_months_are_too_soon_over():
    assert first_met([*MET[:3], *shared((150, False, {1, 2}))]) == []


def test_half_a_year_is_six_calendar_months():
    assert months_after(date(2022, 8, 31), 6) == date(2023, 2, 28)
    assert months_after(date(2022, 5, 30), 6) == date(2022, 11, 30)
    last = [Shared(9, date(2022, 11, 30), False, frozenset({1, 2}))]
    day_before = [Shared(9, date(2022, 11, 29), False, frozenset({1, 2}))]
    assert len(first_met([*MET[:3], *last])) == 1
    assert first_met([*MET[:3], *day_before]) == []


def test_who_has_met_before_did_not_meet_at_the_festival():
    assert first_met([*MET, Shared(8, DAY - timedelta(1), False, frozenset({1, 2, 5}))]) == []


def test_who_shares_something_else_on_the_same_day_may_have_met_there():
    assert first_met([*MET, Shared(8, DAY, False, frozenset({1, 2}))]) == []


def test_a_second_festival_counts_as_more():
    assert len(first_met([*MET[:3], *shared((370, True, {1, 2}))])) == 1


def test_only_candidates_are_looked_at():
    assert first_met(MET, candidates=[(1, 3)]) == []
    assert festival_pairs(MET) == {(1, 2)}


@st.composite
def lives(draw: st.DrawFn) -> list[Shared]:
    """A few actors over two years."""
    told = draw(
        st.lists(
            st.tuples(
                st.integers(0, 24).map(lambda month: month * 31),
                st.booleans(),
                st.sets(st.integers(1, 5), min_size=1, max_size=4),
            ),
            max_size=25,
        )
    )
    return shared(*told)


@given(lives())
def test_the_quick_way_finds_what_the_naive_one_finds(every):
    assert {one.pair for one in first_met(every)} == naive(every)


@given(lives(), st.randoms(use_true_random=False))
def test_the_order_in_which_things_are_told_does_not_matter(every, chance):
    mixed = list(every)
    chance.shuffle(mixed)
    assert first_met(mixed) == first_met(every)


@pytest.mark.parametrize("seed", range(5))
def test_a_long_random_life_agrees_with_the_naive_twin(seed):
    chance = random.Random(seed)  # noqa: S311 - a test's own lives, not a secret
    told = [
        (chance.randint(0, 1200), chance.random() < 0.3, set(chance.sample(range(1, 15), chance.randint(2, 5))))
        for _ in range(250)
    ]
    every = shared(*told)
    assert {one.pair for one in first_met(every)} == naive(every)
    assert naive(every) != set() or seed > 3


@given(lives(), lives())
def test_never_before_names_those_who_share_nothing_earlier(events, earlier):
    new = never_before(events, earlier)
    for event in events:
        strangers = [
            pair
            for pair in combinations(sorted(event.actors), 2)
            if not any(set(pair) <= one.actors for one in earlier)
        ]
        assert new.get(event.activity, []) == strangers
