"""The column of this room that holds ids of definitions."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import ngettext

from landsby.web.blueprints.referring import Referrer, refers_to_definitions
from landsby.web.halls.access import all_seasons
from landsby.web.halls.models import Season
from landsby.web.partnerships.models import Programme


def register() -> None:
    """Tell the blueprints room of the column."""
    refers_to_definitions(Referrer("activity_kinds", _told, _seasons, "kind"))


def _seasons(programme: Programme) -> QuerySet[Season]:
    return all_seasons(programme)


def _told(count: int) -> str:
    return ngettext("%(count)s sæson", "%(count)s sæsoner", count) % {"count": count}
