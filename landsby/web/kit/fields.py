"""Model fields for what people type. None of them takes a CPR number."""

import re
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:  # the stubs are generic where Django is not
    CharField = models.CharField[str, str]
    TextField = models.TextField[str, str]
else:
    CharField, TextField = models.CharField, models.TextField

# Ten digits that begin with a date, written together or with one separator. Modulus 11 is no
# test: numbers without it have been issued since 2007.
CPR_LIKE = re.compile(r"(?<!\d)(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d{2}[-– ]?\d{4}(?!\d)")


def looks_like_cpr(text: str) -> bool:
    """Whether something in the text could be a CPR number."""
    return CPR_LIKE.search(text) is not None


def refuse_cpr(text: str) -> None:
    """Validator for everything people type.

    Raises:
        ValidationError: code ``cpr``; the number itself is never repeated.
    """
    if looks_like_cpr(text):
        raise ValidationError(
            _("Teksten ser ud til at rumme et CPR-nummer. Landsby gemmer ikke CPR-numre: Fjern det, og gem igen."),
            code="cpr",
        )


class Line(CharField):
    """One line of typed text."""

    default_validators = [refuse_cpr]


class Notes(TextField):
    """Several lines of typed text."""

    default_validators = [refuse_cpr]
