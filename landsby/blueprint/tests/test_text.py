"""Texts in two languages."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from landsby.blueprint import Text


def test_a_text_says_itself_in_either_language():
    text = Text(da=" Hej ", en="Hello")
    assert (text.say("da"), text.say("en"), str(text)) == ("Hej", "Hello", "Hej")


@pytest.mark.parametrize("said", [{"da": "Hej"}, {"en": "Hello"}, {"da": "Hej", "en": ""}, {"da": "Hej", "en": "\0"}])
def test_a_text_lacks_no_language(said):
    with pytest.raises(ValidationError):
        Text(**said)


def test_placeholders_are_filled_in_each_language():
    pattern = Text(da="{count} af {what}", en="{count} of {what}")
    assert pattern.filled(count=3, what=Text(da="æbler", en="apples")) == Text(da="3 af æbler", en="3 of apples")


def test_what_people_wrote_is_shown_safely():
    filled = Text(da="»{it}«", en="“{it}”").filled(it="{da}\0\n" + "x" * 400)
    assert filled.da.startswith("»{da}��xxx")
    assert len(filled.da) == 303
