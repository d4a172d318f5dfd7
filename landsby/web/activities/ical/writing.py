"""Events as iCalendar lines. Pure: values in, bytes out.

It is our own, since a feed has few properties and thousands of events; that others understand it is
checked with two readers that we did not write.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

ZONE = "Europe/Copenhagen"
REFRESH = "PT4H"
"""How often a calendar should ask again, as an iCalendar duration."""

_LONGEST = 75  # octets of a line, without its end
_BREAK = b"\r\n"

# Central European Time as it has been since 1996, which every day of a feed lies after.
_ZONE_LINES = f"""BEGIN:VTIMEZONE
TZID:{ZONE}
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19970330T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
END:VTIMEZONE""".split("\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event of a feed, in wall time of the zone.

    Attributes:
        uid: what it is called in every calendar, always the same.
        revision: how often it has been changed.
        changed_at: when it was last changed, with a time zone.
        ends_on: its last day, where it lasts more than one.
        start_time: None lets it last the whole of its days.
        is_busy: whether it takes the time of whoever follows the feed.
    """

    uid: str
    revision: int
    changed_at: datetime
    title: str
    starts_on: date
    ends_on: date | None = None
    start_time: time | None = None
    end_time: time | None = None
    place: str = ""
    description: str = ""
    url: str = ""
    is_cancelled: bool = False
    is_busy: bool = False


def calendar(*, name: str, language: str, events: Iterable[Event]) -> bytes:
    """A whole calendar file.

    Args:
        name: what the calendar is called where it is followed.
        language: of its texts, such as "da".
    """
    return b"".join(folded(line) for line in _lines(name, language, events))


def folded(line: str) -> bytes:
    """One line with its end: broken where it is longer than a line may be, and never inside a letter."""
    octets = line.encode()
    if len(octets) <= _LONGEST:
        return octets + _BREAK
    parts, start, room = [], 0, _LONGEST
    while start < len(octets):
        end = min(start + room, len(octets))
        while end < len(octets) and octets[end] & 0xC0 == 0x80:
            end -= 1
        parts.append(octets[start:end])
        start, room = end, _LONGEST - 1
    return (_BREAK + b" ").join(parts) + _BREAK


def escaped(text: str) -> str:
    """A text as the value of a property."""
    plain = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "\\n".join(plain.splitlines())


def _lines(name: str, language: str, events: Iterable[Event]) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield f"PRODID:-//Landsby//Calendar//{language.upper()}"
    yield "CALSCALE:GREGORIAN"
    yield f"NAME:{escaped(name)}"
    yield f"X-WR-CALNAME:{escaped(name)}"
    yield f"X-WR-TIMEZONE:{ZONE}"
    yield f"REFRESH-INTERVAL;VALUE=DURATION:{REFRESH}"
    yield f"X-PUBLISHED-TTL:{REFRESH}"
    yield from _ZONE_LINES
    for event in events:
        yield from _event_lines(event)
    yield "END:VCALENDAR"


def _event_lines(event: Event) -> Iterator[str]:
    changed = event.changed_at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    # Without a METHOD the stamp says when the event was last told otherwise, as LAST-MODIFIED does.
    yield f"DTSTAMP:{changed}"
    yield f"LAST-MODIFIED:{changed}"
    yield f"SEQUENCE:{event.revision}"
    yield from _time_lines(event)
    yield f"SUMMARY:{escaped(event.title)}"
    for key, value in (("LOCATION", event.place), ("DESCRIPTION", event.description)):
        if value:
            yield f"{key}:{escaped(value)}"
    if event.url:
        yield f"URL:{event.url}"
    yield f"STATUS:{'CANCELLED' if event.is_cancelled else 'CONFIRMED'}"
    yield f"TRANSP:{'OPAQUE' if event.is_busy and not event.is_cancelled else 'TRANSPARENT'}"
    yield "END:VEVENT"


def _time_lines(event: Event) -> Iterator[str]:
    """When it begins and ends; an end is the first moment, or the first day, after it."""
    last = event.ends_on or event.starts_on
    if event.start_time is None:
        yield f"DTSTART;VALUE=DATE:{event.starts_on:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{last + timedelta(days=1):%Y%m%d}"
        return
    start = datetime.combine(event.starts_on, event.start_time)
    yield f"DTSTART;TZID={ZONE}:{start:%Y%m%dT%H%M%S}"
    end = _end(event, start, last)
    if end is not None:
        yield f"DTEND;TZID={ZONE}:{end:%Y%m%dT%H%M%S}"


def _end(event: Event, start: datetime, last: date) -> datetime | None:
    """The end; None where nobody has said it, or where it does not come after the start."""
    if event.end_time is not None:
        end = datetime.combine(last, event.end_time)
        return end if end > start else None
    if last > event.starts_on:
        return datetime.combine(last + timedelta(days=1), time.min)
    return None
