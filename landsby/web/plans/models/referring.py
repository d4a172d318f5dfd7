"""The columns of this room that hold ids of definitions."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from landsby.web.blueprints.referring import Referrer, refers_to_definitions
from landsby.web.kit.text import in_digits
from landsby.web.partnerships.models import Programme
from landsby.web.plans.models.focus import EverydayPractice, FocusPrinciple
from landsby.web.plans.models.plan import Plan


def register() -> None:
    """Tell the blueprints room of the columns."""
    cure = _("Afslut dem, når deres periode er gået.")
    refers_to_definitions(Referrer("plan_templates", _plans_told, _plans, "template", _listed, cure=cure))
    cure = _("De bliver stående, som de er. Vælg et andet princip næste gang.")
    refers_to_definitions(Referrer("principles", _focus_told, _focus, "principle", cure=cure))
    # What has become everyday follows a new name; as records it is told of with the focus that it came of.
    refers_to_definitions(Referrer("principles", None, _everyday, "principle"))


def _plans_told(count: int) -> str:
    return ngettext("%(count)s plan", "%(count)s planer", count) % {"count": in_digits(count)}


def _focus_told(count: int) -> str:
    told = ngettext("%(count)s gang i fokus i en plan", "%(count)s gange i fokus i en plan", count)
    return told % {"count": in_digits(count)}


def _plans(programme: Programme) -> QuerySet[Plan]:
    return Plan.objects.of(programme)


def _focus(programme: Programme) -> QuerySet[Any]:
    return FocusPrinciple.objects.filter(plan__programme=programme)


def _everyday(programme: Programme) -> QuerySet[Any]:
    return EverydayPractice.objects.filter(plan__programme=programme)


def _listed(programme: Programme, id_: str, _after: date | None) -> str:
    return f"{reverse('plans:list', args=[programme.slug])}?{urlencode({'template': id_})}"
