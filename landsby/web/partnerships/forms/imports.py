"""The steps of an import: the file, its columns, its kinds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from landsby.blueprint import codelist
from landsby.web.kit.forms import Form
from landsby.web.partnerships.forms.choices import kinds_in_use
from landsby.web.partnerships.forms.tables import HeadingsForm, TableFileForm
from landsby.web.partnerships.imports.kinds import guessed_kind
from landsby.web.partnerships.imports.mapping import ColumnMap, Target, guessed_columns
from landsby.web.partnerships.imports.reading import read_table
from landsby.web.partnerships.imports.table import Table
from landsby.web.partnerships.models import Municipality

LABELS = {
    Target.NAME: _("Navn"),
    Target.KIND: _("Slags"),
    Target.REGISTER_ID: _("Nummer i register"),
    Target.MUNICIPALITY_CODE: _("Kommunens kode"),
    Target.MUNICIPALITY_NAME: _("Kommunens navn"),
    Target.COMMUNITY: _("Lokalområde"),
    Target.ADDRESS: _("Adresse"),
    Target.POSTCODE: _("Postnummer"),
    Target.TOWN: _("By"),
    Target.LATITUDE: _("Breddegrad"),
    Target.LONGITUDE: _("Længdegrad"),
    Target.PARENT: _("Hovedinstitutionens nummer"),
}
HINTS = {
    Target.REGISTER_ID: _("Så retter næste indlæsning det, der er her, i stedet for at oprette det igen."),
    Target.PARENT: _("Hvis rækken er en afdeling af en anden."),
}
MOST_KINDS = 40
SKIP = "-"


class UploadForm(TableFileForm):
    """A file with institutions."""

    accept = ".csv,.txt,.tsv,.xlsx"
    told = _("CSV eller Excel (.xlsx), højst %(most)s MB.")
    read = read_table


class ColumnsForm(HeadingsForm):
    """Which heading tells what, and what holds for every row."""

    kind_of_all = forms.ChoiceField(
        label=_("Alle rækker er af samme slags"),
        required=False,
        help_text=_("Vælg her, hvis filen ikke selv siger, hvad stederne er."),
    )
    municipality_of_all = forms.ChoiceField(
        label=_("Alle rækker ligger i"),
        required=False,
        help_text=_("Vælg her, hvis filen ikke selv siger, hvilken kommune stederne ligger i."),
    )
    departments_by_name = forms.BooleanField(
        label=_("Læg »X, afdeling Y« under »X«"),
        required=False,
        help_text=_("Så tælles skolen én gang, selv om den har flere afdelinger."),
    )

    def __init__(
        self, *args: Any, table: Table, columns: ColumnMap | None, municipalities: Iterable[Municipality], **kwargs: Any
    ) -> None:
        told = columns or ColumnMap(columns=guessed_columns(table.headings))
        initial = {
            "kind_of_all": told.kind,
            "municipality_of_all": told.municipality,
            "departments_by_name": told.departments_by_name,
        }
        super().__init__(*args, initial=initial, **kwargs)
        self._kinds = told.kinds
        ours = [(municipality.code, municipality.name) for municipality in municipalities]
        self._offer("kind_of_all", [("", _("– filen siger det selv –")), *kinds_in_use()])
        self._offer("municipality_of_all", [("", _("– filen siger det selv –")), *ours])
        self.offer_headings(table, LABELS, HINTS, told.columns)
        self.dress()

    def _offer(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    @property
    def sections(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The fields by what they are about, as title and fields."""
        told = [
            (_("Hvad hedder stedet?"), ("name", "register_id")),
            (_("Hvad er det?"), ("kind", "kind_of_all")),
            (_("Hvilken kommune?"), ("municipality_code", "municipality_name", "municipality_of_all")),
            (_("Hvor ligger det?"), ("address", "postcode", "town", "latitude", "longitude", "community")),
            (_("Er det en afdeling?"), ("parent", "departments_by_name")),
        ]
        return [(str(title), [self[name] for name in names]) for title, names in told]

    def clean(self) -> dict[str, Any]:
        """Something must tell name, kind and municipality, and no heading may tell two things."""
        told = super().clean() or self.cleaned_data
        if not told.get(Target.NAME):
            self.add_error(Target.NAME.value, _("Kolonnen med navnet mangler. Vælg den her, eller tilføj den i filen."))
        if not told.get(Target.KIND) and not told.get("kind_of_all"):
            wrong = _("Vælg den kolonne, der fortæller slags, eller vælg én slags for alle rækker.")
            self.add_error(Target.KIND.value, wrong)
        places = (Target.MUNICIPALITY_CODE, Target.MUNICIPALITY_NAME, "municipality_of_all")
        if not any(told.get(name) for name in places):
            wrong = _("Vælg kolonnen med kommunens kode eller navn, eller vælg én kommune for alle rækker.")
            self.add_error(Target.MUNICIPALITY_CODE.value, wrong)
        self.refuse_repeated(told, Target)
        return told

    @property
    def columns(self) -> ColumnMap:
        """What the form says; what was told about the values of the kind's column is kept."""
        told = self.cleaned_data
        return ColumnMap(
            columns={target: told[target] for target in Target if told[target]},
            kind=told["kind_of_all"],
            kinds=self._kinds,
            municipality=told["municipality_of_all"],
            departments_by_name=told["departments_by_name"],
        )


class KindsForm(Form):
    """What each value of the kind's column means; the fields are named ``kind_0``, ``kind_1``, …"""

    def __init__(self, *args: Any, values: Mapping[str, int], kinds: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._values = list(values)
        choices = [("", _("– vælg –")), (SKIP, _("Indlæs ikke disse rækker")), *kinds_in_use()]
        for index, value in enumerate(self._values):
            known = {"": SKIP}.get(kinds[value], kinds[value]) if value in kinds else ""
            self.fields[f"kind_{index}"] = forms.ChoiceField(
                label=_with_rows(value, values[value]),
                choices=choices,
                initial=known or guessed_kind(value, codelist("actor_kinds")),
                error_messages={"required": _("Vælg, hvad »%(value)s« svarer til.") % {"value": value}},
            )
        self.dress()

    @property
    def kinds(self) -> dict[str, str]:
        """The id of our kind for each value; "" leaves its rows out."""
        told = {value: self.cleaned_data[f"kind_{index}"] for index, value in enumerate(self._values)}
        return {value: "" if kind == SKIP else kind for value, kind in told.items()}


def _with_rows(value: str, rows: int) -> str:
    """A value with how many rows say it."""
    told = {"value": value, "rows": rows}
    return ngettext("%(value)s (%(rows)s række)", "%(value)s (%(rows)s rækker)", rows) % told
