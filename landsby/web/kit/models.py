"""The audit: who did what to which thing, and who read people's data."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Act(models.TextChoices):
    """What was done."""

    CREATED = "created", _("oprettede")
    CHANGED = "changed", _("ændrede")
    REMOVED = "removed", _("slettede")
    READ = "read", _("læste")
    EXPORTED = "exported", _("hentede ud")
    IMPORTED = "imported", _("indlæste")
    SIGNED_IN = "signed_in", _("loggede ind")
    ADOPTED = "adopted", _("tog i brug")
    WENT_BACK = "went_back", _("gik tilbage fra")
    ENDED = "ended", _("afsluttede")


_DETAILS = {
    "rows": _("rækker"),
    "sessions": _("gange"),
    "duties": _("vagter"),
    "on": _("fra"),
    "renamed": _("omdøbt"),
    "back_to": _("til version"),
    "persona": _("person i demoen"),
    "handed_over": _("givet videre"),
    "taken_by": _("taget imod af en anden"),
    "second_factor": _("to trin"),
    "sign_outs": _("logget af andre steder"),
    "register_id": _("nummer i register"),
    "withdrawn": _("trukket tilbage"),
    "again": _("gælder igen"),
    "sealed": _("segl"),
}
"""What is told beside the fields of the thing itself, and the field whose name looks like a reference."""


_FOR_MACHINES = frozenset({"hash"})
"""What the audit keeps to tell two wordings apart, and no reader can use."""

_SIGN = re.compile(r"…[0-9a-f]{6}")
"""What stands for a typed text: that it changed can be seen, and not what it was."""


def _is_sign(value: Any) -> bool:
    """Whether a value only stands for a typed text."""
    return isinstance(value, str) and _SIGN.fullmatch(value) is not None


def _shown(value: Any) -> Any:
    """A value of the detail; rows from before nothing was kept as "" say None."""
    return "–" if value in ("", None, "None") else value


class AuditEntryQuerySet(models.QuerySet["AuditEntry"]):
    """Words for reading the audit."""

    def of_programme(self, slug: str) -> AuditEntryQuerySet:
        """What happened in one programme."""
        return self.filter(programme=slug)

    def about(self, thing: models.Model) -> AuditEntryQuerySet:
        """What happened to one thing."""
        return self.filter(thing=thing._meta.label_lower, thing_key=str(thing.pk))

    def before(self, moment: datetime) -> AuditEntryQuerySet:
        """What is older than a moment."""
        return self.filter(at__lt=moment)

    def of_acts(self, *acts: Act) -> AuditEntryQuerySet:
        """Only these acts."""
        return self.filter(act__in=acts)

    def by_author(self, name: str) -> AuditEntryQuerySet:
        """What somebody did whose name holds these letters."""
        return self.filter(author__icontains=name)

    def mentioning(self, words: str) -> AuditEntryQuerySet:
        """What was done to something whose name holds these words."""
        return self.filter(label__icontains=words)

    def between(self, first: date | None, last: date | None) -> AuditEntryQuerySet:
        """What happened from the first to the last day, both included; None leaves that side open."""
        chosen = self
        if first is not None:
            chosen = chosen.filter(at__date__gte=first)
        if last is not None:
            chosen = chosen.filter(at__date__lte=last)
        return chosen

    def newest_first(self) -> AuditEntryQuerySet:
        """The latest on top."""
        return self.order_by("-at", "-pk")


class AuditEntry(models.Model):
    """One act. Author and thing are kept as text, so that the entry outlives both."""

    at = models.DateTimeField(default=timezone.now)
    author = models.CharField(max_length=200)
    author_key = models.CharField(max_length=40, blank=True)
    act = models.CharField(max_length=12, choices=Act)
    thing = models.CharField(max_length=80)
    thing_key = models.CharField(max_length=40, blank=True)
    label = models.CharField(max_length=300, blank=True)
    programme = models.CharField(max_length=80, blank=True)
    detail = models.JSONField(default=dict, blank=True)

    objects = AuditEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("log")
        indexes = [
            models.Index(fields=["programme", "-at"], name="audit_programme_at"),
            models.Index(fields=["thing", "thing_key"], name="audit_thing"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.author} {self.act} {self.label}"

    @property
    def thing_title(self) -> str:
        """What sort of thing it is about; a sort that is no more keeps its old name."""
        try:
            return str(apps.get_model(self.thing)._meta.verbose_name)
        except LookupError:
            return self.thing

    @property
    def detail_text(self) -> str:
        """What changed, each value as it was and as it became, on one line."""
        told = []
        for name, value in self.detail.items():
            title = self._title_of(name)
            match value:
                case _ if name in _FOR_MACHINES:
                    continue
                case [before, after] if before == after == "" or _is_sign(before) or _is_sign(after):
                    # That it changed is all that is kept.
                    told.append(title)
                case [before, after]:
                    told.append(f"{title}: {_shown(before)} → {_shown(after)}")
                case _:
                    told.append(f"{title}: {_shown(value)}")
        return "; ".join(told)

    def _title_of(self, name: str) -> str:
        """What a reader calls a field; what is no field of the thing keeps its word."""
        if name in _DETAILS:
            return str(_DETAILS[name])
        try:
            field: Any = apps.get_model(self.thing)._meta.get_field(name.removesuffix("_id"))
        except (LookupError, FieldDoesNotExist):
            return name
        return str(getattr(field, "verbose_name", name))
