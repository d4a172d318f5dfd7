"""What a municipality's own sign-in may give: roles tied to that municipality, and no others."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from landsby.web.partnerships.models import Municipality, Role, ScopeLevel

_log = logging.getLogger(__name__)


def municipality_of(programme: str, code: str) -> Municipality | None:
    """The municipality of a programme that has a code; None, and a word in the server's log, where there is none."""
    found = Municipality.objects.filter(programme__slug=programme, code=code).select_related("programme").first()
    if found is None:
        _log.warning("A sign-in is set up for municipality %s, which %s does not have", code, programme)
    return found


@dataclass(frozen=True)
class SaidRoles:
    """What a municipality says of somebody, in the programme's own roles.

    Attributes:
        held: the roles that they have, so far as the programme has them.
        mapped: all roles that the sign-in can speak of.
        is_whole: whether the programme has every role that was said.
    """

    held: frozenset[Role]
    mapped: frozenset[Role]
    is_whole: bool

    @property
    def given(self) -> list[Role]:
        """The roles that they are to have; one that has ended is kept, and given to nobody."""
        return sorted((role for role in self.held if role.is_given), key=lambda role: role.order)

    def takes_back(self, role: Role) -> bool:
        """Whether they are said to have a role no longer; one that may hide behind an unknown key is left alone."""
        return role not in self.held and (self.is_whole or role in self.mapped)


def roles_of_sign_on(municipality: Municipality, *, said: Collection[str], mapped: Iterable[str]) -> SaidRoles:
    """What keys of roles stand for in a municipality. What is no role of one is left out, and said in the log.

    Args:
        said: of somebody.
        mapped: all that the sign-in is set up with. They may be older than the programme's blueprint.
    """
    roles = list(municipality.programme.roles.all())
    by_key = {former: role for role in roles for former in role.formerly} | {role.key: role for role in roles}
    tied = {key: role for key, role in by_key.items() if role.scope == ScopeLevel.MUNICIPALITY}
    unknown = sorted(set(said) - tied.keys())
    for key in unknown:
        _log.warning("A sign-in names %s, which is no role of a municipality in %s", key, municipality.programme.slug)
    held, known = ({tied[key] for key in keys if key in tied} for keys in (said, mapped))
    return SaidRoles(frozenset(held), frozenset(known), not unknown)
