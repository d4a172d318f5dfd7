"""What a municipality's own sign-in may give: roles tied to that municipality, and no others."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from landsby.web.partnerships.models import Municipality, Role, ScopeLevel

_log = logging.getLogger(__name__)


def municipality_of(programme: str, code: str) -> Municipality | None:
    """The municipality of a programme that has a code; None, and a word in the server's log, where there is none."""
    found = Municipality.objects.filter(programme__slug=programme, code=code).select_related("programme").first()
    if found is None:
        _log.warning("A sign-in is set up for municipality %s, which %s does not have", code, programme)
    return found


def roles_of_sign_on(municipality: Municipality, keys: Iterable[str]) -> list[Role]:
    """The municipality's roles with these keys. What is no role of a municipality is left out, and said in the log."""
    wanted = set(keys)
    roles = municipality.programme.roles.filter(key__in=wanted, scope=ScopeLevel.MUNICIPALITY)
    for key in sorted(wanted - {role.key for role in roles}):
        _log.warning("A sign-in names %s, which is no role of a municipality in %s", key, municipality.programme.slug)
    return list(roles)
