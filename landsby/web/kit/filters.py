"""The choices above a list: each narrows it, none is required, and each is a parameter of the address."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Any, ClassVar

from django import forms
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.dates import short_day
from landsby.web.kit.forms import Form
from landsby.web.kit.problems import Sentence

WITHOUT = "none"
"""As the value of a choice: the rows that have none of it."""


MOST_OFFERED = 300
"""Nobody looks through a menu of more; what is chosen from elsewhere, by a link, still holds."""


class Filter(Form):
    """A room's choices inherit this, add their fields, and say in `narrowed` what each does to the rows.

    Attributes:
        foremost: the fields that always show; the others wait behind »Flere valg«. None means that all show.
    """

    foremost: ClassVar[tuple[str, ...]] = ()

    def choose_among(self, name: str, choices: Iterable[tuple[str, Any]], *, without: Sentence = "") -> None:
        """Offer these in a field, after »all« and, where there is a word for it, before »those without«.

        Where there are too many to look through, only what has been chosen already is offered beside those two.
        """
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        told = list(choices)
        if len(told) > MOST_OFFERED:
            told = [choice for choice in told if choice[0] == self.data.get(name)]
        field.choices = [("", _("Alle")), *told, *([(WITHOUT, without)] if without else [])]

    def choose_row(self, name: str, rows: Any) -> None:
        """Offer these rows in a field, after »all«; where there are too many to look through, none is offered.

        One that a link has chosen is kept, and told among the choices.
        """
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset, field.empty_label = rows, str(_("Alle"))
        if rows.order_by()[: MOST_OFFERED + 1].count() > MOST_OFFERED:
            field.widget = forms.HiddenInput()

    @property
    def first_fields(self) -> list[forms.BoundField]:
        """The fields that always show."""
        return [self[name] for name in self.foremost or self.fields]

    @property
    def more_fields(self) -> list[forms.BoundField]:
        """The fields that wait until they are asked for."""
        return [bound for bound in self.visible_fields() if self.foremost and bound.name not in self.foremost]

    @cached_property
    def chosen(self) -> dict[str, str]:
        """What has been chosen, label and value in words, to be shown above the list."""
        self.full_clean()
        return {str(bound.label): self._in_words(bound) for bound in self if bound.data}

    def _in_words(self, bound: forms.BoundField) -> str:
        """What was understood; what was not is shown as it came."""
        understood = self.cleaned_data.get(bound.name)
        if isinstance(understood, date):
            return short_day(understood)
        if isinstance(understood, Model) or isinstance(bound.field, forms.ModelChoiceField):
            return str(understood or bound.data)
        titles = dict(getattr(bound.field, "choices", ()))
        several = bound.data if isinstance(bound.data, list) else [bound.data]
        return ", ".join(str(titles.get(one, one)) for one in several)
