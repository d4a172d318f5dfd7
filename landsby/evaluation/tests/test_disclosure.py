"""Nobody who knows the totals and every earlier release can work out a hidden count."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from landsby.evaluation.disclosure.tables import TOTAL, lines_before, protected, width, with_totals

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


@settings(max_examples=8)
@given(st.tuples(few, few, few, few), st.booleans())
def test_what_is_small_cannot_be_worked_out(numbers, has_earlier):
    counts = table(numbers)
    first_year = {entry: count for entry, count in counts.items() if entry[1] == COLUMNS[0]}
    before = protected(first_year, FEWEST) if has_earlier else {}
    told = protected(counts, FEWEST, [before] if has_earlier else [])
    agreeing = [
        whole
        for whole in possible({entry: count for entry, count in told.items() if count is not None})
        if tells(with_totals({entry: whole[entry] for entry in first_year}), before)
    ]
    for entry, count in with_totals(counts).items():
        if 0 < count < FEWEST:
            assert told[entry] is None
            assert len({whole[entry] for whole in agreeing}) > 1


def tells(whole, told):
    """Whether a table agrees with what was told of it."""
    return all(count is None or whole[entry] == count for entry, count in told.items())


def test_another_year_does_not_tell_what_the_years_before_it_hid():
    first = {("n", "1"): 20, ("n", "2"): 20, ("s", "1"): 30, ("s", "2"): 30, ("w", "1"): 3, ("w", "2"): 30}
    counts = {**first, ("n", "3"): 4, ("s", "3"): 50, ("w", "3"): 20}
    before = protected(first, FEWEST)
    whole, after = with_totals(counts), protected(counts, FEWEST, [before])
    known = {entry: count for entry, count in after.items() if count is not None}
    for entry in (("w", "1"), ("n", "3")):
        assert width(entry, known, whole, lines_before([before], whole)) >= FEWEST


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
