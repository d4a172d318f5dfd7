"""What a place, an actor or a membership must satisfy."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from landsby.web.kit.problems import Problem, Severity

if TYPE_CHECKING:
    from landsby.web.partnerships.models import Actor


def problems_of_merger(actor: Actor, into: Actor, on: date) -> Iterator[Problem]:
    """What stands in the way of merging one actor into another."""
    if actor.pk == into.pk:
        yield Problem("merge_self", Severity.BLOCKER, _("En aktør kan ikke lægges sammen med sig selv."), "into")
    if into.closed_on is not None and into.closed_on <= on:
        yield Problem(
            "merge_closed",
            Severity.BLOCKER,
            _("%(name)s er lukket. Vælg en aktør, der findes på dagen.") % {"name": into.name},
            "into",
        )
    if into.programme_id != actor.programme_id:
        yield Problem("merge_programme", Severity.BLOCKER, _("De to aktører hører til hver sit program."), "into")


def problems_of_closing(actor: Actor, on: date) -> Iterator[Problem]:
    """What stands in the way of closing an actor on a day."""
    if actor.closed_on is not None:
        yield Problem(
            "already_closed",
            Severity.BLOCKER,
            _("%(name)s er allerede lukket.") % {"name": actor.name},
            "closed_on",
        )
    if actor.opened_on is not None and on < actor.opened_on:
        yield Problem(
            "closed_before_opened",
            Severity.BLOCKER,
            _("Lukkedagen ligger før den dag, aktøren åbnede. Ret datoen."),
            "closed_on",
        )
