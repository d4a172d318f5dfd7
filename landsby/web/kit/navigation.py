"""The main menu. Rooms add their entry when they are ready, so that the kit need not know them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from landsby.web.kit.problems import Sentence


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a programme's menu.

    Attributes:
        view: the name of a view that takes the programme's slug.
        order: where it stands, the lowest first.
        right: the right that is needed somewhere in the programme, or "" for every member.
    """

    label: Sentence
    view: str
    order: int
    right: str = ""


_entries: list[Entry] = []


def add_to_menu(entry: Entry) -> None:
    """Called once per entry from a room's `AppConfig.ready`."""
    if entry not in _entries:
        _entries.append(entry)


def entries_for(request: HttpRequest, programme: Any, standing: Any) -> list[dict[str, Any]]:
    """The entries that somebody may follow in a programme: label, address, and whether it is here."""
    if programme is None or standing is None:
        return []
    found: list[dict[str, Any]] = []
    for entry in sorted(_entries, key=lambda entry: entry.order):
        if entry.right and not standing.may(entry.right):
            continue
        url = reverse(entry.view, args=[programme.slug])
        found.append({"label": entry.label, "url": url})
    here = max((e["url"] for e in found if request.path.startswith(e["url"])), key=len, default="")
    return [{**e, "here": e["url"] == here, "exactly": e["url"] == request.path} for e in found]
