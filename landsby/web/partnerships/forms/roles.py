"""Roles and places as whoever invites reads them."""

from __future__ import annotations

from django.utils.translation import gettext as _

from landsby.web.kit.text import listed
from landsby.web.partnerships.models import Actor, Community, Place, Right, Role, ScopeLevel


def told_of(role: Role) -> str:
    """What somebody with a role may do and where, and how far they read, in one line."""
    where, seen = (str(ScopeLevel(level).label) for level in (role.scope, role.sees))
    labels = [str(Right(right).label) for right in Right.values if right in role.rights]
    if not labels:
        return _("Læser med i %(seen)s. Kan ikke skrive eller rette noget.") % {"seen": seen}
    told = {"rights": _("alt") if len(labels) == len(Right) else listed(labels), "where": where, "seen": seen}
    if role.scope == role.sees:
        return _("Kan %(rights)s i %(where)s.") % told
    return _("Kan %(rights)s i %(where)s. Læser med i %(seen)s.") % told


def place_told(place: Place) -> str:
    """A place with what tells it from others of its name: an actor's kind and community, a community's municipality."""
    if isinstance(place, Actor):
        return f"{place.name} ({place.kind_title}, {place.community or place.municipality or place.programme})"
    return f"{place.name} ({place.municipality.name})" if isinstance(place, Community) else place.name
