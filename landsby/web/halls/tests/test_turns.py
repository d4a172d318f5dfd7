"""A fair proposal: everybody has as many duties as the others, spread over the season."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from landsby.web.halls.turns import Turn, fair_turns

FIRST = date(2024, 9, 7)


def turns(count: int, **told: tuple[int, ...]) -> list[Turn]:
    return [Turn(key=number, on=FIRST + timedelta(weeks=number), **told) for number in range(count)]


def test_the_turn_goes_round():
    assert list(fair_turns(turns(5), [7, 8, 9], 1).values()) == [(7,), (8,), (9,), (7,), (8,)]


def test_who_has_duties_already_keeps_them_and_gets_fewer_new_ones():
    taken = [Turn(key=1, on=FIRST, hosts=(7,)), Turn(key=2, on=FIRST + timedelta(weeks=1), hosts=(7,))]
    filled = fair_turns([*taken, *[Turn(key=k, on=FIRST + timedelta(weeks=k)) for k in (3, 4)]], [7, 8], 1)
    assert filled == {1: (7,), 2: (7,), 3: (8,), 4: (8,)}


def test_who_cannot_come_that_day_is_passed_over_and_has_the_next():
    days = [Turn(key=1, on=FIRST, barred={7}), Turn(key=2, on=FIRST + timedelta(weeks=1))]
    assert fair_turns(days, [7, 8], 1) == {1: (8,), 2: (7,)}


def test_a_gap_that_nobody_can_fill_stays():
    assert fair_turns([Turn(key=1, on=FIRST, barred={7})], [7], 1) == {1: ()}
    assert fair_turns(turns(1), [7], 2) == {0: (7,)}


@given(st.integers(1, 40), st.integers(1, 8), st.integers(1, 3))
def test_nobody_has_two_more_than_anybody_else_and_nobody_stands_twice(count, clubs, each):
    filled = fair_turns(turns(count), range(clubs), each)
    duties = Counter(dict.fromkeys(range(clubs), 0)) + Counter()
    duties.update(host for hosts in filled.values() for host in hosts)
    shares = [duties[club] for club in range(clubs)]
    assert max(shares) - min(shares) <= 1
    assert all(len(set(hosts)) == len(hosts) == min(each, clubs) for hosts in filled.values())
