"""The first step of an import of figures: the file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landsby.blueprint.kinds import Indicator
from landsby.web.indicators.importing.reading import read_figures
from landsby.web.kit.forms import ask_for_one_of_several
from landsby.web.kit.numbers import CountField, key_in
from landsby.web.kit.text import say
from landsby.web.partnerships.forms.tables import TableFileForm
from landsby.web.partnerships.imports.table import MOST_ROWS, Table


class FileForm(TableFileForm):
    """Which indicator, a file with its figures, and where they come from."""

    accept = ".csv,.txt,.tsv,.xlsx,.json"
    told = _("CSV, Excel (.xlsx) eller JSON-stat, højst %(most)s MB. Filer fra Statistikbanken kan bruges, som de er.")
    read = read_figures

    field_order = ("indicator", "file", "source", "headings_at")

    headings_at = CountField(
        label=_("Overskrifterne står i række"),
        required=False,
        help_text=_("Kun hvis vi ikke selv finder dem."),
        min_value=1,
        max_value=MOST_ROWS,
    )
    indicator = forms.ChoiceField(label=_("Indikator"), error_messages={"required": _("Vælg en indikator.")})
    source = forms.CharField(
        label=_("Hvor kommer tallene fra?"),
        max_length=200,
        required=False,
        help_text=_("Fx »Danmarks Statistik, STATUSU6, hentet 3. november 2026«."),
    )

    def table_of(self, content: bytes) -> Table:
        """The table, from the row of headings that was told, if any."""
        return read_figures(content, key_in(self["headings_at"].data))

    def __init__(
        self, *args: Any, indicators: Iterable[Indicator], chosen: str = "", source: str = "", **more: Any
    ) -> None:
        super().__init__(*args, initial={"indicator": chosen, "source": source}, **more)
        # Whoever forgets it is asked on the next page, so that the file need not be chosen again.
        ask_for_one_of_several(self.fields["source"])
        field = self.fields["indicator"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("– vælg –")), *((one.id, say(one.title)) for one in indicators)]
