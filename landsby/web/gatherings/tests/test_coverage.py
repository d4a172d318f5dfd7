"""Who has learnt what, counted again by hand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from landsby.web.gatherings.coverage import Learnt, Wanted, coverage

"""A busy machine is no fault of what is tested."""

KNOTS = Wanted("knots", frozenset({"daycare"}), frozenset({"skipper", "reader"}))
HOUSES = [(1, "daycare"), (2, "daycare"), (3, "school")]


def test_an_institution_is_reached_when_somebody_was_there():
    found = coverage([KNOTS], HOUSES, [Learnt("knots", 1, "skipper", 2), Learnt("knots", 3, "", 4)])["knots"]
    assert (found.reached, found.missing, found.share) == ((1,), (2,), 50)
    assert found.by_profession == {"skipper": 2, "": 4}
    assert found.lacking == ("reader",)


def test_nobody_at_all_reaches_nobody():
    found = coverage([KNOTS], HOUSES, [Learnt("knots", 1, "skipper", 0)])["knots"]
    assert (found.reached, found.share, found.by_profession) == ((), 0, {})


def test_a_competence_without_groups_is_for_all():
    everybody = Wanted("knots", frozenset(), frozenset())
    found = coverage([everybody], HOUSES, [Learnt("knots", 3, "", 1)])["knots"]
    assert (found.reached, found.missing, found.lacking) == ((3,), (1, 2), ())


@given(
    st.lists(
        st.builds(
            Learnt,
            st.sampled_from(["knots", "sails"]),
            st.integers(1, 5),
            st.sampled_from(["", "a"]),
            st.integers(0, 3),
        )
    )
)
def test_it_is_what_one_counts_by_hand(learnt):
    wanted = [Wanted("knots", frozenset(), frozenset({"a"})), Wanted("sails", frozenset({"school"}), frozenset())]
    for one in wanted:
        found = coverage(wanted, HOUSES, learnt)[one.competence]
        there = {row.actor for row in learnt if row.competence == one.competence and row.people}
        due = [key for key, group in HOUSES if not one.groups or group in one.groups]
        assert set(found.reached) == there & set(due)
        assert set(found.missing) == set(due) - there
        people = sum(row.people for row in learnt if row.competence == one.competence)
        assert sum(found.by_profession.values()) == people
