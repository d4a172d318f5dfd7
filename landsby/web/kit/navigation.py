"""The main menu, and the ways on from one's profile. Rooms add theirs when they are ready; the kit knows no room."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from landsby.web.kit.problems import Sentence


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a programme's menu.

    Attributes:
        view: the name of a view that takes the programme's slug.
        order: where it stands, the lowest first.
        right: the right that is needed somewhere in the programme, or "" for every member.
        also: how the addresses of single things begin that belong under the entry.
        when: whether a programme has what the entry leads to; None where every programme has.
    """

    label: Sentence
    view: str
    order: int
    right: str = ""
    also: str = ""
    when: Callable[[Any], bool] | None = None


GROUPS = {
    15: _("Det, vi gør"),
    30: _("Det, vi ser"),
    40: _("Hvem og hvor"),
    60: _("Programmet"),
}
"""What entries are about, from which order on: a heading in the drawer, a line between them in the bar."""


@dataclass(frozen=True, slots=True)
class ProfileLink:
    """A way on from one's own profile.

    Attributes:
        view: the name of a view that takes nothing.
    """

    label: Sentence
    view: str

    @property
    def url(self) -> str:
        """Where it leads."""
        return reverse(self.view)


_entries: list[Entry] = []
_profile_links: list[ProfileLink] = []


def add_to_menu(entry: Entry) -> None:
    """Called once per entry from a room's `AppConfig.ready`."""
    if entry not in _entries:
        _entries.append(entry)


def add_to_profile(link: ProfileLink) -> None:
    """Called once per link from a room's `AppConfig.ready`."""
    if link not in _profile_links:
        _profile_links.append(link)


def profile_links() -> tuple[ProfileLink, ...]:
    """What has been registered."""
    return tuple(_profile_links)


def entries_for(request: HttpRequest, programme: Any, standing: Any) -> list[dict[str, Any]]:
    """The entries that somebody may follow in a programme: label, address, and whether it is here."""
    if programme is None or standing is None:
        return []
    allowed = [
        entry
        for entry in sorted(_entries, key=lambda e: e.order)
        if (not entry.right or standing.may(entry.right)) and (entry.when is None or entry.when(programme))
    ]
    urls = {entry.view: reverse(entry.view, args=[programme.slug]) for entry in allowed}
    here = _view_of(request, allowed, urls)
    return [
        {
            "label": entry.label,
            "url": urls[entry.view],
            "here": entry.view == here,
            "exactly": urls[entry.view] == request.path,
            "opens": group if group != before else "",
        }
        for entry, group, before in _grouped(allowed)
    ]


def _grouped(entries: Sequence[Entry]) -> Iterator[tuple[Entry, Sentence, Sentence]]:
    """Each entry with what it is about, and with what the one before it is about; "" is nothing said."""
    before: Sentence = ""
    for entry in entries:
        group: Sentence = next((told for least, told in reversed(GROUPS.items()) if entry.order >= least), "")
        yield entry, group, before
        before = group


def came_from(request: HttpRequest) -> str:
    """The page that a link was on, where it says so in ``?back=`` and it is one of ours; else ""."""
    back = request.GET.get("back", "")
    is_ours = back.startswith("/") and url_has_allowed_host_and_scheme(back, None)
    return back if is_ours else ""


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
