"""What was agreed, and how it was."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from landsby.blueprint import Blueprint
from landsby.blueprint.kinds import PlanTemplate
from landsby.web.activities.models import Activity
from landsby.web.activities.presenters import title_of
from landsby.web.gatherings.forms.choices import ActorField
from landsby.web.gatherings.rules import ANSWERS, QUESTIONS
from landsby.web.kit.dates import short_day
from landsby.web.kit.forms import Form
from landsby.web.kit.periods import is_sensible
from landsby.web.plans.models import Plan as PlacePlan
from landsby.web.plans.models import PlanQuerySet


class AgreementForm(Form):
    """One agreement: what, who, and until when."""

    text = forms.CharField(
        label=gettext_lazy("Hvad aftalte I?"),
        max_length=300,
        error_messages={"required": gettext_lazy("Skriv, hvad I aftalte.")},
    )

    def __init__(self, *args: Any, activity: Activity, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        actors = {link.actor_id: link.actor for link in activity.involvements.all()}
        self.fields["actor"] = ActorField(
            actors.values(), empty=_("Alle sammen"), label=_("Hvem gør det?"), required=False
        )
        self.fields["due_on"] = forms.DateField(label=_("Hvornår?"), required=False)
        self.dress()

    def clean_due_on(self) -> Any:
        """A day that can be one of a programme's."""
        day = self.cleaned_data["due_on"]
        if day is not None and not is_sensible(day):
            raise forms.ValidationError(_("Årstallet kan ikke passe. Ret datoen."), code="day_out_of_range")
        return day


class PlanField(forms.ModelChoiceField[PlacePlan]):
    """A plan by whose it is, what it is and from when."""

    templates: Mapping[str, PlanTemplate] = {}

    def label_from_instance(self, obj: PlacePlan) -> str:
        """The place, the template and the first day."""
        told = {"place": obj.place, "title": title_of(self.templates, obj.template), "day": short_day(obj.starts_on)}
        return _("%(place)s: %(title)s, fra %(day)s") % told


class LayForm(Form):
    """Which plan an agreement is to stand in; the first is chosen until another is."""

    def __init__(self, *args: Any, plans: PlanQuerySet, blueprint: Blueprint, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        gone = _("Planen er ikke i brug. Vælg en anden.")
        wrong = {"required": _("Vælg en plan."), "invalid_choice": gone}
        field = PlanField(plans, label=_("Hvilken plan?"), empty_label=None, error_messages=wrong)
        field.templates = blueprint.plan_templates
        self.fields["plan"], self.has_plans = field, plans.exists()
        self.dress()


class OpinionForm(Form):
    """The few questions that everybody is asked."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for key, question in QUESTIONS.items():
            self.fields[key] = forms.ChoiceField(
                label=str(question),
                choices=[(answer, str(text)) for answer, text in ANSWERS.items()],
                widget=forms.RadioSelect(attrs={"group": "chips"}),
                error_messages={"required": _("Vælg et svar.")},
            )
        self.dress()
