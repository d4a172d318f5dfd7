"""What a feed says today: the activities that its owner may see, as events, and a mark that changes with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from hashlib import sha256
from typing import NamedTuple

from django.utils.translation import gettext as _

from landsby.web.activities.access import activities_in, removed_in
from landsby.web.activities.ical.writing import Event, calendar
from landsby.web.activities.models import ActivityQuerySet, Feed, FeedAbout, RemovedActivity, uid_of
from landsby.web.activities.status import Status
from landsby.web.partnerships.access import Standing

BACK, AHEAD = timedelta(days=183), timedelta(days=548)
"""How far a feed looks back, and ahead."""

MOST_EVENTS = 10_000
"""So many events a feed holds at the most: the nearest ones to come, then the latest that have been."""


class Row(NamedTuple):
    """What is read of an activity: nothing that a calendar is not told."""

    pk: int
    created_at: datetime
    revision: int
    changed_at: datetime | None
    title: str
    status: str
    cancelled_because: str
    starts_on: date
    ends_on: date | None
    start_time: time | None
    end_time: time | None
    place: str
    community: str | None


@dataclass(frozen=True)
class Snapshot:
    """A feed as it stands at one moment.

    Attributes:
        name: what the calendar is called.
        address_of: the address of an activity's page, given its primary key.
    """

    name: str
    language: str
    is_busy: bool
    rows: tuple[Row, ...]
    removed: tuple[RemovedActivity, ...]
    address_of: Callable[[int], str]

    @cached_property
    def tag(self) -> str:
        """A mark that is the same for as long as the file is."""
        gone = [(trace.uid, trace.revision) for trace in self.removed]
        told = (self.name, self.language, self.is_busy, self.address_of(0), gone, self.rows)
        return sha256(repr(told).encode()).hexdigest()[:32]

    def body(self) -> bytes:
        """The file, in the active language."""
        return calendar(name=self.name, language=self.language, events=self._events())

    def _events(self) -> Iterator[Event]:
        for row in self.rows:
            yield self._event_of(row)
        for trace in self.removed:
            yield _cancellation_of(trace)

    def _event_of(self, row: Row) -> Event:
        is_cancelled = row.status == Status.CANCELLED
        return Event(
            uid=uid_of(row.pk, row.created_at),
            revision=row.revision,
            changed_at=row.changed_at or row.created_at,
            # Some calendars show a cancelled event as any other, so its title says it too.
            title=_("Aflyst: %(title)s") % {"title": row.title} if is_cancelled else row.title,
            starts_on=row.starts_on,
            ends_on=row.ends_on,
            start_time=row.start_time,
            end_time=row.end_time,
            place=", ".join(filter(None, (row.place, row.community))),
            description=_("Aflyst: %(why)s") % {"why": row.cancelled_because} if is_cancelled else "",
            url=self.address_of(row.pk),
            is_cancelled=is_cancelled,
            is_busy=self.is_busy,
        )


def snapshot_of(feed: Feed, standing: Standing, today: date, address_of: Callable[[int], str]) -> Snapshot:
    """What a feed says today, in two or three questions to the database however much there is.

    Args:
        standing: of the feed's owner, as it is today.
    """
    first, last = today - BACK, today + AHEAD
    found = activities_in(feed, standing)
    coming = _rows(found.touching(today, last).in_order(), MOST_EVENTS)
    past = _rows(found.over_between(first, today).newest_first(), MOST_EVENTS - len(coming))
    return Snapshot(
        name=feed.calendar_name,
        language=feed.owner.language,
        is_busy=feed.about == FeedAbout.MINE,
        rows=(*past, *coming),
        removed=tuple(removed_in(feed, standing, first, last)),
        address_of=address_of,
    )


def _rows(activities: ActivityQuerySet, most: int) -> list[Row]:
    columns = (*Row._fields[:-1], "community__name")
    return [Row(*values) for values in activities.values_list(*columns)[:most]]


def _cancellation_of(trace: RemovedActivity) -> Event:
    """That an activity is gone. What it was is told no more."""
    return Event(
        uid=str(trace.uid),
        revision=trace.revision,
        changed_at=trace.removed_at,
        title=_("Aflyst"),
        starts_on=trace.starts_on,
        is_cancelled=True,
    )
