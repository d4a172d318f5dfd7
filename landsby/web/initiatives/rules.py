"""What an initiative, its way through the stages, its trials and all that is told of them must satisfy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from landsby.web.initiatives.stages import ASIDE, Newness, NextStep, Stage, passed
from landsby.web.kit.dates import short_day
from landsby.web.kit.periods import is_sensible
from landsby.web.kit.problems import Problem, Severity

if TYPE_CHECKING:
    from landsby.web.initiatives.details import Groups, PolicyDetails, TrialDetails


@dataclass(frozen=True, kw_only=True)
class Readiness:
    """What is told of an initiative that its next stages ask for.

    Attributes:
        trials_told: how many trials say what was learnt.
        trials_kept: how many of them ended in going on with it, as it was or made over.
        actors_now: how many actors do it today.
        points_missing: how many points of its checklists are not ticked.
    """

    newness: str = ""
    trials_told: int = 0
    trials_kept: int = 0
    actors_now: int = 0
    points_missing: int = 0


@dataclass(frozen=True, kw_only=True)
class Move:
    """A change of stage as it is told: from where, since when it stood there, to where, on which day and why."""

    before: str
    since: date
    to: str
    on: date
    why: str = ""


MOST_DAYS_AHEAD = 366


def lacks(before: str, to: str, readiness: Readiness) -> Iterator[Problem]:
    """What is required of the stages between two and is not there yet, each with its cure; going back needs nothing."""
    ahead = passed(before, to)
    is_tried = readiness.newness != Newness.ALREADY_DID
    if Stage.ADAPTING in ahead and is_tried and not readiness.trials_told:
        text = _(
            "Der er ikke fortalt om en prøvehandling. Fortæl, hvad I lærte af en, eller skriv, hvorfor I går videre."
        )
        yield Problem("no_trial_told", Severity.BLOCKER, text, "why")
    elif Stage.SPREADING in ahead and is_tried and not readiness.trials_kept:
        text = _(
            "Ingen prøvehandling er endt med, at I går videre med den. Fortæl om en, eller skriv, hvorfor I spreder."
        )
        yield Problem("no_trial_kept", Severity.BLOCKER, text, "why")
    if Stage.OPERATION in ahead:
        yield from _lacks_before_operation(readiness)


def _lacks_before_operation(readiness: Readiness) -> Iterator[Problem]:
    if not readiness.actors_now:
        text = _(
            "Det er ikke registreret, at nogen gør det endnu. Registrér dem, eller skriv, hvorfor det ikke tælles."
        )
        yield Problem("nobody_does_it", Severity.BLOCKER, text, "why")
    if readiness.points_missing:
        text = ngettext(
            "Der mangler %(count)s punkt i »klar til drift«. Sæt kryds, eller skriv, hvorfor I går i drift uden.",
            "Der mangler %(count)s punkter i »klar til drift«. Sæt kryds, eller skriv, hvorfor I går i drift uden.",
            readiness.points_missing,
        ) % {"count": readiness.points_missing}
        yield Problem("not_ready", Severity.BLOCKER, text, "why")


def problems_of_move(move: Move, readiness: Readiness, today: date) -> Iterator[Problem]:
    """A move goes somewhere else, on a day that has come, and says why where it stops or skips what is required."""
    if move.to == move.before:
        yield Problem("stands_there", Severity.BLOCKER, _("Indsatsen står der allerede. Vælg et andet trin."), "to")
        return
    yield from _problems_of_day(move.on, today, "on")
    if move.on < move.since:
        text = _("Indsatsen har stået på sit nuværende trin siden %(day)s. Vælg den dag eller en senere.")
        yield Problem("before_the_last", Severity.BLOCKER, text % {"day": short_day(move.since)}, "on")
    if move.why.strip():
        return
    if move.to in ASIDE:
        text = _("Skriv, hvorfor den stoppes eller udskydes. Det er det, andre kan lære af.")
        yield Problem("why_missing", Severity.BLOCKER, text, "why")
    yield from lacks(move.before, move.to, readiness)


def problem_of_moved_meanwhile(stage: str) -> Problem:
    """Somebody has moved it since the page was opened, perhaps oneself."""
    text = _("Indsatsen er flyttet, siden I åbnede siden, og står nu her: %(stage)s. Se, om I stadig vil flytte den.")
    return Problem("moved_meanwhile", Severity.BLOCKER, text % {"stage": stage}, "to")


def problems_of_parent(own: int | None, parent: int | None, parents: Mapping[int, int]) -> Iterator[Problem]:
    """An initiative is part of another, and never, however far round, of itself.

    Args:
        own: its primary key; None before it is stored.
        parents: the wider initiative of each in the programme, by primary key.
    """
    met: set[int] = set()
    at = parent
    while at is not None and at not in met:
        if at == own:
            text = _("Den indsats er selv en del af denne, så de ville gå i ring. Vælg en anden, eller ingen.")
            yield Problem("parts_in_a_circle", Severity.BLOCKER, text, "parent")
            return
        met.add(at)
        at = parents.get(at)


def problems_of_trial(details: TrialDetails, today: date) -> Iterator[Problem]:
    """A trial has sensible days, ends after it begins, and tells what was learnt before it tells what is next."""
    if not is_sensible(details.started_on):
        yield _odd_year("started_on")
        return
    if (details.started_on - today).days > MOST_DAYS_AHEAD:
        text = _("Det er mere end et år ude i fremtiden. Ret datoen, eller vent med at skrive prøven ned.")
        yield Problem("begins_too_far_ahead", Severity.BLOCKER, text, "started_on")
    if details.ended_on and details.ended_on < details.started_on:
        text = _("Prøven slutter, før den begynder (%(day)s). Ret en af datoerne.")
        told = text % {"day": short_day(details.started_on)}
        yield Problem("ends_before_start", Severity.BLOCKER, told, "ended_on")
    if not details.next_step:
        return
    if details.started_on > today:
        text = _("Prøven er ikke begyndt endnu. Vent med at vælge det næste, eller ret datoen.")
        yield Problem("not_begun", Severity.BLOCKER, text, "next_step")
    if not details.learned.strip():
        text = _("Skriv, hvad I lærte, så valget kan forstås senere.")
        yield Problem("nothing_learned", Severity.BLOCKER, text, "learned")


def problems_of_telling(details: TrialDetails) -> Iterator[Problem]:
    """Whoever tells how it went says something."""
    if not (details.observed.strip() or details.learned.strip() or details.next_step):
        text = _("Skriv lidt om, hvad I så, eller hvad I lærte. Et par ord er nok.")
        yield Problem("nothing_told", Severity.BLOCKER, text, "observed")


def problems_of_chain(own: int | None, previous: int | None, before: Mapping[int, int]) -> Iterator[Problem]:
    """A trial goes on from an earlier one, and never, however far back, from itself.

    Args:
        before: the trial that each goes on from, by primary key.
    """
    for problem in problems_of_parent(own, previous, before):
        text = _("Den prøvehandling bygger selv på denne. Vælg en, der kom før.")
        yield Problem("trials_in_a_circle", problem.severity, text, "previous")


def problems_of_coverage(
    started_on: date, groups: Groups | None, today: date, begins: date | None = None
) -> Iterator[Problem]:
    """An actor begins on a day that has come, and reaches no more groups than it has.

    Args:
        begins: the programme's first day; None where the day was told before.
    """
    yield from _problems_of_day(started_on, today, "started_on")
    if begins is not None and started_on < begins:
        text = _("Programmet begyndte %(day)s. Vælg den dag eller en senere, også når de gjorde det i forvejen.")
        yield Problem("before_the_programme", Severity.BLOCKER, text % {"day": short_day(begins)}, "started_on")
    if groups and groups.reached > groups.total:
        text = _("Der er flere grupper med (%(reached)s), end der er i alt (%(total)s). Ret et af tallene.")
        told = text % {"reached": groups.reached, "total": groups.total}
        yield Problem("more_groups_than_there_are", Severity.BLOCKER, told, "groups_reached")


def problems_of_ending(started_on: date, ended_on: date, today: date) -> Iterator[Problem]:
    """What is ended began before, and the day has come."""
    yield from _problems_of_day(ended_on, today, "ended_on")
    if ended_on < started_on:
        text = _("Det begyndte %(day)s. Vælg den dag eller en senere.") % {"day": short_day(started_on)}
        yield Problem("ends_before_start", Severity.BLOCKER, text, "ended_on")


def problems_of_going_on(*, is_begun_anew: bool) -> Iterator[Problem]:
    """What has ended can be taken up again, unless the actor has begun anew since."""
    if is_begun_anew:
        text = _("De er begyndt igen senere. Lad datoen stå, eller slut det seneste først.")
        yield Problem("begun_anew", Severity.BLOCKER, text, "ended_on")


def problems_of_decision(on: date, why: str, today: date) -> Iterator[Problem]:
    """A decision has been made, and says why."""
    yield from _problems_of_day(on, today, "on")
    if not why.strip():
        text = _("Skriv, hvorfor I besluttede det. Det er det, de andre kommuner kan lære af.")
        yield Problem("why_missing", Severity.BLOCKER, text, "why")


def problems_of_policy(details: PolicyDetails) -> Iterator[Problem]:
    """A policy holds from a sensible day on, and ends after it begins."""
    if not is_sensible(details.started_on):
        yield _odd_year("started_on")
    elif details.ended_on and details.ended_on < details.started_on:
        text = _("Den holder op med at gælde, før den begynder (%(day)s). Ret en af datoerne.")
        told = text % {"day": short_day(details.started_on)}
        yield Problem("ends_before_start", Severity.BLOCKER, told, "ended_on")


def problem_of_what_is_gone(field: str, title: str) -> Problem:
    """What was chosen is no longer in the programme."""
    text = _("»%(title)s« er ikke længere i programmet. Vælg noget andet.") % {"title": title}
    return Problem("gone", Severity.BLOCKER, text, field)


def _problems_of_day(on: date, today: date, field: str) -> Iterator[Problem]:
    if not is_sensible(on):
        yield _odd_year(field)
    elif on > today:
        text = _("Datoen ligger i fremtiden. Skriv den dag, det skete.")
        yield Problem("day_to_come", Severity.BLOCKER, text, field)


def _odd_year(field: str) -> Problem:
    return Problem("day_out_of_range", Severity.BLOCKER, _("Årstallet kan ikke passe. Ret datoen."), field)


KEPT_STEPS = (NextStep.ADOPT, NextStep.ADAPT)
"""The next steps by which those who tried something go on with it."""
