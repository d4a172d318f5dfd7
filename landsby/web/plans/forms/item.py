"""One thing that a plan holds: what, how, who and when."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from landsby.blueprint.kinds import PlanTemplate
from landsby.web.kit.text import say
from landsby.web.kit.together import WrittenTogether
from landsby.web.plans.models import PlanItem
from landsby.web.plans.status import ItemStatus
from landsby.web.plans.told import ItemTold, When


class ItemForm(WrittenTogether):
    """A new item needs what it is; the rest may wait. A stored one also says how far it has come."""

    what = forms.CharField(
        label=gettext_lazy("Hvad vil I?"),
        max_length=300,
        error_messages={"required": gettext_lazy("Skriv kort, hvad I vil.")},
    )
    how = forms.CharField(
        label=gettext_lazy("Hvordan?"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )
    who = forms.CharField(label=gettext_lazy("Hvem?"), required=False, max_length=160)
    due_on = forms.DateField(label=gettext_lazy("Hvornår?"), required=False)
    is_whole_month = forms.BooleanField(label=gettext_lazy("Det er måneden, der tæller"), required=False)

    def __init__(
        self, *args: Any, template: PlanTemplate | None, item: PlanItem | None = None, section: str = "", **more: Any
    ) -> None:
        super().__init__(*args, initial=_initial(item, section), **more)
        parts = [(part.id, say(part.title)) for part in (template.sections if template else ())]
        kept = item.section if item else ""
        if item is None:
            self.fields["section"] = forms.ChoiceField(
                choices=[*parts, ("", "")], required=False, widget=forms.HiddenInput
            )
        else:
            other = [("", _("Andet"))] if not kept or kept not in dict(parts) else []
            self.fields["section"] = forms.ChoiceField(label=_("Hvor hører det til?"), choices=[*parts, *other])
            self.fields["section"].required = False
            self.fields["status"] = forms.ChoiceField(
                label=_("Hvor langt er det?"),
                choices=ItemStatus.choices,
                widget=forms.RadioSelect(attrs={"group": "chips"}),
            )
        self.dress()
        if item is not None:
            self.share()

    @property
    def told(self) -> ItemTold:
        """The item as the actions take it."""
        told = self.cleaned_data
        when = When(told["due_on"], is_whole_month=told["is_whole_month"])
        status = ItemStatus(told.get("status") or ItemStatus.PLANNED)
        return ItemTold(told["what"], told["section"], told["how"], told["who"], when, status)


def _initial(item: PlanItem | None, section: str) -> dict[str, Any]:
    if item is None:
        return {"section": section}
    names = ("what", "how", "who", "due_on", "is_whole_month", "section", "status")
    return {name: getattr(item, name) for name in names}
