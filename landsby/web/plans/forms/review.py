"""Looking at a plan again: how far each thing has come, what went well, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landsby.blueprint.kinds import PlanTemplate
from landsby.web.activities.forms.parts import extra_from, own_fields
from landsby.web.kit.forms import Form
from landsby.web.plans.models import PlanItem
from landsby.web.plans.questions import Questions
from landsby.web.plans.status import ItemStatus
from landsby.web.plans.told import ReviewTold


class ReviewForm(Form):
    """A few words, the template's own questions, and each thing with how far it has come."""

    went_well = forms.CharField(
        label=_("Hvad gik godt?"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )
    what_next = forms.CharField(
        label=_("Hvad gør I nu?"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )
    on = forms.DateField(label=_("Hvornår kiggede I på planen?"), error_messages={"required": _("Vælg en dag.")})

    def __init__(
        self, *args: Any, template: PlanTemplate | None, items: Sequence[PlanItem], today: date, **more: Any
    ) -> None:
        super().__init__(*args, initial={"on": today}, **more)
        self.questions, self.items = Questions(template.review if template else ()), items
        asked = own_fields(self.questions, enforce=False)
        self.fields = {**{f"item_{item.pk}": _how_far(item) for item in items}, **asked, **self.fields}
        self.dress()

    @property
    def item_fields(self) -> list[forms.BoundField]:
        """How far each thing has come."""
        return [self[f"item_{item.pk}"] for item in self.items]

    @property
    def word_fields(self) -> list[forms.BoundField]:
        """Everything else."""
        return [bound for bound in self.visible_fields() if not bound.name.startswith("item_")]

    @property
    def told(self) -> ReviewTold:
        """The review as the action takes it."""
        told = self.cleaned_data
        answers = extra_from(self.questions, told)
        return ReviewTold(told["on"], told["went_well"], told["what_next"], answers)

    @property
    def progress(self) -> dict[int, ItemStatus]:
        """How far each thing has come, by primary key."""
        return {item.pk: ItemStatus(self.cleaned_data[f"item_{item.pk}"]) for item in self.items}


def _how_far(item: PlanItem) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=item.what,
        choices=ItemStatus.choices,
        initial=item.status,
        widget=forms.RadioSelect(attrs={"group": "chips"}),
    )
