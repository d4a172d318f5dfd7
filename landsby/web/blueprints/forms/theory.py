"""An assumption, the reason for a version, a file with a theory of change, and evidence, as they are typed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from landsby.blueprint import Blueprint, BlueprintError, Fault
from landsby.blueprint.kinds import Assumption
from landsby.blueprint.theory.chart import Chart
from landsby.blueprint.theory.file import read_theory
from landsby.web.blueprints.actions.evidence import ToldEvidence
from landsby.web.blueprints.models import Stance
from landsby.web.kit.forms import Form
from landsby.web.kit.text import say

_OWN = "own_"
"""What the ids of a programme's own begin with, so that no version takes them."""
_MOST_BYTES = 256 * 1024


class TwoLanguages(Form):
    """A form with a title in both languages."""

    title_da = forms.CharField(label=_("På dansk"), max_length=120)
    title_en = forms.CharField(label=_("På engelsk"), max_length=120)

    def add_faults(self, faults: Iterable[Fault]) -> None:
        """Show what the loader finds at the fields that it finds it in, as far as they are here."""
        for fault in faults:
            steps = fault.field.split(".")[2:]
            name = next((each for each in ("_".join(steps[:2]), *steps[:1]) if each in self.fields), None)
            self.add_error(name, f"{say(fault.message)} {say(fault.cure)}")

    @property
    def title(self) -> dict[str, str]:
        """What it is called in both languages."""
        return {"da": self.cleaned_data["title_da"], "en": self.cleaned_data["title_en"]}

    def pair(self, name: str) -> dict[str, str] | None:
        """A text that may be left out, in both languages."""
        said = {lang: self.cleaned_data.get(f"{name}_{lang}", "").strip() for lang in ("da", "en")}
        return said if any(said.values()) else None

    def need_both(self, name: str) -> None:
        """A text stands in both languages or in none."""
        empty = [lang for lang in ("da", "en") if not self.cleaned_data.get(f"{name}_{lang}", "").strip()]
        if len(empty) == 1:
            self.add_error(f"{name}_{empty[0]}", forms.ValidationError(_("Skriv teksten på begge sprog."), code="one"))


class AssumptionForm(TwoLanguages):
    """One assumption: what must hold, and what is known of it beforehand."""

    known_da = forms.CharField(
        label=_("Det ved vi i forvejen, på dansk"),
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
    )
    known_en = forms.CharField(
        label=_("Det ved vi i forvejen, på engelsk"),
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
    )

    def __init__(self, *args: Any, assumption: Assumption | None, taken: Iterable[str], **kwargs: Any) -> None:
        """
        Args:
            assumption: None where it is a new one.
            taken: the ids that a new one cannot have.
        """
        self.assumption, self._taken = assumption, taken
        known = assumption.known if assumption else None
        initial = {"title_da": assumption.title.da, "title_en": assumption.title.en} if assumption else {}
        initial |= {"known_da": known.da, "known_en": known.en} if known else {}
        super().__init__(*args, initial=initial, **kwargs)

    def clean(self) -> dict[str, Any]:
        """What is known stands in both languages or in none."""
        told = super().clean() or self.cleaned_data
        self.need_both("known")
        return told

    def written(self) -> Assumption:
        """The assumption as it was typed."""
        new = {"origin": "ours", "source": str(_("Skrevet i programmet"))}
        data = self.assumption.to_data() if self.assumption else new | {"id": new_id(self.title["da"], self._taken)}
        data |= {"title": self.title, "known": self.pair("known")}
        return Assumption.model_validate({name: value for name, value in data.items() if value is not None})


class SaveForm(Form):
    """Why a version of a theory of change is saved."""

    note = forms.CharField(
        label=_("Hvorfor tegner I om?"), max_length=1000, widget=forms.Textarea({"rows": 3}), required=True
    )


class TheoryFileForm(Form):
    """A theory of change in a file."""

    file = forms.FileField(
        label=_("Fil med forandringsteorien"),
        help_text=_("Den fil, man kan hente ud her, eller en på samme form (YAML)."),
        widget=forms.FileInput({"accept": ".yaml,.yml"}),
        allow_empty_file=True,
    )

    def __init__(self, *args: Any, blueprint: Blueprint, theory: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.faults: tuple[Fault, ...] = ()
        self._blueprint, self._theory = blueprint, theory

    def clean_file(self) -> Chart:
        """The theory in the file.

        Raises:
            ValidationError: where something is wrong with it; `faults` says what.
        """
        sent = self.cleaned_data["file"]
        try:
            return read_theory(sent.name, sent.read(_MOST_BYTES + 1), self._blueprint, self._theory)
        except BlueprintError as error:
            self.faults = error.faults
            text = _("Filen kan ikke bruges, som den er. Fejlene står øverst på siden.")
            raise forms.ValidationError(text, code="faults") from error


class EvidenceForm(Form):
    """What somebody has seen that speaks for or against an assumption."""

    stance = forms.ChoiceField(label=_("Taler det for eller imod?"), choices=Stance.choices, widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("Hvad har I set?"),
        help_text=_("Skriv om, hvad der skete, ikke om enkelte børn eller familier."),
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
    )
    found_on = forms.DateField(label=_("Fra hvilken dag?"))
    link = forms.URLField(label=_("Link"), required=False, max_length=500, assume_scheme="https")

    def clean_found_on(self) -> Any:
        """The day, which has come."""
        day = self.cleaned_data["found_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("Dagen er ikke kommet endnu. Vælg i dag eller en tidligere."), code="future")
        return day

    @property
    def told(self) -> ToldEvidence:
        """What was typed."""
        return ToldEvidence(**{name: self.cleaned_data[name] for name in ("stance", "text", "found_on", "link")})


def new_id(title: str, taken: Iterable[str]) -> str:
    """An id that is not taken, made of a title's first words."""
    stem = f"{_OWN}{slugify(title).replace('-', '_')[:40].strip('_')}".rstrip("_")
    known = set(taken)
    numbered = (f"{stem}_{number}" for number in range(2, len(known) + 3))
    return next(id_ for id_ in (stem, *numbered) if id_ not in known)
