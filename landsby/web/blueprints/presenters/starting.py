"""What a new programme needs next, and which of it has been done."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from landsby.web.partnerships.access import Standing, memberships_within
from landsby.web.partnerships.models import Right


@dataclass(frozen=True)
class NextStep:
    """One step, where it is taken, and whether it has been."""

    title: str
    why: str
    url: str
    is_done: bool


def next_steps(standing: Standing) -> list[NextStep]:
    """The steps from an empty programme to one that people can use; none when all have been taken.

    Only for somebody who may take them, and only those of them.
    """
    programme = standing.programme
    if not standing.reach(Right.MANAGE_PLACES).everywhere:
        return []
    told = [
        (
            Right.MANAGE_PLACES,
            _("Lad kommunerne gå med"),
            _("Hver kommune har sin kode og sin startdato."),
            "partnerships:places",
            programme.municipalities.exists(),
        ),
        (
            Right.IMPORT_PLACES,
            _("Hent institutioner ind"),
            _("Fra et regneark. Du ser, hvad der sker, før noget bliver gemt."),
            "partnerships:import",
            programme.actors.exists(),
        ),
        (
            Right.MANAGE_PLACES,
            _("Dan lokalområder"),
            _("Et skoledistrikt eller en anden del af kommunen, som arbejder sammen."),
            "partnerships:places",
            programme.communities.exists(),
        ),
        (
            Right.MANAGE_PEOPLE,
            _("Giv folk adgang"),
            _("Projektledere, ledere og foreninger, hver med en rolle og et sted."),
            "partnerships:people",
            memberships_within(standing).count() > 1,
        ),
    ]
    steps = [
        NextStep(title, why, reverse(view, args=[programme.slug]), is_done)
        for right, title, why, view, is_done in told
        if standing.may(right)
    ]
    return [] if all(step.is_done for step in steps) else steps
