"""What a season, a rota and a swap must satisfy, and which days a season opens on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from landsby.web.halls.details import Slot
from landsby.web.kit.dates import short_day
from landsby.web.kit.periods import is_sensible
from landsby.web.kit.problems import Problem, Severity

if TYPE_CHECKING:
    from landsby.web.halls.details import Pause, SeasonDetails
    from landsby.web.halls.models import Swap
    from landsby.web.partnerships.models import Actor

LONGEST = timedelta(days=400)
"""A season is longer than this only by a slip of the finger."""

MOST_OPENINGS = 200
"""No season has more openings than this: on most days of a year."""


def slots_of(details: SeasonDetails) -> list[Slot]:
    """The days on which a season opens, in order: its weekdays, in its rhythm, without its pauses.

    The rhythm is counted in calendar weeks from that of the first day.
    """
    first_week = details.starts_on - timedelta(days=details.starts_on.weekday())
    found = []
    for number in range((details.ends_on - details.starts_on).days + 1):
        day = details.starts_on + timedelta(days=number)
        is_week = (day - first_week).days // 7 % details.weeks_between == 0
        if not is_week or is_paused(day, details.pauses):
            continue
        times = (time for time in details.weekly if time.weekday == day.weekday())
        found += [Slot(on=day, opens_at=time.opens_at, closes_at=time.closes_at) for time in times]
    return sorted(found)


def is_paused(day: date, pauses: Iterable[Pause]) -> bool:
    """Whether it stays closed on a day."""
    return any(pause.first_on <= day <= pause.last_on for pause in pauses)


def problems_of_season(details: SeasonDetails) -> Iterator[Problem]:
    """Everything that is doubtful about a season as it is told."""
    if not details.kind.rota:
        text = _("Denne slags aktivitet har ingen vagtplan. Vælg en anden.")
        yield Problem("kind_without_rota", Severity.BLOCKER, text, "kind")
    problem = _problem_of_days(details)
    if problem:
        yield problem
        return
    for time in details.weekly:
        if time.closes_at <= time.opens_at:
            text = _("Der skal lukkes senere, end der åbnes.")
            yield Problem("closes_before_it_opens", Severity.BLOCKER, text, f"closes_{time.weekday}")
    for pause in details.pauses:
        if pause.last_on < pause.first_on:
            text = _("En pause slutter, før den begynder: %(day)s.") % {"day": short_day(pause.last_on)}
            yield Problem("pause_reversed", Severity.BLOCKER, text)
    count = len(slots_of(details))
    if count == 0:
        text = _("Der er ingen dag, hvor der er åbent. Vælg mindst én ugedag med klokkeslæt.")
        yield Problem("never_open", Severity.BLOCKER, text)
    if count > MOST_OPENINGS:
        text = _("Det bliver %(count)s åbninger. Del sæsonen i to.") % {"count": count}
        yield Problem("too_many_openings", Severity.BLOCKER, text, "ends_on")


def _problem_of_days(details: SeasonDetails) -> Problem | None:
    for field in ("starts_on", "ends_on"):
        if not is_sensible(getattr(details, field)):
            return Problem("day_out_of_range", Severity.BLOCKER, _("Årstallet kan ikke passe. Ret datoen."), field)
    if details.ends_on < details.starts_on:
        text = _("Sidste dag ligger før den første (%(day)s). Ret en af datoerne.")
        return Problem("ends_before_start", Severity.BLOCKER, text % {"day": short_day(details.starts_on)}, "ends_on")
    if details.ends_on - details.starts_on > LONGEST:
        return Problem("too_long", Severity.BLOCKER, _("En sæson er højst 13 måneder. Ret sidste dag."), "ends_on")
    return None


def problems_of_asking(
    *, is_planned: bool, on: date, hosts: Sequence[Actor], giver: Actor, taker: Actor, today: date
) -> Iterator[Problem]:
    """A duty is given away before its day, by who has it, to who has not."""
    if not is_planned or on < today:
        yield Problem("too_late", Severity.BLOCKER, _("Vagten kan ikke byttes: Den er holdt, aflyst eller forbi."))
    if giver not in hosts:
        text = _("%(name)s har ikke længere vagten.") % {"name": giver.name}
        yield Problem("not_theirs", Severity.BLOCKER, text)
    if taker in hosts:
        text = _("%(name)s har allerede vagt den dag.") % {"name": taker.name}
        yield Problem("has_it_already", Severity.BLOCKER, text, "taker")


def problems_of_answering(swap: Swap) -> Iterator[Problem]:
    """A question is answered once."""
    if not swap.is_open:
        text = _("Der er allerede svaret: %(answer)s.") % {"answer": swap.get_status_display()}
        yield Problem("answered_already", Severity.BLOCKER, text)
