"""Which lines of an indicator are shown."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landsby.web.indicators.lines import TOGETHER, Lines
from landsby.web.indicators.models import COUNTRY
from landsby.web.indicators.models.at_area import place_key
from landsby.web.kit.forms import Form

NOBODY = "none"


class Offered(forms.ChoiceField):
    """What is not offered is nothing: whoever shared the address may see more, or the figures have gone since."""

    def clean(self, value: Any) -> str:
        """What was chosen, if it is offered."""
        return str(value or "") if self.valid_value(value or "") else ""


class ChooseForm(Form):
    """One place, one to compare it with, and a part of the people; each is a parameter of the address."""

    place = Offered(label=_("Sted"), required=False)
    beside = Offered(label=_("Sammenlign med"), required=False)
    stratum = Offered(label=_("Gruppe"), required=False)

    def __init__(self, *args: Any, lines: Lines, **more: Any) -> None:
        super().__init__(*args, **more)
        self._lines, name_of = lines, lines.areas.name_of
        own: list[Any] = [(place, name_of(place)) for place in lines.own]
        if lines.main == TOGETHER:
            own = [(TOGETHER, _("Alle steder under ét")), *own]
        others = [(place, name_of(place)) for place in lines.places if not lines.areas.is_own(place)]
        self._offer("place", own or [(TOGETHER, _("Alle steder under ét"))])
        self._offer("beside", [("", _("Det nærmeste")), *others, *own, (NOBODY, _("Ingen"))])
        self._offer("stratum", [("", _("Alle")), *((one, one) for one in lines.strata)])
        if not lines.strata:
            del self.fields["stratum"]

    def _offer(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(dict.fromkeys(choices))

    def _told(self, name: str) -> str:
        """What was chosen; what is not offered is nothing."""
        self.full_clean()
        return str(getattr(self, "cleaned_data", {}).get(name, ""))

    @property
    def asks_for_more(self) -> bool:
        """Whether the address names something that the reader is not offered."""
        return any(self.data.get(name, "") not in ("", self._told(name)) for name in ("place", "beside", "stratum"))

    @property
    def chosen_place(self) -> str:
        """The place that is shown."""
        return self._told("place") or self._lines.main

    @property
    def chosen_beside(self) -> str | None:
        """The place beside it: where nobody has chosen, the country, and where that is not known, all of one's own."""
        told = self._told("beside")
        country = place_key(None, COUNTRY)
        usual = country if country in self._lines.places else TOGETHER if self._lines.main == TOGETHER else None
        found = None if told == NOBODY else told or usual
        return None if found == self.chosen_place else found

    @property
    def chosen_stratum(self) -> str:
        """The part of the people; "" is everybody."""
        return self._told("stratum")
