"""A whole calendar as times that activities may be planned at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from landsby.web.activities.ical.entries import Entry, read_entry
from landsby.web.activities.ical.remarks import Remark
from landsby.web.activities.ical.repeating import Patience, starts_of
from landsby.web.activities.ical.splitting import blocks_of, refused, text_of

MOST_TIMES = 1000
"""So many activities are planned by one import; each is written and noted like one that is typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """One time in the calendar, on the Danish clock.

    Attributes:
        line: of the file.
        key: the same every time that the same event of the same calendar is read for the same programme.
        is_cancelled: whether the calendar says that it does not take place.
    """

    line: int
    key: UUID
    title: str
    place: str
    starts_on: date
    ends_on: date | None
    start_time: time | None
    end_time: time | None
    is_cancelled: bool

    def to_data(self) -> list[Any]:
        """As JSON."""
        days = [None if day is None else day.isoformat() for day in (self.starts_on, self.ends_on)]
        clock = [None if at is None else at.isoformat("minutes") for at in (self.start_time, self.end_time)]
        return [self.line, str(self.key), self.title, self.place, *days, *clock, self.is_cancelled]

    @classmethod
    def from_data(cls, data: list[Any]) -> Time:
        """From `to_data`."""
        line, key, title, place, first, last, start, end, is_cancelled = data
        return cls(
            line=line,
            key=UUID(key),
            title=title,
            place=place,
            starts_on=date.fromisoformat(first),
            ends_on=date.fromisoformat(last) if last else None,
            start_time=time.fromisoformat(start) if start else None,
            end_time=time.fromisoformat(end) if end else None,
            is_cancelled=is_cancelled,
        )


@dataclass
class Reading:
    """What was read of a calendar."""

    times: list[Time] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


def read_calendar(content: bytes, *, first: date, last: date, namespace: UUID) -> Reading:
    """What a calendar file says of the days from the first to the last.

    Args:
        namespace: of the keys; the programme's own, so that two programmes may read the same calendar.

    Raises:
        Blocked: where nothing of it can be read, or there is more than one import takes.
    """
    reading = Reading()
    by_uid: dict[str, list[Entry]] = defaultdict(list)
    for block in blocks_of(text_of(content)):
        entry, remarks = read_entry(block)
        reading.remarks += remarks
        if entry is not None:
            by_uid[entry.uid].append(entry)
    if not by_uid and not reading.remarks:
        raise refused("no_events", _("Der er ingen begivenheder i kalenderen."))
    patience = Patience()
    for uid, entries in by_uid.items():
        for entry, original, start in _taking_place(entries, last, patience, reading.remarks):
            moment = entry.in_denmark(start)
            if not first <= moment.date() <= last:
                continue
            key = uuid5(namespace, f"{uid}\n{original.isoformat() if original else ''}")
            reading.times.append(_time(entry, key, moment))
            if len(reading.times) > MOST_TIMES:
                most = {"most": MOST_TIMES}
                raise refused("too_many", _("Der er flere end %(most)s gange i perioden. Vælg en kortere.") % most)
    reading.times.sort(key=lambda told: (told.starts_on, told.start_time or time.min, told.line))
    reading.remarks.sort(key=lambda remark: remark.line)
    return reading


def _taking_place(
    entries: list[Entry], last: date, patience: Patience, remarks: list[Remark]
) -> Iterator[tuple[Entry, datetime | None, datetime]]:
    """Each start of what goes by one uid: the entry that tells of it, the start that the rule gave, and the start."""
    instead: dict[datetime, Entry] = {}
    for entry in sorted(entries, key=lambda each: each.sequence):
        if entry.instead_of is not None:
            instead[entry.instead_of] = entry
    whole = sorted((entry for entry in entries if entry.instead_of is None), key=lambda each: each.sequence)
    if len(whole) > 1:
        remarks.append(Remark(whole[-1].line, "double", whole[-1].title))
    for entry in whole[-1:]:
        starts, noted = starts_of(entry, last, patience)
        remarks += noted
        is_repeated = entry.rule is not None or bool(entry.added)
        for start in starts:
            if start not in instead:
                yield entry, start if is_repeated else None, start
    for original, entry in instead.items():
        yield entry, original, entry.start


def _time(entry: Entry, key: UUID, begin: datetime) -> Time:
    """One time of an entry that begins at a moment on the Danish clock."""
    told: dict[str, Any] = {"ends_on": None, "start_time": None, "end_time": None}
    if entry.is_all_day:
        days = entry.lasts.days if entry.lasts else 1
        told["ends_on"] = begin.date() + timedelta(days=days - 1) if days > 1 else None
    else:
        told["start_time"] = begin.time().replace(second=0, microsecond=0)
        if entry.lasts:
            told |= _ending(begin, begin + entry.lasts)
    return Time(
        line=entry.line,
        key=key,
        title=entry.title,
        place=entry.place,
        starts_on=begin.date(),
        is_cancelled=entry.is_cancelled,
        **told,
    )


def _ending(begin: datetime, end: datetime) -> dict[str, Any]:
    """The last day, where it is another, and the clock; what ends at midnight ends on the day before."""
    if end.time() == time.min:
        end -= timedelta(minutes=1)
    clock = end.time().replace(second=0, microsecond=0)
    if end.date() > begin.date():
        return {"ends_on": end.date(), "end_time": clock}
    return {"end_time": clock if clock > begin.time().replace(second=0, microsecond=0) else None}
