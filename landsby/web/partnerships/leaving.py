"""What somebody leaves behind when a role ends. Rooms register their sorts when ready; this room need not know them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from landsby.web.partnerships.models import Membership


@dataclass(frozen=True, slots=True)
class Belongings:
    """One sort of thing that somebody may look after.

    Attributes:
        of: the things that the holder of a membership looks after where it reaches.
        told: so many of them, in words.
        shown: one of them, in words, and the address of its page, if it has one.
        note: what is to be known before they are handed over.
        hand_over: the action that gives them to somebody else: `things`, `to` and `by`.
    """

    of: Callable[[Membership], list[Any]]
    told: Callable[[int], str]
    shown: Callable[[Any], tuple[str, str]]
    hand_over: Callable[..., None]
    note: str | Promise = ""


_sorts: list[Belongings] = []


def leave_behind(sort: Belongings) -> None:
    """Called once per sort from a room's `AppConfig.ready`."""
    if sort not in _sorts:
        _sorts.append(sort)


def left_by(membership: Membership) -> Iterator[tuple[Belongings, list[Any]]]:
    """What there is of each sort; sorts of which there is nothing are left out."""
    found = ((sort, sort.of(membership)) for sort in _sorts)
    return ((sort, things) for sort, things in found if things)
