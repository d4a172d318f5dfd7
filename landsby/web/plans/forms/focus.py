"""Which principles are in focus, and from when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from landsby.web.kit.forms import Explained, Form
from landsby.web.kit.text import say
from landsby.web.plans.on_template import Principled


class FocusForm(Form):
    """Choose so many at a time. What was sent and the programme no longer has is for the action to refuse by name."""

    principles = forms.MultipleChoiceField(
        label=gettext_lazy("Vælg, hvad I vil have i fokus"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    on = forms.DateField(
        label=gettext_lazy("Fra hvilken dag?"), error_messages={"required": gettext_lazy("Vælg en dag.")}
    )

    def __init__(self, *args: Any, principles: Iterable[Principled], chosen: Sequence[str], on: date, **more: Any):
        super().__init__(*args, initial={"principles": list(chosen), "on": on}, **more)
        choices = [(one.id, _explained(one)) for one in principles]
        known = {key for key, _title in choices}
        sent = self.data.getlist("principles") if hasattr(self.data, "getlist") else []
        gone = [(key, Explained(key, str(_("Ikke med længere")))) for key in sent if key not in known]
        field = self.fields["principles"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [*choices, *gone]
        field.is_one_of_several = True  # type: ignore[attr-defined]  # asked for by the rules; read by the template


def _explained(one: Principled) -> str:
    hint = say(one.principle.summary) if one.principle else ""
    return Explained(one.title, hint) if hint else one.title
