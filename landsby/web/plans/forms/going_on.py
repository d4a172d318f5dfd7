"""What goes on: into the next period, or from another's plan into one's own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from landsby.web.kit.forms import Explained, Form
from landsby.web.plans.models import PlanItem
from landsby.web.plans.periods import Span
from landsby.web.plans.rules import problem_of_being_over


class _Choosing(Form):
    """Some of the things that a plan holds."""

    items = forms.MultipleChoiceField(label=gettext_lazy("Vælg"), required=False, widget=forms.CheckboxSelectMultiple)

    def offer(self, items: Sequence[PlanItem], chosen: Sequence[PlanItem]) -> None:
        """Offer these, of which some are chosen already."""
        self._items = {str(item.pk): item for item in items}
        field = self.fields["items"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(key, _explained(item)) for key, item in self._items.items()]
        field.initial = [str(item.pk) for item in chosen]

    @property
    def chosen(self) -> list[PlanItem]:
        """The things that were chosen, in the order of the plan."""
        wanted = set(self.cleaned_data["items"])
        return [item for key, item in self._items.items() if key in wanted]


class CarryForm(_Choosing):
    """The days of the next period, and what goes on into it."""

    starts_on = forms.DateField(
        label=gettext_lazy("Fra"), error_messages={"required": gettext_lazy("Vælg den første dag.")}
    )
    ends_on = forms.DateField(label=gettext_lazy("Til og med"), required=False)

    def __init__(self, *args: Any, items: Sequence[PlanItem], span: Span, today: date, **more: Any) -> None:
        self._today = today
        super().__init__(*args, initial={"starts_on": span.first, "ends_on": span.last}, **more)
        self.offer(items, [item for item in items if item.is_open])
        self.fields["items"].label = _("Hvad går videre?")
        self.order_fields(["items", "starts_on", "ends_on"])

    def clean(self) -> dict[str, Any]:
        """Refuse a next period that has passed already: nobody would ever work by it."""
        told: dict[str, Any] = super().clean() or {}
        last = told.get("ends_on")
        if last is not None and last < self._today:
            self.add_problems([problem_of_being_over(last)])
        return told

    @property
    def span(self) -> Span:
        """The days of the next period."""
        return Span(self.cleaned_data["starts_on"], self.cleaned_data["ends_on"])


class CopyForm(_Choosing):
    """What to take from another's plan."""

    def __init__(self, *args: Any, items: Sequence[PlanItem], **more: Any) -> None:
        super().__init__(*args, **more)
        self.offer(items, [])
        field = self.fields["items"]
        field.label, field.required = _("Hvad vil I tage med?"), True
        field.error_messages["required"] = _("Vælg mindst ét punkt, eller gå tilbage.")


def _explained(item: PlanItem) -> str:
    return Explained(item.what, item.how) if item.how else item.what
