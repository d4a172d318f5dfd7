"""What belongs to one thing in a plan: the activities and initiatives that came of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landsby.web.activities.forms.initiatives import initiatives_field
from landsby.web.activities.models import Activity
from landsby.web.kit.dates import short_day
from landsby.web.kit.forms import Form
from landsby.web.partnerships.access import Standing
from landsby.web.plans.models import PlanItem


class LinkForm(Form):
    """Choose among the place's own activities and the initiatives under way; without any there is no question."""

    activities = forms.MultipleChoiceField(
        label=_("Aktiviteter"), required=False, widget=forms.CheckboxSelectMultiple(attrs={"group": "picker"})
    )

    def __init__(
        self, *args: Any, item: PlanItem, activities: Sequence[Activity], standing: Standing, **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self._activities = {str(one.pk): one for one in activities}
        field = self.fields["activities"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(key, f"{one.title}, {short_day(one.starts_on)}") for key, one in self._activities.items()]
        field.initial = [str(one.pk) for one in item.activities.all()]
        if not activities:
            del self.fields["activities"]
        linked = [one.pk for one in item.initiatives.all()]
        sent = self.data.getlist("initiatives") if hasattr(self.data, "getlist") else []
        self.fields |= initiatives_field(standing, [*linked, *sent])
        self.initial["initiatives"] = linked
        self.dress()

    @property
    def told(self) -> dict[str, Any]:
        """What belongs to it, as the action takes it."""
        told = self.cleaned_data
        activities = [self._activities[key] for key in told.get("activities", [])]
        return {"activities": activities, "initiatives": list(told.get("initiatives", []))}
