"""Activities in the reader's words: rows of the list, the page of one, and what a quick log moved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from landsby.blueprint import ActivityKind, Blueprint
from landsby.web.activities.counts import COUNTS, people_in_words
from landsby.web.activities.models import Activity, Part, Series
from landsby.web.activities.status import Status
from landsby.web.blueprints.models import DefinitionWording
from landsby.web.kit.dates import clock, long_day
from landsby.web.kit.listing import Column
from landsby.web.kit.text import say
from landsby.web.partnerships.models import Actor

BADGES = {Status.PLANNED: "badge-info", Status.HELD: "badge-success", Status.CANCELLED: "badge-warning"}


def title_of(definitions: Any, key: str) -> str:
    """The title of a definition; one that has left the blueprint shows its id."""
    definition = definitions.get(key)
    return say(definition.title) if definition else key


def names_of(activity: Activity, part: Part) -> str:
    """The actors with a part, as one line."""
    return ", ".join(i.actor.name for i in activity.involvements.all() if i.part == part)


def columns(blueprint: Blueprint) -> list[Column]:
    """The columns of the list, and after them those that only the export holds."""
    return [*_shown(blueprint), *_exported(blueprint)]


def _shown(blueprint: Blueprint) -> list[Column]:
    kinds = blueprint.activity_kinds
    return [
        Column("starts_on", _("Dato"), lambda a: a.starts_on, ("starts_on",)),
        Column("title", _("Aktivitet"), lambda a: a.title, ("title",)),
        Column("kind", _("Slags"), lambda a: title_of(kinds, a.kind), ("kind",)),
        Column("community", _("Lokalområde"), lambda a: a.community and a.community.name, ("community__name",)),
        Column("hosts", _("Værter"), lambda a: names_of(a, Part.HOST)),
        Column("children", _("Børn"), lambda a: a.children, ("children",), is_number=True),
        Column("status", _("Status"), lambda a: a.get_status_display(), ("status",)),
    ]


def _exported(blueprint: Blueprint) -> list[Column]:
    goals, tracks, kinds = blueprint.goals, blueprint.tracks, blueprint.activity_kinds
    told: list[tuple[str, str, Callable[[Activity], Any]]] = [
        ("ends_on", _("Sidste dag"), lambda a: a.ends_on),
        ("start_time", _("Fra kl."), lambda a: a.start_time),
        ("end_time", _("Til kl."), lambda a: a.end_time),
        ("municipality", _("Kommune"), lambda a: a.municipality and a.municipality.name),
        ("place", _("Sted"), lambda a: a.place),
        ("participants", _("Deltagere"), lambda a: names_of(a, Part.PARTICIPANT)),
        ("facilitators", _("Tovholdere"), lambda a: names_of(a, Part.FACILITATOR)),
        ("goals", _("Målsætninger"), lambda a: ", ".join(title_of(goals, g.goal) for g in a.goals.all())),
        ("tracks", _("Spor"), lambda a: ", ".join(title_of(tracks, t.track) for t in a.tracks.all())),
        ("initiatives", _("Indsatser"), lambda a: ", ".join(link.initiative.title for link in a.initiatives.all())),
        ("parents", _("Forældre"), lambda a: a.parents),
        ("staff", _("Medarbejdere"), lambda a: a.staff),
        ("volunteers", _("Frivillige"), lambda a: a.volunteers),
        ("new_families", _("Nye familier"), lambda a: a.new_families),
        ("answers", _("Svar på egne spørgsmål"), lambda a: _short_answers(kinds.get(a.kind), a.extra)),
        ("hours", _("Timer"), lambda a: a.hours),
        ("series", _("Forløb"), lambda a: a.series and a.series.title),
        ("cancelled_because", _("Hvorfor aflyst"), lambda a: a.cancelled_because),
        ("number", _("Nummer"), lambda a: a.pk),
    ]
    return [Column(key, title, value, export_only=True) for key, title, value in told]


def _short_answers(kind: ActivityKind | None, extra: Mapping[str, Any]) -> str:
    """The answers to a kind's own questions on one line; long texts stay on the activity's page, as its notes do."""
    # In the kind's order: not every database keeps the order in which answers were written.
    told = [own for own in (kind.fields if kind else ()) if own.id in extra and own.type != "long_text"]
    return "; ".join(f"{say(own.label)}: {answer_in_words(own, extra[own.id])}" for own in told)


@dataclass(frozen=True)
class ActivityPage:
    """One activity, with everything that its page says.

    Attributes:
        recorded_under: its kind as it stood when it was recorded, where that differs from today's.
    """

    activity: Activity
    blueprint: Blueprint
    recorded_under: DefinitionWording | None = None

    @cached_property
    def kind(self) -> ActivityKind | None:
        """The definition of its kind today, or None when it has left the blueprint."""
        return self.blueprint.activity_kinds.get(self.activity.kind)

    @property
    def kind_title(self) -> str:
        """What sort of activity it is."""
        return title_of(self.blueprint.activity_kinds, self.activity.kind)

    @property
    def badge(self) -> str:
        """The badge class of its status."""
        return BADGES[Status(self.activity.status)]

    @property
    def when(self) -> str:
        """Day and time as one says them."""
        return when_of(self.activity)

    @property
    def may_be_reported(self) -> bool:
        """Whether somebody can say how it went: it is planned, and its day has come."""
        return self.activity.is_planned and self.activity.has_come(timezone.localdate())

    @property
    def parts(self) -> list[tuple[str, list[Actor]]]:
        """Who had which part, in order: hosts, participants, facilitators."""
        links = list(self.activity.involvements.all())
        titles = {
            Part.HOST: _("Værter"),
            Part.PARTICIPANT: _("Deltagere"),
            Part.FACILITATOR: _("Tovholdere"),
        }
        told = [(title, [link.actor for link in links if link.part == part]) for part, title in titles.items()]
        return [(title, actors) for title, actors in told if actors]

    @property
    def counts_in_words(self) -> list[str]:
        """The groups that were counted, as one says them: »14 børn«."""
        told = [(group, getattr(self.activity, group)) for group in COUNTS]
        return [people_in_words(group, count) for group, count in told if count is not None]

    @property
    def goals(self) -> list[str]:
        """The goals that it serves."""
        return [title_of(self.blueprint.goals, link.goal) for link in self.activity.goals.all()]

    @property
    def tracks(self) -> list[str]:
        """The tracks that it belongs to."""
        return [title_of(self.blueprint.tracks, link.track) for link in self.activity.tracks.all()]

    @property
    def _fields(self) -> dict[str, Any]:
        """The kind's own fields as they stand, and those that it asked when the activity was recorded."""
        then = self.recorded_under.definition if self.recorded_under else None
        kinds = [kind for kind in (then, self.kind) if isinstance(kind, ActivityKind)]
        return {own.id: own for kind in kinds for own in kind.fields}

    @property
    def answers(self) -> list[tuple[str, str]]:
        """The kind's own fields that were answered; an answer whose field is gone shows the field's id."""
        fields = self._fields
        return [
            (say(fields[key].label) if key in fields else key, answer_in_words(fields.get(key), value))
            for key, value in self.activity.extra.items()
        ]


def answer_in_words(own: Any, value: Any) -> str:
    """The answer to an own field as one says it; `own` is None where the field is gone."""
    if value is True:
        return _("Ja")
    if value is False:
        return _("Nej")
    titles = {choice.id: say(choice.title) for choice in (own.choices if own else ()) or ()}
    return titles.get(value, str(value))


def when_of(activity: Activity) -> str:
    """Day and time as one says them: »onsdag den 3. maj 2023 kl. 9.30–11.00«."""
    day = long_day(activity.starts_on)
    if activity.ends_on and activity.ends_on != activity.starts_on:
        return _("%(first)s til %(last)s") % {"first": day, "last": long_day(activity.ends_on)}
    if activity.start_time and activity.end_time:
        times = {"day": day, "start": clock(activity.start_time), "end": clock(activity.end_time)}
        return _("%(day)s kl. %(start)s–%(end)s") % times
    if activity.start_time:
        return _("%(day)s kl. %(start)s") % {"day": day, "start": clock(activity.start_time)}
    return day


@dataclass(frozen=True)
class SeriesPage:
    """A series with its sessions, in words and counts."""

    series: Series
    blueprint: Blueprint
    sessions: list[Activity]

    @property
    def kind_title(self) -> str:
        """What sort of series it is."""
        return title_of(self.blueprint.activity_kinds, self.series.kind)

    @property
    def rows(self) -> list[ActivityPage]:
        """The sessions as pages, in order."""
        return [ActivityPage(session, self.blueprint) for session in self.sessions]

    @property
    def held(self) -> int:
        """How many sessions have been held."""
        return sum(session.is_held for session in self.sessions)

    @property
    def participations(self) -> int:
        """How many times a child has taken part; the same child counts each time."""
        return sum(session.children or 0 for session in self.sessions if session.is_held)

    @property
    def parts(self) -> list[tuple[str, list[Actor]]]:
        """Who takes part, as the first session says it."""
        return self.rows[0].parts if self.sessions else []
