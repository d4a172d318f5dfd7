"""A place goes through all its principles, a few at a time."""

from datetime import date

from landsby.web.plans.coverage import Stretch, coverage

ALL = ("ropes", "waves", "songs")


def test_before_anything_is_in_focus_nothing_is_covered_and_no_clock_runs() -> None:
    told = coverage(ALL, [], 2, date(2024, 5, 1))
    assert (told.covered, told.until) == (0, None)
    assert told.missing == list(ALL)


def test_what_was_and_what_is_in_focus_both_count_and_what_is_to_come_does_not() -> None:
    been = Stretch("ropes", date(2023, 1, 1), date(2023, 6, 30))
    now, later = Stretch("waves", date(2023, 7, 1), None), Stretch("songs", date(2025, 1, 1), None)
    told = coverage(ALL, [now, later, been], 4, date(2024, 5, 1))
    assert [turn.principle for turn in told.turns if turn.has_been] == ["ropes", "waves"]
    assert [turn.principle for turn in told.turns if turn.is_now] == ["waves"]
    assert (told.missing, told.until) == (["songs"], date(2026, 12, 31))


def test_what_was_in_focus_longer_ago_than_the_years_is_to_have_its_turn_again() -> None:
    been = [Stretch(one, date(2020, 8, 1), date(2021, 1, 1)) for one in ALL]
    assert coverage(ALL, been, 2, date(2022, 12, 31)).is_whole
    told = coverage(ALL, [*been, Stretch("songs", date(2022, 9, 1), None)], 2, date(2023, 10, 1))
    assert (told.missing, told.until) == (["ropes", "waves"], None)


def test_without_a_limit_there_is_one_round_only() -> None:
    been = [Stretch("ropes", date(2010, 1, 1), date(2010, 2, 1))]
    assert coverage(ALL, been, None, date(2024, 1, 1)).covered == 1


def test_a_principle_that_the_template_no_longer_has_is_not_counted() -> None:
    gone = Stretch("anchors", date(2023, 1, 1), None)
    assert coverage(ALL, [gone], 2, date(2024, 1, 1)).covered == 0
