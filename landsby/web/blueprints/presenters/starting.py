"""What a new programme needs next, and which of it has been done."""

from __future__ import annotations

from collections.abc import Iterator
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

    Only for somebody who looks after the whole programme, and only those that the person may take.
    """
    if not standing.reach(Right.MANAGE_PLACES).everywhere:
        return []
    steps = [step for right, step in _all_steps(standing) if standing.may(right)]
    return [] if all(step.is_done for step in steps) else steps


def _all_steps(standing: Standing) -> Iterator[tuple[Right, NextStep]]:
    """Every step with the right that it needs."""
    programme = standing.programme
    places, imports, people = (
        reverse(f"partnerships:{view}", args=[programme.slug]) for view in ("places", "import", "people")
    )
    yield (
        Right.MANAGE_PLACES,
        NextStep(
            _("Lad kommunerne gå med"),
            _("Hver kommune har sin kode og sin startdato."),
            places,
            programme.municipalities.exists(),
        ),
    )
    yield (
        Right.IMPORT_PLACES,
        NextStep(
            _("Hent institutioner ind"),
            _("Fra et regneark. Du ser, hvad der sker, før noget bliver gemt."),
            imports,
            programme.actors.exists(),
        ),
    )
    yield (
        Right.MANAGE_PLACES,
        NextStep(
            _("Dan lokalområder"),
            _("Et skoledistrikt eller en anden del af kommunen, som arbejder sammen."),
            places,
            programme.communities.exists(),
        ),
    )
    yield (
        Right.MANAGE_PEOPLE,
        NextStep(
            _("Giv folk adgang"),
            _("Projektledere, ledere og foreninger, hver med en rolle og et sted."),
            people,
            memberships_within(standing).count() > 1,
        ),
    )
