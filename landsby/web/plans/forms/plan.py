"""The plan itself: whose it is, its days, and the template's own questions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from landsby.blueprint.kinds import PlanTemplate
from landsby.web.activities.forms.parts import extra_from, extra_initial, own_fields
from landsby.web.kit.together import WrittenTogether
from landsby.web.partnerships.models import Place
from landsby.web.plans.models import Plan
from landsby.web.plans.periods import Span
from landsby.web.plans.questions import Questions


class PlanForm(WrittenTogether):
    """The days of a plan, and the answers to what its template asks."""

    starts_on = forms.DateField(
        label=gettext_lazy("Fra"), error_messages={"required": gettext_lazy("Vælg den første dag.")}
    )
    ends_on = forms.DateField(label=gettext_lazy("Til og med"), required=False)

    def __init__(self, *args: Any, template: PlanTemplate | None, span: Span, answers: Any = None, **more: Any) -> None:
        self.questions = Questions(template.questions if template else ())
        initial = {"starts_on": span.first, "ends_on": span.last, **extra_initial(self.questions, answers or {})}
        super().__init__(*args, initial=initial, **more)
        self.fields.update(own_fields(self.questions, enforce=False))
        self.dress()

    @classmethod
    def of(cls, plan: Plan, template: PlanTemplate | None, sent: Any) -> PlanForm:
        """The form of a stored plan."""
        form = cls(sent, template=template, span=plan.span, answers=plan.answers)
        form.share()
        return form

    @property
    def told(self) -> dict[str, Any]:
        """The days and the answers, as the actions take them."""
        days = Span(self.cleaned_data["starts_on"], self.cleaned_data["ends_on"])
        return {"span": days, "answers": extra_from(self.questions, self.cleaned_data)}


class NewPlanForm(PlanForm):
    """A new plan of one of some places."""

    def __init__(self, *args: Any, places: Sequence[Place], chosen: str = "", **more: Any) -> None:
        super().__init__(*args, **more)
        self._places = {str(place.pk): place for place in places}
        asked: dict[str, forms.Field] = {}
        if len(places) != 1:
            asked["place"] = forms.ChoiceField(
                label=_("Hvis plan er det?"),
                choices=[("", _("Vælg")), *((key, str(place)) for key, place in self._places.items())],
                initial=chosen,
                error_messages={"required": _("Vælg, hvis plan det er.")},
            )
        self.fields = {**asked, **self.fields}
        self.dress()

    @property
    def place(self) -> Place:
        """Whose plan it is to be."""
        key = self.cleaned_data["place"] if "place" in self.fields else next(iter(self._places))
        return self._places[key]
