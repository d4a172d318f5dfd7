"""The steps of an import of figures: the file, and its columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landsby.blueprint.kinds import Indicator
from landsby.web.indicators.importing.columns import FigureColumns, Told, guessed_columns
from landsby.web.indicators.importing.reading import read_figures
from landsby.web.indicators.importing.rows import needs
from landsby.web.indicators.periods import example_of, period_meant_by
from landsby.web.kit.text import say
from landsby.web.partnerships.forms.tables import HeadingsForm, TableFileForm
from landsby.web.partnerships.imports.table import Table

LABELS = {
    Told.MUNICIPALITY: _("Kommune eller hele landet"),
    Told.COMMUNITY: _("Lokalområde"),
    Told.PERIOD: _("Periode"),
    Told.STRATUM: _("Gruppe"),
    Told.NUMERATOR: _("Tæller"),
    Told.DENOMINATOR: _("Nævner"),
    Told.VALUE: _("Selve tallet"),
    Told.SPREAD: _("Standardafvigelse"),
}
HINTS = {
    Told.MUNICIPALITY: _("Navn eller kode. 851 og 0851 er den samme."),
    Told.STRATUM: _("Hvis tallene er delt op, fx på køn eller klassetrin."),
    Told.SPREAD: _("Så kan vi sige, hvor sikkert gennemsnittet er."),
}


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


class FiguresForm(HeadingsForm):
    """Which heading tells what, and what holds for every row."""

    period_of_all = forms.CharField(label=_("Alle tal er for"), required=False, max_length=20)
    value_is = forms.ChoiceField(
        label=_("Andele står som"),
        required=False,
        choices=[
            ("", _("– filen viser det selv –")),
            ("percent", _("procent")),
            ("fraction", _("dele af en hel, 0 til 1")),
        ],
    )
    sign = forms.ChoiceField(
        label=_("Før decimaler står"),
        required=False,
        choices=[("", _("– filen viser det selv –")), (",", _("komma: 12,5")), (".", _("punktum: 12.5"))],
    )
    gathers = forms.BooleanField(
        label=_("Læg rækker for samme sted og periode sammen"),
        required=False,
        help_text=_("Fx når filen har en række for hver skole. Gennemsnit vægtes med antallet."),
    )
    skips_unknown = forms.BooleanField(
        label=_("Udelad steder, vi ikke kender"),
        required=False,
        help_text=_("Fx regioner og landsdele."),
    )

    def __init__(
        self, *args: Any, table: Table, columns: FigureColumns | None, indicator: Indicator, **more: Any
    ) -> None:
        told = columns or FigureColumns(columns=guessed_columns(table.headings))
        initial = {name: value for name, value in told.to_data().items() if name != "columns"}
        super().__init__(*args, initial=initial, **more)
        self._indicator = indicator
        example = example_of(indicator.period)
        hint = _("Udfyldes kun, hvis filen ikke selv siger det. Skriv den som %(example)s.")
        self.fields["period_of_all"].help_text = hint % {"example": example}
        self.offer_headings(table, LABELS, HINTS, told.columns)
        for name in self._left_out():
            del self.fields[name]
        self.dress()

    def _left_out(self) -> list[str]:
        """What a figure of this form does not have."""
        form = self._indicator.form
        left = [] if form == "mean" else ["spread"]
        left += ["numerator"] if form == "mean" else ["denominator"] if form == "count" else []
        return left if form == "share" else [*left, "value_is"]

    @property
    def sections(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The fields by what they are about, as title and fields."""
        told = [
            (_("Hvor og hvornår?"), ("municipality", "community", "period", "period_of_all", "stratum")),
            (_("Hvad er tallet?"), ("numerator", "denominator", "value", "spread", "value_is", "sign")),
            (_("Hele filen"), ("gathers", "skips_unknown")),
        ]
        return [(str(title), [self[name] for name in names if name in self.fields]) for title, names in told]

    def clean(self) -> dict[str, Any]:
        """Something must tell the place, the period and the figure, and no heading may tell two things."""
        told = super().clean() or self.cleaned_data
        if not told.get(Told.MUNICIPALITY) and not told.get(Told.COMMUNITY):
            self.add_error(Told.MUNICIPALITY.value, _("Vælg den kolonne, der siger, hvor tallet er fra."))
        if not told.get(Told.PERIOD) and not told.get("period_of_all"):
            self.add_error(
                Told.PERIOD.value, _("Vælg den kolonne, der siger hvornår, eller skriv én periode for alle.")
            )
        if told.get("period_of_all") and period_meant_by(told["period_of_all"], self._indicator.period) is None:
            wrong = _("Skriv perioden som %(example)s.") % {"example": example_of(self._indicator.period)}
            self.add_error("period_of_all", wrong)
        self._refuse_too_little(told)
        self.refuse_repeated(told, Told)
        return told

    def _refuse_too_little(self, told: Mapping[str, Any]) -> None:
        wanted = needs(self._indicator)
        if any(all(told.get(each) for each in together) for together in wanted):
            return
        if len(wanted[0]) > 1:
            wrong = _("Vælg både tæller og nævner, eller den kolonne, der har selve tallet.")
        else:
            wrong = _("Vælg den kolonne, der har tallet.")
        self.add_error(Told.VALUE.value, wrong)

    @property
    def columns(self) -> FigureColumns:
        """What the form says."""
        told = self.cleaned_data
        return FigureColumns(
            columns={each: told[each] for each in Told if told.get(each)},
            period_of_all=told["period_of_all"],
            value_is=told.get("value_is", ""),
            sign=told["sign"],
            gathers=told["gathers"],
            skips_unknown=told["skips_unknown"],
        )
