"""The rota of a season on one screen: a choice for every place in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landsby.web.halls.actions import RotaLine
from landsby.web.halls.models import Opening, Season
from landsby.web.kit.dates import short_day
from landsby.web.kit.forms import Form
from landsby.web.kit.numbers import keys_in
from landsby.web.partnerships.models import Actor


class RotaForm(Form):
    """For each opening that is still to come, its hosts; and the hosts that stood there when the page was shown."""

    def __init__(
        self,
        *args: Any,
        season: Season,
        openings: Sequence[Opening],
        proposed: Mapping[int, Sequence[int]] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.openings, self.proposed = openings, proposed or {}
        offered = {host.actor_id: host.actor for host in season.hosts.all()}
        offered |= {host.pk: host for opening in openings for host in opening.hosts}
        self.actors: Mapping[int, Actor] = offered
        choices = [("", _("Ingen endnu")), *((str(pk), actor.name) for pk, actor in offered.items())]
        for opening in openings:
            for number in range(max(season.hosts_each, len(opening.hosts))):
                self.fields[f"host_{opening.pk}_{number}"] = self._choice(opening, number, choices)
        self.dress()

    def _choice(self, opening: Opening, number: int, choices: Sequence[tuple[str, Any]]) -> forms.ChoiceField:
        told = self.proposed.get(opening.pk) or [host.pk for host in opening.hosts]
        return forms.ChoiceField(
            label=_("Vært %(day)s") % {"day": short_day(opening.activity.starts_on)},
            choices=choices,
            required=False,
            initial=str(told[number]) if number < len(told) else "",
        )

    def clean(self) -> dict[str, Any]:
        """Nobody stands twice in one line."""
        cleaned = super().clean() or self.cleaned_data
        for opening in self.openings:
            chosen = self._chosen(opening)
            if len(set(chosen)) < len(chosen):
                self.add_error(f"host_{opening.pk}_1", _("Den samme forening står to gange. Vælg en anden."))
        return cleaned

    @property
    def lines(self) -> dict[int, RotaLine]:
        """What was chosen for each opening, and what stood there before."""
        return {
            opening.pk: RotaLine(was=self._was(opening), becomes=self._chosen(opening)) for opening in self.openings
        }

    def _chosen(self, opening: Opening) -> tuple[int, ...]:
        return tuple(int(value) for bound in self.places(opening) if (value := self.cleaned_data.get(bound.name)))

    def _was(self, opening: Opening) -> tuple[int, ...]:
        told = self.data.get(f"was_{opening.pk}", "")
        return tuple(keys_in(told.split(",")))

    def places(self, opening: Opening) -> list[forms.BoundField]:
        """The choices of one opening."""
        begin = f"host_{opening.pk}_"
        return [self[name] for name in self.fields if name.startswith(begin)]
