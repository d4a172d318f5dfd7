"""A second programme of the demo, at its very start: its theory of change is drawn, and hardly anything is done yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from landsby.blueprint import Blueprint, load
from landsby.demo.figures import write_baseline
from landsby.demo.people import MAIL_DOMAIN
from landsby.demo.plan import Persona
from landsby.web.accounts.models import User
from landsby.web.activities.actions import register_activity
from landsby.web.activities.details import Attendance, Details
from landsby.web.activities.status import Status
from landsby.web.blueprints.actions import start_programme_from
from landsby.web.partnerships.actions import add_actor, give_membership, join_municipality
from landsby.web.partnerships.models import Actor, Municipality, Programme

BLUEPRINT = "itav"
SLUG = "it-takes-a-village"
STARTS_ON, ENDS_ON = date(2024, 8, 1), date(2034, 7, 31)

MOSEKAER, SOELVHEDE, KLOEVEROE = "0984", "0985", "0986"
MUNICIPALITIES = {MOSEKAER: "Mosekær Kommune", SOELVHEDE: "Sølvhede Kommune", KLOEVEROE: "Kløverø Kommune"}
"""Invented names; the codes are in use by none."""

ACTORS = (
    ("department", "Børn og Unge i Mosekær", MOSEKAER),
    ("school", "Mosekærskolen", MOSEKAER),
    ("integrated_daycare", "Børnehuset Mosetrolden", MOSEKAER),
    ("department", "Børn og Unge i Sølvhede", SOELVHEDE),
    ("school", "Sølvhede Skole", SOELVHEDE),
    ("association", "Sølvhede Spejlkuglerne", SOELVHEDE),
    ("department", "Børn og Unge på Kløverø", KLOEVEROE),
    ("kindergarten", "Børnehaven Firkløveret", KLOEVEROE),
)

Meeting = tuple[str, str, date, Attendance]
MEETINGS: tuple[Meeting, ...] = (
    ("partnership_seminar", "Det første partnerskabsseminar", date(2024, 9, 12), Attendance(staff=34, volunteers=3)),
    ("circle_gathering", "Hvem vil være med?", date(2024, 10, 3), Attendance(staff=6, volunteers=17)),
)
"""What has been done so far: a seminar for all, and the first gathering of local people."""

PERSONAS = (
    Persona(name="Gudrun Engvang", email=f"gudrun@{MAIL_DOMAIN}", role="secretariat"),
    Persona(name="Magne Rosenvang", email=f"magne@{MAIL_DOMAIN}", role="project_leader", municipality=MOSEKAER),
)
"""Those who sign in: the secretariat first."""


def write_village() -> Programme:
    """Start the programme, let its first places join, and hold its first meetings."""
    people = {persona.role: User.objects.create_user(persona.email, name=persona.name) for persona in PERSONAS}
    by = people["secretariat"]
    blueprint = load(BLUEPRINT)
    programme = _started(blueprint, by)
    municipalities = {
        code: join_municipality(programme=programme, code=code, name=name, joined_on=STARTS_ON, by=by)
        for code, name in MUNICIPALITIES.items()
    }
    actors = [
        add_actor(programme=programme, kind=kind, name=name, municipality=municipalities[code], by=by)
        for kind, name, code in ACTORS
    ]
    for persona in PERSONAS[1:]:
        role = programme.roles.get(key=persona.role)
        give_membership(user=people[persona.role], role=role, place=municipalities[persona.municipality], by=by)
    for meeting in MEETINGS:
        details = _details(blueprint, meeting, municipalities[MOSEKAER], actors)
        register_activity(programme=programme, details=details, by=by)
    write_baseline(programme, blueprint, MUNICIPALITIES, by)
    return programme


def _started(blueprint: Blueprint, by: User) -> Programme:
    return start_programme_from(
        blueprint=blueprint,
        slug=SLUG,
        name=blueprint.title.da,
        starts_on=STARTS_ON,
        ends_on=ENDS_ON,
        by=by,
        is_invented=True,
    )


def _details(blueprint: Blueprint, meeting: Meeting, where: Municipality, actors: Sequence[Actor]) -> Details:
    """A meeting that the first of the actors held, and all the others came to."""
    kind, title, on, counts = meeting
    asked = blueprint.activity_kinds[kind]
    return Details(
        kind=asked,
        title=title,
        starts_on=on,
        status=Status.HELD,
        municipality=where,
        attendance=counts,
        goals=asked.goals,
        tracks=asked.tracks,
        hosts=tuple(actors[:1]),
        participants=tuple(actors[1:]),
    )
