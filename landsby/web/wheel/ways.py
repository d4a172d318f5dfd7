"""The ways from an actor's page to its wheel and to its introduction."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from landsby.web.blueprints.models import blueprint_of
from landsby.web.partnerships.models import Actor
from landsby.web.partnerships.ways_on import WayOn
from landsby.web.wheel.checklists import checklist_for
from landsby.web.wheel.models.at_place import key_of


def to_wheel(actor: Actor) -> WayOn:
    """Every actor has a wheel."""
    address = reverse("wheel:year", args=[actor.programme.slug])
    return WayOn(_("Årshjul"), f"{address}?{urlencode({'place': key_of(actor)})}")


def to_introduction(actor: Actor) -> WayOn | None:
    """Where the programme has a checklist for a new leader of such an actor."""
    if checklist_for(blueprint_of(actor.programme), actor) is None:
        return None
    return WayOn(_("Til en ny leder"), reverse("wheel:introduction", args=[actor.pk]))
