"""Questions that are asked more than once where a design is begun."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.numbers import CountField

FIRST_YEAR, LAST_YEAR = 1980, 2100
SHARE = "share"
"""What is measured as yes or no for each child."""
BADLY = "badly"
"""Places that were chosen because what is followed was bad there."""


def year_field(label: Any, **more: Any) -> CountField:
    """A year, as a number."""
    cure = _("Skriv et årstal, for eksempel 2026.")
    said = dict.fromkeys(("required", "invalid", "min_value", "max_value"), cure)
    return CountField(label=label, min_value=FIRST_YEAR, max_value=LAST_YEAR, error_messages=said, **more)


def chosen_field() -> forms.ChoiceField:
    """Why the programme works where it does; nothing is answered beforehand, for it is a claim."""
    return forms.ChoiceField(
        label=_("Hvordan blev stederne valgt?"),
        choices=[(BADLY, _("Fordi det gik dårligt med det, der følges")), ("otherwise", _("Af andre grunde"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg, hvordan stederne blev valgt. Det har betydning for, hvordan der regnes.")},
    )


def measured_field(*, is_asked: bool = True) -> forms.ChoiceField:
    """Whether something is yes or no for each child, or a number."""
    return forms.ChoiceField(
        required=is_asked,
        label=_("Hvordan måles det?"),
        choices=[(SHARE, _("Ja eller nej for hvert barn")), ("measure", _("Et tal for hvert barn"))],
        widget=forms.RadioSelect,
        initial=SHARE if is_asked else None,
    )


def also_field(label: Any, **more: Any) -> forms.CharField:
    """Something else that may be followed."""
    return forms.CharField(label=label, required=False, max_length=80, **more)


def column_field() -> forms.CharField:
    """What the data call it."""
    return forms.CharField(label=_("Hvad hedder kolonnen i data?"), required=False, max_length=60)


def english_field(label: Any, most: int) -> forms.CharField:
    """What stands in English; where nothing does, the Danish is shown and said to be so."""
    return forms.CharField(label=label, required=False, max_length=most)
