"""Which row is which actor: importing again corrects, it never doubles."""

from __future__ import annotations

from landsby.web.partnerships.imports.known import KnownActor
from landsby.web.partnerships.imports.plan import Difference
from landsby.web.partnerships.tests.imports.factories import NORTH, QUAY, SOUTH, codes, known, plan_of

HEAD = "id | navn | type | kommune | adresse"
SCHOOL = KnownActor(5, "Kajskolen", "school", "77", NORTH, QUAY, address="Kajen 1")


def test_the_same_row_again_changes_nothing():
    plan = plan_of(f"{HEAD}\n77 | Kajskolen | folkeskole | 901 | Kajen 1", known(SCHOOL))
    assert (plan.new, plan.changed, plan.unchanged) == ([], [], 1)
    assert not plan.can_be_applied


def test_a_row_that_differs_changes_the_actor_and_says_how():
    plan = plan_of(f"{HEAD}\n77 | Kajens Skole | folkeskole | 901 | Kajen 2", known(SCHOOL))
    assert plan.changed[0].pk == 5
    assert plan.changed[0].differences == (
        Difference("name", "Kajskolen", "Kajens Skole"),
        Difference("address", "Kajen 1", "Kajen 2"),
    )


def test_an_empty_cell_erases_nothing():
    plan = plan_of(f"{HEAD}\n77 | Kajskolen | folkeskole | 901 | ", known(SCHOOL))
    assert plan.unchanged == 1


def test_without_a_number_the_name_decides():
    plan = plan_of("navn | type | kommune\nKAJSKOLEN | folkeskole | 901\nKajskolen | folkeskole | 902", known(SCHOOL))
    assert [change.pk for change in plan.changed] == [5]
    assert [actor.values["municipality_id"] for actor in plan.new] == [SOUTH]


def test_an_actor_added_by_hand_gets_its_number():
    by_hand = KnownActor(6, "Bakkehuset", "kindergarten", "", NORTH)
    plan = plan_of(f"{HEAD}\n88 | Bakkehuset | børnehave | 901 | ", known(by_hand))
    assert plan.changed[0].differences == (Difference("register_id", "", "88"),)


def test_another_number_is_another_actor():
    plan = plan_of(f"{HEAD}\n78 | Kajskolen | folkeskole | 901 | ", known(SCHOOL))
    assert len(plan.new) == 1


def test_a_name_that_two_actors_have_decides_nothing():
    twins = [KnownActor(pk, "Solstrålen", "kindergarten", "", NORTH) for pk in (7, 8)]
    assert len(plan_of("navn | type | kommune\nSolstrålen | børnehave | 901", known(*twins)).new) == 1


def test_a_number_that_stands_twice_is_named_at_both_rows():
    plan = plan_of(f"{HEAD}\n1 | A | folkeskole | 901 | \n2 | B | folkeskole | 901 | \n1 | C | folkeskole | 902 | ")
    assert codes(plan) == [(2, "same_number"), (4, "same_number")]
    first, second = plan.blockers
    assert "række 4" in first.wrong
    assert "række 2" in second.wrong


def test_a_number_in_a_row_with_another_mistake_still_counts():
    plan = plan_of(f"{HEAD}\n1 | A | folkeskole | 901 | \n1 |  | folkeskole | 901 | ")
    assert codes(plan) == [(2, "same_number"), (3, "missing"), (3, "same_number")]


def test_the_same_name_twice_without_numbers_is_named_at_both_rows():
    plan = plan_of("navn | type | kommune\nA | folkeskole | 901\na | folkeskole | 901\nA | folkeskole | 902")
    assert codes(plan) == [(2, "same_name"), (3, "same_name")]


def test_a_number_in_a_municipality_beyond_reach_is_refused():
    elsewhere = KnownActor(9, "Bugtskolen", "school", "77", SOUTH)
    plan = plan_of(f"{HEAD}\n77 | Bugtskolen | folkeskole | 901 | ", known(elsewhere, ours=("0901",)))
    assert codes(plan) == [(2, "beyond")]


def test_a_closed_actor_is_corrected_with_a_warning_and_stays_closed():
    closed = KnownActor(5, "Kajskolen", "school", "77", NORTH, is_closed=True)
    plan = plan_of(f"{HEAD}\n77 | Kajskolen | folkeskole | 901 | Kajen 9", known(closed))
    assert codes(plan) == [(2, "closed")]
    assert plan.can_be_applied


def test_the_digest_follows_what_would_be_done():
    rows = f"{HEAD}\n77 | Kajskolen | folkeskole | 901 | Kajen 9\n1 | Ny | folkeskole | 901 | "
    assert plan_of(rows, known(SCHOOL)).digest == plan_of(rows, known(SCHOOL)).digest
    assert plan_of(rows, known(SCHOOL)).digest != plan_of(rows, known()).digest
    assert plan_of(rows, known(SCHOOL)).digest != plan_of(rows.replace("Kajen 9", "Kajen 8"), known(SCHOOL)).digest
