"""The audit in words: what can be asked of it, and the columns of its rows."""

from __future__ import annotations

from datetime import datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy

from landsby.web.kit.filters import Filter
from landsby.web.kit.listing import Column
from landsby.web.kit.models import Act, AuditEntryQuerySet


class LogFilterForm(Filter):
    """Every choice narrows the log; none is required."""

    who = forms.CharField(label=gettext_lazy("Hvem"), required=False, max_length=100)
    act = forms.ChoiceField(
        label=gettext_lazy("Handling"), required=False, choices=[("", gettext_lazy("Alle")), *Act.choices]
    )
    q = forms.CharField(label=gettext_lazy("Søg"), required=False, max_length=100)
    since = forms.DateField(label=gettext_lazy("Fra dato"), required=False)
    until = forms.DateField(label=gettext_lazy("Til dato"), required=False)

    def narrowed(self, entries: AuditEntryQuerySet) -> AuditEntryQuerySet:
        """The entries that every choice lets through; a choice that is no choice lets none through."""
        if not self.is_valid():
            return entries.none()
        chosen = self.cleaned_data
        if chosen["who"]:
            entries = entries.by_author(chosen["who"])
        if chosen["act"]:
            entries = entries.of_acts(Act(chosen["act"]))
        if chosen["q"]:
            entries = entries.mentioning(chosen["q"])
        return entries.between(chosen["since"], chosen["until"])


def columns() -> list[Column]:
    """The columns of the log; the keys stand only in the export."""
    return [
        Column("at", gettext_lazy("Hvornår"), lambda e: _local(e.at), ("at",)),
        Column("author", gettext_lazy("Hvem"), lambda e: e.author, ("author",)),
        Column("act", gettext_lazy("Handling"), lambda e: e.get_act_display(), ("act",)),
        Column("thing", gettext_lazy("Hvad"), lambda e: e.thing_title, ("thing",)),
        Column("label", gettext_lazy("Navn"), lambda e: e.label, ("label",)),
        Column("detail", gettext_lazy("Ændringer"), lambda e: e.detail_text),
        Column("author_key", gettext_lazy("Personens nummer"), lambda e: e.author_key, export_only=True),
        Column("thing_key", gettext_lazy("Emnets nummer"), lambda e: e.thing_key, export_only=True),
    ]


def _local(moment: datetime) -> datetime:
    """Wall time without a zone, as spreadsheets want it."""
    return timezone.localtime(moment).replace(tzinfo=None, microsecond=0)
