"""A new version: from a file or among those that come along, and what is called otherwise in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from landsby.blueprint import Blueprint, Fault
from landsby.blueprint.labels import kind_name
from landsby.blueprint.renaming import Key, Renames
from landsby.web.blueprints.fields import BlueprintFileField, faults_in
from landsby.web.kit.forms import Form
from landsby.web.kit.text import say


class VersionForm(Form):
    """A version in a zip file."""

    file = BlueprintFileField()

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Everything that is wrong with the file that was sent."""
        return faults_in(self)

    @property
    def sent(self) -> tuple[Blueprint, str]:
        """The version, and what its file was called."""
        uploaded = self.files["file"]
        return self.cleaned_data["file"], str(getattr(uploaded, "name", ""))


class AdoptForm(Form):
    """What each definition that the version has not is called in it, if anything."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self,
        *args: Any,
        before: Blueprint,
        candidate: Blueprint,
        gone: Sequence[Key],
        new: Sequence[Key],
        told: Renames,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.keys: dict[str, Key] = {}
        for folder, id_ in gone:
            targets = [target for of, target in new if of == folder]
            if targets:
                self.keys[f"{folder}-{id_}"] = (folder, id_)
                lines = [(target, say(getattr(candidate, folder)[target].title)) for target in targets]
                title = say(getattr(before, folder)[id_].title)
                self.fields[f"{folder}-{id_}"] = _choice(folder, title, lines, told.get((folder, id_), ""))
        self.dress()

    @property
    def suggested(self) -> dict[Key, str]:
        """What is offered before anything was chosen."""
        return {key: self.fields[name].initial for name, key in self.keys.items()}

    @property
    def by_hand(self) -> dict[Key, str]:
        """What was chosen: the new id by folder and former id, or "" for none."""
        return {key: self.cleaned_data.get(name, "") for name, key in self.keys.items()}


def _choice(folder: str, title: str, lines: list[tuple[str, str]], initial: str) -> forms.ChoiceField:
    """What one definition is called now."""
    return forms.ChoiceField(
        label=_("%(kind)s: %(title)s") % {"kind": capfirst(say(kind_name(folder).one)), "title": title},
        required=False,
        initial=initial,
        choices=[("", _("Findes ikke længere")), *lines],
    )
