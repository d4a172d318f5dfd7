"""The columns of this room that hold ids of definitions."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import ngettext

from landsby.web.blueprints.referring import Referrer, refers_to_definitions
from landsby.web.gatherings.models.plan import Lesson
from landsby.web.gatherings.models.turnout import Turnout
from landsby.web.kit.text import in_digits
from landsby.web.partnerships.models import Programme


def register() -> None:
    """Tell the blueprints room of the columns."""
    refers_to_definitions(Referrer("competences", _lessons_told, _lessons, "competence"))
    refers_to_definitions(Referrer("professions", _turnout_told, _turnout, "profession"))


def _lessons_told(count: int) -> str:
    return ngettext("%(count)s møde eller kursus", "%(count)s møder og kurser", count) % {"count": in_digits(count)}


def _turnout_told(count: int) -> str:
    told = ngettext("%(count)s tilmelding til et møde", "%(count)s tilmeldinger til møder", count)
    return told % {"count": in_digits(count)}


def _lessons(programme: Programme) -> QuerySet[Lesson]:
    return Lesson.objects.filter(activity__programme=programme)


def _turnout(programme: Programme) -> QuerySet[Turnout]:
    return Turnout.objects.filter(activity__programme=programme).exclude(profession="")
