"""Own words in one language only are found, and what is whole is left alone."""

from __future__ import annotations

import pytest

from landsby.blueprint import Blueprint, Text
from landsby.blueprint.renaming import similar_new
from landsby.blueprint.rewording import half_said, lack_of
from landsby.blueprint.tests.test_adaptation import called_otherwise, changed


def silent(blueprint: Blueprint, message: str) -> Blueprint:
    """The same, with a message that does not say what it was called before."""
    return changed(blueprint, "messages", message, formerly=[])


WAS = Text(da="Undren", en="Wonder")


@pytest.mark.parametrize(
    ("now", "before", "lack"),
    [
        (WAS, WAS, None),
        (Text(da="At undre sig", en="Wonder"), WAS, "en"),
        (Text(da="Undren", en="To wonder"), WAS, "da"),
        (Text(da="At undre sig", en="To wonder"), WAS, None),
        (Text(da="Wow", en="Wow"), WAS, "same"),
        (Text(da="Wow", en="Wow"), None, "same"),
        (Text(da="Wow", en="Wow"), Text(da="Wow", en="Wow"), None),
        (WAS, None, None),
        (None, WAS, None),
    ],
)
def test_the_language_that_was_left_is_named(now, before, lack):
    assert lack_of(now, before) == lack


def test_it_is_told_by_what_the_text_is_called(sound):
    today = changed(sound, "goals", "wonder", title={"da": "At undre sig", "en": "Wonder"}).goals["wonder"]
    [half] = half_said(today, sound.goals["wonder"])
    assert half.say("da") == "Navn er skrevet om på dansk og ikke på engelsk: At undre sig"
    assert half.say("en") == "Name is reworded in Danish and not in English: At undre sig"


def test_only_what_is_alike_may_have_changed_its_id(sound):
    later = silent(called_otherwise(sound, "messages", "everything_grows", "all_grows"), "all_grows")
    assert similar_new(sound, later) == {("messages", "everything_grows"): "all_grows"}
    title = {"da": "Spis mere kål", "en": "Eat more cabbage"}
    other = changed(called_otherwise(sound, "messages", "everything_grows", "x"), "messages", "x", title=title)
    assert similar_new(sound, silent(other, "x")) == {}
