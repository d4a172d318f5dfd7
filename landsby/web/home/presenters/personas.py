"""The demo's people as cards: who they are, where, and what they come to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from landsby.blueprint import Text
from landsby.web.accounts.models import User
from landsby.web.blueprints.models import blueprint_of
from landsby.web.partnerships.models import Membership, ScopeLevel


@dataclass(frozen=True)
class PersonaCard:
    """One person to see the demo as."""

    user: User
    membership: Membership
    purpose: Text | None

    @property
    def place(self) -> str:
        """Where; nothing for those whose place is the whole programme."""
        is_everywhere = self.membership.role.scope == ScopeLevel.PROGRAMME
        return "" if is_everywhere else str(self.membership.place)

    @property
    def initials(self) -> str:
        """The first letters of the first and the last name."""
        names = self.user.name.split()
        return "".join(name[0] for name in (names[:1] + names[1:][-1:]))


@dataclass(frozen=True)
class Cast:
    """One card for each role, and the others who have the same roles."""

    leading: list[PersonaCard]
    others: list[PersonaCard]


def cast_of(users: Iterable[User]) -> Cast:
    """The people, the first of each role as its card. Their memberships are at hand."""
    leading: dict[str, PersonaCard] = {}
    others = []
    for card in map(_card, users):
        key = card.membership.role.key
        if key in leading:
            others.append(card)
        else:
            leading[key] = card
    return Cast(list(leading.values()), others)


def _card(user: User) -> PersonaCard:
    membership = min(user.memberships.all(), key=lambda each: each.role.order)
    role = blueprint_of(membership.role.programme).roles.get(membership.role.key)
    return PersonaCard(user, membership, role.summary if role else None)
