"""What is said about a planned activity afterwards: how it went, or why it did not take place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landsby.blueprint import ActivityKind
from landsby.web.activities.counts import COUNTS
from landsby.web.activities.forms.parts import (
    attendance_from,
    count_fields,
    extra_from,
    extra_initial,
    hours_field,
    own_fields,
)
from landsby.web.activities.models import Activity
from landsby.web.kit.forms import Form
from landsby.web.kit.together import WrittenTogether


class HoldForm(WrittenTogether):
    """How many came, what the kind asks, and a few words."""

    hours = hours_field()
    notes = forms.CharField(
        label=_("Et par ord om, hvordan det gik"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, activity: Activity, kind: ActivityKind, **kwargs: Any) -> None:
        initial = {group: getattr(activity, group) for group in COUNTS}
        initial |= {"hours": activity.hours, "notes": activity.notes, **extra_initial(kind, activity.extra)}
        super().__init__(*args, initial=initial, **kwargs)
        self.kind = kind
        asked = {**count_fields(kind), **own_fields(kind, enforce=True)}
        self.fields = {**asked, **self.fields}
        self.dress()
        self.share()

    @property
    def outcome(self) -> dict[str, Any]:
        """How it went, as `hold_activity` is told it."""
        told = self.cleaned_data
        return {
            "attendance": attendance_from(told),
            "hours": told["hours"],
            "notes": told["notes"],
            "extra": extra_from(self.kind, told),
        }


class CancelForm(Form):
    """Why it did not take place."""

    because = forms.CharField(
        label=_("Hvorfor blev den aflyst?"),
        max_length=200,
        error_messages={"required": _("Skriv kort, hvorfor aktiviteten er aflyst.")},
        help_text=_("Et par ord er nok, fx »sygdom« eller »for få tilmeldte«."),
    )

    def __init__(self, *args: Any, following: Sequence[Activity] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.following = following
        if following:
            all_of_them = _("Denne og de følgende (%(count)s mere)") % {"count": len(following)}
            self.fields["reaches"] = forms.ChoiceField(
                label=_("Hvad skal aflyses?"),
                choices=[("one", _("Kun denne")), ("following", all_of_them)],
                initial="one",
                widget=forms.RadioSelect,
            )
            self.dress()

    @property
    def reached(self) -> Sequence[Activity]:
        """Those that are cancelled with it; asked of a form that holds."""
        return self.following if self.cleaned_data.get("reaches") == "following" else ()
