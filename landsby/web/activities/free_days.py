"""The days on which most of Denmark is closed."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils.translation import gettext as _

_FROM_EASTER = {
    -3: "maundy",
    -2: "good_friday",
    0: "easter",
    1: "easter_monday",
    39: "ascension",
    49: "pentecost",
    50: "whit_monday",
}
_DATES = {
    (1, 1): "new_year",
    (6, 5): "constitution",
    (12, 24): "christmas_eve",
    (12, 25): "christmas",
    (12, 26): "boxing_day",
    (12, 31): "new_years_eve",
}


def free_day(day: date) -> str:
    """What a day is called on which most are closed; "" for every other."""
    from_easter = (day - easter_of(day.year)).days
    key = _DATES.get((day.month, day.day)) or _FROM_EASTER.get(from_easter)
    return _names()[key] if key else ""


def easter_of(year: int) -> date:
    """Easter Sunday of a year, by the rule of the Gregorian calendar as Butcher wrote it down."""
    golden = year % 19
    century, in_century = divmod(year, 100)
    correction = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (in_century // 4) - correction - in_century % 4) % 7
    late = (golden + 11 * correction + 22 * weekday) // 451
    month, days = divmod(correction + weekday - 7 * late + 114, 31)
    return date(year, month, 1) + timedelta(days=days)


def _names() -> dict[str, str]:
    return {
        "new_year": _("nytårsdag"),
        "maundy": _("skærtorsdag"),
        "good_friday": _("langfredag"),
        "easter": _("påskedag"),
        "easter_monday": _("2. påskedag"),
        "ascension": _("Kristi himmelfartsdag"),
        "pentecost": _("pinsedag"),
        "whit_monday": _("2. pinsedag"),
        "constitution": _("grundlovsdag"),
        "christmas_eve": _("juleaften"),
        "christmas": _("juledag"),
        "boxing_day": _("2. juledag"),
        "new_years_eve": _("nytårsaften"),
    }
