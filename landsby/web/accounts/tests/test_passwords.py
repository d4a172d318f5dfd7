"""What a password must be, and that one thing is said at a time."""

from __future__ import annotations

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from landsby.web.accounts.models import User
from landsby.web.accounts.passwords import refuse_weak

KARLA = ("Karla Kildegård", "karla.kildegaard@havneby.example", "Sammen om Havneby")
LIKE_A_NAME = "Den ligner dit navn, din e-mail eller programmets navn."


@pytest.mark.parametrize(
    "password",
    [
        "karla kildegård",
        "Karla Kildegaard",
        "KARLA-KILDEGARD",
        "kildegård karla",
        "KarlaKildegård2026!",
        "karla.kildegaard@havneby.example",
        "sammenomhavneby",
        "Sammen om Havneby 1",
        "havneby landsby 26",
        "karla havneby sommer",
        "landsbylandsby",
    ],
)
def test_what_anybody_can_find_out_is_no_password(password):
    with pytest.raises(ValidationError) as refusal:
        refuse_weak(password, known=KARLA)
    assert [message[: len(LIKE_A_NAME)] for message in refusal.value.messages] == [LIKE_A_NAME]


@pytest.mark.parametrize(
    "password", ["kaffe tog regnvejr sofa", "karla kaffe regnvejr", "om havneby ved vi ikke alt", "b1-Sk%9xQ2tt.Z"]
)
def test_a_name_among_other_words_is_no_fault(password):
    refuse_weak(password, known=KARLA)


@pytest.mark.parametrize(
    ("password", "told"),
    [
        ("12345", "Den er for kort."),
        ("karla", "Den er for kort."),
        ("1234567890123", "Den er kun tal."),
        ("password1234", "Den er der mange, der bruger."),
    ],
)
def test_one_thing_is_said_at_a_time(password, told):
    with pytest.raises(ValidationError) as refusal:
        refuse_weak(password, known=KARLA)
    (message,) = refusal.value.messages
    assert message.startswith(told)


def test_somebody_who_is_not_saved_yet_is_asked_about_all_the_same():
    with pytest.raises(ValidationError):
        validate_password("karla kildegård", User(name=KARLA[0], email=KARLA[1]))


def test_without_a_person_the_other_rules_hold():
    validate_password("kaffe tog regnvejr sofa")
    with pytest.raises(ValidationError):
        validate_password("kort")
