"""What to look at before an actor closes, or an initiative stops: what others build on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from landsby.web.initiatives.access import initiatives_seen_by
from landsby.web.initiatives.models import Initiative, InitiativeQuerySet
from landsby.web.kit.problems import Problem, Severity
from landsby.web.kit.text import in_digits
from landsby.web.partnerships.access import Standing
from landsby.web.partnerships.models import Actor

MOST_NAMED = 3

Question = Callable[[Standing, Initiative], Iterable[Problem]]
"""The doubts that somebody should have seen before an initiative stops, as far as they may read."""

_questions: list[Question] = []


def ask_before_stopping(question: Question) -> None:
    """Called once per question from a room's `AppConfig.ready`."""
    if question not in _questions:
        _questions.append(question)


def doubts_of_stopping(standing: Standing, initiative: Initiative) -> list[Problem]:
    """What builds on an initiative, here and in the rooms above. None of it stops anybody who has seen it."""
    return [*_parts(standing, initiative), *(doubt for ask in _questions for doubt in ask(standing, initiative))]


def doubts_of_closing(standing: Standing, actor: Actor, on: date) -> Iterator[Problem]:
    """A warning for the initiatives that an actor answers for, and one for those that it does."""
    seen = initiatives_seen_by(standing).under_way()
    for code, found, one, many in (
        (
            "answers_for_initiatives",
            seen.answered_for_by(actor.pk),
            _("%(name)s har ansvaret for %(count)s indsats: %(titles)s. Find en anden, der tager over."),
            _("%(name)s har ansvaret for %(count)s indsatser: %(titles)s. Find en anden, der tager over."),
        ),
        (
            "does_initiatives",
            seen.done_by(actor.pk, on),
            _("%(name)s gør det, som %(count)s indsats handler om: %(titles)s. Skriv, hvornår det slutter."),
            _("%(name)s gør det, som %(count)s indsatser handler om: %(titles)s. Skriv, hvornår det slutter."),
        ),
    ):
        count = found.count()
        if count:
            told = {"name": actor.name, "count": in_digits(count), "titles": _named(found, count)}
            yield Problem(code, Severity.WARNING, (one if count == 1 else many) % told)


def _parts(standing: Standing, initiative: Initiative) -> Iterator[Problem]:
    found = initiatives_seen_by(standing).under_way().parts_of(initiative)
    count = found.count()
    if count:
        text = ngettext(
            "%(count)s delindsats er i gang: %(titles)s. Skal den også stoppe, eller fortsætte for sig selv?",
            "%(count)s delindsatser er i gang: %(titles)s. Skal de også stoppe, eller fortsætte for sig selv?",
            count,
        ) % {"count": in_digits(count), "titles": _named(found, count)}
        yield Problem("parts_under_way", Severity.WARNING, text)


def _named(initiatives: InitiativeQuerySet, count: int) -> str:
    titles = initiatives.in_reading_order().values_list("title", flat=True)[:MOST_NAMED]
    named = ", ".join(f"»{title}«" for title in titles)
    return f"{named} …" if count > MOST_NAMED else named
