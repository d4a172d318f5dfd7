"""Which calendar to import, and what its events become."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid5

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from landsby.blueprint import Blueprint
from landsby.web.activities.ical.splitting import MOST_BYTES
from landsby.web.activities.ical.times import Reading, read_calendar
from landsby.web.activities.kinds import kinds_on
from landsby.web.activities.names import sent_as_today
from landsby.web.blueprints.models import NamesOfToday
from landsby.web.kit.fields import refuse_cpr
from landsby.web.kit.forms import Form
from landsby.web.kit.periods import is_sensible
from landsby.web.kit.problems import Blocked
from landsby.web.kit.text import say
from landsby.web.partnerships.access import Standing, actors_within
from landsby.web.partnerships.models import Actor, Right

_CALENDARS = UUID("0c1d2c4e-5f0a-5b7e-8a53-9e0a4f6f2b11")
"""The namespace of what events of other calendars are called here."""

USUAL_SPAN = timedelta(days=183)
LONGEST_SPAN = timedelta(days=2 * 366)


class CalendarForm(Form):
    """A calendar file, the kind and the host of what it becomes, and the days that are read."""

    file = forms.FileField(
        label=_("Kalenderfil"),
        widget=forms.FileInput({"accept": ".ics,text/calendar", "class": "form-input"}),
        allow_empty_file=True,
        error_messages={"required": _("Vælg en fil.")},
    )
    kind = forms.ChoiceField(
        label=_("Begivenhederne er"), help_text=_("Alle bliver til planlagte aktiviteter af denne slags.")
    )
    host: forms.ModelChoiceField[Actor] = forms.ModelChoiceField(None, label=_("Vært"), empty_label=_("Vælg"))
    first = forms.DateField(label=_("Fra og med"))
    last = forms.DateField(label=_("Til og med"))

    def __init__(
        self,
        data: QueryDict | None = None,
        *args: Any,
        standing: Standing,
        blueprint: Blueprint,
        today: date,
        **kwargs: Any,
    ) -> None:
        initial = {"first": today, "last": today + USUAL_SPAN, "host": next(iter(standing.own_actors), None)}
        data = sent_as_today(data, NamesOfToday(standing.programme, blueprint))
        super().__init__(data, *args, initial=initial, **kwargs)
        self.standing = standing
        singles = [kind for kind in kinds_on(blueprint, today) if kind.form == "single"]
        self.fields["kind"].choices = [("", _("Vælg")), *((kind.id, say(kind.title)) for kind in singles)]  # type: ignore[attr-defined]  # a choice field
        self.fields["host"].queryset = actors_within(standing, Right.LOG_ACTIVITIES).open_on(today)  # type: ignore[attr-defined]  # a field of rows
        most = MOST_BYTES // 1024 // 1024
        self.fields["file"].help_text = _(".ics, højst %(most)s MB.") % {"most": most}
        self.dress()

    def clean_file(self) -> UploadedFile:
        """The name is kept, so it is looked at as what is typed."""
        file: UploadedFile = self.cleaned_data["file"]
        refuse_cpr(file.name or "")
        return file

    def clean(self) -> dict[str, Any]:
        """Read the file; what is wrong with it as a whole stands at its field."""
        cleaned = super().clean() or self.cleaned_data
        first, last = cleaned.get("first"), cleaned.get("last")
        if first and last and not (is_sensible(first) and first <= last <= first + LONGEST_SPAN):
            self.add_error("last", _("Vælg en dag efter den første, højst to år frem."))
        if not self.errors:
            try:
                # One byte more than we take is enough to see that it is too large.
                cleaned["reading"] = self._read(cleaned["file"].read(MOST_BYTES + 1))
            except Blocked as refusal:
                self.add_problems(refusal.problems)
        return cleaned

    @property
    def told(self) -> dict[str, Any]:
        """What the form was told, as `begin_calendar_import` takes it."""
        told = {name: self.cleaned_data[name] for name in ("kind", "host", "reading")}
        return {**told, "file_name": self.cleaned_data["file"].name}

    def _read(self, content: bytes) -> Reading:
        told = self.cleaned_data
        namespace = uuid5(_CALENDARS, str(self.standing.programme.pk))
        return read_calendar(content, first=told["first"], last=told["last"], namespace=namespace)
