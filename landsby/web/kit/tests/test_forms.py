"""What every text field of every form refuses."""

from __future__ import annotations

import pytest
from django import forms

from landsby.web.kit.fields import Line, Notes
from landsby.web.kit.forms import Form

TEXT_FIELDS = {
    "char": forms.CharField,
    "email": forms.EmailField,
    "regex": lambda: forms.RegexField(r".*"),
    "slug": forms.SlugField,
    "url": lambda: forms.URLField(assume_scheme="https"),
    "json": forms.JSONField,
    "long": lambda: forms.CharField(widget=forms.Textarea),
}
TYPED = {
    "email": "010190-1234@landsby.example",
    "url": "https://landsby.example/010190-1234",
    "json": '{"a": ["010190-1234"]}',
}


def form_of(field, text, **attributes):
    kind = type("OneField", (Form,), {"field": field, **attributes})
    return kind({"field": text})


def codes(form):
    return {error.code for error in form.errors.as_data().get("field", [])}


@pytest.mark.parametrize("sort", TEXT_FIELDS)
def test_no_text_field_takes_a_cpr_number(sort):
    assert codes(form_of(TEXT_FIELDS[sort](), TYPED.get(sort, "010190-1234"))) == {"cpr"}


def test_fields_added_later_are_dressed_too():
    form = form_of(forms.CharField(), "x")
    form.fields["more"] = forms.EmailField()
    form.dress()
    form.dress()
    names = [getattr(validator, "__name__", "") for validator in form.fields["more"].validators]
    assert names.count("refuse_cpr_in") == 1


def test_measures_may_have_ten_digits():
    form = form_of(forms.CharField(), "12.0510901234", holding_measures=frozenset({"field"}))
    assert form.is_valid()


def test_any_password_can_be_typed():
    assert form_of(forms.CharField(widget=forms.PasswordInput), "010190-1234").is_valid()


@pytest.mark.parametrize("text", ["a\x01b", "a\x1bb", "a\x7fb", "a\x85b"])
def test_control_characters_are_refused(text):
    assert codes(form_of(forms.CharField(), text)) == {"unseen"}


def test_lines_and_tabs_are_taken():
    assert form_of(forms.CharField(widget=forms.Textarea), "a\tb\r\nc").is_valid()


@pytest.mark.parametrize(
    ("field", "kept"), [(Line(max_length=20), "a b c"), (Notes(), "a\tb\r\nc")], ids=["line", "notes"]
)
def test_what_is_kept_has_no_control_characters(field, kept):
    typed = "a\tb\x00\r\nc\x1b"
    assert field.to_python(typed) == kept
    assert field.get_prep_value(typed) == kept
    assert field.to_python(None) is None


def test_a_hint_is_words_and_never_markup():
    form = form_of(forms.CharField(help_text="<form action=//elsewhere.example>"), "")
    assert "&lt;form action" in str(form)
    assert "<form" not in str(form)
