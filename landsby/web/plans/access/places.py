"""Whose plans somebody may begin, and which places have none."""

from __future__ import annotations

from datetime import date

from landsby.blueprint import Blueprint
from landsby.blueprint.kinds import PlanTemplate
from landsby.web.partnerships.access import (
    SEE,
    Standing,
    To,
    actors_within,
    communities_within,
    municipalities_within,
)
from landsby.web.partnerships.models import Actor, ActorQuerySet, Community, Municipality, Place, Right
from landsby.web.plans.models import Plan
from landsby.web.plans.on_template import in_use


def registers_for(standing: Standing, place: Place) -> bool:
    """Whether somebody registers for a place."""
    reach = standing.reach(Right.LOG_ACTIVITIES)
    match place:
        case Actor():
            keys = {"municipality": place.municipality_id, "community": place.community_id}
            return reach.covers(**keys, actors=(place.pk, place.parent_id))
        case Community():
            return reach.covers(municipality=place.municipality_id, community=place.pk)
        case Municipality():
            return reach.covers(municipality=place.pk)
    return reach.everywhere


def places_to_plan_for(
    standing: Standing, blueprint: Blueprint, today: date, *, right: To = Right.LOG_ACTIVITIES
) -> dict[str, list[Place]]:
    """The places that make plans on each template in use, by the template's id, where somebody has a right.

    Where somebody belongs to institutions it is those alone; a query for each level however many places.
    """
    return {one.id: _places(standing, one, today, right) for one in in_use(blueprint, today)}


def _places(standing: Standing, template: PlanTemplate, today: date, right: To) -> list[Place]:
    match template.level:
        case "actor":
            return list(_actors(standing, template, today, right))
        case "community":
            return list(communities_within(standing, right).open_on(today))
        case "municipality":
            return list(municipalities_within(standing, right))
        case _:
            return [standing.programme] if standing.reach(right).everywhere else []


def _actors(standing: Standing, template: PlanTemplate, today: date, right: To) -> ActorQuerySet:
    """Whole institutions only: a department works by the plan of its house."""
    actors = actors_within(standing, right).open_on(today).whole()
    return actors.in_groups(template.groups) if template.groups else actors


def places_without(standing: Standing, template: PlanTemplate, today: date) -> list[Place]:
    """The places within sight that make plans on a template and have none in use: two queries."""
    running = Plan.objects.of(standing.programme).on_template(template.id).running()
    having = set(running.values_list("actor", "community", "municipality"))
    return [place for place in _places(standing, template, today, SEE) if _key(place) not in having]


def _key(place: Place) -> tuple[int | None, int | None, int | None]:
    kinds = (Actor, Community, Municipality)
    actor, community, municipality = (place.pk if isinstance(place, kind) else None for kind in kinds)
    return actor, community, municipality
