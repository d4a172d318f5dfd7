"""Whether what looks wrong in a file is right all the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.forms import Form
from landsby.web.partnerships.imports.findings import Finding


class SureForm(Form):
    """One tick for each doubt; without them all, nothing is imported."""

    def __init__(self, *args: Any, doubts: Mapping[str, Finding], **more: Any) -> None:
        super().__init__(*args, **more)
        for name, doubt in doubts.items():
            self.fields[name] = forms.BooleanField(
                label=_("Jeg har set efter: Række %(row)s er rigtig.") % {"row": doubt.row},
                help_text=f"{doubt.as_sentence()} {doubt.cure}",
                error_messages={"required": _("Ret det i filen, eller sæt et kryds, hvis det er rigtigt.")},
            )
        self.dress()
