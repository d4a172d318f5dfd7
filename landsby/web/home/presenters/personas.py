"""The demo's people as cards: who they are, where, and what they come to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from landsby.web.accounts.models import User
from landsby.web.blueprints.models import blueprint_of
from landsby.web.kit.text import say
from landsby.web.partnerships.models import ScopeLevel


@dataclass(frozen=True)
class PersonaCard:
    """One person to see the demo as.

    Attributes:
        place: where; nothing for those whose place is the whole programme.
        purpose: what they come to do.
    """

    user: User
    role: str
    place: str = ""
    purpose: str = ""
    key: str = ""

    @property
    def initials(self) -> str:
        """The first letters of the first and the last name."""
        names = self.user.name.split()
        return "".join(name[0] for name in (names[:1] + names[1:][-1:]))


@dataclass(frozen=True)
class Cast:
    """One card for each role, the one who runs the demo, and the others who have the same roles."""

    leading: list[PersonaCard]
    operator: PersonaCard | None
    others: list[PersonaCard]


def cast_of(users: Iterable[User], operator: User | None = None) -> Cast:
    """The people, the first of each role as its card. Their memberships are at hand."""
    leading: dict[str, PersonaCard] = {}
    others = []
    everybody = sorted(users, key=_programme_of)
    home = _programme_of(everybody[0]) if everybody else None
    for card in (_card(user, home) for user in everybody):
        if card.key in leading:
            others.append(card)
        else:
            leading[card.key] = card
    return Cast(list(leading.values()), _operator_card(operator) if operator else None, others)


def _programme_of(user: User) -> int:
    """The key of the first programme that somebody belongs to: the demo's own was written before any other."""
    return min(membership.role.programme_id for membership in user.memberships.all())


def _card(user: User, home: int | None) -> PersonaCard:
    """One person; whoever belongs to another programme than `home` is told with it."""
    membership = min(user.memberships.all(), key=lambda each: each.role.order)
    role, is_everywhere = membership.role, membership.role.scope == ScopeLevel.PROGRAMME
    definition = blueprint_of(role.programme).roles.get(role.key)
    place = "" if is_everywhere else str(membership.place)
    if role.programme_id != home:
        place = ", ".join(filter(None, [place, role.programme.name]))
    return PersonaCard(user, str(role), place, say(definition.summary) if definition else "", role.key)


def _operator_card(user: User) -> PersonaCard:
    return PersonaCard(user, _("Den, der driver Landsby"), purpose=_("Starter et nyt program fra en programskabelon."))
