"""What an activity must satisfy, said in words that the one who registers can act on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from landsby.web.activities.counts import COUNTS, MOST_PRESENT
from landsby.web.activities.status import Status
from landsby.web.kit.dates import clock, short_day
from landsby.web.kit.periods import is_sensible
from landsby.web.kit.problems import Problem, Severity
from landsby.web.kit.text import say

if TYPE_CHECKING:
    from landsby.blueprint import ActivityKind
    from landsby.web.activities.details import Attendance, Details

MOST_FEEDS = 20
"""So many links to calendars one person has in one programme; nobody has more telephones."""


def problems_of_another_feed(count: int) -> Iterator[Problem]:
    """One more link to a calendar, when there are so many already."""
    if count >= MOST_FEEDS:
        text = _("Du har %(count)s links i forvejen. Træk dem tilbage, som du ikke bruger.") % {"count": count}
        yield Problem("too_many_feeds", Severity.BLOCKER, text, "about")


def problems_of_details(details: Details, today: date) -> Iterator[Problem]:
    """Everything that is doubtful about an activity as it is told."""
    yield from problems_of_times(details)
    yield from problems_of_attendance(details.attendance)
    yield from problems_of_kind(details.kind, details.starts_on)
    if details.status == Status.HELD:
        yield from problems_of_holding(details.kind, details.starts_on, details.extra, today)
    if details.status == Status.CANCELLED and not details.cancelled_because:
        yield Problem(
            "cancelled_without_reason",
            Severity.BLOCKER,
            _("Skriv kort, hvorfor aktiviteten er aflyst."),
            "cancelled_because",
        )


def problems_of_times(details: Details) -> Iterator[Problem]:
    """The days must be possible, and an end must not come before its start."""
    for field in ("starts_on", "ends_on"):
        day = getattr(details, field)
        if day is not None and not is_sensible(day):
            yield Problem("day_out_of_range", Severity.BLOCKER, _("Årstallet kan ikke passe. Ret datoen."), field)
    one_day = details.ends_on is None or details.ends_on == details.starts_on
    if details.ends_on is not None and details.ends_on < details.starts_on:
        yield Problem(
            "ends_before_start",
            Severity.BLOCKER,
            _("Sidste dag ligger før den første (%(day)s). Ret en af datoerne.")
            % {"day": short_day(details.starts_on)},
            "ends_on",
        )
    if one_day and details.start_time and details.end_time and details.end_time <= details.start_time:
        yield Problem(
            "ends_before_start",
            Severity.BLOCKER,
            _("Sluttidspunktet skal være senere end kl. %(time)s.") % {"time": clock(details.start_time)},
            "end_time",
        )


def problems_of_attendance(attendance: Attendance) -> Iterator[Problem]:
    """A count is a whole number that people could fill a place with."""
    for group in COUNTS:
        count = getattr(attendance, group)
        if count is None or 0 <= count <= MOST_PRESENT:
            continue
        yield Problem(
            "count_out_of_range",
            Severity.BLOCKER,
            _("Antallet skal være et tal fra 0 til %(most)s. Du skrev %(count)s.")
            % {"most": MOST_PRESENT, "count": count},
            group,
        )


def problems_of_kind(kind: ActivityKind, starts_on: date) -> Iterator[Problem]:
    """The kind must be in use on the day."""
    if kind.ended_on is not None and starts_on > kind.ended_on:
        yield Problem(
            "kind_ended",
            Severity.BLOCKER,
            _("%(kind)s bruges ikke længere. Vælg en anden slags aktivitet.") % {"kind": say(kind.title)},
            "kind",
        )


def problem_of_what_is_gone(field: str, title: str) -> Problem:
    """Something that was chosen has left the programme since the page was opened."""
    text = _("Programmet er lige blevet ændret, og »%(title)s« er ikke med længere. Intet er gemt endnu. Vælg om.")
    return Problem("left_the_programme", Severity.BLOCKER, text % {"title": title}, field)


def problems_of_holding(
    kind: ActivityKind, starts_on: date, extra: Mapping[str, Any], today: date
) -> Iterator[Problem]:
    """Only what has taken place can be held, and the kind's own required fields are then answered."""
    if starts_on > today:
        yield Problem(
            "held_in_future",
            Severity.BLOCKER,
            _("%(day)s er ikke kommet endnu. Ret datoen, eller vent til bagefter med at sige, hvordan det gik.")
            % {"day": short_day(starts_on)},
            "starts_on",
        )
    for own in kind.fields:
        if own.required and extra.get(own.id) in (None, ""):
            yield Problem(
                "own_field_missing",
                Severity.BLOCKER,
                _("%(field)s mangler.") % {"field": say(own.label)},
                f"extra_{own.id}",
            )
