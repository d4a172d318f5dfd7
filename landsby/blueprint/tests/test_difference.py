"""What differs between two versions, told for people."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landsby.blueprint import Blueprint, builtin, load
from landsby.blueprint.difference import difference
from landsby.blueprint.tests.test_adaptation import OWN_GOAL, called_otherwise, changed
from landsby.blueprint.wordwise import wordwise


def told(change) -> list[tuple[str, str | None, str | None]]:
    """The fields of a change in Danish."""
    return [
        (
            " > ".join(label.da for label in field.labels),
            field.before and field.before.da,
            field.after and field.after.da,
        )
        for field in change.fields
    ]


def test_nothing_differs_from_itself(sound):
    assert not difference(sound, Blueprint.from_data(sound.to_data()))


@pytest.mark.parametrize("key", builtin())
def test_every_definition_can_be_told_as_added_and_as_removed(key, sound):
    blueprint = load(key)
    ways = difference(sound, blueprint), difference(blueprint, sound)
    assert len(ways[0].of("added")) == len(ways[1].of("removed"))


def test_a_changed_text_is_told_as_it_was_and_as_it_is_in_both_languages(sound):
    later = changed(sound, "goals", "wonder", title={"da": "At undre sig", "en": "To wonder"})
    [change] = difference(sound, later).changes
    assert (change.sort, change.folder, change.id) == ("changed", "goals", "wonder")
    assert told(change) == [("Navn", "Undren", "At undre sig")]
    assert (change.fields[0].before.en, change.fields[0].after.en) == ("Wonder", "To wonder")


def test_what_came_went_and_ended_is_told_apart(sound):
    data = changed(sound, "goals", "wonder", ended_on="2024-01-31").to_data()
    data["goals"].append(OWN_GOAL)
    data["messages"] = []
    found = difference(sound, Blueprint.from_data(data))
    assert [(change.sort, change.id) for change in found.changes] == [
        ("removed", "everything_grows"),
        ("ended", "wonder"),
        ("added", "own_frost"),
    ]
    assert told(found.of("ended")[0]) == [("Brugt til og med", None, "31. januar 2024")]


def test_what_a_new_role_lets_people_see_and_do_is_told(sound):
    data = sound.to_data()
    new = {**data["roles"][0], "id": "newcomer", "may": ["see_contacts", "export"]}
    reader = {key: value for key, value in new.items() if key != "may"} | {"id": "reader"}
    data["roles"] = [*data["roles"], new, reader]
    added = {change.id: told(change) for change in difference(sound, Blueprint.from_data(data)).of("added")}
    assert added["newcomer"][2] == ("Må gøre", None, "se kontaktpersoner, hente data ud")
    assert [label for label, _was, _now in added["newcomer"]] == ["Hører til", "Kan se", "Må gøre"]
    assert added["reader"][2] == ("Må gøre", None, "kun læse")


def test_what_is_used_again_is_told(sound):
    data = sound.to_data()
    mud = next(each for each in data["goals"] if each["id"] == "mud")
    del mud["ended_on"]
    assert [change.sort for change in difference(sound, Blueprint.from_data(data)).changes] == ["reopened"]


def test_a_renamed_definition_is_one_change_and_not_two(sound):
    later = called_otherwise(sound, "messages", "everything_grows", "all_grows")
    [change] = difference(sound, later, {("messages", "everything_grows"): "all_grows"}).changes
    assert (change.sort, change.id, change.former, change.fields) == ("renamed", "all_grows", "everything_grows", ())
    assert [each.sort for each in difference(sound, later).changes] == ["removed", "added"]


def test_what_refers_to_a_renamed_definition_has_not_changed_by_that(sound):
    later = called_otherwise(sound, "principles", "tidiness", "order_in_all")
    [change] = difference(sound, later, {("principles", "tidiness"): "order_in_all"}).changes
    assert change.id == "order_in_all"


def test_parts_are_followed_by_their_id_and_references_named_by_their_title(sound):
    practice = [
        {"id": "rake", "text": {"da": "Vi river.", "en": "We rake."}},
        {"id": "sweep", "text": {"da": "Vi fejer tit.", "en": "We sweep often."}},
    ]
    later = changed(sound, "principles", "tidiness", practice=practice, goals=["wonder", "mud"])
    [change] = difference(sound, later).changes
    assert told(change) == [
        ("Eksempler på praksis", "Vi fejer sammen.", "Vi fejer tit."),
        ("Eksempler på praksis", None, "Vi river."),
        ("Målsætninger", "Undren", "Undren, Mudder"),
    ]


def test_a_rate_is_followed_by_its_place_and_told_whole_when_it_is_new(sound):
    rates = [each.model_dump(mode="json", exclude_defaults=True) for each in sound.activity_kinds["pruning"].rates]
    rates[1]["ended_on"] = "2023-12-31"
    rates.append({"kr": 200, "starts_on": "2024-01-01", "source": "Haveudvalget"})
    [change] = difference(sound, changed(sound, "activity_kinds", "pruning", rates=rates)).changes
    assert told(change) == [
        ("Satser > Gjaldt til og med", None, "31. december 2023"),
        ("Satser", None, "Kroner i timen: 200; Gælder fra: 1. januar 2024; Kilde: Haveudvalget"),
    ]


def test_order_is_not_shouted(sound):
    later = changed(sound, "goals", "wonder", order=99)
    [change] = difference(sound, later).changes
    assert (change.sort, change.fields) == ("moved", ())


def test_what_the_blueprint_says_of_itself_is_told(sound):
    data = sound.to_data()
    data["blueprint"]["version"] = "2"
    [change] = difference(sound, Blueprint.from_data(data)).changes
    assert (change.folder, told(change)) == ("blueprint", [("Version", "1", "2")])


def test_two_sentences_are_told_word_by_word():
    assert wordwise("Vi fejer sammen om dagen.", "Vi river sammen hver dag.") == [
        ("same", "Vi "),
        ("gone", "fejer "),
        ("new", "river "),
        ("same", "sammen "),
        ("gone", "om dagen."),
        ("new", "hver dag."),
    ]


def test_two_sentences_with_little_in_common_are_told_one_after_the_other():
    assert wordwise("Børn og mad hver dag.", "Noget helt nyt og sjovt.") == [
        ("gone", "Børn og mad hver dag."),
        ("new", "Noget helt nyt og sjovt."),
    ]
    assert wordwise("", "Nyt.") == [("new", "Nyt.")]


@given(st.text(alphabet="ab \n", max_size=40), st.text(alphabet="ab \n", max_size=40))
def test_word_by_word_nothing_is_lost(before, after):
    runs = wordwise(before, after)
    assert "".join(text for fate, text in runs if fate != "gone").split() == after.split()
    assert "".join(text + " " for fate, text in runs if fate != "new").split() == before.split()
