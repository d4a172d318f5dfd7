"""What must hold for own dates, milestones and introductions, said in words that one can act on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from landsby.web.kit.dates import short_day
from landsby.web.kit.periods import is_sensible
from landsby.web.kit.problems import Problem, Severity
from landsby.web.plans.periods import months_after

_NEW_FOR = 36
"""For so many months a leader counts as new."""

if TYPE_CHECKING:
    from landsby.web.wheel.told import DeviationTold, EntryTold


def problems_of_entry(told: EntryTold) -> Iterator[Problem]:
    """An own date says what, on a day that can be."""
    if not told.title.strip():
        yield Problem("nothing_said", Severity.BLOCKER, _("Skriv kort, hvad der sker."), "title")
    yield from _problem_of_day(told.on, "on")


def problems_of_reaching(on: date, today: date) -> Iterator[Problem]:
    """A milestone is reached when it is, and not before."""
    yield from _problem_of_day(on, "reached_on")
    if on > today:
        text = _("Dagen er ikke kommet endnu. Vælg i dag eller en dag, der er gået.")
        yield Problem("reached_ahead", Severity.BLOCKER, text, "reached_on")


def problems_of_deviation(told: DeviationTold, *, due_on: date, is_reached: bool, today: date) -> Iterator[Problem]:
    """A change says what, why and by whom, and changes something.

    Args:
        due_on: when the milestone is due until now.
    """
    if is_reached:
        text = _("Milepælen er nået. Fortryd det først, hvis det ikke passer.")
        yield Problem("reached_already", Severity.BLOCKER, text)
    for name, text in (
        ("what", _("Skriv, hvad der ændres.")),
        ("why", _("Skriv hvorfor. Det er det, andre spørger om bagefter.")),
        ("decided_by", _("Skriv, hvem der har besluttet det.")),
    ):
        if not getattr(told, name).strip():
            yield Problem("nothing_said", Severity.BLOCKER, text, name)
    if told.now_due_on is not None:
        yield from _problem_of_day(told.now_due_on, "now_due_on")
    if told.now_due_on == due_on:
        text = _("Milepælen har allerede den dato (%(day)s). Vælg en anden.") % {"day": short_day(due_on)}
        yield Problem("same_day", Severity.BLOCKER, text, "now_due_on")
    yield from _problem_of_day(told.decided_on, "decided_on")
    if told.decided_on > today:
        text = _("Beslutningen kan ikke ligge ude i fremtiden. Vælg i dag eller en dag, der er gået.")
        yield Problem("decided_ahead", Severity.BLOCKER, text, "decided_on")


def problems_of_since(since_on: date, today: date) -> Iterator[Problem]:
    """A leader is new who began a short while ago, or begins soon."""
    first, last = months_after(today, -_NEW_FOR), months_after(today, 12)
    if not first <= since_on <= last:
        text = _("En ny leder er begyndt inden for de seneste tre år. Vælg en dag efter %(day)s.")
        yield Problem("since_out_of_range", Severity.BLOCKER, text % {"day": short_day(first)}, "since_on")


def problem_of_milestone_gone() -> Problem:
    """A milestone that the programme no longer has, or that other places reach."""
    text = _("Milepælen er ikke med i programmet længere, eller den gælder ikke her. Det, der er skrevet, er gemt.")
    return Problem("milestone_gone", Severity.BLOCKER, text)


def problem_of_checklist_gone() -> Problem:
    """A programme without a checklist for a new leader here."""
    text = _("Programmet har ingen tjekliste til en ny leder her. Lav en under Program, og prøv igen.")
    return Problem("no_checklist", Severity.BLOCKER, text)


def _problem_of_day(day: date, field: str) -> Iterator[Problem]:
    if not is_sensible(day):
        yield Problem("day_out_of_range", Severity.BLOCKER, _("Årstallet kan ikke passe. Ret datoen."), field)
