"""Numbers are taken as they were meant, or refused; none is silently altered."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from landsby.web.kit.forms import Form
from landsby.web.kit.numbers import AmountField, CountField, keys_in


class Told(Form):
    """One of each."""

    count = CountField(min_value=0, max_value=5000)
    amount = AmountField(min_value=0, max_value=200, required=False)


@pytest.mark.parametrize(("typed", "meant"), [("12", 12), (" 12 ", 12), ("0", 0), ("007", 7), (12, 12)])
def test_a_whole_number_is_taken(typed, meant):
    assert CountField(min_value=0, max_value=5000).clean(typed) == meant


@pytest.mark.parametrize("typed", ["12,5", "12.5", "12.0", "1_000", "1e3", "tolv", "9" * 5000])
def test_what_is_no_plain_whole_number_is_refused(typed):
    with pytest.raises(ValidationError) as refusal:
        CountField(min_value=0, max_value=5000).clean(typed)
    assert refusal.value.messages == ["Skriv et helt tal, fx 12."]


def test_only_numbers_that_a_key_can_be_are_taken_from_an_address():
    assert keys_in(["7", 12, "", None, "-1", "1e3", "²", "0", "9" * 5000, "x"]) == [7, 12]


@pytest.mark.parametrize("typed", ["1.000", "1,000", "1 000", "1.000.000"])
def test_a_thousand_with_a_sign_in_it_is_refused_and_why(typed):
    with pytest.raises(ValidationError) as refusal:
        CountField(min_value=0, max_value=5000).clean(typed)
    assert refusal.value.messages == ["Skriv tallet uden punktum, komma og mellemrum: 1.000 kan læses på to måder."]


@pytest.mark.parametrize("typed", ["-1", "5001"])
def test_a_number_outside_the_limits_is_told_the_limits(typed):
    with pytest.raises(ValidationError) as refusal:
        CountField(min_value=0, max_value=5000).clean(typed)
    assert refusal.value.messages == ["Skriv et helt tal fra 0 til 5000."]


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("typed", ["1,5", "1.5", "1,50"])
def test_an_amount_takes_comma_and_point_in_both_languages(language, typed):
    with translation.override(language):
        assert AmountField(min_value=0, max_value=200).clean(typed) == Decimal("1.5")


@pytest.mark.parametrize("typed", ["1.000", "1,333", "1.000,5", "NaN", "1e2", "halvanden", ","])
def test_an_amount_that_could_be_read_as_another_is_refused(typed):
    with pytest.raises(ValidationError) as refusal:
        AmountField(min_value=0, max_value=200).clean(typed)
    assert refusal.value.messages == ["Skriv et tal med højst to decimaler, fx 1,5."]


@pytest.mark.parametrize(
    ("language", "stored", "shown"),
    [("da", "1.50", "1,5"), ("en", "1.50", "1.5"), ("da", "10.00", "10"), ("da", "0.25", "0,25")],
)
def test_a_stored_amount_is_shown_as_the_language_writes_it(language, stored, shown):
    with translation.override(language):
        assert f'value="{shown}"' in str(Told(initial={"amount": Decimal(stored)})["amount"])


def test_the_browser_is_given_text_fields_so_that_it_drops_no_comma():
    form = Told({"count": "12,5", "amount": "1,5"})
    for name, keyboard in (("count", "numeric"), ("amount", "decimal")):
        assert 'type="text"' in str(form[name])
        assert f'inputmode="{keyboard}"' in str(form[name])
    assert 'value="12,5"' in str(form["count"])
    assert 'value="1,5"' in str(form["amount"])


def test_the_limits_are_said_in_the_language_of_the_reader():
    with translation.override("en"):
        said = str(Told({"count": "-1"}).errors["count"])
    with translation.override("da"):
        assert str(Told({"count": "-1"}).errors["count"]) != said
