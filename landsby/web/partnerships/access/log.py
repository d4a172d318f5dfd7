"""Who may read a programme's log: it tells of everybody, so the reader must see the whole programme."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied

from landsby.web.partnerships.access.single import programme_for
from landsby.web.partnerships.access.standing import Standing, Visitor
from landsby.web.partnerships.models import Programme, Right


def logged_programme_for(user: Visitor, slug: str) -> tuple[Programme, Standing]:
    """The programme whose log the user may read, and the user's standing in it.

    Raises:
        Http404: to a stranger.
        PermissionDenied: to a member without the right, or who sees only a part of the programme.
    """
    programme, standing = programme_for(user, slug, to=Right.SEE_AUDIT)
    if not standing.seen.everywhere:
        raise PermissionDenied
    return programme, standing
