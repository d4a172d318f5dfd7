"""Municipalities that join, communities and their outlines, and placing actors in them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from landsby.blueprint import codelist
from landsby.web.kit.forms import Form
from landsby.web.kit.problems import Blocked
from landsby.web.partnerships.access import Standing, is_community_name_taken, municipalities_within
from landsby.web.partnerships.forms.choices import ActorsByGroup
from landsby.web.partnerships.geojson import MOST_CHARACTERS, read_outline
from landsby.web.partnerships.models import Community, Municipality, Programme, Right
from landsby.web.partnerships.placing import inside, unplaced_near
from landsby.web.partnerships.rules import problems_of_days


class JoinForm(Form):
    """A municipality from the official list that takes part from a day on."""

    code = forms.ChoiceField(label=_("Kommune"))
    joined_on = forms.DateField(label=_("Med fra"))

    def __init__(self, *args: Any, programme: Programme, **kwargs: Any) -> None:
        super().__init__(*args, initial={"joined_on": programme.starts_on}, **kwargs)
        already = {municipality.code for municipality in programme.municipalities.all()}
        entries = sorted(codelist("municipalities").values(), key=lambda entry: entry.title.da)
        field = self.fields["code"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            ("", _("– vælg –")),
            *((entry.id, entry.title.da) for entry in entries if entry.id not in already),
        ]

    @property
    def name(self) -> str:
        """What the chosen municipality is called."""
        return codelist("municipalities")[self.cleaned_data["code"]].title.da


class CommunityForm(Form):
    """A local community; its outline may be a file or pasted text."""

    # Numbers with ten decimals are no CPR numbers, and nothing but numbers is kept of the text.
    holding_measures = frozenset({"outline"})

    name = forms.CharField(label=_("Navn"), max_length=120)
    municipality: forms.ModelChoiceField[Municipality] = forms.ModelChoiceField(
        None, label=_("Kommune"), empty_label=_("– vælg –")
    )
    started_on = forms.DateField(label=_("Med fra"))
    ended_on = forms.DateField(label=_("Med til"), required=False)
    outline_file = forms.FileField(
        label=_("Omrids som fil"),
        required=False,
        help_text=_("GeoJSON i WGS 84. Med et omrids kan skoler og dagtilbud placeres efter deres koordinater."),
        widget=forms.FileInput({"accept": ".geojson,.json", "class": "form-input"}),
    )
    outline = forms.CharField(
        label=_("Omrids som tekst"),
        required=False,
        help_text=_("Eller sæt GeoJSON ind her."),
        widget=forms.Textarea({"rows": 4, "spellcheck": "false"}),
        max_length=MOST_CHARACTERS,
    )
    without_outline = forms.BooleanField(label=_("Fjern omridset"), required=False)

    def __init__(self, *args: Any, standing: Standing, community: Community | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._community = community
        field = self.fields["municipality"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = municipalities_within(standing, Right.MANAGE_PLACES)
        if community is not None:
            # What lies in the community lies in its municipality; neither moves.
            del self.fields["municipality"]
        if community is None:
            del self.fields["ended_on"]
        if community is None or community.outline is None:
            del self.fields["without_outline"]

    @staticmethod
    def initial_of(community: Community) -> dict[str, Any]:
        """A stored community as the form's initial values."""
        return {name: getattr(community, name) for name in ("name", "started_on", "ended_on")}

    def clean(self) -> dict[str, Any]:
        """The outline can be read, the days are in order, and the name is free in its municipality."""
        told = super().clean() or self.cleaned_data
        if told.get("started_on"):
            self.add_problems(problems_of_days(told["started_on"], told.get("ended_on")))
        municipality = self._community.municipality if self._community else told.get("municipality")
        name = told.get("name", "")
        if municipality and is_community_name_taken(municipality, name, except_for=self._community):
            self.add_error("name", _("Kommunen har allerede et lokalområde med det navn."))
        self._read_outline(told)
        return told

    def _read_outline(self, told: dict[str, Any]) -> None:
        file: UploadedFile | None = told.get("outline_file")
        text, name = told.get("outline", ""), "outline"
        if file is not None:
            text, name = file.read(MOST_CHARACTERS + 1).decode("utf-8-sig", errors="replace"), "outline_file"
        if text:
            try:
                told["outline"] = read_outline(text)
            except Blocked as refusal:
                self.add_error(name, [forms.ValidationError(str(p.text), code=p.code) for p in refusal.problems])
        elif self._community and not told.get("without_outline"):
            told["outline"] = self._community.outline
        else:
            told["outline"] = None


class PlaceActorsForm(Form):
    """Actors of the community's municipality that stand in no community yet."""

    actors = ActorsByGroup(label=_("Aktører uden lokalområde"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, standing: Standing, community: Community, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["actors"]
        assert isinstance(field, ActorsByGroup)
        field.queryset = unplaced_near(standing, community)
        field.error_messages["required"] = str(_("Sæt kryds ved mindst én."))
        field.initial = [] if self.is_bound else inside(community, field.queryset)
