"""What is counted over a portfolio, beside the same counted naively."""

from __future__ import annotations

from itertools import combinations

import numpy as np

from landsby.web.initiatives.drift import Sort, StageTally, drift_of, standing_by
from landsby.web.initiatives.sharing import Pair, shared_by, shared_counts, strongest_pairs


def some_holdings(count, *, seed):
    chance = np.random.default_rng(seed)
    things = [(sort, key) for sort in ("actors", "goals", "themes") for key in range(6)]
    return {key * 10: frozenset(thing for thing in things if chance.random() < 0.2) for key in range(count)}


def test_shared_counts_are_those_of_a_naive_count():
    held = list(some_holdings(30, seed=1).values())
    counts = shared_counts(held)
    for first, second in combinations(range(30), 2):
        assert counts[first, second] == counts[second, first] == len(held[first] & held[second])
    assert not counts.diagonal().any()


def test_the_strongest_pairs_are_those_of_a_naive_sort():
    held = some_holdings(25, seed=2)
    naive = [Pair(a, b, len(held[a] & held[b])) for a, b in combinations(held, 2) if held[a] & held[b]]
    naive.sort(key=lambda pair: -pair.strength)
    assert strongest_pairs(held, 40) == naive[:40]


def test_pairs_on_one_track_are_left_out_when_only_the_others_are_asked_for():
    held = {1: frozenset({("goals", "a")}), 2: frozenset({("goals", "a")}), 3: frozenset({("goals", "a")})}
    tracks = {1: frozenset({"x"}), 2: frozenset({"x"}), 3: frozenset({"y"})}
    assert strongest_pairs(held, 9, tracks) == [Pair(1, 3, 1), Pair(2, 3, 1)]


def test_nothing_is_shared_by_nobody():
    assert strongest_pairs({}, 9) == []
    assert strongest_pairs({1: frozenset(), 2: frozenset()}, 9) == []


def test_what_two_share_is_told_by_sort():
    first, second = frozenset({("goals", "a"), ("actors", 2)}), frozenset({("actors", 2), ("goals", "b")})
    assert shared_by(first, second) == {"actors": [2]}


def test_initiatives_are_counted_by_where_they_stand():
    sorts = [Sort("new", "trial", 2, "", 3), Sort("new", "postponed", 5, "", 1), Sort("", "operation", None, "", 2)]
    assert standing_by(sorts, lambda sort: sort.newness) == {
        "new": StageTally(under_way=3, postponed=1),
        "": StageTally(in_operation=2),
    }


def test_a_drift_is_seen_only_where_there_are_enough_to_see_it():
    few = drift_of([Sort("new", "postponed", 5, "", 3), Sort("new", "trial", 1, "", 9)])
    assert few.are_few
    assert not few.is_seen
    put_off = drift_of(
        [Sort("new", "postponed", 4, "", 3), Sort("new", "trial", 5, "", 3), Sort("", "trial", 1, "", 9)]
    )
    assert put_off.is_seen
    even = drift_of([Sort("new", "stopped", 4, "", 2), Sort("new", "trial", 5, "", 4), Sort("", "stopped", 1, "", 6)])
    assert not even.is_seen


def test_those_whose_effort_is_not_told_are_counted_apart():
    assert drift_of([Sort("new", "idea", None, "", 4)]).untold == 4
