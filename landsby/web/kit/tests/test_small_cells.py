"""Nobody can be picked out of the answers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landsby.web.kit.small_cells import FEWEST, SMALL, told

"""A busy machine is no fault of what is tested."""

counts_of_answers = st.dictionaries(st.sampled_from("abcde"), st.integers(0, 12), min_size=2, max_size=5)


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ({"yes": 2, "no": 2}, None),
        ({"yes": 7, "partly": 4, "no": 0}, {"yes": 7, "partly": 4, "no": 0}),
        ({"yes": 9, "partly": 4, "no": 1}, {"yes": 9, "partly": None, "no": None}),
        ({"yes": 5, "partly": 1, "no": 1}, {"yes": None, "partly": None, "no": None}),
        ({"yes": 20, "partly": 3, "no": 2}, {"yes": 20, "partly": None, "no": None}),
    ],
)
def test_small_counts_are_left_out_with_their_cover(counts, shown):
    assert told(counts) == shown


@given(counts_of_answers)
def test_what_is_left_out_cannot_be_worked_out(counts):
    shown = told(counts)
    if sum(counts.values()) < FEWEST:
        assert shown is None
        return
    hidden = [key for key, people in shown.items() if people is None]
    assert {key: counts[key] for key in shown if key not in hidden} == {k: p for k, p in shown.items() if p is not None}
    assert not any(0 < people < SMALL for people in shown.values() if people is not None)
    if hidden:
        assert len(hidden) >= 2
        assert sum(counts[key] for key in hidden) >= FEWEST
