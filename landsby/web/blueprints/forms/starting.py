"""Starting a programme: from which blueprint, under which name and address, and when."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from landsby.blueprint import Blueprint, Fault, builtin, load
from landsby.web.blueprints.fields import BlueprintFileField, faults_in
from landsby.web.kit.forms import Form, ask_for_one_of_several
from landsby.web.kit.text import say
from landsby.web.partnerships.access import is_slug_taken

_IN_ADDRESSES = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa"})


OWN = "own-file"
"""Chosen instead of a blueprint's id when it is sent as a file; no id has a hyphen."""


class StartForm(Form):
    """A new programme."""

    blueprint = forms.ChoiceField(
        label=_("Programskabelon"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg en skabelon, eller indlæs jeres egen.")},
    )
    file = BlueprintFileField(
        required=False,
        help_text=_("Kun til »Vores egen«: mappen, som blueprint.yaml ligger i, pakket i en zip-fil."),
        widget=forms.FileInput({"accept": ".zip,application/zip", "data-goes-with": f"blueprint={OWN}"}),
    )
    name = forms.CharField(label=_("Navn"), max_length=160)
    slug = forms.SlugField(
        label=_("Kort navn i adressen"),
        max_length=60,
        required=False,
        help_text=_("Små bogstaver, tal og bindestreger. Lad det stå tomt, så laver vi det af navnet."),
    )
    starts_on = forms.DateField(label=_("Begynder"))
    ends_on = forms.DateField(label=_("Slutter"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.blueprints = {key: load(key) for key in builtin()}
        field = self.fields["blueprint"]
        assert isinstance(field, forms.ChoiceField)
        known = [(key, _described(blueprint)) for key, blueprint in self.blueprints.items()]
        own = _line(str(_("Vores egen")), str(_("En skabelon, I selv har skrevet. Vælg filen nedenfor.")))
        field.choices = [*known, (OWN, own)]
        # A file, or a line above it: one of the two is needed.
        ask_for_one_of_several(self.fields["file"])
        if "file" in self.files and not self.data.get("blueprint"):
            # A file says by itself which line it belongs to, where none was chosen.
            self.data = {**{name: self.data.get(name) for name in self.data}, "blueprint": OWN}

    def clean(self) -> dict[str, Any]:
        """There must be one blueprint, the address be free, and the end come after the start."""
        told = super().clean() or self.cleaned_data
        self._refuse_both(told.get("blueprint", ""))
        if told.get("blueprint") == OWN and not told.get("file") and "file" not in self.errors:
            self.add_error("file", _("Vælg zip-filen med jeres egen skabelon."))
        if "slug" in told and "name" in told:
            told["slug"] = told["slug"] or slug_of(told["name"])
            if not told["slug"]:
                self.add_error("slug", _("Skriv et kort navn til adressen."))
            elif is_slug_taken(told["slug"]):
                taken = _("Adressen »%(slug)s« er optaget. Vælg en anden.") % {"slug": told["slug"]}
                self.add_error("slug", taken)
        starts_on, ends_on = told.get("starts_on"), told.get("ends_on")
        if starts_on and ends_on and ends_on <= starts_on:
            self.add_error("ends_on", _("Programmet skal slutte efter, at det er begyndt."))
        return told

    def _refuse_both(self, chosen: str) -> None:
        """A file beside a blueprint that comes along: nobody but the reader knows which one is meant."""
        if "file" in self.files and chosen in self.blueprints:
            text = _(
                "Du har både valgt »%(title)s« og sendt en fil. Er det filen, så vælg »Vores egen« og filen igen. "
                "Ellers tryk på knappen igen, så er det »%(title)s«."
            )
            self.add_error("blueprint", text % {"title": say(self.blueprints[chosen].title)})

    @property
    def chosen(self) -> Blueprint:
        """The blueprint that was chosen or sent."""
        own: Blueprint | None = self.cleaned_data.get("file")
        return own or self.blueprints[self.cleaned_data["blueprint"]]

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong with the blueprint that was sent."""
        return faults_in(self)


def slug_of(name: str) -> str:
    """A name as it can stand in an address; Danish letters are written out."""
    return slugify(name.translate(_IN_ADDRESSES))[:60].strip("-")


def _described(blueprint: Blueprint) -> str:
    """What a blueprint is called, its version, and what it is about."""
    version = _("Version %(version)s.") % {"version": blueprint.version}
    return _line(say(blueprint.title), f"{say(blueprint.summary)} {version}")


def _line(title: str, about: str) -> str:
    """One line to choose."""
    return format_html('<strong>{}</strong> <span class="choice-about">{}</span>', title, about)
