"""Which lines of an indicator are shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landsby.web.indicators.lines import TOGETHER, Lines
from landsby.web.indicators.models import COUNTRY
from landsby.web.indicators.models.at_area import place_key
from landsby.web.kit.forms import Form
from landsby.web.kit.numbers import key_in

NOBODY = "none"

Group = tuple[Any, list[tuple[str, Any]]]


class ChooseForm(Form):
    """One place, one to compare it with, and a part of the people; each is a parameter of the address.

    What is not offered is nothing: whoever shared the address may see more, or the figures have gone since.

    Attributes:
        asks_for_more: whether the address names something that the reader is not offered.
        chosen_period: the period that the address speaks of; 0 for the latest.
    """

    place = forms.ChoiceField(label=_("Sted"), required=False)
    beside = forms.ChoiceField(label=_("Sammenlign med"), required=False)
    stratum = forms.ChoiceField(label=_("Gruppe"), required=False)

    def __init__(self, asked: Mapping[str, str], *, lines: Lines) -> None:
        self._lines = lines
        groups = self._groups()
        offers: dict[str, list[Any]] = {
            "place": groups or [(TOGETHER, lines.name_of(TOGETHER))],
            "beside": [("", _("Det nærmeste")), *self._outside(), *groups, (NOBODY, _("Ingen"))],
            "stratum": [("", _("Alle")), *((one, one) for one in lines.strata)],
        }
        told = {name: asked.get(name, "") for name in offers}
        self._chosen = {name: value if value in _values(offers[name]) else "" for name, value in told.items()}
        self.asks_for_more = told != self._chosen
        self.chosen_period = key_in(asked.get("period", "")) or 0
        self._chosen["place"] = self._chosen["place"] or lines.first
        super().__init__(self._chosen)
        for name, choices in offers.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices
        if not lines.strata:
            del self.fields["stratum"]

    def _groups(self) -> list[Group]:
        """The programme's own places: all together, municipalities and communities, each by themselves."""
        lines, areas = self._lines, self._lines.areas
        own = sorted(lines.own, key=lambda place: place != areas.home)
        municipalities = [(place, areas.name_of(place)) for place in own if place not in areas.communities]
        communities = [(place, areas.name_of(place)) for place in own if place in areas.communities]
        together = [(TOGETHER, lines.name_of(TOGETHER))] if lines.main == TOGETHER and own else []
        groups = [(_("Under ét"), together), (_("Kommuner"), municipalities), (_("Lokalområder"), communities)]
        if areas.home in own:
            groups = [*groups[1:], groups[0]]
        return [group for group in groups if group[1]]

    def _outside(self) -> list[Group]:
        areas = self._lines.areas
        others = [(place, areas.name_of(place)) for place in self._lines.places if not areas.is_own(place)]
        return [(_("Uden for programmet"), others)] if others else []

    @property
    def chosen_place(self) -> str:
        """The place that is shown."""
        return self._chosen["place"]

    @property
    def chosen_beside(self) -> str | None:
        """The place beside it: where nobody has chosen, the country, and where that is not known, all of one's own."""
        told = self._chosen["beside"]
        country = place_key(None, COUNTRY)
        usual = country if country in self._lines.places else TOGETHER if self._lines.main == TOGETHER else None
        found = None if told == NOBODY else told or usual
        return None if found == self.chosen_place else found

    @property
    def chosen_stratum(self) -> str:
        """The part of the people; "" is everybody."""
        return self._chosen["stratum"]


def _values(choices: Iterable[tuple[Any, Any]]) -> set[str]:
    """What can be chosen, also within groups."""
    return {
        key for value, said in choices for key in ([one for one, _name in said] if isinstance(said, list) else [value])
    }
