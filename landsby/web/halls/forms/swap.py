"""Asking another association to take a duty."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from landsby.web.halls.models import Opening
from landsby.web.kit.dates import short_day
from landsby.web.kit.forms import Form
from landsby.web.partnerships.models import Actor


class SwapForm(Form):
    """One question: who takes it, and perhaps which duty one takes for it."""

    offer = forms.ChoiceField(
        label=gettext_lazy("Hvem vil I spørge?"),
        error_messages={"required": gettext_lazy("Vælg, hvem I vil spørge.")},
    )
    message = forms.CharField(label=gettext_lazy("Et par ord til dem"), max_length=200, required=False)

    def __init__(self, *args: Any, others: Sequence[Opening], takers: Sequence[Actor], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        able = {taker.pk: taker for taker in takers}
        self._takers = {f"take-{pk}": (taker, None) for pk, taker in able.items()}
        self._swaps = {
            f"swap-{opening.pk}-{host.pk}": (able[host.pk], opening)
            for opening in others
            for host in opening.hosts
            if host.pk in able
        }
        swaps = [
            (key, f"{short_day(opening.activity.starts_on)}: {taker.name}")
            for key, (taker, opening) in self._swaps.items()
        ]
        takes = [(key, taker.name) for key, (taker, _none) in self._takers.items()]
        self.fields["offer"].choices = [  # type: ignore[attr-defined]  # a field of choices
            ("", _("Vælg")),
            *([(_("Byt med deres vagt"), swaps)] if swaps else []),
            *([(_("Bed dem tage vagten"), takes)] if takes else []),
        ]

    @property
    def taker(self) -> Actor:
        """Who is asked."""
        return self._offered[0]

    @property
    def in_return(self) -> Opening | None:
        """The duty that one takes for it."""
        return self._offered[1]

    @property
    def _offered(self) -> tuple[Actor, Opening | None]:
        return {**self._takers, **self._swaps}[self.cleaned_data["offer"]]
