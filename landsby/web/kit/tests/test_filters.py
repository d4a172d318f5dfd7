"""The choices above a list, and how they are told in words."""

from __future__ import annotations

from datetime import date

import pytest
from django import forms
from django.http import QueryDict
from django.utils.translation import override

from landsby.web.kit.filters import WITHOUT, Filter
from landsby.web.kit.forms import SelectSeveral


class Boats(Filter):
    foremost = ("q", "sails")

    sails = forms.ChoiceField(label="Sejl", required=False)
    kind = forms.MultipleChoiceField(label="Slags", required=False, widget=SelectSeveral)
    q = forms.CharField(label="Søg", required=False)
    since = forms.DateField(label="Fra dato", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.choose_among("sails", [("one", "Et"), ("two", "To")], without="Uden sejl")
        self.choose_among("kind", [("dinghy", "Jolle"), ("ketch", "Ketch")])


def chosen(query: str) -> dict[str, str]:
    return Boats(QueryDict(query)).chosen


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("", {}),
        ("page=2&sort=-q", {}),
        ("sails=two", {"Sejl": "To"}),
        (f"sails={WITHOUT}", {"Sejl": "Uden sejl"}),
        ("kind=dinghy&kind=ketch", {"Slags": "Jolle, Ketch"}),
        ("since=2024-03-01", {"Fra dato": "1. mar. 2024"}),
        ("q=svanen", {"Søg": "svanen"}),
    ],
)
def test_what_is_chosen_is_told_in_words(query, told):
    assert chosen(query) == told


def test_days_are_told_in_the_readers_language():
    with override("en"):
        assert chosen("since=2024-03-01") == {"Fra dato": "1 Mar 2024"}


def test_what_is_not_understood_is_told_as_it_came():
    assert chosen("since=i+forgårs&sails=nine") == {"Sejl": "nine", "Fra dato": "i forgårs"}


def test_the_foremost_stand_first_in_their_order_and_the_rest_wait():
    form = Boats(QueryDict(""))
    assert [bound.name for bound in form.first_fields] == ["q", "sails"]
    assert [bound.name for bound in form.more_fields] == ["kind", "since"]


def test_without_any_foremost_all_show():
    class Plain(Boats):
        foremost = ()

    assert len(Plain(QueryDict("")).first_fields) == 4
    assert Plain(QueryDict("")).more_fields == []


def test_a_chosen_day_is_a_day():
    form = Boats(QueryDict("since=2024-03-01"))
    assert form.is_valid()
    assert form.cleaned_data["since"] == date(2024, 3, 1)
