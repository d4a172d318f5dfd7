"""The information sheet of a season, ready to print: a tagged PDF that a screen reader can read too."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from landsby.web.halls.models import Opening, Season
from landsby.web.halls.words import rhythm_in_words, times_in_words
from landsby.web.kit.dates import clock, days_between, long_day, short_day
from landsby.web.kit.paper import typeset

LANGUAGES = ("da", "en")
LAYOUT = Path(__file__).parent / "templates" / "halls" / "season.typ"


def printed_sheet(season: Season, openings: Sequence[Opening], language: str) -> bytes:
    """The sheet as a PDF (PDF/UA-1).

    Args:
        season: with its plan at hand.
        openings: those that are planned, in order, with their activities.
        language: one of `LANGUAGES`.
    """
    with translation.override(language):
        told, is_invented = contents_of(season, openings, language), season.programme.is_invented
        return typeset(LAYOUT, told, is_invented=is_invented, format="pdf", pdf_standards=["ua-1"])


def contents_of(season: Season, openings: Sequence[Opening], language: str) -> dict[str, Any]:
    """Everything that the sheet says, in the language that is in force."""
    today = timezone.localdate()
    coming = [opening for opening in openings if opening.activity.starts_on >= today]
    bring = (season.bring_in_english or season.bring) if language == "en" else season.bring
    return {
        "lang": language,
        "title": season.title,
        "programme": season.programme.name,
        "place": ", ".join(filter(None, [season.place, season.community.name if season.community else ""])),
        "days": days_between(season.starts_on, season.ends_on),
        "rhythm": rhythm_in_words(season.weeks_between),
        "times": [list(pair) for pair in times_in_words(season.weekly.all())],
        "pauses": [_pause(pause) for pause in season.pauses.all()],
        "bring": [line for line in bring.splitlines() if line.strip()],
        "openings": [_line(opening) for opening in coming],
        "hosts": [host.actor.name for host in season.hosts.all()],
        "coordinator": season.coordinator.name if season.coordinator else "",
        "words": _words(),
        "printed": _("Udskrevet %(day)s") % {"day": short_day(today)},
    }


def _pause(pause: Any) -> str:
    days = days_between(pause.first_on, pause.last_on) if pause.first_on != pause.last_on else long_day(pause.first_on)
    return f"{days} ({pause.why})" if pause.why else days


def _line(opening: Opening) -> list[str]:
    """One opening: day, time, hosts."""
    activity = opening.activity
    times = [clock(time) for time in (activity.start_time, activity.end_time) if time]
    hosts = ", ".join(host.name for host in opening.hosts)
    return [long_day(activity.starts_on), "–".join(times), hosts or _("endnu ikke fundet")]


def _words() -> dict[str, str]:
    """The words that stand on every sheet."""
    return {
        "when": _("Hvornår"),
        "where": _("Hvor"),
        "closed": _("Lukket"),
        "bring": _("Tag med"),
        "hosts": _("Værter"),
        "program": _("De næste gange"),
        "day": _("Dag"),
        "time": _("Klokken"),
        "host": _("Vært"),
        "ask": _("Spørg hos"),
        "hang_up": _("Hæng arket op, og fortæl familierne om det. Alle er velkomne, og ingen skal melde sig til."),
        "kind": _("Til dagtilbud, skoler og SFO'er"),
    }
