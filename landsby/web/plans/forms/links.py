"""What belongs to one thing in a plan: the activities and initiatives that came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from django import forms
from django.utils.translation import gettext_lazy as _

from landsby.web.activities.models import Activity
from landsby.web.initiatives.models import Initiative
from landsby.web.kit.dates import short_day
from landsby.web.kit.forms import Form
from landsby.web.plans.models import PlanItem

Row = TypeVar("Row", Activity, Initiative)


class LinkForm(Form):
    """Choose among the place's own; where there is nothing to choose there is no question."""

    activities = forms.MultipleChoiceField(
        label=_("Aktiviteter"), required=False, widget=forms.CheckboxSelectMultiple(attrs={"group": "picker"})
    )
    initiatives = forms.MultipleChoiceField(
        label=_("Indsatser"), required=False, widget=forms.CheckboxSelectMultiple(attrs={"group": "picker"})
    )

    def __init__(
        self,
        *args: Any,
        item: PlanItem,
        activities: Sequence[Activity],
        initiatives: Sequence[Initiative],
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        self._activities = {str(one.pk): one for one in activities}
        self._initiatives = {str(one.pk): one for one in initiatives}
        days = {key: f"{one.title}, {short_day(one.starts_on)}" for key, one in self._activities.items()}
        self._offer("activities", days, [str(one.pk) for one in item.activities.all()])
        titles = {key: one.title for key, one in self._initiatives.items()}
        self._offer("initiatives", titles, [str(one.pk) for one in item.initiatives.all()])

    def _offer(self, name: str, titles: Mapping[str, str], chosen: list[str]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices, field.initial = list(titles.items()), chosen
        if not titles:
            del self.fields[name]

    @property
    def told(self) -> dict[str, Any]:
        """What belongs to it, as the action takes it."""
        return {
            "activities": _chosen(self._activities, self.cleaned_data.get("activities", [])),
            "initiatives": _chosen(self._initiatives, self.cleaned_data.get("initiatives", [])),
        }


def _chosen(rows: Mapping[str, Row], keys: Sequence[str]) -> list[Row]:
    return [rows[key] for key in keys]
