"""What was done one year, told for another: planned, without counts, without those who have closed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Any
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from landsby.blueprint import Blueprint
from landsby.web.activities.access import may_register
from landsby.web.activities.details import Details
from landsby.web.activities.entry import Entry
from landsby.web.activities.models import Activity
from landsby.web.activities.retelling import plan_of
from landsby.web.activities.rules import problems_of_details
from landsby.web.activities.spans import same_weekday_later
from landsby.web.activities.status import Status
from landsby.web.kit.text import say
from landsby.web.partnerships.access import Reach
from landsby.web.partnerships.models import Actor

_COPIES = UUID("6f8e7f0a-9f0e-5a1c-b1f5-2c9d40d0c3a7")
"""The namespace of what copies are known by."""


@dataclass(frozen=True)
class Original:
    """A single activity, or the sessions of one series: what is copied as one."""

    sessions: tuple[Activity, ...]

    @property
    def first(self) -> Activity:
        """The activity, or the first session."""
        return self.sessions[0]

    @property
    def is_series(self) -> bool:
        """Whether its copy is a series too."""
        return self.first.series is not None

    @property
    def title(self) -> str:
        """What it is called."""
        return self.first.series.title if self.first.series else self.first.title

    def key_for(self, years: int) -> UUID:
        """What its copy so many years on is known by, whoever makes it."""
        noun, pk = ("series", self.first.series_id) if self.is_series else ("activity", self.first.pk)
        return uuid5(_COPIES, f"{noun} {pk} {self.first.starts_on.year + years}")


def originals_among(activities: Iterable[Activity]) -> list[Original]:
    """What there is to copy, in order; what was cancelled is left out."""
    kept = [activity for activity in activities if activity.status != Status.CANCELLED]
    groups: dict[tuple[str, int], list[Activity]] = {}
    for activity in kept:
        own = ("series", activity.series_id) if activity.series_id else ("activity", activity.pk)
        groups.setdefault(own, []).append(activity)
    return [Original(tuple(sessions)) for sessions in groups.values()]


@dataclass(frozen=True)
class Copy:
    """An original as it would be stored.

    Attributes:
        day: when it would begin.
        reach: where the one who copies registers.
    """

    original: Original
    day: date
    title: str
    years: int
    blueprint: Blueprint
    reach: Reach
    today: date

    @property
    def key(self) -> UUID:
        """What it is known by."""
        return self.original.key_for(self.years)

    @property
    def is_past(self) -> bool:
        """Whether its day is over already."""
        return self.day < self.today

    @property
    def entry(self) -> Entry:
        """It, on its way to be stored; only where nothing stands against it."""
        return Entry(tuple(self._sessions), self.key, is_series=self.original.is_series)

    @cached_property
    def _sessions(self) -> list[Details]:
        moved = self.day - self.original.first.starts_on
        return [self._told(session, moved) for session in self.original.sessions]

    def _told(self, session: Activity, moved: timedelta) -> Details:
        told = plan_of(session, self.blueprint.activity_kinds[session.kind])
        return replace(
            told,
            title=self.title,
            starts_on=session.starts_on + moved,
            ends_on=session.ends_on + moved if session.ends_on else None,
            community=told.community if told.community and _is_open(told.community, self.day) else None,
            goals=tuple(goal for goal in told.goals if _is_used(self.blueprint.goals, goal, self.day)),
            tracks=tuple(track for track in told.tracks if _is_used(self.blueprint.tracks, track, self.day)),
            hosts=self._open(told.hosts),
            participants=self._open(told.participants),
            facilitators=self._open(told.facilitators),
        )

    def _open(self, actors: Iterable[Actor]) -> tuple[Actor, ...]:
        return tuple(actor for actor in actors if _is_open(actor, self.day))

    @cached_property
    def against(self) -> list[str]:
        """Why it cannot be stored so; mostly nothing."""
        if self.original.first.kind not in self.blueprint.activity_kinds:
            return [_("Den slags aktivitet findes ikke længere.")]
        found = (problem for told in self._sessions for problem in problems_of_details(told, self.today))
        against = [str(problem.text) for problem in found if problem.blocks]
        if not against and not all(may_register(self.reach, told) for told in self._sessions):
            against.append(_("Du registrerer ikke længere for nogen, der er med i den."))
        return list(dict.fromkeys(against))

    @cached_property
    def left_out(self) -> list[str]:
        """What does not come along, in words."""
        return list(dict.fromkeys(text for session in self.original.sessions for text in self._left_out(session)))

    def _left_out(self, session: Activity) -> Iterator[str]:
        for link in session.involvements.all():
            if not _is_open(link.actor, self.day):
                yield _("%(actor)s er lukket og kommer ikke med.") % {"actor": link.actor.name}
        if session.community and not _is_open(session.community, self.day):
            yield _("%(community)s er ikke længere med i programmet.") % {"community": session.community.name}
        for goal in session.goals.all():
            if not _is_used(self.blueprint.goals, goal.goal, self.day):
                title = _title(self.blueprint.goals, goal.goal)
                yield _("Målsætningen »%(title)s« er slut og kommer ikke med.") % {"title": title}
        for track in session.tracks.all():
            if not _is_used(self.blueprint.tracks, track.track, self.day):
                title = _title(self.blueprint.tracks, track.track)
                yield _("Sporet »%(title)s« er slut og kommer ikke med.") % {"title": title}


def copy_of(original: Original, *, years: int, blueprint: Blueprint, reach: Reach, today: date) -> Copy:
    """An original on the same weekday nearest the same date, so many years on."""
    day = same_weekday_later(original.first.starts_on, years)
    return Copy(original, day, original.title, years, blueprint, reach, today)


def _is_open(place: Any, day: date) -> bool:
    """Whether an actor or a community is there on a day."""
    ended = getattr(place, "closed_on", None) or getattr(place, "ended_on", None)
    return ended is None or ended > day


def _is_used(definitions: Mapping[str, Any], id_: str, day: date) -> bool:
    definition = definitions.get(id_)
    return definition is not None and (definition.ended_on is None or definition.ended_on >= day)


def _title(definitions: Mapping[str, Any], id_: str) -> str:
    return say(definitions[id_].title) if id_ in definitions else id_
