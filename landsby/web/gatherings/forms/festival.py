"""Putting a festival's programme together: rows of a day, a time, what happens, where, and who hosts it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from landsby.web.activities.models import Activity, Part
from landsby.web.gatherings.forms.choices import ActorField
from landsby.web.gatherings.forms.rows import RowsForm
from landsby.web.gatherings.told import FestivalEvent
from landsby.web.partnerships.models import Actor

ROWS, MORE, MOST = 5, 2, 60

HOSTS = ("host", "with")
"""So many hosts have a field of their own."""


def same_day_in(year: int, day: date) -> date:
    """The same weekday of the same calendar week in another year; the last week where that year has no such week."""
    _year, week, weekday = day.isocalendar()
    last = date(year, 12, 28).isocalendar().week
    return date.fromisocalendar(year, min(week, last), weekday)


def as_last_year(events: Iterable[Activity], year: int) -> list[dict[str, Any]]:
    """The programme of another year as the rows of a new one, those that were cancelled left out."""
    return [
        {
            "on": same_day_in(year, event.starts_on),
            "at": event.start_time,
            "until": event.end_time,
            "title": event.title,
            "place": event.place,
            **_hosts(event),
        }
        for event in events
        if event.status != "cancelled"
    ][:MOST]


def _hosts(event: Activity) -> dict[str, int]:
    hosts = [link.actor_id for link in event.involvements.all() if link.part == Part.HOST]
    return dict(zip(HOSTS, hosts, strict=False))


def left_out(events: Iterable[Activity]) -> int:
    """How many of a year's events the rows do not hold whole: those with more hosts, and those beyond the last row."""
    going = [event for event in events if event.status != "cancelled"]
    hosts = [sum(link.part == Part.HOST for link in event.involvements.all()) for event in going]
    return sum(count > len(HOSTS) or place >= MOST for place, count in enumerate(hosts))


class FestivalForm(RowsForm):
    """The events of a festival, as many as rows are filled in.

    Args:
        actors: who may host.
        filled: what stands in the rows from the start.
    """

    client_key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, year: int, actors: Sequence[Actor], filled: Sequence[Mapping[str, Any]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.year = year
        fields = {
            "on": lambda: forms.DateField(label=_("Dag"), required=False),
            "at": lambda: forms.TimeField(label=_("Fra kl."), required=False),
            "until": lambda: forms.TimeField(label=_("Til kl."), required=False),
            "title": lambda: forms.CharField(label=_("Hvad sker der?"), required=False, max_length=160),
            "place": lambda: forms.CharField(label=_("Hvor?"), required=False, max_length=160),
            "host": lambda: ActorField(actors, label=_("Vært"), required=False),
            "with": lambda: ActorField(actors, label=_("Sammen med"), empty=_("Ingen"), required=False),
        }
        self.add_rows(fields, filled, rows=min(MOST, max(ROWS, len(filled) + MORE)))

    def clean(self) -> dict[str, Any]:
        """A row has a day of the year, words and a host."""
        cleaned = super().clean() or self.cleaned_data
        rows = list(self.told_rows())
        if not rows and not self.errors:
            self.miss(1, "title", _("Skriv mindst én aktivitet."))
        for number, row in rows:
            self._look_at(number, row)
        return cleaned

    def _look_at(self, number: int, row: Mapping[str, Any]) -> None:
        wanted = {"on": _("Vælg en dag."), "title": _("Skriv, hvad der sker."), "host": _("Vælg en vært.")}
        for name, text in wanted.items():
            if row[name] in (None, "") and f"{name}_{number}" not in self.errors:
                self.miss(number, name, text)
        if row["on"] and row["on"].year != self.year:
            self.miss(number, "on", _("Dagen ligger ikke i %(year)s.") % {"year": self.year})
        if row["at"] and row["until"] and row["until"] <= row["at"]:
            self.miss(number, "until", _("Sluttidspunktet skal være senere end begyndelsen."))

    @property
    def events(self) -> list[FestivalEvent]:
        """The events as they were told, by day and time."""
        told = [
            FestivalEvent(
                title=row["title"],
                on=row["on"],
                starts_at=row["at"],
                ends_at=row["until"],
                place=row["place"],
                hosts=tuple(dict.fromkeys(actor for actor in (row["host"], row["with"]) if actor)),
            )
            for _number, row in self.told_rows()
        ]
        return sorted(told, key=lambda event: (event.on, str(event.starts_at or "")))
