"""The columns of this room that hold ids of definitions."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from landsby.web.blueprints.referring import Referrer, refers_to_definitions
from landsby.web.kit.text import in_digits
from landsby.web.partnerships.models import Programme
from landsby.web.wheel.models.introduction import Introduction
from landsby.web.wheel.models.milestone import Deviation, ReachedMilestone


def register() -> None:
    """Tell the blueprints room of the columns."""
    cure = _("Det, der er skrevet, bliver stående.")
    refers_to_definitions(Referrer("milestones", _reached_told, _reached, "milestone", cure=cure))
    refers_to_definitions(Referrer("milestones", _deviations_told, _deviations, "milestone", cure=cure))
    refers_to_definitions(Referrer("checklists", _introductions_told, _introductions, "checklist", cure=cure))


def _reached_told(count: int) -> str:
    return ngettext("nået %(count)s sted", "nået %(count)s steder", count) % {"count": in_digits(count)}


def _deviations_told(count: int) -> str:
    return ngettext("%(count)s ændring", "%(count)s ændringer", count) % {"count": in_digits(count)}


def _introductions_told(count: int) -> str:
    told = ngettext("%(count)s introduktion", "%(count)s introduktioner", count)
    return told % {"count": in_digits(count)}


def _reached(programme: Programme) -> QuerySet[Any]:
    return ReachedMilestone.objects.of(programme)


def _deviations(programme: Programme) -> QuerySet[Any]:
    return Deviation.objects.of(programme)


def _introductions(programme: Programme) -> QuerySet[Any]:
    return Introduction.objects.filter(actor__programme=programme)
