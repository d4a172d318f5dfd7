"""A third programme of the demo: a whole island around its smallest, some years in, with a portfolio on four tracks."""

from __future__ import annotations

from datetime import date

from landsby.blueprint import Blueprint, load
from landsby.demo.initiatives import Setting, write_portfolio
from landsby.demo.intentions import planned_portfolio
from landsby.demo.people import MAIL_DOMAIN
from landsby.demo.plan import Persona
from landsby.web.accounts.models import User
from landsby.web.blueprints.actions import start_programme_from
from landsby.web.partnerships.actions import add_actor, give_membership, join_municipality
from landsby.web.partnerships.models import Actor, Municipality, Programme

BLUEPRINT = "dsbb"
SINCE = date(2018, 9, 3)
SLUG = "de-smaa-paa-oeen"

STORMOE = "0987"
MUNICIPALITIES = {STORMOE: "Stormø Kommune"}
"""An invented island; the code is in use by none."""

HOUSES = tuple(
    f"Børnehuset {name}"
    for name in (
        "Bølgen Blå;Fyrtårnet;Hejren;Tornekransen;Klitrosen;Konkylien;Krabbekloen;Lærkelokken;Marehalmen;Måneskinnet;"
        "Rævehulen;Solsortehaven;Strandskaden;Søstjernestøvet;Tangskoven;Ternereden;Ællingen"
    ).split(";")
)
"""The island's seventeen."""


ACTORS = (
    ("department", "Dagtilbud på Stormø"),
    ("department", "Familieafdelingen på Stormø"),
    ("department", "Job og Sundhed på Stormø"),
    ("health_visitors", "Sundhedsplejen på Stormø"),
    ("department", "Jordemødrene på Stormø"),
    ("family_daycare", "Dagplejen på Stormø"),
    ("library", "Stormø Bibliotek"),
    ("association", "Stormø Gymnastik"),
    ("association", "Stormø Boldklub"),
    ("association", "Legestuen ved Fyret"),
    ("ngo", "Frivillige på Stormø"),
)

PERSONAS = (
    Persona(name="Jonna Klitlund", email=f"jonna@{MAIL_DOMAIN}", role="programme_secretary"),
    Persona(name="Esben Strandby", email=f"esben@{MAIL_DOMAIN}", role="field_leader", municipality=STORMOE),
    Persona(name="Merete Søbakke", email=f"merete@{MAIL_DOMAIN}", role="house_leader", actor=HOUSES[0]),
)
"""Those who sign in: the programme's secretary first."""


def write_island() -> Programme:
    """Start the programme, let its island and houses join, and write its portfolio."""
    blueprint = load(BLUEPRINT)
    people = {persona.role: User.objects.create_user(persona.email, name=persona.name) for persona in PERSONAS}
    by = people[PERSONAS[0].role]
    programme = _started(blueprint, by)
    island = join_municipality(
        programme=programme, code=STORMOE, name=MUNICIPALITIES[STORMOE], joined_on=programme.starts_on, by=by
    )
    actors = _actors(programme, island, by)
    for persona in PERSONAS[1:]:
        role = programme.roles.get(key=persona.role)
        place = actors[persona.actor] if persona.actor else island
        give_membership(user=people[persona.role], role=role, place=place, by=by)
    setting = Setting(programme=programme, blueprint=blueprint, municipalities={STORMOE: island}, actors=actors, by=by)
    write_portfolio(setting, planned_portfolio(BLUEPRINT), SINCE)
    return programme


def _started(blueprint: Blueprint, by: User) -> Programme:
    return start_programme_from(
        blueprint=blueprint,
        slug=SLUG,
        name="De små på øen",
        starts_on=blueprint.starts_on or SINCE,
        ends_on=blueprint.ends_on,
        by=by,
        is_invented=True,
    )


def _actors(programme: Programme, island: Municipality, by: User) -> dict[str, Actor]:
    houses = (("integrated_daycare", name) for name in HOUSES)
    return {
        name: add_actor(programme=programme, kind=kind, name=name, municipality=island, by=by)
        for kind, name in (*ACTORS, *houses)
    }
