"""Every organisation and team of the demo, and what becomes of some of them over the years."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

from landsby.demo.associations import CLUBS
from landsby.demo.chance import stream
from landsby.demo.places import (
    BOEGESUND,
    ELVERLUND,
    INSTITUTIONS,
    LATER_DAYCARES,
    MUNICIPALITY_OF,
    SPECIAL_SCHOOL,
    SVALEBORG,
    TOWN,
)
from landsby.demo.plan import ActorTurn, PlannedActor, Turn

SECRETARIAT = "Programsekretariatet"
EVALUATORS = "Evaluatorerne"

HEALTH_VISITORS = {
    SVALEBORG: "Sundhedsplejen i Svaleborg",
    ELVERLUND: "Sundhedsplejen i Elverlund",
    BOEGESUND: "Sundhedsplejen i Bøgesund",
}
CHILDREN_DEPARTMENT = {
    SVALEBORG: "Børn og Læring i Svaleborg",
    ELVERLUND: "Børn og Unge i Elverlund",
    BOEGESUND: "Familie og Dagtilbud i Bøgesund",
}
LEISURE_DEPARTMENT = {
    SVALEBORG: "Kultur og Fritid i Svaleborg",
    ELVERLUND: "Fritid og Forening i Elverlund",
    BOEGESUND: "Kultur og Idræt i Bøgesund",
}
HEALTH_DEPARTMENT = {
    SVALEBORG: "Sundhed og Trivsel i Svaleborg",
    ELVERLUND: "Sundhedscentret i Elverlund",
    BOEGESUND: "Forebyggelse i Bøgesund",
}

# kind, name, community: neighbours of the institutions who take part now and then
NEIGHBOURS = (
    ("library", "Mågevig Bibliotek", "Mågevig"),
    ("shop", "Købmanden ved Mågen", "Mågevig"),
    ("housing_association", "Boligforeningen Mågegården", "Mågevig"),
    ("church", "Mågevig Kirke", "Mågevig"),
    ("library", "Hejrebro Bibliotek", "Hejrebro"),
    ("shop", "Cykelsmeden ved Broen", "Hejrebro"),
    ("housing_association", "Boligselskabet Hejren", "Hejrebro"),
    ("senior_club", "Seniorklubben i Hejrebro", "Hejrebro"),
    ("church", "Sivkær Kirke", "Sivkær"),
    ("shop", "Sivkær Landhandel", "Sivkær"),
    ("library", "Ternevig Bogcafé", "Ternevig"),
    ("housing_association", "Hasselhegns Boligforening", "Hasselhegn"),
    ("library", "Elverlund Bibliotek", "Kildetoft"),
    ("company", "Gartneriet Grøn Tommel", "Kildetoft"),
    ("museum", "Elverlund Legemuseum", "Kildetoft"),
    ("housing_association", "Morelparkens Beboerhus", "Morelparken"),
    ("shop", "Morelparkens Grønthandel", "Morelparken"),
    ("ngo", "Fædrenes Madklub", "Morelparken"),
    ("church", "Løvgangens Kirke", "Løvgangen"),
    ("library", "Sandkrog Bibliotek", "Sandkrog"),
    ("shop", "Sandkrog Fiskehus", "Sandkrog"),
    ("nature_centre", "Naturvejlederne ved Sundet", "Sandkrog"),
    ("church", "Lyngtange Kirke", "Lyngtange"),
    ("company", "Lyngtange Mejeri", "Lyngtange"),
)

# Departments of the family day care: one institution, two playhouses.
DEPARTMENTS = (
    ("Legestuen Skalhuset", "Dagplejen i Ternevig"),
    ("Legestuen Strandhuset", "Dagplejen i Ternevig"),
)

TURNS = (
    ActorTurn(turn=Turn.RENAMED, actor="Børnehuset Kærulden", on=date(2022, 8, 1), to="Naturbørnehuset Kærulden"),
    ActorTurn(turn=Turn.RENAMED, actor="Svaleborg Bryderne", on=date(2023, 3, 15), to="Svaleborg Brydeklub af 2023"),
    ActorTurn(turn=Turn.MERGED, actor="Kildetoft Bordtennis", on=date(2023, 7, 1), to="Kildetoft Boldklub"),
    ActorTurn(turn=Turn.CLOSED, actor="Sivkær Landhandel", on=date(2024, 2, 29)),
    ActorTurn(turn=Turn.CLOSED, actor="Løvgangens Spejdere", on=date(2023, 12, 31)),
)


def all_actors(seed: int) -> tuple[PlannedActor, ...]:
    """Every actor; an institution stands before its departments."""
    chance = stream(seed, "addresses")
    bare = [*_programme_wide(), *_municipal(), *_institutions(), *_neighbours(), *_clubs(), *_departments()]
    return tuple(_with_address(actor, chance) for actor in bare)


def last_day_of(actor: str) -> date | None:
    """The day from which an actor takes part no longer, or None."""
    for turn in TURNS:
        if turn.actor == actor and turn.turn is not Turn.RENAMED:
            return turn.on
    return None


def _programme_wide() -> list[PlannedActor]:
    return [
        PlannedActor(name=SECRETARIAT, kind="other"),
        PlannedActor(name=EVALUATORS, kind="research"),
    ]


def _municipal() -> list[PlannedActor]:
    return [
        PlannedActor(name=names[code], kind=kind, municipality=code)
        for code in TOWN
        for kind, names in (
            ("health_visitors", HEALTH_VISITORS),
            ("department", CHILDREN_DEPARTMENT),
            ("department", LEISURE_DEPARTMENT),
            ("department", HEALTH_DEPARTMENT),
        )
    ]


def _institutions() -> list[PlannedActor]:
    found: list[PlannedActor] = []
    for community, (school, sfo, daycares) in INSTITUTIONS.items():
        code = MUNICIPALITY_OF[community]
        found.append(PlannedActor(name=school, kind="school", municipality=code, community=community))
        found.append(PlannedActor(name=sfo, kind="sfo", municipality=code, community=community, parent=school))
        found += [PlannedActor(name=name, kind=kind, municipality=code, community=community) for kind, name in daycares]
    return [*found, SPECIAL_SCHOOL, *LATER_DAYCARES]


def _neighbours() -> list[PlannedActor]:
    return [
        PlannedActor(name=name, kind=kind, municipality=MUNICIPALITY_OF[community], community=community)
        for kind, name, community in NEIGHBOURS
    ]


def _clubs() -> list[PlannedActor]:
    return [
        PlannedActor(
            name=club.name,
            kind="scouts" if club.sport == "scouts" else "association",
            municipality=club.municipality,
            community=club.community,
        )
        for club in CLUBS
    ]


def _departments() -> list[PlannedActor]:
    return [
        PlannedActor(name=name, kind="family_daycare", municipality=SVALEBORG, community="Ternevig", parent=parent)
        for name, parent in DEPARTMENTS
    ]


_STREETS = ("vænget", "stien", "bakken", "marken", "toften", "krogen", "engen")


def _with_address(actor: PlannedActor, chance: random.Random) -> PlannedActor:
    """A street that begins with the community's or the town's name: such an address exists nowhere."""
    if not actor.municipality:
        return actor
    near = actor.community or TOWN[actor.municipality]
    address = f"{near}{chance.choice(_STREETS)} {chance.randint(1, 98)}"
    return replace(actor, address=address, town=TOWN[actor.municipality])
