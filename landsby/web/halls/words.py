"""Days of the week and rhythms in the reader's words."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from landsby.web.halls.models import Season, SeasonTime
from landsby.web.kit.dates import clock

WEEKDAYS = (
    gettext_lazy("Mandag"),
    gettext_lazy("Tirsdag"),
    gettext_lazy("Onsdag"),
    gettext_lazy("Torsdag"),
    gettext_lazy("Fredag"),
    gettext_lazy("Lørdag"),
    gettext_lazy("Søndag"),
)
"""From Monday, which is 0."""


def rhythm_in_words(weeks_between: int) -> str:
    """»Hver uge«, »Hver anden uge«, »Hver 3. uge«."""
    if weeks_between == 1:
        return _("Hver uge")
    if weeks_between == 2:
        return _("Hver anden uge")
    return _("Hver %(number)s. uge") % {"number": weeks_between}


def times_in_words(weekly: Iterable[SeasonTime]) -> list[tuple[str, str]]:
    """Each day of the week on which it opens, and its times: »Søndag«, »10.00–12.30«."""
    return [(str(WEEKDAYS[time.weekday]), f"{clock(time.opens_at)}–{clock(time.closes_at)}") for time in weekly]


def hours_of(season: Season) -> str:
    """When a season whose plan is at hand opens, on one line: »Søndag 10.00–12.30, hver anden uge«."""
    times = ", ".join(f"{day} {hours}" for day, hours in times_in_words(season.weekly.all()))
    return times if season.weeks_between == 1 else f"{times}, {rhythm_in_words(season.weeks_between).lower()}"
