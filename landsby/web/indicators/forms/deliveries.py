"""Why a file with figures is taken back."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from landsby.web.indicators.models import Delivery
from landsby.web.kit.forms import ModelForm


class TakeBackForm(ModelForm):
    """What was wrong with it."""

    class Meta:
        model = Delivery
        fields = ("why_taken_back",)
        labels = {"why_taken_back": _("Hvad var forkert?")}
        help_texts = {"why_taken_back": _("Fx forkert sted, forkert enhed eller forkert år.")}
        widgets = {"why_taken_back": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: object, **more: object) -> None:
        super().__init__(*args, **more)
        self.fields["why_taken_back"].required = True
