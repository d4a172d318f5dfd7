"""Writing the ground that everything stands on: the programme, its places, actors and people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from landsby.blueprint import Blueprint, load
from landsby.demo import vocabulary as words
from landsby.demo.almanac import FIRST_DAY
from landsby.demo.people import OPERATOR_EMAIL, OPERATOR_NAME
from landsby.demo.plan import ActorTurn, Persona, Plan, PlannedActor, PlannedMunicipality, Turn
from landsby.web.accounts.models import User
from landsby.web.blueprints.actions import start_programme_from
from landsby.web.partnerships.actions import (
    add_actor,
    add_contact,
    close_actor,
    form_community,
    give_membership,
    join_municipality,
    merge_actor,
    rename_actor,
)
from landsby.web.partnerships.models import Actor, Community, Municipality, Programme

SLUG = "sund-balance"

Place = Programme | Municipality | Community | Actor


@dataclass(frozen=True)
class Ground:
    """What has been written, by the names that the plan uses.

    Attributes:
        authors: who registers for a place: an actor's own person, or a municipality's project leader.
        secretariat: who registers everything else.
        agreed: what was agreed at a gathering, by its primary key, as far as gatherings have been written.
    """

    programme: Programme
    blueprint: Blueprint
    municipalities: Mapping[str, Municipality]
    communities: Mapping[str, Community]
    actors: Mapping[str, Actor]
    authors: Mapping[str, User]
    secretariat: User
    agreed: dict[int, tuple[str, ...]] = field(default_factory=dict)


def write_ground(plan: Plan) -> Ground:
    """Start the programme, form its places, and give everybody their part."""
    blueprint = load(words.BLUEPRINT)
    people = {persona.email: User.objects.create_user(persona.email, name=persona.name) for persona in plan.personas}
    secretariat = people[plan.personas[0].email]
    programme = start_programme_from(
        blueprint=blueprint,
        slug=SLUG,
        name=blueprint.title.da,
        starts_on=blueprint.starts_on or FIRST_DAY,
        ends_on=blueprint.ends_on,
        by=secretariat,
        is_invented=True,
    )
    municipalities = _municipalities(programme, plan.municipalities, secretariat)
    communities = _communities(municipalities, plan.municipalities, secretariat)
    actors = _actors(programme, plan.actors, municipalities, communities, secretariat)
    for contact in plan.contacts:
        actor = actors[contact.actor]
        add_contact(actor=actor, name=contact.name, title=contact.title, email=contact.email, by=secretariat)
    places: dict[str, Place] = {"": programme, **municipalities, **communities, **actors}
    _give_parts(programme, plan.personas[1:], places, people, secretariat)
    return Ground(
        programme=programme,
        blueprint=blueprint,
        municipalities=municipalities,
        communities=communities,
        actors=actors,
        authors=_authors(plan.personas, people),
        secretariat=secretariat,
    )


def add_operator() -> User:
    """The one who runs the demo, whom anybody may be to start a programme."""
    return User.objects.create_superuser(OPERATOR_EMAIL, name=OPERATOR_NAME)


def take_turns(ground: Ground, turns: Iterable[ActorTurn]) -> None:
    """Let actors change their name, close or merge, in the order of the days."""
    for turn in sorted(turns, key=lambda turn: turn.on):
        actor, by = ground.actors[turn.actor], ground.secretariat
        match turn.turn:
            case Turn.RENAMED:
                rename_actor(actor=actor, name=turn.to, on=turn.on, by=by)
            case Turn.CLOSED:
                close_actor(actor=actor, on=turn.on, by=by)
            case Turn.MERGED:
                merge_actor(actor=actor, into=ground.actors[turn.to], on=turn.on, by=by)


def _municipalities(programme: Programme, planned: Iterable[PlannedMunicipality], by: User) -> dict[str, Municipality]:
    return {
        one.code: join_municipality(programme=programme, code=one.code, name=one.name, joined_on=FIRST_DAY, by=by)
        for one in planned
    }


def _communities(
    municipalities: Mapping[str, Municipality], planned: Iterable[PlannedMunicipality], by: User
) -> dict[str, Community]:
    return {
        community.name: form_community(
            municipality=municipalities[one.code], name=community.name, started_on=FIRST_DAY, by=by
        )
        for one in planned
        for community in one.communities
    }


def _actors(
    programme: Programme,
    planned: Iterable[PlannedActor],
    municipalities: Mapping[str, Municipality],
    communities: Mapping[str, Community],
    by: User,
) -> dict[str, Actor]:
    written: dict[str, Actor] = {}
    for actor in planned:
        written[actor.name] = add_actor(
            programme=programme,
            kind=actor.kind,
            name=actor.name,
            municipality=municipalities.get(actor.municipality),
            community=communities.get(actor.community),
            parent=written.get(actor.parent),
            address=actor.address,
            town=actor.town,
            opened_on=actor.joined_on,
            by=by,
        )
    return written


def _give_parts(
    programme: Programme,
    personas: Iterable[Persona],
    places: Mapping[str, Place],
    people: Mapping[str, User],
    by: User,
) -> None:
    """Each persona gets their role at the place that the role's scope asks for."""
    roles = {role.key: role for role in programme.roles.all()}
    for persona in personas:
        role = roles[persona.role]
        where = "" if role.scope == "programme" else getattr(persona, role.scope)
        give_membership(user=people[persona.email], role=role, place=places[where], by=by)


def _authors(personas: Iterable[Persona], people: Mapping[str, User]) -> dict[str, User]:
    """The first persona of an actor registers for it, a project leader for the municipality."""
    authors: dict[str, User] = {}
    for persona in personas:
        place = persona.municipality if persona.role == "project_leader" else persona.actor
        if place:
            authors.setdefault(place, people[persona.email])
    return authors
