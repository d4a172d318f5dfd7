"""The first words of a design: asked in words that need no statistics, and a code for each place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from landsby.web.evaluations.forms.asked import (
    BADLY,
    FIRST_YEAR,
    LAST_YEAR,
    SHARE,
    also_field,
    chosen_field,
    column_field,
    english_field,
    measured_field,
    year_field,
)
from landsby.web.evaluations.forms.lists import CodesField, YearsField
from landsby.web.evaluations.models import PlaceCode
from landsby.web.evaluations.told import ToldOutcome, ToldPlace, ToldStart
from landsby.web.kit.folds import Fold, Section
from landsby.web.kit.forms import Form
from landsby.web.kit.numbers import AmountField, CountField
from landsby.web.kit.problems import Sentence
from landsby.web.partnerships.models import Community, Municipality

_A_FEW_WORDS = {"required": _("Skriv et par ord.")}


class StartForm(Form):
    """What a design is begun from."""

    title = forms.CharField(label=_("Hvad skal undersøges?"), max_length=120, error_messages=_A_FEW_WORDS)
    question = forms.CharField(
        label=_("Spørgsmålet i én sætning"),
        max_length=300,
        error_messages=_A_FEW_WORDS,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    title_en = english_field(_("Hvad skal undersøges? (på engelsk)"), 120)
    question_en = english_field(_("Spørgsmålet i én sætning (på engelsk)"), 300)
    outcome_en = english_field(_("Hvad følges hos børnene? (på engelsk)"), 80)
    outcome = forms.CharField(label=_("Hvad følges hos børnene?"), max_length=80, error_messages=_A_FEW_WORDS)
    column = forms.CharField(
        label=_("Hvad hedder kolonnen i data?"), max_length=60, error_messages={"required": _("Skriv kolonnens navn.")}
    )
    measured = measured_field()
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
    first = year_field(_("Første år med data"))
    last = year_field(_("Sidste år, der skal med"))
    chosen = chosen_field()
    why = forms.CharField(
        label=_("Hvorfor kan de andre områder vise, hvordan det ellers var gået?"),
        max_length=1000,
        error_messages=_A_FEW_WORDS,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    matching = forms.ChoiceField(
        label=_("Hvilke af dem skal der sammenlignes med?"),
        choices=[("mahalanobis", _("De områder, der lignede mest før starten")), ("none", _("Alle de andre områder"))],
        widget=forms.RadioSelect,
        initial="mahalanobis",
    )
    kept_out = CodesField(
        label=_("Hvilke områder må der ikke sammenlignes med?"),
        help_text=_("Deres koder i data med komma imellem, for eksempel naboer, der låner af programmet."),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    why_kept_out = forms.CharField(label=_("Hvorfor ikke dem?"), required=False, max_length=1000)
    periods_after_start = CountField(
        label=_("Hvor mange år skal være målt efter starten, før I kan sige noget?"), min_value=0, max_value=30
    )
    why_so_long = forms.CharField(
        label=_("Hvorfor så længe?"),
        max_length=1000,
        error_messages=_A_FEW_WORDS,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    looks = YearsField(
        label=_("Hvilke år skal resultatet læses?"),
        help_text=_("Årstal med komma imellem. Jo færre gange, jo sikrere kan hver læsning være."),
        required=False,
        max_length=200,
        first=FIRST_YEAR,
        last=LAST_YEAR,
        widget=forms.TextInput(attrs={"class": "form-input input-width-m"}),
    )
    secondary = also_field(_("Hvad følges også?"))
    secondary_column = column_field()
    secondary_measured = measured_field(is_asked=False)
    placebo = also_field(
        _("Hvad kan programmet ikke have ændret?"),
        help_text=_("Flytter det sig alligevel, er noget andet på spil. For eksempel børnenes højde."),
    )
    placebo_column = column_field()
    placebo_measured = measured_field(is_asked=False)

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
            year = year_field(gettext("%(place)s: første år, det kan have virket") % {"place": place}, required=False)
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
        if cleaned.get("kept_out") and not cleaned.get("why_kept_out"):
            self.add_error("why_kept_out", gettext("Skriv hvorfor. Det er det, læserne spørger om."))
        for name in ("secondary", "placebo"):
            for part, cure in _LACKING.items():
                if cleaned.get(name) and not cleaned.get(f"{name}_{part}"):
                    self.add_error(f"{name}_{part}", cure)
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
    def sections(self) -> list[Section]:
        """The fields that are about no place, in the order that people think in."""
        return [
            Section(
                _("Spørgsmålet"),
                self._shown("title", "question"),
                [self._fold("english", _("På engelsk"), *_IN_ENGLISH)],
            ),
            Section(
                _("Hvad følges"),
                self._shown("outcome", "column", "measured", "better", "smallest_effect"),
                [
                    self._fold("secondary", _("Noget andet, der følges"), *_about("secondary")),
                    self._fold("placebo", _("En prøve"), *_about("placebo")),
                ],
            ),
            Section(
                _("Hvem sammenlignes der med"),
                self._shown("chosen", "why", "matching"),
                [self._fold("kept_out", _("Områder, der holdes ude"), "kept_out", "why_kept_out")],
            ),
            Section(_("Hvilke år"), self._shown("first", "last", "periods_after_start", "why_so_long", "looks")),
        ]

    def _fold(self, name: str, title: Sentence, *names: str) -> Fold:
        return Fold(name, title, self._shown(*names), by_first=True)

    def _shown(self, *names: str) -> list[forms.BoundField]:
        return [self[name] for name in names]

    @property
    def told(self) -> ToldStart:
        """The answers."""
        answers = {name: self.cleaned_data[name] for name in _AS_ANSWERED}
        return ToldStart(
            **answers,
            smallest_effect=float(self.cleaned_data["smallest_effect"]),
            is_share=self.cleaned_data["measured"] == SHARE,
            fared_badly=self.cleaned_data["chosen"] == BADLY,
            is_matched=self.cleaned_data["matching"] != "none",
            secondary=self._told_outcome("secondary"),
            placebo=self._told_outcome("placebo"),
            places=self.told_places,
            in_municipalities=any(isinstance(place, Municipality) for place in self.places),
        )

    def _told_outcome(self, name: str) -> ToldOutcome | None:
        title, column, measured = (self.cleaned_data[each] for each in _about(name))
        return ToldOutcome(title, column, measured == SHARE) if title else None


_LACKING = {"column": _("Skriv kolonnens navn."), "measured": _("Vælg, hvordan det måles.")}
"""What is asked of something else that is followed."""
_IN_ENGLISH = ("title_en", "question_en", "outcome_en")
_AS_ANSWERED = (
    "title",
    "question",
    "outcome",
    "column",
    "better",
    "first",
    "last",
    "why",
    "kept_out",
    "why_kept_out",
    "periods_after_start",
    "why_so_long",
    "looks",
    *_IN_ENGLISH,
)


def _about(name: str) -> tuple[str, str, str]:
    """The fields about something else that is followed."""
    return name, f"{name}_column", f"{name}_measured"


def _since(place: Community | Municipality) -> Any:
    return place.started_on if isinstance(place, Community) else place.joined_on
