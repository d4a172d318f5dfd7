"""When a repeated event takes place, within a horizon and with an end to the work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from landsby.web.activities.ical.entries import DENMARK, Entry
from landsby.web.activities.ical.remarks import Remark
from landsby.web.activities.ical.rhythm import Rule

MOST_STARTS = 5000
"""So many starts of one event are gone through, from its very first."""

_FINER = {"SECONDLY", "MINUTELY", "HOURLY"}
_MOST_VALUES = 400


@dataclass
class Patience:
    """How many days of repeated events are gone through for one file, so that no file keeps the server busy."""

    days: int = 500_000

    def has_days_for(self, days: int) -> bool:
        """Take so many days, if there are as many left."""
        self.days -= max(days, 1)
        return self.days >= 0


def starts_of(entry: Entry, last: date, patience: Patience) -> tuple[list[datetime], list[Remark]]:
    """Every start of an event until a last day, in its own zone, and what there is to say about them."""
    if entry.rule is None:
        return _with_added(entry, [entry.start], last), []
    frequency = str(next(iter(entry.rule.get("FREQ", [])), "")).upper()
    if frequency in _FINER or any(len(entry.rule.get(word, [])) > 1 for word in ("BYHOUR", "BYMINUTE", "BYSECOND")):
        return [entry.start], [_about(entry, "too_often")]
    if max(map(len, entry.rule.values()), default=0) > _MOST_VALUES:
        return [entry.start], [_about(entry, "bad_rule")]
    if not patience.has_days_for((last - entry.start.date()).days):
        return [], [_about(entry, "too_much")]
    try:
        return _expanded(entry, last)
    except (ValueError, TypeError, KeyError, IndexError, OverflowError):
        return [entry.start], [_about(entry, "bad_rule")]


def _expanded(entry: Entry, last: date) -> tuple[list[datetime], list[Remark]]:
    rule = entry.rule or {}
    until, count = _until(entry, rule), int(next(iter(rule.get("COUNT", [])), 0))
    if count < 0:
        raise ValueError("nothing takes place fewer than no times")
    # A day more, since a day of another zone may be the next one here.
    horizon = min(until.date() if until else date.max, last + timedelta(days=1))
    clock = entry.start.time()
    starts: list[datetime] = []
    noted: list[Remark] = []
    for day in Rule.of(rule).days(entry.start.date(), horizon):
        start = datetime.combine(day, clock)
        if (until and start > until) or (count and len(starts) >= count):
            break
        if len(starts) >= MOST_STARTS:
            noted.append(_about(entry, "cut", most=MOST_STARTS))
            break
        starts.append(start)
    if not until and not count:
        noted.append(_about(entry, "endless", last=last.isoformat()))
    # The first is one of them, whatever the rule says.
    return _with_added(entry, sorted({entry.start, *starts}), last), noted


def _until(entry: Entry, rule: dict[str, list[Any]]) -> datetime | None:
    """The end that the rule names, in the event's own zone; a day lasts to its end."""
    told = next(iter(rule.get("UNTIL", [])), None)
    if told is None:
        return None
    if not isinstance(told, datetime):
        return datetime.combine(told, time.max)
    if told.tzinfo is None:
        return told
    if entry.is_all_day:
        return datetime.combine(told.astimezone(UTC).date(), time.max)
    return told.astimezone(entry.zone or DENMARK).replace(tzinfo=None)


def _with_added(entry: Entry, starts: list[datetime], last: date) -> list[datetime]:
    added = [moment for moment in entry.added[:MOST_STARTS] if moment.date() <= last]
    return sorted({*starts, *added} - entry.left_out)


def _about(entry: Entry, code: str, **told: Any) -> Remark:
    return Remark(entry.line, code, entry.title, told)
