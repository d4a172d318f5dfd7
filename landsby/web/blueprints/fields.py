"""A blueprint as a file that somebody sends: a zip file, and everything that is wrong with it at once."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from landsby.blueprint import Blueprint, BlueprintError, Fault
from landsby.blueprint.archive import MOST_BYTES, load_archive


class FaultyBlueprint(ValidationError):
    """The blueprint cannot be used; `faults` says everything that is wrong with it."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        count = len(faults)
        told = ngettext(
            "Programskabelonen har %(count)s fejl. Den står øverst på siden.",
            "Programskabelonen har %(count)s fejl. De står øverst på siden.",
            count,
        )
        super().__init__(told % {"count": count}, code="faults")
        self.faults = faults


class BlueprintFileField(forms.FileField):
    """Takes a zip file with the folder of a blueprint, and gives the `Blueprint`; None where no file was sent."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Zip-fil med programskabelonen"))
        kwargs.setdefault("help_text", _("Mappen, som blueprint.yaml ligger i, pakket i en zip-fil."))
        kwargs.setdefault("widget", forms.FileInput({"accept": ".zip,application/zip"}))
        # An empty file is told of by the reading, like every other file that is no blueprint.
        super().__init__(allow_empty_file=True, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> Blueprint | None:
        """The blueprint in the file.

        Raises:
            FaultyBlueprint: with all faults, named by file, line and field.
        """
        sent = super().clean(data, initial)
        if not sent:
            return None
        try:
            return load_archive(sent.read(MOST_BYTES + 1), sent.name)
        except BlueprintError as error:
            raise FaultyBlueprint(error.faults) from error


def faults_in(form: forms.Form) -> tuple[Fault, ...]:
    """The faults of a blueprint that was sent with a form."""
    told = (error for errors in form.errors.as_data().values() for error in errors)
    return tuple(fault for error in told if isinstance(error, FaultyBlueprint) for fault in error.faults)
