"""Telling how a community was chosen."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.forms import Form
from landsby.web.partnerships.models import CommunityChoice

_NAMES = ("few_resources", "much_overweight", "strong_associations", "words", "source")


class CommunityChoiceForm(Form):
    """The reasons, other reasons in words, and where they are known from."""

    few_resources = forms.BooleanField(label=_("Mange familier med få ressourcer"), required=False)
    much_overweight = forms.BooleanField(label=_("Mange børn med overvægt"), required=False)
    strong_associations = forms.BooleanField(label=_("Et stærkt foreningsliv"), required=False)
    words = forms.CharField(label=_("Andre grunde"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    source = forms.CharField(
        label=_("Hvor ved I det fra?"), max_length=200, required=False, help_text=_("Fx børnedatabasen, 2019.")
    )

    @staticmethod
    def initial_of(choice: CommunityChoice | None) -> dict[str, Any]:
        """What is told already."""
        return {name: getattr(choice, name) for name in _NAMES} if choice else {}

    def clean(self) -> dict[str, Any]:
        """At least one reason."""
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and not any(cleaned[name] for name in _NAMES if name != "source"):
            self.add_error("words", _("Vælg mindst én grund, eller skriv en."))
        return cleaned
