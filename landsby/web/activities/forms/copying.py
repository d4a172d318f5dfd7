"""What is copied, row by row: each with a day and a title that can be mended."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landsby.web.activities.copying import Copy
from landsby.web.kit.forms import Form


class CopyForm(Form):
    """One activity, or one series, as it is to be planned."""

    chosen = forms.BooleanField(label=_("Kommer med"), required=False)
    starts_on = forms.DateField(label=_("Ny dato"))
    title = forms.CharField(label=_("Titel"), max_length=160)

    def __init__(self, data: Any, *, copy: Copy) -> None:
        told = {"chosen": not copy.is_past and not copy.against, "starts_on": copy.day, "title": copy.title}
        super().__init__(data, prefix=f"copy-{copy.original.first.pk}", initial=told, use_required_attribute=False)
        self.proposed = copy

    def clean(self) -> dict[str, Any]:
        """What the rules say to it as it is told now; what is not chosen may stand as it likes."""
        cleaned = super().clean() or self.cleaned_data
        if not cleaned.get("chosen"):
            self.errors.clear()
        elif not self.errors:
            for text in self.copy.against:
                self.add_error("starts_on", text)
        return cleaned

    @property
    def is_chosen(self) -> bool:
        """Whether it comes along."""
        return bool(self.is_bound and self.cleaned_data.get("chosen"))

    @property
    def copy(self) -> Copy:
        """The copy as it is told now, or as it was proposed."""
        told = self.cleaned_data if self.is_bound else {}
        day, title = told.get("starts_on"), told.get("title")
        return replace(self.proposed, day=day, title=title) if day and title else self.proposed
