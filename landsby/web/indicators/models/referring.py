"""The columns of this room that hold ids of definitions."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from landsby.web.blueprints.referring import Referrer, refers_to_definitions
from landsby.web.indicators.models.delivery import Delivery, FigureDraft
from landsby.web.indicators.models.observation import Observation
from landsby.web.indicators.models.target import Target
from landsby.web.kit.text import in_digits
from landsby.web.partnerships.models import Programme


def register() -> None:
    """Tell the blueprints room of the columns."""
    cure = _("Tallene bliver stående, og indikatoren kan hentes ind igen.")
    refers_to_definitions(Referrer("indicators", _figures_told, _figures, "indicator", _address, cure=cure))
    refers_to_definitions(Referrer("indicators", _targets_told, _targets, "indicator", _address, cure=cure))
    refers_to_definitions(Referrer("indicators", None, _deliveries, "indicator"))
    refers_to_definitions(Referrer("indicators", None, _drafts, "indicator"))


def _address(programme: Programme, id_: str, _after: date | None) -> str:
    return reverse("indicators:detail", args=[programme.slug, id_])


def _figures_told(count: int) -> str:
    return ngettext("%(count)s tal", "%(count)s tal", count) % {"count": in_digits(count)}


def _targets_told(count: int) -> str:
    return ngettext("%(count)s mål", "%(count)s mål", count) % {"count": in_digits(count)}


def _figures(programme: Programme) -> QuerySet[Any]:
    return Observation.objects.of(programme)


def _targets(programme: Programme) -> QuerySet[Any]:
    return Target.objects.of(programme)


def _deliveries(programme: Programme) -> QuerySet[Any]:
    return Delivery.objects.filter(programme=programme)


def _drafts(programme: Programme) -> QuerySet[Any]:
    return FigureDraft.objects.filter(programme=programme)
