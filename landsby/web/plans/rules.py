"""What must hold for a plan, its items, its focus and its reviews, said in words that one can act on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from landsby.web.kit.dates import short_day
from landsby.web.kit.periods import is_sensible
from landsby.web.kit.problems import Problem, Severity

if TYPE_CHECKING:
    from landsby.web.plans.periods import Span
    from landsby.web.plans.told import ItemTold, ReviewTold, When

MOST_SAID = 4000
MOST_ITEMS = 200
"""Nobody looks through a plan of more."""


def problems_of_span(span: Span) -> Iterator[Problem]:
    """The days must be possible, and the last must not come before the first."""
    for name, day in (("starts_on", span.first), ("ends_on", span.last)):
        if day is not None and not is_sensible(day):
            yield Problem("day_out_of_range", Severity.BLOCKER, _("Årstallet kan ikke passe. Ret datoen."), name)
    if span.last is not None and span.last < span.first:
        text = _("Planen slutter, før den begynder (%(day)s). Ret en af datoerne.") % {"day": short_day(span.first)}
        yield Problem("ends_before_start", Severity.BLOCKER, text, "ends_on")


def problems_of_same_start(span: Span, *, is_taken: bool) -> Iterator[Problem]:
    """A place has one plan on a template from one day on."""
    if is_taken:
        text = _("I har allerede en plan fra %(day)s. Vælg en anden dag, eller skriv videre i den.")
        yield Problem("begins_with_another", Severity.BLOCKER, text % {"day": short_day(span.first)}, "starts_on")


def problems_of_item(told: ItemTold, *, count: int, is_running: bool, within: Span | None = None) -> Iterator[Problem]:
    """Whether a plan takes one thing more, or one thing otherwise.

    Args:
        count: how many it will then hold.
        within: the plan's days; None where the day stays as it was, or was agreed elsewhere.
    """
    yield from problems_of_writing(is_running=is_running)
    if not told.what.strip():
        yield Problem("nothing_said", Severity.BLOCKER, _("Skriv kort, hvad I vil."), "what")
    if told.when.day is not None and not is_sensible(told.when.day):
        yield Problem("day_out_of_range", Severity.BLOCKER, _("Årstallet kan ikke passe. Ret datoen."), "due_on")
    elif within is not None:
        yield from _problems_of_when(told.when, within)
    if count > MOST_ITEMS:
        text = _("Planen har %(count)s punkter. Slet nogle, før I skriver flere.") % {"count": MOST_ITEMS}
        yield Problem("too_many_items", Severity.BLOCKER, text)


def _problems_of_when(when: When, within: Span) -> Iterator[Problem]:
    """What is to be done in a plan is done in its days; of a month one of them will do."""
    if when.due_on is not None and when.due_on < within.first:
        text = _("Planen begynder først %(day)s. Vælg en dag derefter, eller lad den stå tom.")
        yield Problem("due_before_plan", Severity.BLOCKER, text % {"day": short_day(within.first)}, "due_on")
    first = when.day.replace(day=1) if when.day and when.is_whole_month else when.day
    if first is not None and within.last is not None and first > within.last:
        text = _("Planen slutter %(day)s. Vælg en dag inden, lad den stå tom, eller før planen videre.")
        yield Problem("due_after_plan", Severity.BLOCKER, text % {"day": short_day(within.last)}, "due_on")


def problems_of_writing(*, is_running: bool) -> Iterator[Problem]:
    """A plan that has ended stays as it is."""
    if not is_running:
        text = _("Planen er afsluttet og bliver stående, som den er. Tag den i brug igen, hvis I vil ændre den.")
        yield Problem("plan_has_ended", Severity.BLOCKER, text)


def problem_of_template_gone(title: str) -> Problem:
    """A template that the programme no longer has."""
    text = _("Skabelonen »%(title)s« er ikke med i programmet længere. Vælg en anden.") % {"title": title}
    return Problem("template_gone", Severity.BLOCKER, text, "template")


def problem_of_template_elsewhere(title: str, place: str) -> Problem:
    """A template on which others make plans."""
    text = _("%(place)s laver ikke planer på skabelonen »%(title)s«. Vælg en anden.") % {"title": title, "place": place}
    return Problem("template_elsewhere", Severity.BLOCKER, text, "template")


def problem_of_idea_gone() -> Problem:
    """An idea that the plan's template does not have."""
    text = _("Idéen er ikke med i skabelonen. Skriv den selv i stedet.")
    return Problem("idea_gone", Severity.BLOCKER, text)


def problem_of_principle_gone(title: str) -> Problem:
    """A principle that the programme no longer has. What was registered under it stays."""
    text = _(
        "Princippet »%(title)s« er ikke med i programmet længere. Vælg et andet. Det, I har skrevet om det, er gemt."
    )
    return Problem("principle_gone", Severity.BLOCKER, text % {"title": title}, "principles")


def problems_of_focus(chosen: Sequence[str], at_a_time: int, day: date, span: Span) -> Iterator[Problem]:
    """So many principles at a time and no more, from a day within the plan.

    Args:
        chosen: the ids of the principles.
    """
    if not chosen:
        yield Problem("no_focus", Severity.BLOCKER, _("Vælg mindst ét princip."), "principles")
    if len(chosen) > at_a_time:
        text = ngettext(
            "Vælg højst %(most)s princip ad gangen.", "Vælg højst %(most)s principper ad gangen.", at_a_time
        )
        yield Problem("focus_on_too_many", Severity.BLOCKER, text % {"most": at_a_time}, "principles")
    if day < span.first:
        text = _("Planen begynder først %(day)s. Vælg den dag eller en senere.") % {"day": short_day(span.first)}
        yield Problem("focus_before_start", Severity.BLOCKER, text, "on")
    if span.last is not None and day > span.last:
        text = _("Planen slutter %(day)s. Vælg den dag eller en tidligere, eller før planen videre.")
        yield Problem("focus_after_end", Severity.BLOCKER, text % {"day": short_day(span.last)}, "on")


def problems_of_turning_back(day: date, latest: date | None) -> Iterator[Problem]:
    """A choice of principles does not wipe out a later one.

    Args:
        latest: the day from which the principles hold that were chosen last.
    """
    if latest is not None and day < latest:
        text = _(
            "I har valgt principper igen fra %(day)s. Vælg den dag eller en senere, så det, I har nået, står ved magt."
        )
        yield Problem("focus_before_the_last", Severity.BLOCKER, text % {"day": short_day(latest)}, "on")


def problem_without_focus() -> Problem:
    """A plan whose template has no principles to go through."""
    return Problem("no_principles", Severity.BLOCKER, _("Planens skabelon har ingen principper at vælge."))


def problems_of_review(told: ReviewTold, starts_on: date, today: date) -> Iterator[Problem]:
    """One looks back on what has begun, and not before."""
    if told.on < starts_on:
        text = _("Planen begynder først %(day)s. Vælg den dag eller en senere, eller vent med at følge op.")
        yield Problem("review_before_start", Severity.BLOCKER, text % {"day": short_day(starts_on)}, "on")
    elif told.on > today:
        text = _("Dagen er ikke kommet endnu. Vælg i dag eller en dag, der er gået.")
        yield Problem("review_ahead", Severity.BLOCKER, text, "on")
    if not (told.went_well.strip() or told.what_next.strip() or told.answers):
        text = _("Skriv et par ord om, hvad der gik godt, eller hvad I gør nu.")
        yield Problem("nothing_said", Severity.BLOCKER, text, "went_well")


def problems_of_length(told: ReviewTold) -> Iterator[Problem]:
    """What several have said about one day must fit together."""
    for name, words in (("went_well", told.went_well), ("what_next", told.what_next)):
        if len(words) > MOST_SAID:
            text = _("Sammen med det, der allerede står om dagen, er det for langt. Kort det lidt ned.")
            yield Problem("too_much_said", Severity.BLOCKER, text, name)


def problems_of_carrying(span: Span, begins: date, changed_on: date | None) -> Iterator[Problem]:
    """The next period begins after the one before it, and after the latest change of what is in focus there.

    Args:
        changed_on: the day of that change; None where there is none.
    """
    if begins <= span.first:
        text = _("Den nye plan skal begynde efter den gamle (%(day)s).") % {"day": short_day(span.first)}
        yield Problem("carried_backwards", Severity.BLOCKER, text, "starts_on")
    elif changed_on is not None and begins <= changed_on:
        text = _("I skiftede fokus %(day)s. Begynd den nye plan efter den dag.") % {"day": short_day(changed_on)}
        yield Problem("carried_before_focus", Severity.BLOCKER, text, "starts_on")


def problem_of_being_over(last: date) -> Problem:
    """A next period that has passed before anybody has worked by it."""
    text = _("Den nye plan ville allerede være slut (%(day)s). Vælg en senere dag.") % {"day": short_day(last)}
    return Problem("over_already", Severity.BLOCKER, text, "ends_on")
