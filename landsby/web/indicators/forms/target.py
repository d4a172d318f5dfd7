"""What is aimed at."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landsby.blueprint.kinds import Indicator
from landsby.web.indicators.actions import ToldTarget
from landsby.web.indicators.periods import number_at, period_name, period_of, place_of, years_as_places
from landsby.web.kit.forms import Form
from landsby.web.kit.numbers import AmountField

WHOLE = "all"
YEARS_AHEAD = 15


class TargetForm(Form):
    """Where, how much, by when, and who decided it."""

    place = forms.ChoiceField(label=_("Sted"))
    value = AmountField(
        label=_("Mål"), min_value=-1000, max_value=1_000_000, error_messages={"required": _("Skriv målet som et tal.")}
    )
    period = forms.TypedChoiceField(label=_("Hvornår skal det være nået?"), coerce=int)
    decided_by = forms.CharField(
        label=_("Hvem har besluttet det?"),
        max_length=160,
        error_messages={"required": _("Skriv, hvem der har besluttet målet.")},
    )
    decided_on = forms.DateField(label=_("Hvornår blev det besluttet?"), error_messages={"required": _("Vælg en dag.")})
    why = forms.CharField(
        label=_("Hvorfor netop det?"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, places: Mapping[str, str], indicator: Indicator, today: date, **more: Any) -> None:
        super().__init__(*args, initial={"decided_on": today}, **more)
        kind = indicator.period
        first = place_of(period_of(today, kind), kind)
        periods = [number_at(first + ahead, kind) for ahead in range(years_as_places(YEARS_AHEAD, kind) + 1)]
        self._offer("place", [(place or WHOLE, name) for place, name in places.items()])
        self._offer("period", [(number, period_name(number, kind)) for number in periods])

    def _offer(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    @property
    def told(self) -> ToldTarget:
        """The target as the action takes it."""
        told = dict(self.cleaned_data)
        place = told.pop("place")
        return ToldTarget(place="" if place == WHOLE else place, value=Decimal(told.pop("value")), **told)
