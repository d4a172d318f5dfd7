"""Looking at a plan again: how far each thing has come, what went well, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landsby.blueprint.kinds import PlanTemplate
from landsby.web.activities.forms.parts import extra_from, extra_initial, own_fields
from landsby.web.kit.together import WrittenTogether
from landsby.web.plans.models import PlanItem, PlanReview
from landsby.web.plans.questions import Questions
from landsby.web.plans.status import ItemStatus
from landsby.web.plans.told import ReviewTold, sign_of


class ReviewForm(WrittenTogether):
    """A few words, the template's own questions, and each thing with how far it has come."""

    went_well = forms.CharField(
        label=_("Hvad gik godt?"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )
    what_next = forms.CharField(
        label=_("Hvad gør I nu?"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )
    on = forms.DateField(label=_("Hvornår kiggede I på planen?"), error_messages={"required": _("Vælg en dag.")})

    def __init__(
        self,
        *args: Any,
        template: PlanTemplate | None,
        items: Sequence[PlanItem],
        today: date,
        there: PlanReview | None = None,
        **more: Any,
    ) -> None:
        self.there = there
        self.questions, self.items = Questions(template.review if template else ()), items
        super().__init__(*args, initial={"on": today, **_said(there, self.questions)}, **more)
        asked = own_fields(self.questions, enforce=False)
        self.fields = {**{f"item_{item.pk}": _how_far(item) for item in items}, **asked, **self.fields}
        # One of them at least is asked for: the rules say so.
        for name in ("went_well", "what_next"):
            self.fields[name].is_one_of_several = True  # type: ignore[attr-defined]  # read by the template
        self.dress()
        self.share()

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
        # What stands about the day of the page has been laid beside the words; about another day nobody has looked.
        seen = sign_of(self.there) if self.there and self.there.on == told["on"] else ""
        return ReviewTold(told["on"], told["went_well"], told["what_next"], answers, seen)

    @property
    def progress(self) -> dict[int, ItemStatus]:
        """How far each thing has come, by primary key."""
        return {item.pk: ItemStatus(self.cleaned_data[f"item_{item.pk}"]) for item in self.items}


def _said(review: PlanReview | None, questions: Questions) -> dict[str, Any]:
    """What stands there about the day already."""
    if review is None:
        return {}
    words = {"went_well": review.went_well, "what_next": review.what_next}
    return {**extra_initial(questions, review.answers), **words}


def _how_far(item: PlanItem) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=item.what,
        choices=ItemStatus.choices,
        initial=item.status,
        widget=forms.RadioSelect(attrs={"group": "chips"}),
    )
