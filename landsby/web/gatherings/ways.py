"""The ways on within the room."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from landsby.web.activities.models import Activity
from landsby.web.activities.ways_on import WayOn
from landsby.web.blueprints.models import blueprint_of
from landsby.web.gatherings.kinds import kinds_for
from landsby.web.partnerships.models import Programme


@dataclass(frozen=True)
class Way:
    """One page of the room, and how to get there."""

    label: str
    url: str


def ways_of(programme: Programme) -> list[Way]:
    """The pages that a programme has use for: no competences without any, and no festivals without their kinds."""
    blueprint = blueprint_of(programme)
    told = [("list", _("Møder")), ("agreements", _("Aftaler")), ("facilitation", _("Hvem leder"))]
    if blueprint.competences:
        told.append(("competences", _("Hvem har lært hvad")))
    if kinds_for(blueprint, "festival"):
        told += [("festivals", _("Festivaluger")), ("first_met", _("Mødt ved festivalen"))]
    return [Way(label, reverse(f"gatherings:{name}", args=[programme.slug])) for name, label in told]


def way_to_gathering(activity: Activity) -> WayOn | None:
    """The page of a gathering, from its page as an activity."""
    if activity.kind not in kinds_for(blueprint_of(activity.programme), "gathering"):
        return None
    return WayOn(_("Se tilmelding, dagsorden og aftaler"), reverse("gatherings:detail", args=[activity.pk]))
