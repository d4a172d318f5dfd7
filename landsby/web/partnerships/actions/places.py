"""Forming communities and placing actors in them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from landsby.web.accounts.models import User
from landsby.web.kit.audit import changes, record, record_each
from landsby.web.kit.models import Act
from landsby.web.partnerships.models import Actor, Community, Municipality


@transaction.atomic
def form_community(
    *,
    municipality: Municipality,
    name: str,
    started_on: date,
    by: User,
    outline: dict[str, Any] | None = None,
) -> Community:
    """Form a local community in a municipality; one that is formed already, by a second click, is returned."""
    Municipality.objects.select_for_update().get(pk=municipality.pk)
    formed = Community.objects.filter(municipality=municipality, name=name, started_on=started_on).first()
    if formed is not None:
        return formed
    community = Community(
        programme=municipality.programme,
        municipality=municipality,
        name=name,
        started_on=started_on,
        outline=outline,
    )
    community.full_clean()
    community.save()
    record(by=by, act=Act.CREATED, thing=community, programme=municipality.programme.slug)
    return community


@transaction.atomic
def change_community(
    *,
    community: Community,
    name: str,
    started_on: date,
    ended_on: date | None,
    outline: dict[str, Any] | None,
    by: User,
) -> Community:
    """Correct what is known of a community; it ends by a day, it is never deleted."""
    community.refresh_from_db(from_queryset=Community.objects.select_for_update())
    told: dict[str, Any] = {"name": name, "started_on": started_on, "ended_on": ended_on}
    before = {field: getattr(community, field) for field in told}
    detail = changes(before, told)
    if outline != community.outline:
        # That it changed is worth keeping; a thousand points are not.
        detail["outline"] = ["", ""]
    community.name, community.started_on, community.ended_on = name, started_on, ended_on
    community.outline = outline
    community.full_clean()
    community.save()
    record(by=by, act=Act.CHANGED, thing=community, programme=community.programme.slug, detail=detail)
    return community


@transaction.atomic
def place_actors(*, community: Community, actors: list[Actor], by: User) -> int:
    """Place actors in a community, and so in its municipality; how many were placed."""
    placed = Actor.objects.filter(pk__in=[actor.pk for actor in actors])
    placed.update(community=community, municipality=community.municipality)
    told = [(actor, {"community": [str(actor.community or ""), community.name]}) for actor in actors]
    record_each(by=by, act=Act.CHANGED, things=told, programme=community.programme.slug)
    return len(actors)
