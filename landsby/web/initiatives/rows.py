"""How what is told of an initiative becomes rows, and which of it the audit keeps."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from landsby.web.initiatives.details import InitiativeDetails
from landsby.web.initiatives.models import Initiative, InitiativeLink, InitiativePartner

PLAIN = "title summary parent newness effort depth owner owner_actor".split()
RELATED = "programme parent municipality community owner owner_actor created_by".split()
"""Foreign keys come from rows that were just read; asking for each again would only cost questions."""


def fill(initiative: Initiative, details: InitiativeDetails) -> None:
    """Copy what is told onto the row."""
    for name in PLAIN:
        setattr(initiative, name, getattr(details, name))
    initiative.community = details.community
    initiative.municipality = details.community.municipality if details.community else details.municipality


def links_of(initiative: Initiative, details: InitiativeDetails) -> list[InitiativeLink]:
    """What it belongs to, not stored yet."""
    return [
        InitiativeLink(initiative=initiative, folder=folder, key=key)
        for folder, keys in details.links.items()
        for key in dict.fromkeys(keys)
    ]


def partners_of(initiative: Initiative, details: InitiativeDetails) -> list[InitiativePartner]:
    """Who is in on it, not stored yet."""
    return [InitiativePartner(initiative=initiative, actor=actor) for actor in dict.fromkeys(details.partners)]


def audited(initiative: Initiative) -> dict[str, Any]:
    """The values whose changes the audit keeps: two questions to the database."""
    plain = {name: getattr(initiative, name) for name in PLAIN if name not in ("title", "summary")}
    places = {"municipality": initiative.municipality, "community": initiative.community}
    links = sorted(f"{folder}/{key}" for folder, key in initiative.links.values_list("folder", "key"))
    partners = sorted(initiative.partners.values_list("actor__name", flat=True))
    typed = {name: unread(getattr(initiative, name)) for name in ("title", "summary")}
    return {**typed, **plain, **places, "links": ", ".join(links), "partners": ", ".join(partners)}


def unread(text: str) -> str:
    """A sign of a text by which a change is seen, and from which it cannot be read."""
    return f"…{sha256(text.encode()).hexdigest()[:6]}" if text else ""
