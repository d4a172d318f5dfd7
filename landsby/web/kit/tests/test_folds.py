"""Folds: headings that say what is chosen, and open where something is wrong."""

from __future__ import annotations

from django import forms
from django.template.loader import render_to_string

from landsby.web.kit.folds import Fold
from landsby.web.kit.forms import Form, ask_for_one_of_several
from landsby.web.kit.numbers import CountField


class Outing(Form):
    who = forms.MultipleChoiceField(
        label="Hvem",
        choices=[("crab", "Krabben"), ("heron", "Hejren"), ("seal", "Sælen")],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    children = CountField(label="Børn", min_value=0, max_value=50, required=False)
    parents = CountField(label="Forældre", min_value=0, max_value=50, required=False)
    words = forms.CharField(label="Et par ord", required=False)
    weather = forms.CharField(label="Vejret")


def fold(form, *names, **more):
    return Fold("it", "Det", [form[name] for name in names], **more)


def test_the_heading_of_one_field_says_its_values():
    assert fold(Outing(initial={"who": ["seal", "crab"]}), "who").chosen == "Krabben, Sælen"
    assert fold(Outing({"who": ["heron"]}), "who").chosen == "Hejren"
    assert fold(Outing(initial={"words": "Det blæste"}), "words").chosen == "Det blæste"


def test_the_heading_of_several_says_counts_and_what_else_is_answered():
    form = Outing(initial={"children": 12, "parents": 0, "words": "Det blæste"})
    assert fold(form, "children", "parents", "words").chosen == "Børn 12, Forældre 0, Et par ord"


def test_where_nothing_is_chosen_the_heading_says_whether_that_will_do():
    assert fold(Outing(), "who", "children").chosen == ""
    assert fold(Outing(), "who").nothing == "(kan udelades)"
    assert fold(Outing(), "weather").nothing == ""
    either = Outing()
    ask_for_one_of_several(either.fields["who"])
    assert fold(either, "who").nothing == ""


def test_it_is_closed_until_it_is_asked_for_or_something_in_it_is_wrong():
    assert not fold(Outing(), "children").is_open
    assert fold(Outing(), "children", is_asked_for=True).is_open
    wrong = Outing({"children": "51", "weather": "Sol"})
    assert fold(wrong, "children").is_open
    assert not fold(wrong, "who").is_open


def test_what_is_typed_is_in_the_page_also_when_it_is_folded_away():
    told = render_to_string("kit/forms/fold.html", {"fold": fold(Outing({"words": "Vi så en sæl"}), "words")})
    assert 'value="Vi så en sæl"' in told
    assert "<details" in told
    assert " open" not in told.partition(">")[0]
