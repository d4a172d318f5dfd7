"""Numbers as people type them: taken as they were meant, or refused, and never silently altered.

A browser's own number field drops what its language does not know, so that »12,5« becomes 125 before
anybody sees it. These are text fields with the digits of a phone's keyboard; the server does the reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import formats
from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

MOST_DIGITS = 10
_WHOLE = re.compile(r"-?[0-9]{1,12}")
_GROUPED = re.compile(r"[0-9]{1,3}([., ][0-9]{3})+")
_DECIMAL = re.compile(r"-?[0-9]{1,9}([.,][0-9]{1,2})?")


def key_in(text: object) -> int:
    """A primary key or a year as it stands in an address; 0, which nothing has, where there is no such number."""
    told = str(text or "")
    return int(told) if told.isascii() and told.isdecimal() and len(told) < MOST_DIGITS else 0


def keys_in(told: Iterable[object]) -> list[int]:
    """The primary keys among some values of a form or an address; what is none is passed over."""
    return [key for key in map(key_in, told) if key]


class CountInput(forms.TextInput):
    """A whole number, typed on the digits of a phone's keyboard."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        usual = {"class": "form-input input-width-s", "inputmode": "numeric", "pattern": "[0-9]*"}
        super().__init__({**usual, **(attrs or {})})


class AmountInput(CountInput):
    """A number that may have decimals."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"inputmode": "decimal", "pattern": "[0-9]*[.,]?[0-9]*", **(attrs or {})})


class CountField(forms.IntegerField):
    """A whole number within both limits, in plain digits: »12,5« and »1.000« could be read as several."""

    widget = CountInput

    def __init__(self, *, min_value: int, max_value: int, error_messages: Any = None, **kwargs: Any) -> None:
        limits = {"least": min_value, "most": max_value}
        # Filled in when it is said: the field may be older than the choice of a language.
        outside = lazy(lambda: gettext("Skriv et helt tal fra %(least)s til %(most)s.") % limits, str)()
        said = {
            "required": _("Skriv et tal, fx 12."),
            "invalid": _("Skriv et helt tal, fx 12."),
            "grouped": _("Skriv tallet uden punktum, komma og mellemrum: 1.000 kan læses på to måder."),
            "min_value": outside,
            "max_value": outside,
        }
        messages = {**said, **(error_messages or {})}
        super().__init__(min_value=min_value, max_value=max_value, error_messages=messages, **kwargs)

    def to_python(self, value: Any) -> int | None:
        """The number, if it is a whole one in plain digits."""
        text = "" if value is None else str(value).strip()
        if text in self.empty_values:
            return None
        if not _WHOLE.fullmatch(text):
            code = "grouped" if _GROUPED.fullmatch(text) else "invalid"
            raise ValidationError(self.error_messages[code], code=code)
        return int(text)


class AmountField(forms.DecimalField):
    """A number with at most two decimals, written with comma or point in either language."""

    widget = AmountInput

    def __init__(self, *, min_value: int, max_value: int, error_messages: Any = None, **kwargs: Any) -> None:
        limits = {"least": min_value, "most": max_value}
        outside = lazy(lambda: gettext("Skriv et tal fra %(least)s til %(most)s.") % limits, str)()
        said = {
            "invalid": _("Skriv et tal med højst to decimaler, fx 1,5."),
            "min_value": outside,
            "max_value": outside,
        }
        messages = {**said, **(error_messages or {})}
        super().__init__(min_value=min_value, max_value=max_value, error_messages=messages, **kwargs)

    def to_python(self, value: Any) -> Any:
        """The number as a `Decimal`, whichever sign stands before its decimals."""
        text = "" if value is None else str(value).strip()
        if text in self.empty_values:
            return None
        if not _DECIMAL.fullmatch(text):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return Decimal(text.replace(",", "."))

    def prepare_value(self, value: Any) -> Any:
        """A stored number as the reader's language writes it; what was typed stays as it was typed."""
        if not isinstance(value, Decimal):
            return value
        whole = value == value.to_integral_value()
        return formats.number_format(value.to_integral_value() if whole else value.normalize(), use_l10n=True)
