"""A design's text, a file that holds one, and what is told of one that was declared."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from landsby.web.evaluations.models import DesignDeviation, Withdrawal
from landsby.web.evaluations.rules import MOST_CHARACTERS
from landsby.web.kit.forms import Form, ModelForm

_WHY = {"required": _("Skriv hvorfor. Det er det, læserne spørger om.")}


class DraftForm(Form):
    """The text of a design."""

    text = forms.CharField(
        label=_("Designet"),
        error_messages={"required": _("Skriv designet, eller begynd forfra med hjælp.")},
        widget=forms.Textarea(
            attrs={"rows": 28, "class": "form-input design-text", "spellcheck": "false", "data-numbered": "1"}
        ),
        strip=False,
    )


class FileForm(Form):
    """A design file from one's own computer."""

    file = forms.FileField(
        label=_("Designfil"),
        help_text=_("En fil, der ender på .yaml eller .yml."),
        error_messages={"required": _("Vælg en fil.")},
        widget=forms.FileInput(attrs={"accept": ".yaml,.yml"}),
        allow_empty_file=True,
    )

    @property
    def sent(self) -> tuple[str, str]:
        """The text in the file, and what the file was called."""
        return self.cleaned_data["file"], str(getattr(self.files["file"], "name", ""))

    def clean_file(self) -> str:
        """The file as text."""
        sent: Any = self.cleaned_data["file"]
        content = sent.read(4 * MOST_CHARACTERS + 1)
        try:
            text: str = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise ValidationError(
                _("Filen kan ikke læses som tekst. Gem den som UTF-8, og prøv igen."), code="no_text"
            ) from None
        for validator in self.fields["file"].validators:
            validator(text)
        return text


class TellForm(ModelForm):
    """What is done otherwise than declared, and why."""

    class Meta:
        model = DesignDeviation
        fields = ("what", "why")
        labels = {"what": _("Hvad gøres anderledes?"), "why": _("Hvorfor?")}
        widgets = {"what": forms.Textarea(attrs={"rows": 3}), "why": forms.Textarea(attrs={"rows": 3})}
        error_messages = {"what": {"required": _("Skriv, hvad der gøres anderledes.")}, "why": _WHY}


class WithdrawForm(ModelForm):
    """Why a design is no longer followed."""

    class Meta:
        model = Withdrawal
        fields = ("why",)
        labels = {"why": _("Hvorfor?")}
        widgets = {"why": forms.Textarea(attrs={"rows": 3})}
        error_messages = {"why": _WHY}
