"""The invented people: those who sign in to the demo, and those to call at the actors."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterable

from landsby.demo import vocabulary as words
from landsby.demo.chance import stream
from landsby.demo.places import BOEGESUND, ELVERLUND, SVALEBORG
from landsby.demo.plan import Persona, PlannedActor, PlannedContact

# .example is reserved for examples: no mail sent there reaches anybody.
MAIL_DOMAIN = "landsby.example"

FIRST_NAMES = (
    "Agnete Alma Anders Asger Asta Bente Birk Bjarke Bodil Carla Dagmar Ditte Egon Ejnar Elin Ellinor Emil Esben "
    "Fatima Frej Frida Gerda Gudrun Hassan Hedvig Herdis Holger Ida Ingrid Jamila Jeppe Johannes Jonna Kaj Karla "
    "Kasper Klara Knud Laust Leila Ludvig Magne Malthe Marie Merete Mikkel Naja Nanna Omar Oskar Palle Pernille "
    "Ragnhild Rigmor Rune Samira Signe Sigurd Solveig Svend Tarik Thit Tove Trine Ulla Valdemar Vibeke Viggo Yasmin"
).split()
LAST_NAMES = (
    "Agerskov Birkmose Bjergbæk Brinkløv Dalgas Elmelund Engvang Enghave Fjordside Granhøj Hasselager Hedelyng "
    "Hvidtjørn Højbakke Klitlund Kornager Kærbo Lindegren Lyngkilde Marksten Mosebæk Nørretoft Overkær Pilegren "
    "Ravnholt Rosenvang Rugager Rønnehave Sandkilde Skovmark Skrænten Solvang Stenager Strandby Søbakke Tangmose "
    "Tornager Uglebæk Vandborg Vestermark Vintergren Østerkær Åkjær"
).split()

TITLES = {
    "school": "skoleleder",
    "special_school": "skoleleder",
    "sfo": "SFO-leder",
    "health_visitors": "ledende sundhedsplejerske",
    "association": "formand",
    "scouts": "gruppeleder",
    "library": "børnebibliotekar",
    "shop": "butiksbestyrer",
    "housing_association": "boligsocial medarbejder",
    "church": "kirke- og kulturmedarbejder",
    "department": "konsulent",
    "company": "daglig leder",
}

PERSONAS = (
    Persona(name="Ragnhild Sandkilde", email=f"ragnhild@{MAIL_DOMAIN}", role="secretariat"),
    Persona(name="Asta Mosebæk", email=f"asta@{MAIL_DOMAIN}", role="project_leader", municipality=SVALEBORG),
    Persona(name="Jeppe Kornager", email=f"jeppe@{MAIL_DOMAIN}", role="project_leader", municipality=ELVERLUND),
    Persona(name="Naja Fjordside", email=f"naja@{MAIL_DOMAIN}", role="project_leader", municipality=BOEGESUND),
    Persona(name="Holger Vintergren", email=f"holger@{MAIL_DOMAIN}", role="steering_member", municipality=SVALEBORG),
    Persona(
        name="Ditte Rønnehave",
        email=f"ditte@{MAIL_DOMAIN}",
        role="daycare_leader",
        municipality=SVALEBORG,
        community="Mågevig",
        actor="Børnehuset Tangloppen",
    ),
    Persona(
        name="Ludvig Hvidtjørn",
        email=f"ludvig@{MAIL_DOMAIN}",
        role="school_leader",
        municipality=SVALEBORG,
        community="Mågevig",
        actor="Mågevigskolen",
    ),
    Persona(
        name="Leila Kærbo",
        email=f"leila@{MAIL_DOMAIN}",
        role="pedagogue",
        municipality=SVALEBORG,
        community="Mågevig",
        actor="Børnehuset Tangloppen",
    ),
    Persona(
        name="Solveig Engvang",
        email=f"solveig@{MAIL_DOMAIN}",
        role="health_visitor",
        municipality=SVALEBORG,
        community="Mågevig",
        actor="Sundhedsplejen i Svaleborg",
    ),
    Persona(
        name="Tarik Lyngkilde",
        email=f"tarik@{MAIL_DOMAIN}",
        role="leisure_consultant",
        municipality=SVALEBORG,
        actor="Kultur og Fritid i Svaleborg",
    ),
    Persona(
        name="Bodil Uglebæk",
        email=f"bodil@{MAIL_DOMAIN}",
        role="association",
        municipality=SVALEBORG,
        community="Mågevig",
        actor="Mågevig Gymnastikforening",
    ),
    Persona(
        name="Egon Stenager",
        email=f"egon@{MAIL_DOMAIN}",
        role="network_member",
        municipality=SVALEBORG,
        community="Mågevig",
        actor="Boligforeningen Mågegården",
    ),
    Persona(name="Hedvig Pilegren", email=f"hedvig@{MAIL_DOMAIN}", role="evaluator"),
)
"""Those who sign in. The family of the cast has no login: it meets the product on its open pages."""

OPERATOR_NAME, OPERATOR_EMAIL = "Rigmor Nørretoft", f"driften@{MAIL_DOMAIN}"
"""The one who runs the demo: anybody may start a programme as them."""


def contacts_of(seed: int, actors: Iterable[PlannedActor]) -> tuple[PlannedContact, ...]:
    """One or two people to call at every actor, none of them one of the personas."""
    chance = stream(seed, "contacts")
    taken = {OPERATOR_NAME, *(persona.name for persona in PERSONAS)}
    contacts = []
    for actor in actors:
        titles = [TITLES.get(actor.kind, "leder")]
        if actor.kind in words.DAYCARES:
            titles.append("pædagog med ansvar for bevægelse")
        for title in titles:
            name = _new_name(chance, taken)
            contacts.append(PlannedContact(actor=actor.name, name=name, title=title, email=_address(name)))
    return tuple(contacts)


def _new_name(chance: random.Random, taken: set[str]) -> str:
    """A name that nobody in the demo has yet."""
    while True:
        name = f"{chance.choice(FIRST_NAMES)} {chance.choice(LAST_NAMES)}"
        if name not in taken:
            taken.add(name)
            return name


def _address(name: str) -> str:
    """An e-mail address made of a name, in plain letters."""
    plain = name.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa").replace(" ", ".")
    return f"{unicodedata.normalize('NFKD', plain).encode('ascii', 'ignore').decode()}@{MAIL_DOMAIN}"
