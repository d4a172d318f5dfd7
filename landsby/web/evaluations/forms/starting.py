"""The first words of a design: asked in words that need no statistics, and a code for each place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from landsby.web.evaluations.models import PlaceCode
from landsby.web.evaluations.told import ToldPlace, ToldStart
from landsby.web.kit.forms import Form
from landsby.web.kit.numbers import AmountField, CountField
from landsby.web.partnerships.models import Community, Municipality

FIRST_YEAR, LAST_YEAR = 1980, 2100
_A_FEW_WORDS = {"required": _("Skriv et par ord.")}


def _year(label: Any, **more: Any) -> CountField:
    return CountField(label=label, min_value=FIRST_YEAR, max_value=LAST_YEAR, **more)


class StartForm(Form):
    """What a design is begun from."""

    title = forms.CharField(label=_("Hvad skal undersøges?"), max_length=120, error_messages=_A_FEW_WORDS)
    question = forms.CharField(
        label=_("Spørgsmålet i én sætning"),
        max_length=300,
        error_messages=_A_FEW_WORDS,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    outcome = forms.CharField(label=_("Hvad følges hos børnene?"), max_length=80, error_messages=_A_FEW_WORDS)
    column = forms.CharField(
        label=_("Hvad hedder kolonnen i data?"), max_length=60, error_messages={"required": _("Skriv kolonnens navn.")}
    )
    measured = forms.ChoiceField(
        label=_("Hvordan måles det?"),
        choices=[("share", _("Ja eller nej for hvert barn")), ("measure", _("Et tal for hvert barn"))],
        widget=forms.RadioSelect,
        initial="share",
    )
    better = forms.ChoiceField(
        label=_("Hvad er godt?"),
        choices=[("lower", _("At det bliver mindre")), ("higher", _("At det bliver større"))],
        widget=forms.RadioSelect,
        initial="lower",
    )
    smallest_effect = AmountField(
        label=_("Hvor lille en forskel betyder noget?"),
        help_text=_("Ved ja og nej: procentpoint, fx 2."),
        min_value=0,
        max_value=1_000_000,
        error_messages={"required": _("Skriv den mindste forskel, der ville betyde noget.")},
    )
    first = _year(_("Første år med data"))
    last = _year(_("Sidste år, der skal med"))
    why = forms.CharField(
        label=_("Hvorfor kan de andre områder vise, hvordan det ellers var gået?"),
        max_length=1000,
        error_messages=_A_FEW_WORDS,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    periods_after_start = CountField(
        label=_("Hvor mange år efter starten er det for tidligt at sige noget?"), min_value=0, max_value=30
    )
    why_so_long = forms.CharField(
        label=_("Hvorfor så længe?"),
        max_length=1000,
        error_messages=_A_FEW_WORDS,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(
        self, *args: Any, places: Sequence[Community | Municipality], codes: Iterable[PlaceCode], **more: Any
    ) -> None:
        super().__init__(*args, **more)
        known = {code.place: code for code in codes}
        self.places = places
        for place in places:
            code = known.get(place)
            own = place.code if isinstance(place, Municipality) else ""
            self.fields[f"code_{place.pk}"] = forms.CharField(
                label=gettext("%(place)s: kode i data") % {"place": place},
                required=False,
                max_length=40,
                initial=code.code if code else own,
                widget=forms.TextInput(attrs={"class": "form-input input-width-m"}),
            )
            year = _year(gettext("%(place)s: første år, det kan have virket") % {"place": place}, required=False)
            year.initial = code.starts if code else _since(place).year + 1
            self.fields[f"starts_{place.pk}"] = year
        self.dress()

    def clean(self) -> dict[str, Any]:
        """A place with a code has a year, and there is one at least; the years come in order."""
        cleaned: dict[str, Any] = super().clean() or {}
        self.told_places = tuple(self._told_places(cleaned))
        if not self.told_places and not self.errors:
            self.add_error(
                None, gettext("Skriv koden ved mindst ét af stederne, og det første år, det kan have virket.")
            )
        first, last = cleaned.get("first"), cleaned.get("last")
        if first is not None and last is not None and first >= last:
            self.add_error("last", gettext("Det sidste år ligger ikke efter det første. Ret et af dem."))
        return cleaned

    def _told_places(self, cleaned: dict[str, Any]) -> Iterable[ToldPlace]:
        for place in self.places:
            code, starts = cleaned.get(f"code_{place.pk}", "").strip(), cleaned.get(f"starts_{place.pk}")
            if code and starts is not None:
                yield ToldPlace(place, code, starts)
            elif code and f"starts_{place.pk}" not in self.errors:
                self.add_error(f"starts_{place.pk}", gettext("Skriv det første år, eller slet koden."))

    @property
    def rows(self) -> list[tuple[Any, forms.BoundField, forms.BoundField]]:
        """Each place with its two fields."""
        return [(place, self[f"code_{place.pk}"], self[f"starts_{place.pk}"]) for place in self.places]

    @property
    def asked(self) -> list[forms.BoundField]:
        """The fields that are about no place."""
        return [self[name] for name in self.base_fields]

    @property
    def told(self) -> ToldStart:
        """The answers."""
        answers = {name: self.cleaned_data[name] for name in self.base_fields if name != "measured"}
        answers["smallest_effect"] = float(answers["smallest_effect"])
        return ToldStart(
            **answers,
            is_share=self.cleaned_data["measured"] == "share",
            places=self.told_places,
            in_municipalities=any(isinstance(place, Municipality) for place in self.places),
        )


def _since(place: Community | Municipality) -> Any:
    return place.started_on if isinstance(place, Community) else place.joined_on
