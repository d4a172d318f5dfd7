"""What must hold for a sign-up, a roll call and an evaluation, said in words that one can act on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from landsby.web.kit.dates import short_day
from landsby.web.kit.problems import Problem, Sentence, Severity

DAYS_TO_ANSWER = 14
"""So many days after a gathering one may say how it was."""

QUESTIONS: Mapping[str, Sentence] = {
    "use": gettext_lazy("Fik du noget med hjem, som du kan bruge?"),
    "know": gettext_lazy("Ved du bedre nu, hvem du kan ringe til?"),
    "again": gettext_lazy("Vil du komme igen?"),
}
"""What everybody is asked, by key."""

ANSWERS: Mapping[str, Sentence] = {
    "yes": gettext_lazy("Ja"),
    "partly": gettext_lazy("Lidt"),
    "no": gettext_lazy("Nej"),
}


@dataclass(frozen=True, kw_only=True)
class Places:
    """What a sign-up meets: how many there is room for, how many others come, and until when one signs up.

    Attributes:
        is_open: whether the gathering takes sign-ups at all, is planned, and has not begun.
        taken: by everybody else.
    """

    is_open: bool
    capacity: int | None
    taken: int
    until: date

    @property
    def left(self) -> int | None:
        """How many places are left; None where there is no limit."""
        return None if self.capacity is None else max(0, self.capacity - self.taken)


def problems_of_sign_up(places: Places, *, before: int, now: int, today: date) -> Iterator[Problem]:
    """A sign-up must be in time and find room. Fewer than before may come at any time until it begins.

    Args:
        before, now: how many the institution had signed up, and signs up.
    """
    if not places.is_open:
        yield Problem("sign_up_closed", Severity.BLOCKER, _("Man kan ikke melde sig til her. Ring til værten."))
    elif now > before and today > places.until:
        text = _("Fristen var %(day)s. Ring til værten, og hør, om I kan komme med.") % {"day": short_day(places.until)}
        yield Problem("sign_up_late", Severity.BLOCKER, text)
    elif now > before and places.left is not None and now > places.left:
        yield Problem("sign_up_full", Severity.BLOCKER, _full(places.left))


def _full(left: int) -> str:
    if not left:
        return _("Der er ikke flere pladser. Ring til værten, hvis I gerne vil med.")
    return ngettext(
        "Der er kun %(count)s plads tilbage. Skriv et mindre tal.",
        "Der er kun %(count)s pladser tilbage. Skriv et mindre tal.",
        left,
    ) % {"count": left}


def problems_of_roll(starts_on: date, *, is_cancelled: bool, today: date) -> Iterator[Problem]:
    """A roll is called on the day or later, and not where nobody met."""
    if is_cancelled:
        yield Problem("cancelled", Severity.BLOCKER, _("Mødet er aflyst, så der er ingen at tælle."))
    elif starts_on > today:
        text = _("%(day)s er ikke kommet endnu. Tæl op, når I er samlet.") % {"day": short_day(starts_on)}
        yield Problem("not_yet", Severity.BLOCKER, text)


def answers_until(starts_on: date) -> date:
    """The last day on which one may say how it was."""
    return starts_on + timedelta(days=DAYS_TO_ANSWER)


def problems_of_answering(
    starts_on: date, *, is_cancelled: bool, is_closed: bool, answered: int, came: int, today: date
) -> Iterator[Problem]:
    """One answers from the day on, until it is closed, and no more often than people came.

    Args:
        came: how many were counted; 0 where nobody has called the roll.
    """
    if is_cancelled or starts_on > today:
        yield Problem("not_yet", Severity.BLOCKER, _("Man kan svare, når mødet har været holdt."))
    elif is_closed or today > answers_until(starts_on):
        yield Problem("answers_closed", Severity.BLOCKER, _("Der er lukket for svar."))
    elif came and answered >= came:
        text = _("Alle, der var med, har svaret.")
        yield Problem("all_answered", Severity.BLOCKER, text)
