"""Several short values in one field, as people write them: with commas, or one on each line."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

_BETWEEN = re.compile(r"[,;\n\r]+")


class CodesField(forms.CharField):
    """Codes, each once, in the order in which they are written."""

    def clean(self, value: Any) -> Any:
        """The codes."""
        return tuple(dict.fromkeys(code for part in _BETWEEN.split(super().clean(value)) if (code := part.strip())))


class YearsField(CodesField):
    """Years within both limits, in order."""

    def __init__(self, *, first: int, last: int, **more: Any) -> None:
        super().__init__(**more)
        self.first, self.last = first, last

    def clean(self, value: Any) -> Any:
        """The years."""
        told = super().clean(value)
        if not all(year.isascii() and year.isdecimal() and self.first <= int(year) <= self.last for year in told):
            raise ValidationError(_("Skriv årstal med komma imellem, for eksempel 2026, 2029."), code="no_years")
        return tuple(sorted(map(int, told)))
