"""What somebody leaves behind, as whoever ends the role reads it, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from landsby.web.accounts.models import User
from landsby.web.partnerships.leaving import Belongings, left_by
from landsby.web.partnerships.models import Membership

MOST_SHOWN = 8
"""So many things of one sort are named; the others are counted."""


@dataclass(frozen=True, slots=True)
class Left:
    """One sort of thing that is left, with its things.

    Attributes:
        shown: some of the things, in words, each with the address of its page, if it has one.
        more: how many others there are.
    """

    sort: Belongings
    things: list[Any]

    @property
    def told(self) -> str:
        """How many there are, in words."""
        return self.sort.told(len(self.things))

    @property
    def shown(self) -> list[tuple[str, str]]:
        """Some of them."""
        return [self.sort.shown(thing) for thing in self.things[:MOST_SHOWN]]

    @property
    def more(self) -> int:
        """How many are not shown."""
        return max(0, len(self.things) - MOST_SHOWN)


def left_of(membership: Membership) -> list[Left]:
    """What the holder of a membership looks after where it acts."""
    return [Left(sort, things) for sort, things in left_by(membership)]


def told_after(membership: Membership, before: Sequence[Left], heir: User | None) -> str:
    """What happened when a role was ended: that it was, what went to whom, and what stays where it was.

    Args:
        before: what was left before the role was ended.
    """
    ended = {"name": membership.user.name, "role": membership.role}
    said = [_("%(name)s er ikke længere %(role)s.") % ended]
    after = {left.sort: len(left.things) for left in left_of(membership)}
    passed = [(left.sort, len(left.things) - after.get(left.sort, 0)) for left in before]
    if gone := ", ".join(sort.told(count) for sort, count in passed if count > 0):
        said.append(_("%(heir)s tager over: %(things)s.") % {"heir": heir, "things": gone})
    if stays := ", ".join(sort.told(count) for sort, count in after.items()):
        said.append(_("Det bliver stående, som det er: %(things)s.") % {"things": stays})
    return " ".join(said)
