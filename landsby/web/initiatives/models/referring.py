"""The columns of this room that hold ids of definitions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import ngettext

from landsby.web.blueprints.referring import Referrer, refers_to_definitions
from landsby.web.initiatives.models.initiative import Initiative, InitiativeLink
from landsby.web.initiatives.models.progress import ChecklistTick
from landsby.web.initiatives.models.words import LINKED
from landsby.web.kit.text import in_digits
from landsby.web.partnerships.models import Programme


def register() -> None:
    """Tell the blueprints room of the columns."""
    for folder in LINKED:
        refers_to_definitions(Referrer(folder, _told, _links(folder), "key"))
    refers_to_definitions(Referrer("depths", _told, _with("depth"), "depth"))
    refers_to_definitions(Referrer("initiatives", _told, _with("definition"), "definition"))
    refers_to_definitions(Referrer("checklists", None, _ticks, "checklist"))


def _told(count: int) -> str:
    return ngettext("%(count)s indsats", "%(count)s indsatser", count) % {"count": in_digits(count)}


def _links(folder: str) -> Callable[[Programme], QuerySet[Any]]:
    """The links of a programme's initiatives to the definitions of a folder."""
    return lambda programme: InitiativeLink.objects.in_programme(programme).to(folder)


def _with(column: str) -> Callable[[Programme], QuerySet[Any]]:
    """The initiatives of a programme that hold an id in a column."""
    return lambda programme: Initiative.objects.of(programme).exclude(**{column: ""})


def _ticks(programme: Programme) -> QuerySet[ChecklistTick]:
    return ChecklistTick.objects.filter(initiative__programme=programme)
