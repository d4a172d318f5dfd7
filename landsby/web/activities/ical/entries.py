"""One event of a calendar as it is written there: nothing is repeated yet, and no zone left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Event

from landsby.web.activities.ical.remarks import Remark
from landsby.web.activities.ical.splitting import Block
from landsby.web.activities.ical.writing import ZONE
from landsby.web.kit.cpr import looks_like_cpr
from landsby.web.kit.fields import without_unseen
from landsby.web.kit.periods import is_sensible

DENMARK = ZoneInfo(ZONE)
LONGEST = 160
"""So many letters a title or a place has at the most."""

_WRONG = (ValueError, TypeError, AttributeError, KeyError, IndexError, OverflowError, RecursionError)
"""What the reader of single properties raises at values that no calendar should hold."""


class Skipped(Exception):
    """An event cannot be taken along; the code says why."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One event of the file.

    Attributes:
        start: wall time in `zone`; midnight where it lasts whole days.
        zone: None is the Danish clock.
        lasts: None where the file does not say.
        rule: how it is repeated, by the words of RFC 5545.
        left_out: starts that the rule gives and that do not take place.
        added: further starts.
        instead_of: the start of a repeated event that this one stands instead of.
    """

    line: int
    uid: str
    title: str
    place: str
    start: datetime
    zone: tzinfo | None
    is_all_day: bool
    lasts: timedelta | None
    is_cancelled: bool
    sequence: int
    rule: dict[str, list[Any]] | None
    left_out: frozenset[datetime]
    added: tuple[datetime, ...]
    instead_of: datetime | None

    def in_denmark(self, moment: datetime) -> datetime:
        """A wall time of this event's zone on the Danish clock."""
        if self.zone is None or self.is_all_day:
            return moment
        return moment.replace(tzinfo=self.zone).astimezone(DENMARK).replace(tzinfo=None)


def read_entry(block: Block) -> tuple[Entry | None, list[Remark]]:
    """The event of a block, and what there is to say about it; None where it must be left out."""
    if not block.is_whole:
        return None, [Remark(block.line, "broken")]
    try:
        event = Event.from_ical(block.text)
        return _entry(block.line, event)
    except Skipped as reason:
        return None, [Remark(block.line, reason.code)]
    except _WRONG:
        return None, [Remark(block.line, "broken")]


def _entry(line: int, event: Any) -> tuple[Entry, list[Remark]]:
    noted: list[Remark] = []
    title, place = _text(event, "SUMMARY"), _text(event, "LOCATION")
    if looks_like_cpr(title) or looks_like_cpr(place):
        raise Skipped("cpr")
    start, zone, is_all_day = _start(event, line, noted)
    instead_of, rule = _first(event.get("RECURRENCE-ID")), _first(event.get("RRULE"))
    entry = Entry(
        line=line,
        uid=str(event.get("UID") or "").strip() or f"{title} {start.isoformat()}",
        title=title[:LONGEST].strip(),
        place=place[:LONGEST].strip(),
        start=start,
        zone=zone,
        is_all_day=is_all_day,
        lasts=_lasts(event, start, zone, is_all_day=is_all_day),
        is_cancelled=str(event.get("STATUS", "")).strip().upper() == "CANCELLED",
        sequence=_sequence(event),
        rule=None if rule is None else {str(key).upper(): list(values) for key, values in rule.items()},
        left_out=frozenset(_moments(event.get("EXDATE"), zone)),
        added=tuple(_moments(event.get("RDATE"), zone)),
        instead_of=None if instead_of is None else _wall(instead_of.dt, zone),
    )
    noted += [Remark(line, code) for code in _worth_knowing(event, title, place)]
    return entry, [replace(remark, title=entry.title) for remark in noted]


def _worth_knowing(event: Any, title: str, place: str) -> Iterator[str]:
    """What there is to say about an event that is taken along."""
    if len(title) > LONGEST or len(place) > LONGEST:
        yield "shortened"
    if not title:
        yield "no_title"
    instead_of = _first(event.get("RECURRENCE-ID"))
    if instead_of is not None and instead_of.params.get("RANGE"):
        yield "from_here_on"
    if event.get("RRULE") is None and _is_unreadable(event, "RRULE"):
        yield "bad_rule"


def _is_unreadable(event: Any, *names: str) -> bool:
    """Whether a property stands there that could not be read."""
    return any(name in names for name, _why in event.errors)


def _first(value: Any) -> Any:
    """A property that stands once, as it should; the first where it stands several times."""
    return value[0] if isinstance(value, list) else value


def _text(event: Any, name: str) -> str:
    return " ".join(without_unseen(str(_first(event.get(name)) or "")).split())


def _start(event: Any, line: int, noted: list[Remark]) -> tuple[datetime, tzinfo | None, bool]:
    """When it begins, in its own zone, and whether it is a whole day."""
    told = _first(event.get("DTSTART"))
    if told is None:
        raise Skipped("bad_time" if _is_unreadable(event, "DTSTART") else "no_start")
    value = told.dt
    if not isinstance(value, date):
        raise Skipped("bad_time")
    if not is_sensible(value):
        raise Skipped("year")
    if not isinstance(value, datetime):
        return datetime.combine(value, time.min), None, True
    named = str(_first(told.params.get("TZID")) or "")
    if named and value.tzinfo is None:
        noted.append(Remark(line, "unknown_zone", told={"zone": "…" if looks_like_cpr(named) else named[:60]}))
    return value.replace(tzinfo=None), value.tzinfo, False


def _lasts(event: Any, start: datetime, zone: tzinfo | None, *, is_all_day: bool) -> timedelta | None:
    """How long it lasts, as far as the file says."""
    end, duration = _first(event.get("DTEND")), _first(event.get("DURATION"))
    if end is not None:
        lasts = _wall(end.dt, zone) - start
    elif duration is not None:
        lasts = duration.dt
    elif _is_unreadable(event, "DTEND", "DURATION"):
        raise Skipped("bad_time")
    else:
        return None
    if lasts < timedelta(0):
        raise Skipped("ends_before_start")
    if not is_sensible(start + lasts):
        raise Skipped("year")
    return max(lasts, timedelta(days=1)) if is_all_day else lasts


def _moments(lists: Any, zone: tzinfo | None) -> Iterable[datetime]:
    """The moments of one or several lists; of a period, its beginning."""
    for each in lists if isinstance(lists, list) else [lists] if lists is not None else []:
        for one in each.dts:
            yield _wall(one.dt[0] if isinstance(one.dt, tuple) else one.dt, zone)


def _wall(value: Any, zone: tzinfo | None) -> datetime:
    """A day or a moment as wall time of a zone."""
    if not isinstance(value, date):
        raise Skipped("bad_time")
    if not isinstance(value, datetime):
        return datetime.combine(value, time.min)
    return value if value.tzinfo is None else value.astimezone(zone or DENMARK).replace(tzinfo=None)


def _sequence(event: Any) -> int:
    told = _first(event.get("SEQUENCE"))
    return int(told) if told is not None else 0
