"""Days and times as people say them, in the reader's language."""

from __future__ import annotations

from datetime import date, datetime, time

from babel.dates import format_date
from django.utils.timezone import is_aware, localtime
from django.utils.translation import get_language

_LOCALES = {"da": "da_DK", "en": "en_GB"}
_LONG = {"da": "EEEE 'den' d. MMMM y", "en": "EEEE d MMMM y"}
_SHORT = {"da": "d. MMM y", "en": "d MMM y"}
_MONTH = "MMMM y"
_DAY = {"da": "d. MMMM", "en": "d MMMM"}


def long_day(day: date) -> str:
    """»onsdag den 3. maj 2023«."""
    return format_date(_here(day), _LONG[_language()], _LOCALES[_language()])


def short_day(day: date) -> str:
    """»3. maj 2023«, with the month shortened where it is long."""
    return format_date(_here(day), _SHORT[_language()], _LOCALES[_language()])


def days_between(first: date, last: date) -> str:
    """»1. juli – 31. december 2024«; the year is said twice where the two differ."""
    with_year = f"{_DAY[_language()]} y"
    pattern = _DAY[_language()] if first.year == last.year else with_year
    locale = _LOCALES[_language()]
    return f"{format_date(first, pattern, locale)} – {format_date(last, with_year, locale)}"


def month_and_year(day: date) -> str:
    """»maj 2023«."""
    return format_date(day, _MONTH, _LOCALES[_language()])


def month_name(month: int, *, is_short: bool = False) -> str:
    """»maj«, or where it is to be short »jan.«, of a month from 1 to 12."""
    return format_date(date(2000, month, 1), "MMM" if is_short else "MMMM", _LOCALES[_language()])


def day_on_a_leaf(day: date) -> tuple[str, str]:
    """The two lines of a leaf of the calendar: »3.« and »maj 2023«, the month shortened."""
    number = f"{day.day}." if _language() == "da" else str(day.day)
    return number, format_date(day, "MMM y", _LOCALES[_language()])


def clock(moment: time) -> str:
    """»9.30«, or »9:30« in English."""
    separator = "." if _language() == "da" else ":"
    return f"{moment.hour}{separator}{moment.minute:02}"


def _here(day: date) -> date:
    """The day that it is here at a moment: by the clock of the world it may still be yesterday."""
    return localtime(day).date() if isinstance(day, datetime) and is_aware(day) else day


def _language() -> str:
    return "en" if (get_language() or "da").startswith("en") else "da"
