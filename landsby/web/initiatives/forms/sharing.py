"""Which initiatives to hold beside each other, and what to look for in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from landsby.web.initiatives.forms.filter import FilterForm

SORTS = (
    ("actors", _("Aktører")),
    ("goals", _("Målsætninger")),
    ("audiences", _("Målgrupper")),
    ("themes", _("Temaer")),
)
"""What initiatives may share; themes are the programme's elements and topics."""


@dataclass(frozen=True)
class Wanted:
    """What is looked for: one sort, or all with "", and whether only between initiatives without a common track."""

    sort: str = ""
    only_across: bool = False


class SharingForm(FilterForm):
    """The list's choices, and two of its own."""

    foremost = ("sort", "across", "track")

    sort = forms.ChoiceField(label=_("Det, de deler"), required=False)
    across = forms.ChoiceField(label=_("Hvilke par"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose_among("sort", SORTS)
        self.choose_among("across", [("yes", _("Kun på tværs af spor"))])

    @property
    def wanted(self) -> Wanted:
        """What has been chosen; everything where the choice is no choice."""
        if not self.is_valid():
            return Wanted()
        return Wanted(self.cleaned_data["sort"], bool(self.cleaned_data["across"]))
