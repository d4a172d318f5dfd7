"""The forms of the wheel: whose it is and which year, an own date, a milestone, and a new leader's first day."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.forms import Form, ModelForm
from landsby.web.partnerships.access import Standing, communities_within, municipalities_seen_by
from landsby.web.partnerships.models import Place
from landsby.web.wheel.models import Deviation, WheelEntry
from landsby.web.wheel.models.at_place import key_of
from landsby.web.wheel.rules import problems_of_since
from landsby.web.wheel.told import DeviationTold, EntryTold

_A_DAY = {"required": _("Vælg en dag.")}


class ChooseForm(Form):
    """Whose wheel, and of which year. An institution's own is found from its page and stands here too."""

    place = forms.ChoiceField(label=_("Hvis årshjul?"))
    year = forms.TypedChoiceField(label=_("År"), coerce=int)

    def __init__(self, *args: Any, standing: Standing, chosen: Place, year: int, **more: Any) -> None:
        super().__init__(*args, initial={"place": key_of(chosen), "year": year}, **more)
        programme = standing.programme
        wider = [programme, *municipalities_seen_by(standing), *communities_within(standing), *standing.own_actors]
        places = list(dict.fromkeys([*wider, chosen]))
        self.fields["place"].choices = [(key_of(one), str(one)) for one in places]  # type: ignore[attr-defined]  # a choice field
        last = programme.ends_on.year if programme.ends_on else programme.starts_on.year + 10
        years = sorted({*range(programme.starts_on.year, last + 1), year})
        self.fields["year"].choices = [(one, one) for one in years]  # type: ignore[attr-defined]  # a choice field


class EntryForm(ModelForm):
    """An own date."""

    class Meta:
        model = WheelEntry
        fields = ("title", "on", "is_whole_month", "is_yearly")
        error_messages = {"title": {"required": _("Skriv kort, hvad der sker.")}, "on": _A_DAY}

    @property
    def told(self) -> EntryTold:
        """The date as the actions take it."""
        return EntryTold(**self.cleaned_data)


class ReachedForm(Form):
    """When a milestone was reached."""

    reached_on = forms.DateField(label=_("Hvornår blev den nået?"), error_messages=_A_DAY)


class DeviationForm(ModelForm):
    """What changes, why, and who decided it."""

    class Meta:
        model = Deviation
        fields = ("now_due_on", "what", "why", "decided_by", "decided_on")
        labels = {
            "now_due_on": _("Ny dato"),
            "what": _("Hvad ændres?"),
            "why": _("Hvorfor?"),
            "decided_by": _("Hvem har besluttet det?"),
            "decided_on": _("Hvornår?"),
        }
        help_texts = {"now_due_on": _("Lad feltet være tomt, hvis milepælen opgives.")}
        widgets = {"what": forms.Textarea(attrs={"rows": 3}), "why": forms.Textarea(attrs={"rows": 3})}
        error_messages = {
            "what": {"required": _("Skriv, hvad der ændres.")},
            "why": {"required": _("Skriv hvorfor. Det er det, andre spørger om bagefter.")},
            "decided_by": {"required": _("Skriv, hvem der har besluttet det.")},
            "decided_on": _A_DAY,
        }

    @property
    def told(self) -> DeviationTold:
        """The change as the action takes it."""
        return DeviationTold(**self.cleaned_data)


class SinceForm(Form):
    """When a new leader began."""

    since_on = forms.DateField(label=_("Hvornår begyndte den nye leder?"), error_messages=_A_DAY)

    def clean(self) -> dict[str, Any]:
        """Refuse a day on which no leader who is new today can have begun."""
        told: dict[str, Any] = super().clean() or {}
        if "since_on" in told:
            self.add_problems(problems_of_since(told["since_on"], timezone.localdate()))
        return told
