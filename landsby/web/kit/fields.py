"""Model fields for what people type. None of them takes a CPR number."""

from typing import TYPE_CHECKING

from django.db import models

from landsby.web.kit.cpr import looks_like_cpr, refuse_cpr, refuse_cpr_in

if TYPE_CHECKING:  # the stubs are generic where Django is not
    CharField = models.CharField[str, str]
    TextField = models.TextField[str, str]
else:
    CharField, TextField = models.CharField, models.TextField

__all__ = ["Line", "Notes", "looks_like_cpr", "refuse_cpr", "refuse_cpr_in"]


class Line(CharField):
    """One line of typed text."""

    default_validators = [refuse_cpr]


class Notes(TextField):
    """Several lines of typed text."""

    default_validators = [refuse_cpr]
