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
        also: how the addresses of single things begin that belong under the entry.
    """

    label: Sentence
    view: str
    order: int
    right: str = ""
    also: str = ""


_entries: list[Entry] = []


def add_to_menu(entry: Entry) -> None:
    """Called once per entry from a room's `AppConfig.ready`."""
    if entry not in _entries:
        _entries.append(entry)


def entries_for(request: HttpRequest, programme: Any, standing: Any) -> list[dict[str, Any]]:
    """The entries that somebody may follow in a programme: label, address, and whether it is here."""
    if programme is None or standing is None:
        return []
    allowed = [
        entry for entry in sorted(_entries, key=lambda e: e.order) if not entry.right or standing.may(entry.right)
    ]
    urls = {entry.view: reverse(entry.view, args=[programme.slug]) for entry in allowed}
    here = _view_of(request, allowed, urls)
    return [
        {
            "label": entry.label,
            "url": urls[entry.view],
            "here": entry.view == here,
            "exactly": urls[entry.view] == request.path,
        }
        for entry in allowed
    ]


def _view_of(request: HttpRequest, entries: list[Entry], urls: dict[str, str]) -> str:
    """The view of the entry that the page belongs under: by its address, or else by its room."""
    front = min(urls.values(), key=len, default="")
    for entry in sorted(entries, key=lambda entry: -len(urls[entry.view])):
        url = urls[entry.view]
        if request.path == url or (url != front and request.path.startswith(url)):
            return entry.view
        if entry.also and request.path.startswith(entry.also):
            return entry.view
    room = request.resolver_match.app_name if request.resolver_match else ""
    return next((entry.view for entry in entries if room and entry.view.startswith(f"{room}:")), "")
