"""What to draw the picture of, and what to show in the lists behind it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from landsby.blueprint import Blueprint, codelist, kinds_in_groups
from landsby.web.activities.models import SeriesQuerySet
from landsby.web.kit.forms import Form
from landsby.web.kit.periods import HalfYear, half_years_between
from landsby.web.kit.text import say
from landsby.web.overviews.choice import Choice
from landsby.web.overviews.queries import those_who_took_part
from landsby.web.partnerships.access import Standing, municipalities_within
from landsby.web.partnerships.models import Actor, ActorQuerySet


class PictureForm(Form):
    """From which half-year to which, and in which municipality; nothing chosen is the whole programme."""

    first = forms.ChoiceField(label=_("Fra"), required=False)
    last = forms.ChoiceField(label=_("Til og med"), required=False)
    municipality: Any = forms.ModelChoiceField(None, label=_("Kommune"), required=False)

    def __init__(self, *args: Any, standing: Standing, last_day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.programme = standing.programme
        began = self.programme.starts_on
        halves = [(str(half.number), str(half)) for half in half_years_between(began, max(began, last_day))]
        self._choose("first", [("", _("Begyndelsen")), *halves])
        self._choose("last", [("", _("Nu")), *reversed(halves)])
        if standing.seen.everywhere or len(standing.seen.municipalities) > 1:
            municipality = self.fields["municipality"]
            assert isinstance(municipality, forms.ModelChoiceField)
            municipality.queryset, municipality.empty_label = municipalities_within(standing), str(_("Alle"))
        else:  # whoever sees one municipality, or less, has nothing to choose
            del self.fields["municipality"]

    def _choose(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def clean(self) -> dict[str, Any]:
        """The first half-year must not come after the last."""
        cleaned = super().clean() or self.cleaned_data
        first, last = cleaned.get("first"), cleaned.get("last")
        if first and last and int(first) > int(last):
            self.add_error("last", _("Perioden slutter, før den begynder. Vælg et senere halvår."))
        return cleaned

    @property
    def choice(self) -> Choice:
        """What was chosen; a choice that does not hold is the whole programme."""
        if not self.is_valid():
            return Choice(self.programme)
        told = self.cleaned_data
        first, last = (HalfYear.from_number(int(told[side])) if told[side] else None for side in ("first", "last"))
        return Choice(self.programme, first, last, told.get("municipality"))


class ActorsForm(PictureForm):
    """The actors behind the picture: of which groups, whether they took part in something, or are open today."""

    group = forms.MultipleChoiceField(
        label=_("Slags"), required=False, widget=forms.CheckboxSelectMultiple(attrs={"group": "chips"})
    )
    took_part = forms.ChoiceField(
        label=_("Har været med"),
        required=False,
        choices=[("", _("Alle")), ("yes", _("Ja")), ("no", _("Nej"))],
    )

    state = forms.ChoiceField(
        label=_("Åbne eller lukkede"), required=False, choices=[("", _("Alle")), ("open", _("Åbne"))]
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._today: date = kwargs["last_day"]
        self._choose("group", [(key, say(group.title)) for key, group in codelist("actor_groups").items()])
        self.order_fields(["group", "took_part", "state", "first", "last", "municipality"])

    def narrowed(self, actors: ActorQuerySet) -> QuerySet[Actor]:
        """The actors that the choices let through; each knows how often it `taken_part`."""
        if not self.is_valid():
            return actors
        told = self.cleaned_data
        found = actors.of_kinds(kinds_in_groups(told["group"])) if told["group"] else actors
        if told["state"]:
            found = found.open_on(self._today)
        return those_who_took_part(found, did=told["took_part"] == "yes") if told["took_part"] else found


class CoursesForm(PictureForm):
    """The courses behind the picture: of which kinds."""

    kind = forms.MultipleChoiceField(
        label=_("Slags"), required=False, widget=forms.CheckboxSelectMultiple(attrs={"group": "chips"})
    )

    def __init__(self, *args: Any, blueprint: Blueprint, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(kind.id, say(kind.title)) for kind in blueprint.activity_kinds.values() if kind.form == "series"]
        self._choose("kind", kinds)
        self.order_fields(["kind", "first", "last", "municipality"])

    def narrowed(self, series: SeriesQuerySet) -> SeriesQuerySet:
        """The courses that the choices let through."""
        kinds = self.cleaned_data["kind"] if self.is_valid() else []
        return series.of_kinds(tuple(kinds)) if kinds else series
