"""A cell file that is sent, and which of them a run is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from landsby.evaluation.problems import Refused
from landsby.web.evaluations.analysing import CELL_FILE, Looked, look_at
from landsby.web.evaluations.models import Loading, Sort
from landsby.web.kit.dates import short_day
from landsby.web.kit.forms import Form
from landsby.web.kit.text import say

MOST_MEGABYTES = 50


class CellsForm(Form):
    """A cell file. Rows about children are refused, kindly and with the way round."""

    file = forms.FileField(
        label=_("Cellefil"),
        help_text=_("En fil, der ender på .cells.csv, lavet med kommandoen herunder."),
        error_messages={"required": _("Vælg en fil.")},
        widget=forms.FileInput(attrs={"accept": ".csv"}),
        allow_empty_file=True,
    )

    def clean_file(self) -> tuple[str, bytes, Looked]:
        """The file's name and content, and what it says of itself."""
        sent: Any = self.cleaned_data["file"]
        content: bytes = sent.read(MOST_MEGABYTES * 1_000_000 + 1)
        if len(content) > MOST_MEGABYTES * 1_000_000:
            raise ValidationError(
                gettext("Filen er større end %(most)s MB. Celler fylder sjældent så meget; er det rækker om børn?")
                % {"most": MOST_MEGABYTES},
                code="too_large",
            )
        if not sent.name.endswith(CELL_FILE) or not content.startswith(b"{"):
            raise ValidationError(
                gettext(
                    "Det er ikke en cellefil, så den er ikke gemt. Rækker om enkelte børn kommer aldrig ind i Landsby. "
                    "Lav cellerne dér, hvor rækkerne er, med kommandoen herunder, og send dem i stedet."
                ),
                code="no_cells",
            )
        try:
            return sent.name, content, look_at(sent.name, content)
        except Refused as refusal:
            raise ValidationError([f"{say(each.text)} {say(each.cure)}" for each in refusal.problems]) from None


class RunForm(Form):
    """Which cells, and what is asked."""

    sort = forms.ChoiceField(choices=Sort, label=_("Hvad skal regnes?"), initial=Sort.RESULT, widget=forms.RadioSelect)
    cells = forms.TypedMultipleChoiceField(
        label=_("Hvilke data?"),
        coerce=int,
        error_messages={"required": _("Vælg mindst én cellefil. Er der ingen, så indlæs en først.")},
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, loadings: Sequence[Loading], chosen: Sequence[Loading] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.by_key = {loading.pk: loading for loading in loadings if loading.is_there}
        field: Any = self.fields["cells"]
        field.choices = [(key, _said(loading)) for key, loading in self.by_key.items()]
        if len(self.by_key) > 1:
            field.help_text = _("Vælg kun flere, når hver dataejer har sine egne børn. Intet barn må tælle to gange.")
        field.initial = [loading.pk for loading in chosen]

    @property
    def told(self) -> tuple[Sort, list[Loading]]:
        """The answer."""
        return Sort(self.cleaned_data["sort"]), [self.by_key[key] for key in self.cleaned_data["cells"]]


def _said(loading: Loading) -> str:
    told = {"holder": loading.holder, "first": loading.first, "last": loading.last, "name": loading.name}
    told |= {"day": short_day(loading.loaded_at)}
    return gettext("%(holder)s, %(first)s–%(last)s (%(name)s, indlæst %(day)s)") % told
