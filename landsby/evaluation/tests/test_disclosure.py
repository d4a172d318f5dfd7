"""Nobody who knows the totals and every earlier release can work out a hidden count."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from landsby.evaluation.disclosure import TOTAL, protected, width, with_totals

FEWEST = 5
ROWS, COLUMNS = ("north", "south"), ("2021", "2022")


def possible(known, most=11):
    """The naive twin: every table of whole numbers that agrees with what is known."""
    free = list(product(ROWS, COLUMNS))
    limits = [[known[each]] if each in known else range(most) for each in free]
    tables = (with_totals(dict(zip(free, numbers, strict=True))) for numbers in product(*limits))
    return [whole for whole in tables if all(whole[each] == count for each, count in known.items())]


def table(numbers):
    """Counts by row and column."""
    return dict(zip(product(ROWS, COLUMNS), numbers, strict=True))


few = st.integers(0, 6)


@settings(max_examples=8, deadline=None)
@given(st.tuples(few, few, few, few), st.booleans())
def test_what_is_small_cannot_be_worked_out(numbers, has_earlier):
    counts = table(numbers)
    earlier = [protected(counts, FEWEST)] if has_earlier else []
    told = protected(counts, FEWEST, earlier)
    tables = possible({entry: count for entry, count in told.items() if count is not None})
    for entry, count in with_totals(counts).items():
        if 0 < count < FEWEST:
            assert told[entry] is None
            assert len({whole[entry] for whole in tables}) > 1


def test_a_reader_of_totals_is_kept_from_a_lone_small_count():
    told = protected(table((3, 60, 70, 80)), FEWEST)
    assert told["north", "2021"] is None
    hidden = [entry for entry, count in told.items() if count is None]
    assert len(hidden) >= 4 - 1
    known = {entry: count for entry, count in told.items() if count is not None}
    assert width(("north", "2021"), known, with_totals(table((3, 60, 70, 80)))) >= FEWEST


def test_a_few_more_children_than_last_time_are_not_told_by_the_difference():
    before = protected(table((50, 60, 70, 80)), FEWEST)
    after = protected(table((52, 60, 70, 80)), FEWEST, [before])
    assert after["north", "2021"] is None
    assert after["north", TOTAL] is None
    known = {entry: count for entry, count in after.items() if count is not None}
    whole = with_totals(table((52, 60, 70, 80)))
    assert width(("north", "2021"), known, whole) >= FEWEST


def test_a_table_without_small_counts_is_shown_as_it_is():
    counts = table((50, 60, 70, 0))
    assert protected(counts, FEWEST) == with_totals(counts)
    assert protected({}, FEWEST) == {(TOTAL, TOTAL): 0}
