"""The columns of this room that hold ids of definitions."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from landsby.web.blueprints.referring import Referrer, refers_to_definitions
from landsby.web.courses.models.hours import SessionHours
from landsby.web.courses.models.offer import FrameworkOffer
from landsby.web.kit.text import in_digits
from landsby.web.partnerships.models import Programme


def register() -> None:
    """Tell the blueprints room of the columns."""
    cure = _("Luk dem, eller ret dem til en anden slags.")
    refers_to_definitions(Referrer("activity_kinds", _offers_told, _offers, "kind", cure=cure))
    # The hours follow a new name; as records they are told of with the sessions that they are of.
    refers_to_definitions(Referrer("activity_kinds", None, _hours, "kind"))


def _offers_told(count: int) -> str:
    return ngettext("%(count)s rammetilbud", "%(count)s rammetilbud", count) % {"count": in_digits(count)}


def _offers(programme: Programme) -> QuerySet[FrameworkOffer]:
    return FrameworkOffer.objects.of(programme)


def _hours(programme: Programme) -> QuerySet[SessionHours]:
    return SessionHours.objects.of(programme)
