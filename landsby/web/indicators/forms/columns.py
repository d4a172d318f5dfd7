"""What the columns of a file with figures say, and how the file lies."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landsby.blueprint.kinds import Indicator
from landsby.web.indicators.forms.headings import HINTS, LABELS
from landsby.web.indicators.importing.columns import NUMBERS, FigureColumns, Told
from landsby.web.indicators.importing.guessing import guessed, names_under, places_beside_total
from landsby.web.indicators.importing.laying import headings_of_groups, period_headings
from landsby.web.indicators.importing.rows import needs
from landsby.web.indicators.periods import example_of, period_meant_by
from landsby.web.kit.fields import refuse_cpr
from landsby.web.partnerships.forms.tables import HeadingsForm
from landsby.web.partnerships.imports.table import Table

ACROSS = "*across"
"""What is chosen where the periods are headings."""


class FiguresForm(HeadingsForm):
    """Which heading tells what, and what holds for every row."""

    source = forms.CharField(
        label=_("Hvor kommer tallene fra?"),
        max_length=200,
        validators=[refuse_cpr],
        help_text=_("Fx »Danmarks Statistik, STATUSU6, hentet 3. november 2026«."),
        error_messages={"required": _("Skriv, hvor tallene kommer fra. Ellers ved ingen det om et år.")},
    )
    period_of_all = forms.CharField(label=_("Alle tal er for"), required=False, max_length=20)
    reference = forms.CharField(
        label=_("Vækstreference"),
        max_length=200,
        help_text=_("Den tabel, som tallene er regnet ud efter. Den bliver gemt med hvert tal."),
        error_messages={"required": _("Skriv, hvilken reference tallene er regnet ud efter.")},
    )
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
    fills_down = forms.BooleanField(
        label=_("En tom celle betyder det samme som cellen over"),
        required=False,
        help_text=_("Når stedet kun står i den første af flere rækker."),
    )
    total_is = forms.ChoiceField(
        label=_("»I alt« blandt stederne er"),
        choices=[
            ("", _("– vælg –")),
            ("sum", _("stederne i filen lagt sammen: læs det ikke")),
            ("country", _("hele landet")),
        ],
        help_text=_("Er det dine egne kommuner lagt sammen, er det ikke landets tal."),
        error_messages={"required": _("Vælg, hvad »i alt« er: hele landet eller stederne i filen.")},
    )
    only_totals = forms.BooleanField(label=_("Brug kun rækkerne »i alt«"), required=False)
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
        self,
        *args: Any,
        table: Table,
        columns: FigureColumns | None,
        indicator: Indicator,
        asks_source: bool = False,
        **more: Any,
    ) -> None:
        told = columns or guessed(table, indicator)
        initial = {name: value for name, value in told.to_data().items() if name != "columns"}
        super().__init__(*args, initial=initial, **more)
        self._indicator, self._told, self._names, self._asks_source = indicator, told, names_under(table), asks_source
        self._rows = {_of_rows(at, name): (at, name) for at, names in self._names.items() for name in names}
        example = example_of(indicator.period)
        hint = _("Udfyldes kun, hvis filen ikke selv siger det. Skriv den som %(example)s.")
        self.fields["period_of_all"].help_text = hint % {"example": example}
        self.offer_headings(table, LABELS, HINTS, told.columns)
        self._offer_rows()
        self._offer_periods(period_headings(table.headings))
        self._offer_totals(headings_of_groups(table, told))
        for name in self._left_out(table):
            del self.fields[name]
        self.dress()

    def _offer_rows(self) -> None:
        """A number may stand in rows of its own: offer what rows are told apart by."""
        groups = [
            (_("Rækker, hvor %(heading)s er") % {"heading": at}, [(_of_rows(at, name), name) for name in names])
            for at, names in self._names.items()
        ]
        for told in NUMBERS:
            self._choice(told).choices = [*self._choices(told), *groups]
        for told, (at, name) in self._told.rows_of.items():
            self.fields[told.value].initial = _of_rows(at, name)

    def _offer_periods(self, headings: list[str]) -> None:
        """The periods may be headings."""
        if len(headings) > 1:
            named = _("Overskrifterne %(first)s til %(last)s") % {"first": headings[0], "last": headings[-1]}
            field = self._choice(Told.PERIOD)
            nothing, *columns = self._choices(Told.PERIOD)
            field.choices = [nothing, (ACROSS, named), *columns]
            field.initial = ACROSS if self._told.across else field.initial

    def _offer_totals(self, headings: list[str]) -> None:
        if headings:
            told = {"headings": ", ".join(headings)}
            hint = _("Gælder det, der ikke er valgt ovenfor: %(headings)s.") % told
            self.fields["only_totals"].help_text = hint
        else:
            del self.fields["only_totals"]

    def _choice(self, told: Told) -> forms.ChoiceField:
        field = self.fields[told.value]
        assert isinstance(field, forms.ChoiceField)
        return field

    def _choices(self, told: Told) -> list[Any]:
        choices: Any = self._choice(told).choices
        return list(choices)

    def _left_out(self, table: Table) -> list[str]:
        """What a figure of this form, or a file like this one, does not have."""
        form = self._indicator.form
        left = [] if form == "mean" else ["spread"]
        left += ["numerator"] if form == "mean" else ["denominator"] if form == "count" else []
        left += [] if form == "share" else ["value_is"]
        left += [] if self._names else ["amount"]
        left += [] if places_beside_total(table, self._told) else ["total_is"]
        left += [] if self._asks_source else ["source"]
        left += [] if self._indicator.reference else ["reference"]
        return left if any("" in row for row in table.rows) else [*left, "fills_down"]

    @property
    def sections(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The fields by what they are about, as title and fields."""
        numbers = ("numerator", "denominator", "value", "spread", "amount", "value_is", "sign", "reference")
        told = [
            (_("Hvor og hvornår?"), ("municipality", "total_is", "community", "period", "period_of_all", "stratum")),
            (_("Hvad er tallet?"), numbers),
            (_("Hele filen"), ("source", "fills_down", "only_totals", "gathers", "skips_unknown")),
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
        self._settle_amount(told)
        self._refuse_too_little(told)
        self.refuse_repeated(told, Told)
        return told

    def _settle_amount(self, told: dict[str, Any]) -> None:
        """Where numbers stand in rows of their own, one column has them all; where periods are headings, none has."""
        in_rows = [each for each in NUMBERS if told.get(each) in self._rows]
        in_columns = [each for each in NUMBERS if told.get(each) and each not in in_rows]
        if in_rows and told.get("gathers") and self._indicator.form == "mean":
            self.add_error("gathers", _("Det kan vi ikke, når gennemsnit og antal står i hver sin række."))
        if told.get(Told.PERIOD) == ACROSS:
            told[Told.AMOUNT] = ""
            for each in in_columns:
                self.add_error(each.value, _("Tallene står under perioderne. Vælg rækker her, eller lad være."))
        elif not in_rows:
            told[Told.AMOUNT] = ""
        elif told.get(Told.VALUE) and told.get(Told.AMOUNT) in ("", told[Told.VALUE]) and Told.VALUE in in_columns:
            told[Told.AMOUNT], told[Told.VALUE] = told[Told.VALUE], ""
        elif not told.get(Told.AMOUNT):
            self.add_error(Told.AMOUNT.value, _("Vælg den kolonne, som tallene står i."))

    def _refuse_too_little(self, told: Mapping[str, Any]) -> None:
        if told.get(Told.NUMERATOR) and not told.get(Told.DENOMINATOR) and self._indicator.form in ("share", "rate"):
            wrong = _("Vælg, hvor mange der er talt blandt. Er det kolonnen med antal, så vælg den her i stedet.")
            self.add_error(Told.DENOMINATOR.value, wrong)
            return
        wanted = needs(self._indicator)
        if any(all(told.get(each) for each in together) for together in wanted):
            return
        if told.get(Told.PERIOD) == ACROSS and not any(told.get(each) for each in NUMBERS):
            return
        if len(wanted[0]) > 1:
            wrong = _("Vælg både tæller og nævner, eller den kolonne, der har selve tallet.")
        else:
            wrong = _("Vælg den kolonne, der har tallet.")
        self.add_error(Told.VALUE.value, wrong)

    @property
    def source_told(self) -> str:
        """Where the figures come from; "" where it was not asked."""
        return str(self.cleaned_data.get("source", ""))

    @property
    def columns(self) -> FigureColumns:
        """What the form says."""
        told = self.cleaned_data
        chosen = {each: told[each] for each in Told if told.get(each) and told[each] != ACROSS}
        return FigureColumns(
            columns={each: heading for each, heading in chosen.items() if heading not in self._rows},
            rows_of={each: self._rows[heading] for each, heading in chosen.items() if heading in self._rows},
            across=told.get(Told.PERIOD) == ACROSS,
            fills_down=told.get("fills_down", False),
            only_totals=told.get("only_totals", False),
            total_is=told.get("total_is", ""),
            reference=told.get("reference", ""),
            period_of_all=told["period_of_all"],
            value_is=told.get("value_is", ""),
            sign=told["sign"],
            gathers=told["gathers"],
            skips_unknown=told["skips_unknown"],
        )


def _of_rows(heading: str, name: str) -> str:
    """How a choice of rows is written."""
    return f"{heading} = {name}"
