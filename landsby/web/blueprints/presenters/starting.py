"""What a new programme needs next, and which of it has been done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.problems import Sentence
from landsby.web.partnerships.access import Standing, memberships_within
from landsby.web.partnerships.models import Right


@dataclass(frozen=True)
class Step:
    """One step on the way: what it is, why, the page on which it is taken, and whether it has been.

    Attributes:
        right: what somebody needs to take it.
        is_needed: whether every programme takes it.
    """

    title: Sentence
    why: Sentence
    view: str
    right: Right
    is_done: Callable[[Standing], bool]
    is_needed: bool = True


@dataclass(frozen=True)
class NextStep:
    """One step of one programme."""

    title: Sentence
    why: Sentence
    url: str
    is_done: bool


STEPS = (
    Step(
        _("Tilføj kommunerne"),
        _("Hver kommune har sin kode og sin startdato."),
        "partnerships:places",
        Right.MANAGE_PLACES,
        lambda standing: standing.programme.municipalities.exists(),
    ),
    Step(
        _("Indlæs institutioner"),
        _("Fra et regneark. Du ser, hvad der sker, før noget bliver gemt."),
        "partnerships:import",
        Right.IMPORT_PLACES,
        lambda standing: standing.programme.actors.exists(),
    ),
    Step(
        _("Opret lokalområder"),
        _("Hvis I arbejder i lokalområder: et skoledistrikt eller en anden del af kommunen, som arbejder sammen."),
        "partnerships:places",
        Right.MANAGE_PLACES,
        lambda standing: standing.programme.communities.exists(),
        is_needed=False,
    ),
    Step(
        _("Giv folk adgang"),
        _("Projektledere, ledere og foreninger, hver med en rolle og et sted."),
        "partnerships:people",
        Right.MANAGE_PEOPLE,
        lambda standing: memberships_within(standing).count() > 1,
    ),
)


def next_steps(standing: Standing) -> list[NextStep]:
    """The steps from an empty programme to one that people can use; none when all that are needed have been taken.

    Only for somebody who looks after the whole programme, and only those that the person may take.
    """
    if not standing.reach(Right.MANAGE_PLACES).everywhere:
        return []
    mine = [step for step in STEPS if standing.may(step.right)]
    done = {step: step.is_done(standing) for step in mine}
    if all(done[step] for step in mine if step.is_needed):
        return []
    return [
        NextStep(step.title, step.why, reverse(step.view, args=[standing.programme.slug]), done[step]) for step in mine
    ]
