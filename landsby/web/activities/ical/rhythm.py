"""A rule of RFC 5545 as days: which days of a rhythm it names, as far as a horizon and never further.

It is our own because the work must have an end: libraries look for the next day until the year 9999,
which a rule that names no day at all makes them do. The tests compare it with one of them.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

RHYTHMS = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BYDAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_LIMITS = {"BYMONTH": 12, "BYMONTHDAY": 31, "BYYEARDAY": 366, "BYWEEKNO": 53, "BYSETPOS": 366}
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Rule:
    """The part of a rule that names days.

    Attributes:
        weekdays: each with its number within the month or year, 0 for every one; Monday is 0.
        numbers: the values of the other words, by word.
    """

    frequency: str
    interval: int
    week_begins: int
    weekdays: tuple[tuple[int, int], ...]
    numbers: Mapping[str, tuple[int, ...]]

    @classmethod
    def of(cls, words: Mapping[str, Sequence[Any]]) -> Rule:
        """From the words of a rule and their values.

        Raises:
            ValueError: for a value that RFC 5545 does not know.
        """
        frequency = str(words["FREQ"][0]).upper()
        interval = int(next(iter(words.get("INTERVAL", ())), 1))
        if frequency not in RHYTHMS or interval < 1:
            raise ValueError("a rule has a rhythm and moves forward")
        numbers = {word: tuple(int(value) for value in words[word]) for word in _LIMITS if words.get(word)}
        for word, values in numbers.items():
            if any(not 1 <= abs(value) <= _LIMITS[word] for value in values):
                raise ValueError(f"{word} out of range")
        weekdays = []
        for value in words.get("BYDAY", ()):
            told = _BYDAY.fullmatch(str(value).upper())
            if told is None:
                raise ValueError("BYDAY names no weekday")
            weekdays.append((int(told[1] or 0), _WEEKDAYS.index(told[2])))
        begins = str(next(iter(words.get("WKST", ())), "MO")).upper()
        return cls(frequency, interval, _WEEKDAYS.index(begins), tuple(weekdays), numbers)

    def days(self, start: date, horizon: date) -> Iterator[date]:
        """The days from a start to a horizon, both included, in order."""
        for period in self._periods(start, horizon):
            named = [day for day in period if self._names(day, start)]
            for day in self._by_position(named):
                if start <= day <= horizon:
                    yield day

    def _periods(self, start: date, horizon: date) -> Iterator[list[date]]:
        """The days of each turn of the rhythm, from the one that the start lies in."""
        match self.frequency:
            case "DAILY":
                for number in range(0, (horizon - start).days + 1, self.interval):
                    yield [start + number * _DAY]
            case "WEEKLY":
                first = start - ((start.weekday() - self.week_begins) % 7) * _DAY
                for number in range(0, (horizon - first).days + 1, 7 * self.interval):
                    yield [first + (number + day) * _DAY for day in range(7)]
            case "MONTHLY":
                months = range(start.year * 12 + start.month - 1, horizon.year * 12 + horizon.month, self.interval)
                for year, month in (divmod(number, 12) for number in months):
                    yield [date(year, month + 1, day + 1) for day in range(monthrange(year, month + 1)[1])]
            case _:
                for year in range(start.year, horizon.year + 1, self.interval):
                    first = date(year, 1, 1)
                    yield [first + day * _DAY for day in range((date(year + 1, 1, 1) - first).days)]

    def _names(self, day: date, start: date) -> bool:
        """Whether every word of the rule lets a day through; what the rule leaves open is as on the start."""
        numbers = self.numbers
        if "BYMONTH" in numbers and day.month not in numbers["BYMONTH"]:
            return False
        in_month, in_year = monthrange(day.year, day.month)[1], 366 if _is_leap(day.year) else 365
        year_day = day.timetuple().tm_yday
        if "BYYEARDAY" in numbers and not {year_day, year_day - in_year - 1} & {*numbers["BYYEARDAY"]}:
            return False
        if "BYMONTHDAY" in numbers and not {day.day, day.day - in_month - 1} & {*numbers["BYMONTHDAY"]}:
            return False
        if "BYWEEKNO" in numbers and not self._in_week(day):
            return False
        if self.weekdays:
            return any(self._is_weekday(day, nth, weekday) for nth, weekday in self.weekdays)
        return self._is_as_on(day, start)

    def _is_as_on(self, day: date, start: date) -> bool:
        """Whether a day is the start's own, in a rule that names neither weekdays nor days of month or year."""
        if self.frequency == "DAILY" or {"BYMONTHDAY", "BYYEARDAY"} & self.numbers.keys():
            return True
        if self.frequency == "WEEKLY" or "BYWEEKNO" in self.numbers:
            return day.weekday() == start.weekday()
        is_day = day.day == start.day
        return (
            is_day if self.frequency == "MONTHLY" or "BYMONTH" in self.numbers else is_day and day.month == start.month
        )

    def _is_weekday(self, day: date, nth: int, weekday: int) -> bool:
        if day.weekday() != weekday:
            return False
        if nth == 0 or self.frequency in ("DAILY", "WEEKLY"):
            return True
        if self.frequency == "MONTHLY" or "BYMONTH" in self.numbers:
            number, length = day.day, monthrange(day.year, day.month)[1]
        else:
            number, length = day.timetuple().tm_yday, 366 if _is_leap(day.year) else 365
        return nth in ((number - 1) // 7 + 1, -((length - number) // 7 + 1))

    def _in_week(self, day: date) -> bool:
        year, week, _weekday = day.isocalendar()
        weeks = date(year, 12, 28).isocalendar()[1]
        return year == day.year and bool({week, week - weeks - 1} & {*self.numbers["BYWEEKNO"]})

    def _by_position(self, named: list[date]) -> list[date]:
        if "BYSETPOS" not in self.numbers:
            return named
        chosen = {p - 1 if p > 0 else len(named) + p for p in self.numbers["BYSETPOS"]}
        return [day for place, day in enumerate(named) if place in chosen]


def _is_leap(year: int) -> bool:
    return monthrange(year, 2)[1] == 29
