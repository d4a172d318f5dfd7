"""Model fields for what people type. None of them takes a CPR number."""

import re
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.cpr import looks_like_cpr, refuse_cpr, refuse_cpr_in

if TYPE_CHECKING:  # the stubs are generic where Django is not
    CharField = models.CharField[str, str]
    TextField = models.TextField[str, str]
else:
    CharField, TextField = models.CharField, models.TextField

__all__ = [
    "Line",
    "Notes",
    "looks_like_cpr",
    "refuse_cpr",
    "refuse_cpr_in",
    "refuse_unseen",
    "without_unseen",
]


# What no keyboard types and no page shows, and what a spreadsheet file cannot hold.
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_BREAKS = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]+")


def without_unseen(text: str) -> str:
    """The text without control characters; tabs and line breaks stay."""
    return _UNSEEN.sub("", text)


def refuse_unseen(value: Any) -> None:
    """Validator for text in a form that is kept in no `Line` and no `Notes`, which leave such characters out.

    Raises:
        ValidationError: code ``unseen``.
    """
    if isinstance(value, str) and _UNSEEN.search(value):
        raise ValidationError(_("Teksten rummer tegn, der ikke kan vises. Slet den, og skriv den igen."), code="unseen")


class Line(CharField):
    """One line of typed text, kept without control characters; a tab or a line break becomes a space."""

    default_validators = [refuse_cpr]

    def to_python(self, value: Any) -> Any:
        """The text as it is kept, from a form and from an import alike."""
        text = super().to_python(value)
        return without_unseen(_BREAKS.sub(" ", text)) if isinstance(text, str) else text


class Notes(TextField):
    """Several lines of typed text, kept without control characters other than tabs and line breaks."""

    default_validators = [refuse_cpr]

    def to_python(self, value: Any) -> Any:
        """The text as it is kept."""
        text = super().to_python(value)
        return without_unseen(text) if isinstance(text, str) else text
