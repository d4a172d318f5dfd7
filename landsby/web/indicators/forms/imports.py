"""The first step of an import of figures: the file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landsby.blueprint.kinds import Indicator
from landsby.web.indicators.importing.reading import read_figures
from landsby.web.kit.text import say
from landsby.web.partnerships.forms.tables import TableFileForm


class FileForm(TableFileForm):
    """Which indicator, a file with its figures, and where they come from."""

    accept = ".csv,.txt,.tsv,.xlsx,.json"
    told = _("CSV, Excel (.xlsx) eller JSON-stat, højst %(most)s MB. Filer fra Statistikbanken kan bruges, som de er.")
    read = read_figures

    indicator = forms.ChoiceField(label=_("Indikator"), error_messages={"required": _("Vælg en indikator.")})
    source = forms.CharField(
        label=_("Hvor kommer tallene fra?"),
        max_length=200,
        help_text=_("Fx »Danmarks Statistik, STATUSU6, hentet 3. november 2026«."),
        error_messages={"required": _("Skriv, hvor tallene kommer fra. Ellers ved ingen det om et år.")},
    )

    def __init__(
        self, *args: Any, indicators: Iterable[Indicator], chosen: str = "", source: str = "", **more: Any
    ) -> None:
        super().__init__(*args, initial={"indicator": chosen, "source": source}, **more)
        field = self.fields["indicator"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("– vælg –")), *((one.id, say(one.title)) for one in indicators)]
